/** Planning a year of meetings for twelve groups and sixty people who sit in several of them. */
import { join } from 'node:path'
import { isRefusal } from '../../src/kernel/result.ts'
import { planYear } from '../../src/meetings/year.ts'
import type { Partnership, Seat } from '../../src/partnership/partnership.ts'
import { partnershipOf } from '../../src/partnership/partnership.ts'
import { calendarsIn } from '../../wire/calendars.ts'
import { readPapers } from '../../wire/profiles.ts'
import { type Row, rowOf } from '../kit/row.ts'
import { NOW } from '../kit/world.ts'

const GROUPS = 12
const PEOPLE = 60
const LIMIT_MS = 1_000
const FOLDER = join(import.meta.dirname, '../../profiles')

export function year({ rounds = 7 } = {}): Row[] {
  const setting = { partnership: grown(), calendar: calendarsIn(FOLDER)('england-and-wales', []), at: NOW }
  const took = Array.from({ length: rounds }, () => {
    const began = performance.now()
    const plan = planYear(setting, 2027)
    if (isRefusal(plan) || plan.proposals.length < GROUPS * 3) throw new Error('the year was not planned')
    return performance.now() - began
  })
  return [
    rowOf({
      name: `planning a year for ${GROUPS} groups and ${PEOPLE} people`,
      goal: 1,
      // Each round counts, the first and coldest too.
      ours: took,
      peer: took.map(() => LIMIT_MS),
      unit: 'ms',
      dominates: 'clashes of people',
    }),
  ]
}

/** The fictional partnership with more groups and more people, each newcomer in the seats of somebody who was there. */
function grown(): Partnership {
  const { profile, roster } = readPapers(FOLDER, 'wt2018-chscp', 'people-fictional')
  const partnership = partnershipOf(profile, roster)
  const more = partnership.groups.filter(({ cadence }) => cadence !== undefined)
  const groups = [...partnership.groups]
  while (groups.length < GROUPS + 1) {
    const [like] = more.slice(groups.length % more.length)
    if (like) groups.push({ ...like, id: `${like.id}-${groups.length}` })
  }
  const people = new Map(partnership.people)
  const seats: Seat[] = partnership.seats.flatMap((seat) => [
    seat,
    ...groups
      .filter(({ id }) => seat.group !== undefined && id.startsWith(`${seat.group}-`))
      .map(({ id }) => ({ ...seat, id: `${seat.id}@${id}`, group: id })),
  ])
  const models = [...partnership.people.values()]
  for (let n = 0; people.size < PEOPLE; n++) {
    const like = models[n % models.length]
    if (like === undefined) break
    const id = `${like.id}-${n}`
    people.set(id, { ...like, id })
    seats.push(
      ...seats
        .filter(({ person }) => person === like.id)
        .map((seat) => ({ ...seat, id: `${seat.id}#${n}`, person: id })),
    )
  }
  return { ...partnership, groups, people, seats }
}
