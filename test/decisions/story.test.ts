/** Decisions over the real core and store: drafted, opened, voted on from Slack and Teams, closed by the clock, kept in the register. */
import { expect, it } from 'vitest'
import type { Reply } from '../../src/chat/intent.ts'
import { aHouse, buttonsOf, wordsOf } from '../stories/house.ts'

type House = ReturnType<typeof aHouse>

const words = (reply: Reply) => {
  if (reply.kind === 'refusal') return `${reply.refusal.sentence} ${reply.refusal.next}`
  return reply.kind === 'nothing' || reply.kind === 'form' ? reply.kind : wordsOf(reply.message)
}
const subject = 'decision-2027-1'

/** Drafts a motion in chat and opens it with its own button. */
function put(house: House, rule = 'majority', text = 'The risk register is reviewed every month') {
  const draft = house.command('slack', 'spa', `decisions put slt 2027-03-05 ${rule} ${text}`)
  return openVote(house, draft)
}

function openVote(house: House, draft: Reply): Reply {
  const [open] = draft.kind === 'message' ? buttonsOf(draft.message) : []
  if (open?.label !== 'Open the vote') throw new Error(words(draft))
  return house.say('slack', 'spa', {
    verb: open.verb,
    ...(open.subject ? { subject: open.subject } : {}),
    input: open.input ?? {},
  })
}

const stored = (house: House) => house.store.read((tx) => tx.subjects.get(subject))

it('a draft is seen by nobody else until its author opens it', async () => {
  const house = aHouse({ at: '2027-02-22T10:00' })
  house.command('slack', 'spa', 'decisions put slt 2027-03-05 majority The risk register is reviewed every month')
  await house.settle()
  expect(house.letters).toEqual([])
  expect(words(house.command('slack', 'slt-hac', 'decisions'))).toContain('Nothing has been put to a vote')
})

it('whoever may vote is asked where they are, with buttons; the commissioner reads along without', async () => {
  const house = aHouse({ at: '2027-02-22T10:00' })
  put(house)
  await house.settle()
  expect(house.reads('slt-nhs', 'teams')).toContain('[Agree] [Object] [Abstain] [I need time]')
  expect(house.reads('slt-hac', 'slack')).toContain('Silence does not count as agreement.')
  expect(house.reads('icsc')).toContain('The risk register is reviewed every month')
  expect(house.reads('icsc')).not.toContain('[Agree]')
  expect(house.reads('housing')).toBe('')
})

it('votes from both platforms are one count, and the card says so everywhere', async () => {
  const house = aHouse({ at: '2027-02-22T10:00' })
  put(house)
  await house.settle()
  house.press('teams', 'slt-nhs', 'Agree')
  house.press('slack', 'slt-hac', 'Agree')
  await house.settle()
  expect(house.reads('slt-col', 'slack')).toContain('2 of 5 agree so far; 3 are needed.')
  expect(words(house.press('teams', 'slt-clp', 'Agree'))).toContain('Carried: 3 of 5 agree')
  await house.settle()
  expect(stored(house)).toMatchObject({ open: false })
  expect(house.reads('slt-mps', 'teams')).toContain('Carried: 3 of 5 agree')
  expect(house.reads('slt-mps', 'teams')).not.toContain('[Agree]')
})

it('an objection is made with a reason, chosen or typed, and brings the commissioner in where all must agree', async () => {
  const house = aHouse({ at: '2027-02-22T10:00' })
  put(house, 'unanimous')
  await house.settle()
  const asked = house.press('teams', 'slt-nhs', 'Object')
  expect(words(asked)).toContain('[We do not have the means]')
  house.say('teams', 'slt-nhs', { verb: 'motion.vote', subject, input: { vote: 'object', reason: 'means' } })
  const before = house.letters.filter(({ person }) => person === 'icsc').length
  await house.settle()
  expect(house.letters.filter(({ person }) => person === 'icsc').length).toBe(before + 1)
  expect(house.reads('icsc')).toContain('We do not have the means')
  expect(words(house.command('slack', 'slt-hac', 'decisions object 1 The second sentence goes too far'))).toContain(
    'The second sentence goes too far',
  )
  const telling = { vote: 'object', reason: 'Tommy Smith of 14 Example Road' }
  expect(words(house.say('slack', 'slt-col', { verb: 'motion.vote', subject, input: telling }))).toContain(
    'personal detail',
  )
})

it('whoever has not voted is reminded, and when time is up the motion is not carried and everybody hears why', async () => {
  const house = aHouse({ at: '2027-02-22T10:00' })
  put(house, 'unanimous')
  await house.settle()
  for (const [platform, person] of [
    ['slack', 'slt-hac'],
    ['slack', 'slt-col'],
    ['teams', 'slt-nhs'],
    ['teams', 'slt-clp'],
  ] as const)
    house.press(platform, person, 'Agree')
  await house.until('2027-03-05T12:00')
  expect(house.reads('slt-mps')).toContain('Reminder: your vote is asked for by Fri 5 Mar 2027 17:00')
  expect(house.reads('slt-nhs')).not.toContain('Reminder')
  await house.until('2027-03-08T09:00')
  expect(house.reads('slt-nhs')).toContain('Not carried: not everybody answered. 4 of 5 agree, and 5 were needed.')
  expect(stored(house)).toMatchObject({ open: false })
  expect(words(house.say('teams', 'slt-mps', { verb: 'motion.vote', subject, input: { vote: 'agree' } }))).toContain(
    'Voting is over.',
  )
})

it('after an outage over the closing time everybody still hears what became of it, once', async () => {
  const house = aHouse({ at: '2027-02-22T10:00' })
  put(house)
  await house.settle()
  house.press('teams', 'slt-nhs', 'Agree')
  house.jump('2027-03-09T08:30')
  house.core.realign()
  await house.until('2027-03-20T12:00')
  expect(stored(house)).toMatchObject({ open: false })
  const told = house.letters.filter(
    ({ person, message }) => person === 'slt-nhs' && wordsOf(message).includes('Not carried'),
  )
  expect(told).toHaveLength(2)
  expect(house.reads('slt-nhs')).not.toContain('Reminder')
})

it('a secret ballot shows how many have answered, and after the end only numbers', async () => {
  const house = aHouse({ at: '2027-02-22T10:00' })
  const draft = house.command(
    'slack',
    'spa',
    'decisions put slt 2027-03-05 majority The vice-chair is asked to stay another year',
  )
  expect(words(draft)).toContain('[Make it a secret ballot]')
  openVote(house, house.say('slack', 'spa', { verb: 'motion.put', subject, input: { secret: 'yes' } }))
  await house.settle()
  house.press('teams', 'slt-nhs', 'Object')
  house.press('slack', 'slt-hac', 'Agree')
  await house.settle()
  for (const person of ['icsc', 'slt-col', 'slt-clp']) {
    expect(house.reads(person)).not.toContain('Objects')
    expect(house.reads(person)).not.toContain('agrees so far')
  }
  expect(house.reads('slt-clp')).toContain(
    '2 of 5 have answered; the ballots are counted when all have, or when voting closes.',
  )
})

it('the register says what was decided, and a later decision takes the place of an earlier one without editing it', async () => {
  const house = aHouse({ at: '2027-02-22T10:00' })
  put(house, 'any')
  await house.settle()
  house.press('teams', 'slt-nhs', 'Agree')
  house.say('slack', 'spa', {
    verb: 'motion.put',
    input: {
      group: 'slt',
      closes: '2027-03-12',
      rule: 'any',
      text: 'The risk register is reviewed every quarter',
      supersedes: '1',
      public: 'yes',
    },
  })
  const card = house.command('slack', 'spa', 'decisions see 2')
  const open =
    card.kind === 'message' ? buttonsOf(card.message).find(({ label }) => label === 'Open the vote') : undefined
  house.say('slack', 'spa', { verb: 'motion.open', subject: 'decision-2027-2', input: open?.input ?? {} })
  await house.settle()
  house.press('teams', 'slt-nhs', 'Agree', 'every quarter')
  const said = words(house.command('slack', 'slt-hac', 'decisions'))
  expect(said).toContain('Mon 22 Feb 2027 | SLT | The risk register is reviewed every month | superseded, private')
  expect(said).toContain('The risk register is reviewed every quarter | carried')
})

it('words with personal detail are not put, and a member may not put a motion', () => {
  const house = aHouse({ at: '2027-02-22T10:00' })
  const put = (person: string, text: string) =>
    words(
      house.say('slack', person, {
        verb: 'motion.put',
        input: { group: 'slt', closes: '2027-03-05', rule: 'any', text },
      }),
    )
  expect(put('spa', 'The mother at 14 Example Road is visited')).toContain('personal detail')
  expect(put('housing', 'The risk register is closed')).toContain('Only')
})

const meeting = 'slt-2027-02-25'

/** A meeting that health leaves at 15:00, and that agrees the risk register half an hour later. */
async function inquorate(): Promise<House> {
  const house = aHouse({ at: '2027-02-01T10:00' })
  house.command('slack', 'bm', 'meetings call slt 2027-02-25')
  await house.settle()
  for (const person of ['icsc', 'slt-hac', 'slt-nhs', 'slt-mps'])
    house.say('desk', person, { verb: 'meeting.reply', subject: meeting, input: { answer: 'attending' } })
  house.jump('2027-02-25T16:30')
  const press = (verb: string, input: Record<string, string>) =>
    house.say('desk', 'spa', { verb, subject: meeting, input })
  press('meeting.attendance', { all: 'as-answered' })
  press('meeting.attendance', { seat: 'slt-nhs/slt-member', left: '15:00' })
  press('meeting.decide', { item: 'standing-5', says: 'The risk register is agreed', when: '15:30' })
  await house.settle()
  return house
}

it('what was decided after quorum was lost is confirmed by button', async () => {
  const house = await inquorate()
  const press = (verb: string, input: Record<string, string>) =>
    house.say('desk', 'spa', { verb, subject: meeting, input })
  expect(words(house.command('slack', 'spa', 'decisions'))).toContain('The risk register is agreed | provisional')
  expect(words(press('motion.confirm', {}))).toContain(
    '1 decision has been put to Strategic Leadership Team to be confirmed.',
  )
  expect(words(press('motion.confirm', {}))).toContain('Nothing decided at this meeting waits to be confirmed.')
  for (const person of ['slt-hac', 'slt-nhs', 'slt-mps'])
    house.say('desk', person, { verb: 'motion.vote', subject, input: { vote: 'agree' } })
  expect(words(house.command('slack', 'spa', 'decisions'))).toContain('The risk register is agreed | carried')
})

it('the button to put it is on the meeting\u2019s card of those who may, on both platforms and at the desk, and gone once it is put', async () => {
  const house = await inquorate()
  const button = '[Put one decision to be confirmed]'
  const onDesk = (person: string) => words(house.say('desk', person, { verb: 'meeting.see', subject: meeting }))
  expect(house.reads('spa', 'slack')).toContain(button)
  expect(house.reads('icsc')).toContain(button)
  expect(onDesk('bm')).toContain(button)
  for (const member of ['slt-col', 'slt-mps']) expect(house.reads(member)).not.toContain(button)
  expect(house.reads('slt-mps', 'teams')).toContain('Provisional, to be confirmed: The risk register is agreed')
  const pressed = words(house.press('slack', 'spa', 'Put one decision to be confirmed'))
  expect(pressed).toContain('Provisional, being voted on: The risk register is agreed')
  expect(pressed).not.toContain(button)
  await house.settle()
  expect(house.reads('icsc')).not.toContain(button)
  expect(house.reads('slt-nhs', 'teams')).toContain('[Open the meeting]')
  for (const person of ['slt-hac', 'slt-col']) house.press('slack', person, 'Agree')
  house.press('teams', 'slt-nhs', 'Agree')
  await house.settle()
  expect(house.reads('slt-clp', 'teams')).toContain('Decided, and confirmed afterwards: The risk register is agreed')
})

it('the support team is reminded to put it; a withdrawn motion leaves it to be put again, and one that time ran out on does not', async () => {
  const house = await inquorate()
  await house.until('2027-03-01T12:00')
  expect(house.reads('bm')).toContain('Put what was decided without a quorum to be confirmed')
  house.press('slack', 'bm', 'Put one decision to be confirmed')
  house.say('slack', 'spa', { verb: 'motion.withdraw', subject, input: { reason: 'The words were wrong' } })
  await house.settle()
  house.press('slack', 'bm', 'Put one decision to be confirmed')
  await house.until('2027-03-20T12:00')
  expect(words(house.say('desk', 'bm', { verb: 'meeting.see', subject: meeting }))).toContain(
    'Not confirmed, so not decided: The risk register is agreed',
  )
})

it('the list says first what waits for your vote; once you have voted it only stands open', async () => {
  const house = aHouse({ at: '2027-02-22T10:00' })
  put(house)
  await house.settle()
  const list = (person: string, platform: 'slack' | 'teams') => words(house.command(platform, person, 'decisions'))
  expect(list('slt-nhs', 'teams').split('\n')[0]).toBe('Decisions: 1 waits for your vote')
  expect(list('slt-nhs', 'teams')).toContain(
    '(voting is open, waits for your vote): The risk register is reviewed every month',
  )
  house.press('teams', 'slt-nhs', 'Agree')
  expect(list('slt-nhs', 'teams')).toContain('(voting is open): The risk register is reviewed every month')
  expect(list('slt-hac', 'slack')).toContain('waits for your vote')
})
