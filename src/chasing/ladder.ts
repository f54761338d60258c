/**
 * The chase ladder: for each owed thing with a limit, when somebody hears of it, and who. The rungs are the profile's; this only reads them.
 *
 * @example
 *   callsFor(owed, profile.chase, calendar)
 *   // [{ rung: 'T-5', at: '2026-12-22T09:00:00.000Z', tells: ['owner'] }, …, { rung: 'T+2', tells: ['agency-lead'] }]
 */
import { parseCount } from '../calendar/count.ts'
import type { WorkingCalendar } from '../calendar/working-calendar.ts'
import { countWorkingDays } from '../calendar/working-days.ts'
import { isRefusal } from '../kernel/result.ts'
import { type Instant, type LocalDate, londonInstant, minutesAfter } from '../kernel/time.ts'
import type { Profile, Rung } from '../partnership/profile.ts'
import type { Owed } from './owed.ts'

export type Chase = Profile['chase']
export type Tells = Rung['tells'][number]

export interface Call {
  /** `T-2`; or `lapse`, when nobody is called but the course goes on without it. */
  readonly rung: string
  readonly at: Instant
  readonly tells: readonly Tells[]
}

/** Every call of the ladder for one owed thing, in the order of the profile; none without a limit. Moments before it was opened are left out. */
export function callsFor(owed: Owed, chase: Chase, calendar: WorkingCalendar): readonly Call[] {
  const { limit } = owed
  if (limit === undefined) return []
  const calls = chase.ladder.flatMap((rung) => {
    const day = dayOf(rung, limit.limit, calendar)
    if (day === undefined) return []
    const at = londonInstant(`${day}T${rung.at ?? chase.digestAt}`)
    return at > owed.openedAt ? [{ rung: rung.id, at, tells: tellsAt(rung, owed, chase) }] : []
  })
  return owed.lapses ? [...calls, { rung: 'lapse', at: minutesAfter(limit.limitAt, 1), tells: [] }] : calls
}

/** Whom a rung tells of this: for statutory things the commissioner and the adviser already hear at the early rung (DOMAIN 1.2, chase ladder). */
export function tellsAt(rung: Rung, owed: Pick<Owed, 'statutory'>, chase: Chase): readonly Tells[] {
  const early = chase.ladder.findIndex((one) => one.id === chase.earlyAt)
  const isEarly = owed.statutory && early >= 0 && chase.ladder.indexOf(rung) >= early
  return isEarly ? [...new Set<Tells>([...rung.tells, 'spa', 'icsc'])] : rung.tells
}

/** The day a rung calls on, counted in working days from the limit; undefined for the opening, and where the calendar does not reach. */
function dayOf(rung: Rung, limit: LocalDate, calendar: WorkingCalendar): LocalDate | undefined {
  if (rung.when === 'opened') return undefined
  if (rung.when === 'due') return limit
  const count = parseCount(rung.when)
  if (isRefusal(count)) throw new Error(`rung ${rung.id}: ${count.sentence}`)
  const counted = countWorkingDays(calendar, limit, count.kind === 'working-days-before' ? -count.n : count.n)
  return isRefusal(counted) ? undefined : counted.date
}
