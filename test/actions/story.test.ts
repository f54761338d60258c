/** Actions over the real core and store: set in chat, chased once a month, evidenced, accepted, handed over between platforms. */
import { expect, it } from 'vitest'
import type { Reply } from '../../src/chat/intent.ts'
import { aHouse, wordsOf } from '../stories/house.ts'

type House = ReturnType<typeof aHouse>

const words = (reply: Reply) => {
  if (reply.kind === 'refusal') return `${reply.refusal.sentence} ${reply.refusal.next}`
  return reply.kind === 'nothing' || reply.kind === 'form' ? reply.kind : wordsOf(reply.message)
}
const what = 'Send the list of temporary addresses to the panel'
const set = (house: House, who = 'housing', due = '2027-06-30') =>
  house.command('slack', 'spa', `actions for slt ${who} ${due} ${what}`)

it('is set in the channel of a group without naming it, and its owner hears of it where they are', async () => {
  const house = aHouse({ at: '2027-02-22T10:00' })
  const where = { platform: 'slack', tenant: 'T', conversation: 'C-slt', kind: 'channel' } as const
  house.say('slack', 'bm', { verb: 'command', where, input: { command: 'muster', text: 'here slt' } })
  const added = house.say('slack', 'spa', {
    verb: 'command',
    where,
    input: { command: 'actions', text: `add nullman 2027-06-30 ${what}` },
  })
  expect(words(added)).toContain('Gil Nullman')
  await house.settle()
  expect(house.reads('housing')).toContain('this action is yours to do. By Wed 30 Jun 2027')
  expect(words(house.command('slack', 'spa', `actions add housing 2027-06-30 ${what}`))).toContain(
    'Say which group sets this action.',
  )
})

it('is asked about once a month with one tap, and no longer once it is done', async () => {
  const house = aHouse({ at: '2027-02-22T10:00' })
  set(house)
  await house.until('2027-03-22T12:00')
  expect(house.reads('housing', 'slack')).toContain('Reminder: Say how it stands.')
  house.press('slack', 'housing', 'At risk')
  await house.until('2027-03-24T12:00')
  expect(words(house.command('slack', 'icsc', 'actions slt'))).toContain('at risk')
  const told = house.letters.length
  await house.until('2027-04-10T12:00')
  expect(house.letters.length).toBe(told)
})

it('is done when the group has accepted its evidence, from Slack to Teams and back', async () => {
  const house = aHouse({ at: '2027-02-22T10:00' })
  set(house, 'probation')
  await house.settle()
  house.press('teams', 'probation', 'Done')
  await house.settle()
  expect(house.reads('probation', 'teams')).toContain('Say where the evidence is')
  house.command('teams', 'probation', 'actions evidence 1 Minutes of the housing board, item 4')
  await house.settle()
  expect(
    words(
      house.say('teams', 'probation', {
        verb: 'owed.do',
        subject: 'action-2027-1',
        input: { owed: 'accept', outcome: 'accepted' },
      }),
    ),
  ).toContain('Only')
  house.press('slack', 'icsc', 'Accept the evidence')
  await house.settle()
  expect(house.reads('probation', 'teams')).toContain('Done, evidence accepted.')
  expect(house.store.read((tx) => tx.subjects.get('action-2027-1'))).toMatchObject({ open: false })
})

it('is handed over only with the other’s consent', async () => {
  const house = aHouse({ at: '2027-02-22T10:00' })
  set(house)
  await house.settle()
  expect(words(house.command('slack', 'hcvs', 'actions hand 1 probation'))).toContain('Only')
  house.command('slack', 'housing', 'actions hand 1 probation')
  await house.settle()
  expect(words(house.press('teams', 'probation', 'I take it over'))).toContain('Ros Testerly')
  await house.settle()
  expect(house.reads('housing')).toContain('Owner: Ros Testerly (Probation)')
})

it('what a meeting agreed to do is in the tracker once', async () => {
  const house = aHouse({ at: '2027-02-01T10:00' })
  house.command('slack', 'bm', 'meetings call slt 2027-02-25')
  house.jump('2027-02-25T15:00')
  const press = (verb: string, input: Record<string, string>) =>
    house.say('desk', 'spa', { verb, subject: 'slt-2027-02-25', input })
  press('meeting.action', { item: 'standing-5', says: what, owner: 'housing', due: '2027-04-30' })
  press('meeting.action', { item: 'standing-6', says: 'Draft the plan', owner: 'slt-nhs' })
  expect(words(press('action.collect', { due: '2027-03-31' }))).toContain('2 actions are in the tracker now')
  expect(words(press('action.collect', { due: '2027-03-31' }))).toContain(
    'Every action of this meeting is in the tracker.',
  )
  expect(words(house.command('slack', 'spa', 'actions slt'))).toContain(
    'Draft the plan | Noor Exampleton | Wed 31 Mar 2027',
  )
})

it('is shown only to those who take part, and personal detail is not kept', () => {
  const house = aHouse({ at: '2027-02-22T10:00' })
  set(house)
  expect(words(house.command('slack', 'hcvs', 'actions'))).toContain('No action is open that you take part in.')
  expect(words(house.command('slack', 'hcvs', 'actions see 1'))).toContain('Only')
  const telling = { group: 'slt', who: 'housing', due: '2027-06-30', what: 'Visit the mother at 14 Example Road' }
  expect(words(house.say('slack', 'spa', { verb: 'action.add', input: telling }))).toContain('personal detail')
  expect(words(house.command('slack', 'spa', 'actions for slt housing soon Something'))).toContain(
    'An action needs who, until when, and what.',
  )
})

it('one that is no longer wanted is dropped with its reason; its owner is told, and is asked about it no more', async () => {
  const house = aHouse({ at: '2027-02-22T10:00' })
  set(house)
  await house.settle()
  expect(words(house.command('slack', 'housing', 'actions drop 1 I would rather not'))).toMatch(/may|can/)
  expect(words(house.command('slack', 'spa', 'actions drop 1 another list has it'))).toContain('another list has it')
  await house.settle()
  expect(house.reads('housing')).toContain('another list has it')
  await house.until('2027-03-24T12:00')
  expect(house.reads('housing', 'slack')).not.toContain('Reminder')
  expect(words(house.command('slack', 'housing', 'actions'))).not.toContain(what)
})
