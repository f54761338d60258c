/** What is typed in a meeting and around it, in Slack, in Teams and on the desk: papers, decisions, actions, who left, what was not reached. */
import { expect, it } from 'vitest'
import { words } from '../seats/house.ts'
import { aHouse } from '../stories/house.ts'

type House = ReturnType<typeof aHouse>

const subject = 'slt-2027-02-25'
const facts = (house: House, kind: string) =>
  house.store.read((tx) => tx.subjects.facts(subject)).flatMap((fact) => (fact.kind === kind ? [fact.data] : []))

async function called(): Promise<House> {
  const house = aHouse({ at: '2027-02-01T10:00' })
  house.command('slack', 'bm', 'meetings call slt 2027-02-25')
  await house.settle()
  return house
}

/** The meeting has begun, with everybody there who had said so. */
async function begun(): Promise<House> {
  const house = await called()
  for (const person of ['icsc', 'slt-hac', 'slt-nhs', 'slt-mps'])
    house.say('desk', person, { verb: 'meeting.reply', subject, input: { answer: 'attending' } })
  house.jump('2027-02-25T14:05')
  house.say('desk', 'bm', { verb: 'meeting.attendance', subject, input: { all: 'as-answered' } })
  return house
}

it('a paper is asked for from one platform and sent from another, by its item’s number', async () => {
  const house = await called()
  expect(words(house.command('slack', 'bm', 'meetings ask slt exampleton Funding for next year'))).toContain(
    'Funding for next year (Noor Exampleton, for discussion)',
  )
  await house.until('2027-02-15T10:00')
  expect(house.reads('slt-nhs', 'teams')).toContain('Say "meetings paper slt 11" with its address and its title.')
  const sent = house.command(
    'teams',
    'slt-nhs',
    'meetings paper slt 11 https://papers.example/funding Funding, in figures',
  )
  expect(words(sent)).toContain('Item 11: Funding, in figures: https://papers.example/funding')
  expect(words(house.command('teams', 'slt-nhs', 'meetings paper slt 40 https://papers.example/x X'))).toBe(
    'The agenda has no item 40. Its items are numbered from 1 to 12.',
  )
  expect(words(house.command('teams', 'slt-clp', 'meetings paper slt 11 https://papers.example/y Y'))).toContain(
    "is its owner's to send",
  )
})

it('decisions and actions are written down as they are made, by whoever writes the minutes', async () => {
  const house = await begun()
  house.jump('2027-02-25T15:10')
  expect(words(house.command('slack', 'spa', 'meetings decided slt 5 The risk register is agreed'))).toContain(
    'The risk register is agreed',
  )
  expect(words(house.command('slack', 'spa', 'meetings decided slt 6 14:40 The plan is agreed'))).toContain(
    'The plan is agreed',
  )
  const agreed = house.command('desk', 'bm', 'meetings agreed slt 6 noor 2027-04-30 Draft the plan for beds')
  expect(words(agreed)).toContain('Draft the plan for beds (Noor Exampleton, by Fri 30 Apr 2027)')
  expect(facts(house, 'decided')).toEqual([
    { item: 'standing-5', says: 'The risk register is agreed' },
    { item: 'standing-6', says: 'The plan is agreed', when: '2027-02-25T14:40:00.000Z' },
  ])
  expect(words(house.command('teams', 'slt-nhs', 'meetings decided slt 5 Something else'))).toContain('Only')
})

it('who left is written down by name and time, and what was decided afterwards waits to be confirmed', async () => {
  const house = await begun()
  house.jump('2027-02-25T15:30')
  expect(words(house.command('slack', 'bm', 'meetings left slt robin'))).toContain('not recorded as there')
  house.command('slack', 'bm', 'meetings left slt kit 15:20')
  const after = house.command('slack', 'spa', 'meetings decided slt 6 The plan is agreed')
  expect(words(after)).toContain('Quorum was lost at 15:20')
  expect(words(after)).toContain('Provisional')
  expect(words(house.command('slack', 'bm', 'meetings left slt noor 17:00'))).toContain('is not within the meeting')
})

it('an item is stepped aside from by its own member, and one that was not reached is carried over', async () => {
  const house = await begun()
  house.command('teams', 'slt-nhs', 'meetings conflict slt 8')
  expect(facts(house, 'conflict-declared')).toEqual([{ item: 'standing-8', person: 'slt-nhs' }])
  expect(words(house.command('slack', 'bm', 'meetings defer slt 9'))).toContain('not reached; carried over')
})

it('where the group has no such meeting that is said', async () => {
  const house = await called()
  expect(words(house.command('slack', 'spa', 'meetings decided slt 5 Something'))).toContain(
    'No meeting of that group is in the calendar for which this could be said.',
  )
  expect(words(house.command('slack', 'spa', 'meetings paper executive 1 https://papers.example/x X'))).toContain(
    'No meeting of that group',
  )
})
