/** Groups created and dissolved by the partners' own motion, over the real core and store. */
import { expect, it } from 'vitest'
import { groupMembers, groupsAt } from '../../src/partnership/partnership.ts'
import { type LivingHouse, livingHouse, words } from './house.ts'

const create =
  'muster group temporary-homes 2027-06-30 slt-nhs housing,elft,hcvs Look at how families in temporary homes are seen'
const exists = (house: LivingHouse, id = 'temporary-homes') =>
  groupsAt(house.now(), house.clock()).some((one) => one.id === id)

/** Three partners agree, on both platforms. */
function carried(house: LivingHouse, about: string) {
  house.press('teams', 'slt-nhs', 'Agree', about)
  house.press('slack', 'slt-hac', 'Agree', about)
  return house.press('teams', 'slt-clp', 'Agree', about)
}

it('a task and finish group exists from the vote that carries it, with its chair and its members, who hear of it', async () => {
  const house = livingHouse('2027-02-22T10:00')
  expect(words(house.command('slack', 'bm', create))).toContain(
    'To create the task and finish group "Temporary homes" until Wed 30 Jun 2027, chaired by Noor Exampleton',
  )
  await house.settle()
  expect(exists(house)).toBe(false)
  expect(words(carried(house, 'Temporary homes'))).toContain('Carried: 3 of 5 agree')
  expect(exists(house)).toBe(true)
  const members = groupMembers(house.now(), 'temporary-homes', house.clock())
  expect(members.map(({ person, seat }) => `${person.id} ${seat.role}`)).toEqual([
    'slt-nhs chair',
    'housing member',
    'elft member',
    'hcvs member',
  ])
  await house.settle()
  expect(house.reads('elft', 'teams')).toContain('Look at how families in temporary homes are seen')
  expect(words(house.command('slack', 'bm', 'meetings call temporary-homes 2027-03-10'))).toContain('Temporary homes')
})

it('on its last day its chair and the support team are asked to propose its end, and the partners decide', async () => {
  const house = livingHouse('2027-02-22T10:00')
  house.command('slack', 'bm', create)
  await house.settle()
  carried(house, 'Temporary homes')
  await house.until('2027-06-30T12:00')
  expect(house.reads('slt-nhs', 'teams')).toContain(
    'Its last day has come: propose to the partners that it be dissolved.',
  )
  expect(words(house.press('teams', 'slt-nhs', 'Propose dissolution'))).toContain(
    'To dissolve Temporary homes. Its last day was agreed as Wed 30 Jun 2027.',
  )
  await house.settle()
  carried(house, 'To dissolve Temporary homes')
  expect(exists(house)).toBe(false)
  expect(house.store.read((tx) => tx.subjects.get('group-temporary-homes'))).toMatchObject({ open: false })
  expect(groupMembers(house.now(), 'temporary-homes', house.clock())).toEqual([])
})

it('a core sub-group is dissolved only when all five agree', async () => {
  const house = livingHouse('2027-02-22T10:00')
  expect(words(house.command('slack', 'bm', 'muster dissolve early-help Its work goes to the Executive'))).toContain(
    'Every safeguarding partner must agree (29.2)',
  )
  await house.settle()
  carried(house, 'To dissolve Early Help')
  expect(exists(house, 'early-help')).toBe(true)
  expect(words(house.command('slack', 'bm', 'muster dissolve slt No longer needed'))).toContain('own body')
})

it('nothing is created that exists, has no time, or has members nobody knows', () => {
  const house = livingHouse('2027-02-22T10:00')
  const say = (said: string) => words(house.command('slack', 'bm', said))
  expect(say('muster group slt 2027-06-30 slt-nhs housing Look at homes')).toContain(
    'There is a group called slt already.',
  )
  expect(say('muster group homes 2027-02-01 slt-nhs housing Look at homes')).toContain('leaves the group no time')
  expect(say('muster group homes 2027-06-30 slt-nhs ghost Look at homes')).toContain(
    'Nobody in the partnership is called "ghost".',
  )
  expect(
    words(house.command('slack', 'housing', 'muster group homes 2027-06-30 slt-nhs housing Look at homes')),
  ).toContain('Only')
})
