/** What Muster does by itself on its day: nobody has to press first. */
import { describe, expect, it } from 'vitest'
import type { Reply } from '../../src/chat/intent.ts'
import { aHouse, buttonsOf, wordsOf } from '../stories/house.ts'

type House = ReturnType<typeof aHouse>

const words = (reply: Reply) => {
  if (reply.kind === 'refusal') return `${reply.refusal.sentence} ${reply.refusal.next}`
  return reply.kind === 'nothing' || reply.kind === 'form' ? reply.kind : wordsOf(reply.message)
}

/** The dates of 2027, proposed and confirmed by the business manager. */
function planned(house: House): void {
  const draft = house.command('slack', 'bm', 'meetings plan 2027')
  const [button] = draft.kind === 'message' ? buttonsOf(draft.message) : []
  house.say('slack', 'bm', { verb: button?.verb ?? '', input: button?.input ?? {} })
}

/** Gives a group a channel in Slack. */
const withChannel = (house: House, group: string) =>
  house.store.transaction((tx) =>
    tx.doors.bind(group, { platform: 'slack', tenant: 'T', conversation: `C-${group}`, kind: 'channel' }),
  )

const facts = (house: House, subject: string) => house.store.read((tx) => tx.subjects.facts(subject))
const doneBy = (house: House, subject: string, kind: string) =>
  facts(house, subject)
    .filter((fact) => fact.kind === kind)
    .map(({ at, by }) => `${by}, ${at}`)
const reply = (house: House, person: string, subject: string, answer: string) =>
  house.say('desk', person, { verb: 'meeting.reply', subject, input: { answer } })

const slt = 'slt-2027-02-25'

describe('a planned meeting', () => {
  it('calls for its items on their day, Christmas Eve if it must be: members are invited and told how to propose', async () => {
    const house = aHouse({ at: '2026-11-23T10:00' })
    withChannel(house, 'executive')
    planned(house)
    await house.until('2026-12-24T08:59')
    expect(house.reads('slt-nhs')).not.toContain('Executive, Tue 19 Jan 2027: please answer')
    await house.until('2026-12-24T09:30')
    const invitation = 'Agenda items are called for: propose yours by Thu 7 Jan 2027, when papers are due.'
    expect(house.reads('slt-nhs', 'teams')).toContain('Executive, Tue 19 Jan 2027: please answer')
    expect(house.reads('slt-nhs', 'teams')).toContain(invitation)
    expect(house.reads('#C-executive')).toContain(invitation)
    expect(doneBy(house, 'executive-2027-01-19', 'items-called')).toEqual(['muster, 2026-12-24T09:00:00.000Z'])
  })

  it('whose first day has passed when the year is planned is called for at once', async () => {
    const house = aHouse({ at: '2027-01-11T10:00' })
    planned(house)
    await house.settle()
    expect(house.reads('slt-nhs')).toContain('Executive, Tue 19 Jan 2027: please answer')
    expect(house.reads('slt-nhs')).not.toContain('SLT, Thu 25 Feb 2027: please answer')
  })

  it('is called for late when Muster was not running on its day, and once', async () => {
    const house = aHouse({ at: '2027-01-11T10:00' })
    planned(house)
    await house.settle()
    house.jump('2027-02-08T10:00')
    await house.settle()
    house.jump('2027-02-09T10:00')
    await house.settle()
    expect(doneBy(house, slt, 'items-called')).toEqual(['muster, 2027-02-08T10:00:00.000Z'])
  })

  it('is called for sooner by whoever runs it', async () => {
    const house = aHouse({ at: '2027-01-11T10:00' })
    planned(house)
    const card = house.say('desk', 'bm', { verb: 'meeting.see', subject: slt })
    const call =
      card.kind === 'message' ? buttonsOf(card.message).find(({ label }) => label === 'Call for items now') : undefined
    house.say('desk', 'bm', { verb: 'owed.do', subject: slt, input: call?.input ?? {} })
    house.jump('2027-02-05T12:00')
    await house.settle()
    expect(doneBy(house, slt, 'items-called')).toEqual(['bm, 2027-01-11T10:00:00.000Z'])
    expect(house.reads('slt-nhs')).toContain('Strategic Leadership Team: Thu 25 Feb 2027')
  })
})

describe('before a meeting', () => {
  it('everybody who was invited long before is told when items are called for', async () => {
    const house = aHouse({ at: '2027-01-20T10:00' })
    house.command('slack', 'bm', 'meetings call slt 2027-02-25')
    await house.until('2027-02-04T08:00')
    const before = house.letters.filter(({ person }) => person === 'slt-col').length
    await house.until('2027-02-04T10:00')
    expect(house.letters.filter(({ person }) => person === 'slt-col')).toHaveLength(before + 1)
    expect(house.reads('slt-col')).toContain('propose yours by Mon 15 Feb 2027')
  })

  it('whoever is invited on the very day on which items are called for hears it once', async () => {
    const house = aHouse({ at: '2027-02-04T10:00' })
    house.command('slack', 'bm', 'meetings call slt 2027-02-25')
    await house.until('2027-02-05T08:30')
    expect(house.letters.filter(({ person }) => person === 'slt-nhs')).toHaveLength(1)
    expect(house.reads('slt-nhs', 'teams')).toContain('propose yours by Mon 15 Feb 2027')
  })

  it('a proposal is put to the chair with a date, and refused once the agenda is out', async () => {
    const house = aHouse({ at: '2027-01-20T10:00' })
    house.command('slack', 'bm', 'meetings call slt 2027-02-25')
    house.command('slack', 'slt-hac', 'meetings propose slt Funding for next year')
    await house.settle()
    expect(house.reads('icsc')).toContain(
      'For you: Accept or decline a proposed item: "Funding for next year" by Mon 15 Feb 2027',
    )
    house.say('desk', 'bm', { verb: 'owed.do', subject: slt, input: { owed: 'agenda', outcome: 'done' } })
    expect(words(house.command('slack', 'slt-hac', 'meetings propose slt Something late'))).toContain(
      'takes no more proposals. Propose it for the next meeting',
    )
  })

  it('the chair and the support team hear two working days before whether it will be quorate', async () => {
    const house = aHouse({ at: '2027-01-20T10:00' })
    house.command('slack', 'bm', 'meetings call slt 2027-02-25')
    for (const person of ['icsc', 'slt-hac', 'slt-nhs', 'slt-mps']) reply(house, person, slt, 'attending')
    await house.until('2027-02-23T08:59')
    expect(house.reads('icsc')).not.toContain('The quorum forecast')
    await house.until('2027-02-23T09:30')
    for (const person of ['icsc', 'bm']) {
      expect(house.reads(person)).toContain('The quorum forecast, 2 working days before Thu 25 Feb 2027 (day 0).')
      expect(house.reads(person)).toContain('Quorate by the answers so far')
    }
    expect(house.reads('slt-nhs')).not.toContain('The quorum forecast')
    expect(house.reads('icsc')).not.toContain('Decide what becomes of a meeting that will not be quorate')
  })

  it('the forecast names the items that need more than the meeting has', async () => {
    const house = aHouse({ at: '2027-01-20T10:00' })
    house.command('slack', 'bm', 'meetings call slt 2027-02-25')
    house.say('desk', 'bm', {
      verb: 'meeting.agenda',
      subject: slt,
      input: { title: 'Amend the arrangements', purpose: 'decision', unanimous: 'yes' },
    })
    for (const person of ['icsc', 'slt-hac', 'slt-nhs', 'slt-mps']) reply(house, person, slt, 'attending')
    await house.until('2027-02-23T09:30')
    expect(house.reads('icsc')).toContain('Some items cannot be decided by the answers so far:')
    expect(house.reads('icsc')).toContain(
      'Amend the arrangements: Not quorate by the answers so far: City of London Corporation and City of London Police are missing.',
    )
  })

  it('members are reminded the working day before, with the agenda, but for those who sent apologies; the deputy is', async () => {
    const house = aHouse({ at: '2027-01-20T10:00' })
    house.command('slack', 'bm', 'meetings call slt 2027-02-25')
    reply(house, 'slt-nhs', slt, 'attending')
    reply(house, 'slt-col', slt, 'apologies')
    reply(house, 'slt-mps', slt, 'deputy')
    house.say('desk', 'bm', { verb: 'owed.do', subject: slt, input: { owed: 'agenda', outcome: 'done' } })
    await house.until('2027-02-24T09:30')
    const reminder = 'Reminder: the meeting is on Thu 25 Feb 2027, 14:00 to 16:00.'
    for (const person of ['slt-nhs', 'slt-mps-dep', 'slt-clp']) expect(house.reads(person)).toContain(reminder)
    for (const person of ['slt-col', 'slt-mps']) expect(house.reads(person)).not.toContain(reminder)
  })

  it('both are said again of another date', async () => {
    const house = aHouse({ at: '2027-01-20T10:00' })
    house.command('slack', 'bm', 'meetings call slt 2027-02-25')
    await house.until('2027-02-24T12:00')
    house.say('slack', 'bm', { verb: 'meeting.move', subject: slt, input: { date: '2027-03-11', reason: 'Snow' } })
    await house.until('2027-03-10T12:00')
    expect(doneBy(house, slt, 'forecast-told')).toEqual([
      'muster, 2027-02-23T09:00:00.000Z',
      'muster, 2027-03-09T09:00:00.000Z',
    ])
    expect(doneBy(house, slt, 'reminded')).toEqual([
      'muster, 2027-02-24T09:00:00.000Z',
      'muster, 2027-03-10T09:00:00.000Z',
    ])
  })

  it('a meeting called for tomorrow is neither forecast nor reminded of, since it has just been called', async () => {
    const house = aHouse({ at: '2027-02-24T10:00' })
    house.command('slack', 'bm', 'meetings call slt 2027-02-25 14:00')
    house.say('slack', 'bm', {
      verb: 'meeting.call',
      input: { group: 'slt', date: '2027-02-25', time: '14:00', reason: 'A delay must be approved' },
    })
    await house.until('2027-02-25T13:00')
    expect(facts(house, slt).map(({ kind }) => kind)).toEqual(['called'])
  })

  it('nothing is said of a cancelled one', async () => {
    const house = aHouse({ at: '2027-01-20T10:00' })
    house.command('slack', 'bm', 'meetings call slt 2027-02-25')
    house.say('slack', 'bm', { verb: 'meeting.cancel', subject: slt, input: { reason: 'No business' } })
    await house.until('2027-02-25T17:00')
    expect(facts(house, slt).map(({ kind }) => kind)).toEqual(['called', 'cancelled'])
  })
})

describe('what a group without votes decided while it was not quorate', () => {
  it('comes back on its next agenda, is no vote to anybody, and does not keep the meeting open', async () => {
    const house = aHouse({ at: '2027-01-12T10:00' })
    const [first, second] = ['quality-2027-02-02', 'quality-2027-04-01']
    house.command('slack', 'bm', 'meetings call quality 2027-02-02')
    house.command('slack', 'bm', 'meetings call quality 2027-04-01')
    for (const person of ['spa', 'hospital']) reply(house, person, first, 'attending')
    await house.until('2027-02-02T10:05')
    house.say('desk', 'bm', { verb: 'meeting.attendance', subject: first, input: { all: 'as-answered' } })
    const decided = words(house.command('slack', 'spa', 'meetings decided quality 1 The dataset is agreed'))
    expect(decided).toContain('Provisional, and back on the next agenda: The dataset is agreed')
    expect(decided).not.toContain('to be confirmed]')
    await house.until('2027-02-02T13:00')
    const press = (person: string, owed: string) =>
      house.say('desk', person, { verb: 'owed.do', subject: first, input: { owed, outcome: 'done' } })
    for (const owed of ['actions', 'minutes-draft']) press('bm', owed)
    press('spa', 'minutes-approve')
    press('bm', 'minutes-send')
    expect(house.store.read((tx) => tx.subjects.get(first))).toMatchObject({ open: false })
    await house.until('2027-03-09T12:00')
    const next = words(house.say('desk', 'bm', { verb: 'meeting.see', subject: second }))
    expect(next).toContain('Matters arising: To confirm: The dataset is agreed')
    expect(next.split('To confirm')).toHaveLength(2)
  })
})

describe('the next agenda of a group', () => {
  const june = 'slt-2027-06-24'

  /** Two meetings are in the calendar; at the first one item is not reached and one action is agreed. */
  async function twoMeetings(): Promise<House> {
    const house = aHouse({ at: '2027-01-20T10:00' })
    house.command('slack', 'bm', 'meetings call slt 2027-02-25')
    house.command('slack', 'bm', 'meetings call slt 2027-06-24')
    house.command(
      'slack',
      'spa',
      'actions for slt housing 2027-07-30 Send the list of temporary addresses to the panel',
    )
    await house.settle()
    return house
  }

  it('looks back on the group’s open actions from the day items are called for, as they stand then, and says so in the minutes', async () => {
    const house = await twoMeetings()
    await house.until('2027-02-04T12:00')
    const line =
      '2027-1 (Gil Nullman, by Fri 30 Jul 2027, not started): Send the list of temporary addresses to the panel'
    expect(house.reads('slt-nhs', 'teams')).toContain('Open actions, as of Thu 4 Feb 2027')
    expect(house.reads('slt-nhs', 'teams')).toContain(line)
    house.say('desk', 'housing', { verb: 'action.update', subject: 'action-2027-1', input: { status: 'at-risk' } })
    await house.until('2027-02-24T12:00')
    expect(house.reads('slt-nhs', 'teams')).toContain('2027-1 (Gil Nullman, by Fri 30 Jul 2027, at risk)')
    expect(house.reads('slt-nhs', 'teams')).toContain('Open actions, as of Wed 24 Feb 2027')
  })

  it('has what was not reached, and all that a cancelled meeting was to deal with, without anybody carrying it', async () => {
    const house = await twoMeetings()
    const add = (title: string) =>
      house.say('desk', 'bm', { verb: 'meeting.agenda', subject: slt, input: { title, purpose: 'decision' } })
    add('Funding for next year')
    house.say('desk', 'slt-hac', { verb: 'meeting.propose', subject: slt, input: { title: 'A shared training day' } })
    house.say('slack', 'bm', { verb: 'meeting.cancel', subject: slt, input: { reason: 'Snow' } })
    await house.until('2027-06-03T12:00')
    const card = words(house.say('desk', 'slt-nhs', { verb: 'meeting.see', subject: june }))
    expect(card).toContain('Matters arising: Funding for next year')
    expect(card).not.toContain('A shared training day')
    expect(house.reads('icsc')).toContain(
      'Accept or decline a proposed item: "A shared training day" by Mon 14 Jun 2027',
    )
  })

  it('takes each matter up once, also when the year was planned after it was put off', async () => {
    const house = aHouse({ at: '2026-11-23T10:00' })
    house.command('slack', 'bm', 'meetings call slt 2026-12-10')
    house.jump('2026-12-10T15:00')
    house.say('desk', 'bm', {
      verb: 'meeting.agenda',
      subject: 'slt-2026-12-10',
      input: { item: 'standing-8', outcome: 'defer' },
    })
    planned(house)
    house.jump('2027-02-18T12:00')
    await house.settle()
    house.say('desk', 'bm', { verb: 'owed.do', subject: slt, input: { owed: 'agenda', outcome: 'done' } })
    house.jump('2027-06-10T12:00')
    await house.settle()
    const carried = (id: string) => facts(house, id).filter(({ kind }) => kind === 'item-carried').length
    expect([carried(slt), carried(june)]).toEqual([1, 0])
  })
})
