/**
 * Once, in good time: the meetings of the coming year are to be planned (D-60). Told by whoever owes that plan, with a button that proposes the dates; not
 * where every group has its meetings of that year already.
 */
import { actions, say as words } from '../chat/words.ts'
import { dateOf, type LocalDate, type LocalDateTime, sayDate } from '../kernel/time.ts'
import { type Group, groupsAt } from '../partnership/partnership.ts'
import { disturbAt } from './disturb.ts'
import type { House } from './house.ts'
import { allMeetings } from './watch.ts'
import { holdersInReach } from './ways.ts'
import { newRing, type Ring, say } from './work.ts'

/** From the day of D-60-plan on, and until the day by which the dates are agreed (D-60). */
export function remindToPlan(house: House): Ring {
  const ring = newRing()
  house.store.transaction((tx) => {
    const at = house.clock()
    const partnership = house.partnership()
    const { 'D-60': agreed, 'D-60-plan': begin } = partnership.profile.rules
    if (begin?.on === undefined || agreed?.on === undefined) return
    const year = yearToPlan(dateOf(at), begin.on, agreed.on)
    if (year === undefined) return
    const planned = allMeetings(house, tx, at).filter(({ cancelled, starts }) => !cancelled && isIn(year, starts))
    const without = groupsAt(partnership, at).filter(
      ({ cadence, id }) => cadence !== undefined && !planned.some(({ group }) => group.id === id),
    )
    if (without.length === 0) return
    const by = `${year}-${agreed.on}`
    for (const person of holdersInReach(house, tx, begin.owed ?? 'support')) {
      say(
        { house, tx, at, ring },
        {
          key: `plan-ahead/${year}/${person.id}`,
          to: { person: person.id },
          content: { message: toPlan(year, by, without) },
          notBefore: disturbAt(house, false, at),
        },
      )
    }
  })
  return ring
}

/** The coming year from its day on, this one until its dates are agreed; none between. Days of a year are written MM-DD. */
function yearToPlan(today: LocalDate, from: string, until: string): number | undefined {
  const [year, day] = [Number(today.slice(0, 4)), today.slice('yyyy-'.length)]
  if (day >= from) return year + 1
  return day <= until ? year : undefined
}

const isIn = (year: number, starts: LocalDateTime) => Number(starts.slice(0, 4)) === year

function toPlan(year: number, by: LocalDate, without: readonly Group[]) {
  const whose = without.map(({ short }) => short).join(', ')
  return words(
    `The meetings of ${year} are to be planned: their dates are agreed by ${sayDate(by)}. None is in the calendar yet for ${whose}.`,
    actions([
      { label: `Propose dates for ${year}`, verb: 'meeting.plan', input: { year: String(year) }, style: 'primary' },
    ]),
  )
}
