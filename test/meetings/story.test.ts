/** One meeting's life over the real core and store: called, answered, moved, inquorate, held, minuted; and a year of dates in one press. */
import { expect, it } from 'vitest'
import type { Reply } from '../../src/chat/intent.ts'
import { aHouse, buttonsOf, wordsOf } from '../stories/house.ts'

type House = ReturnType<typeof aHouse>

const words = (reply: Reply) => {
  if (reply.kind === 'refusal') return `${reply.refusal.sentence} ${reply.refusal.next}`
  return reply.kind === 'nothing' || reply.kind === 'form' ? reply.kind : wordsOf(reply.message)
}
const subject = 'slt-2027-02-25'
const call = (house: House, date: string) => house.command('slack', 'bm', `meetings call slt ${date}`)

it('a date on a bank holiday is refused with the next free dates, and a member may not call at all', () => {
  const house = aHouse({ at: '2027-01-20T10:00' })
  expect(words(call(house, '2027-03-26'))).toContain('Free dates: Tue 30 Mar 2027')
  expect(words(house.command('slack', 'slt-hac', 'meetings call quality 2027-03-30'))).toContain('Only')
})

it('everybody is invited where they are, answers with a press, and the card follows on the other platform', async () => {
  const house = aHouse({ at: '2027-01-20T10:00' })
  expect(words(call(house, '2027-02-25'))).toContain('Thu 25 Feb 2027, 14:00 to 16:00')
  await house.settle()
  expect(house.reads('slt-nhs', 'teams')).toContain('Not quorate by the answers so far')
  house.press('teams', 'slt-nhs', 'Attending', 'Strategic Leadership Team')
  house.press('teams', 'slt-mps', 'Send a deputy: Bo Standinsky')
  house.press('slack', 'slt-hac', 'Attending')
  house.press('slack', 'icsc', 'Attending')
  await house.settle()
  expect(house.reads('slt-col', 'slack')).toContain('Quorate by the answers so far')
  expect(house.reads('slt-mps-dep', 'teams')).toContain('Strategic Leadership Team')
  const invitation = house.store
    .read((tx) => tx.outbox.about(subject))
    .find(({ key }) => key.endsWith('called~1/slt-nhs'))
  const [file] = invitation?.attachments ?? []
  expect(Buffer.from(file?.base64 ?? '', 'base64').toString()).toContain(`UID:${subject}@muster`)
})

it('a second press changes nothing, and somebody without a seat is told so', async () => {
  const house = aHouse({ at: '2027-01-20T10:00' })
  call(house, '2027-02-25')
  await house.settle()
  house.press('teams', 'slt-nhs', 'Attending')
  const sent = house.letters.length
  await house.settle()
  house.say('teams', 'slt-nhs', { verb: 'meeting.reply', subject, input: { answer: 'attending' } })
  await house.settle()
  expect(house.letters).toHaveLength(sent)
  expect(house.say('slack', 'housing', { verb: 'meeting.reply', subject, input: { answer: 'attending' } }).kind).toBe(
    'refusal',
  )
})

it('whoever has answered is not reminded; whoever has not is', async () => {
  const house = aHouse({ at: '2027-02-01T10:00' })
  call(house, '2027-02-25')
  await house.settle()
  house.press('teams', 'slt-nhs', 'Attending')
  await house.until('2027-02-22T12:00')
  expect(house.reads('slt-clp')).toContain('Say whether you are coming')
  expect(house.reads('slt-nhs')).not.toContain('Say whether you are coming')
})

it('whoever is behind the members hears once in a morning who has not answered, not once for each of them', async () => {
  const house = aHouse({ at: '2027-02-01T10:00' })
  call(house, '2027-02-25')
  await house.until('2027-02-19T08:59')
  const before = house.letters.filter(({ person }) => person === 'coord').length
  await house.until('2027-02-19T12:00')
  const today = house.letters.filter(({ person }) => person === 'coord').slice(before)
  expect(today.map(({ message }) => wordsOf(message)).filter((one) => one.includes('Say whether you'))).toHaveLength(1)
  expect(house.reads('coord')).toContain('Late or due elsewhere')
  expect(house.reads('slt-clp')).toContain('Reminder: Say whether you are coming')
})

it('a move tells everybody what they had said and asks again', async () => {
  const house = aHouse({ at: '2027-01-20T10:00' })
  call(house, '2027-02-25')
  await house.settle()
  house.press('teams', 'slt-nhs', 'Attending')
  house.say('slack', 'bm', {
    verb: 'meeting.move',
    subject,
    input: { date: '2027-03-04', reason: 'The room is not free' },
  })
  await house.settle()
  expect(house.reads('slt-nhs')).toContain('You said attending for Thu 25 Feb 2027; please confirm for Thu 4 Mar 2027.')
})

it('the chair is asked what becomes of a meeting that will not be quorate', async () => {
  const house = aHouse({ at: '2027-02-01T10:00' })
  call(house, '2027-02-25')
  await house.settle()
  house.press('slack', 'icsc', 'Attending')
  await house.until('2027-02-23T12:00')
  expect(house.reads('icsc')).toContain('Decide what becomes of a meeting that will not be quorate')
  const chosen = house.say('slack', 'icsc', {
    verb: 'meeting.forecast',
    subject,
    input: { choice: 'go-without-decisions' },
  })
  expect(words(chosen)).toContain('The meeting goes ahead without decisions.')
  expect(house.say('slack', 'spa', { verb: 'meeting.forecast', subject, input: { choice: 'go' } }).kind).toBe('refusal')
})

it('is held, recorded as answered, minuted and closed', async () => {
  const house = aHouse({ at: '2027-02-01T10:00' })
  call(house, '2027-02-25')
  await house.settle()
  for (const person of ['icsc', 'slt-hac', 'slt-nhs', 'slt-mps']) {
    house.say('desk', person, { verb: 'meeting.reply', subject, input: { answer: 'attending' } })
  }
  house.jump('2027-02-25T16:30')
  const press = (person: string, verb: string, input: Record<string, string>) =>
    house.say('desk', person, { verb, subject, input })
  expect(words(press('bm', 'meeting.attendance', { all: 'as-answered' }))).toContain(
    'Met Police | Kit Fixtureton | Attended',
  )
  press('spa', 'meeting.decide', { item: 'standing-5', says: 'The risk register is agreed', when: '15:00' })
  for (const owed of ['actions', 'minutes-draft']) press('bm', 'owed.do', { owed, outcome: 'done' })
  press('icsc', 'owed.do', { owed: 'minutes-approve', outcome: 'done' })
  press('bm', 'owed.do', { owed: 'minutes-send', outcome: 'done' })
  expect(house.store.read((tx) => tx.subjects.get(subject))).toMatchObject({ open: false })
})

it('a year is put into the calendar by the press of somebody who has seen it, once, and everybody hears of it once', async () => {
  const house = aHouse({ at: '2026-11-23T10:00' })
  const draft = house.command('slack', 'bm', 'meetings plan 2027')
  const [button] = draft.kind === 'message' ? buttonsOf(draft.message) : []
  expect(words(draft)).toContain('Thu 25 Feb 2027 | 14:00 to 16:00 | SLT | 4th Thursday of February 2027')
  const confirm = () => house.say('slack', 'bm', { verb: button?.verb ?? '', input: button?.input ?? {} })
  expect(words(confirm())).toContain('42 meetings of 2027 are in the calendar')
  expect(words(confirm())).toContain('Every group has its meetings of 2027 in the calendar.')
  await house.settle()
  expect(house.letters.filter(({ person }) => person === 'slt-nhs')).toHaveLength(1)
  expect(house.reads('slt-nhs')).toContain('SLT: Thu 25 Feb 2027, 14:00 to 16:00')
  expect(house.reads('cafcass')).toContain('Annual conference: Wed 16 Jun 2027, 09:30 to 13:00')
})

it('a proposed date is put elsewhere before the year is confirmed, and whoever looks next sees it there', async () => {
  const house = aHouse({ at: '2026-11-23T10:00' })
  const say = (said: string) => house.command('slack', 'bm', `meetings plan ${said}`)
  expect(words(say('move executive 2027-11-16 2027-12-27'))).toContain('Mon 27 Dec 2027 is a bank holiday')
  expect(words(say('move executive 2027-11-17 2027-11-23'))).toContain('Proposed for it: Tue 19 Jan 2027,')
  expect(words(say('move executive 2027-11-16 2027-11-25 14:00'))).toContain('would also be at Case Review')
  const row = 'Tue 23 Nov 2027 | 10:00 to 12:30 | Executive | put here by hand; proposed for Tue 16 Nov 2027'
  expect(words(say('move executive 2027-11-16 2027-11-23'))).toContain(row)
  const draft = house.command('slack', 'spa', 'meetings plan 2027')
  expect(words(draft)).toContain(row)
  const confirm = draft.kind === 'message' ? buttonsOf(draft.message)[0] : undefined
  house.say('slack', 'spa', { verb: confirm?.verb ?? '', input: confirm?.input ?? {} })
  expect(house.store.read((tx) => tx.subjects.get('executive-2027-11-23'))).toMatchObject({ kind: 'meeting' })
  expect(house.store.read((tx) => tx.subjects.get('executive-2027-11-16'))).toBeUndefined()
  expect(words(house.command('teams', 'slt-nhs', 'meetings plan move executive 2027-11-23 2027-11-30'))).toContain(
    'Only',
  )
})
