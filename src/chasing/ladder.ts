/**
 * The chase ladder: for each owed thing with a limit, when somebody hears of it, and who. The rungs are the profile's; this only reads them.
 *
 * @example
 *   callsFor(owed, profile.chase, calendar)
 *   // [{ rung: 'T-5', at: '2026-12-22T09:00:00.000Z', to: ['owner'], alone: false }, …]
 */
import { remembered } from '../calendar/remember.ts'
import type { WorkingCalendar } from '../calendar/working-calendar.ts'
import { countWorkingDays, lastWorkingDayBy } from '../calendar/working-days.ts'
import { isRefusal } from '../kernel/result.ts'
import { hoursAfter, type Instant, type LocalDate, londonInstant, minutesAfter } from '../kernel/time.ts'
import type { Profile, Rung } from '../partnership/profile.ts'
import type { Limit, Owed } from './owed.ts'

export type Chase = Profile['chase']

export interface Call {
  /** `T-2`; or `lapse`, when nobody is called but the course goes on without it; or `itself`, when Muster does it. */
  readonly rung: string
  readonly at: Instant
  /** `owner`, `backup`, `agency-lead`, or a role of the profile. */
  readonly to: readonly string[]
  /** It goes out on its own; otherwise it joins the morning digest. */
  readonly alone: boolean
}

/** Every call of the ladder for one owed thing, in the order of the profile; none without a limit. Moments before it was opened are left out. */
export function callsFor(owed: Owed, chase: Chase, calendar: WorkingCalendar): readonly Call[] {
  const { limit, itself } = owed
  if (itself !== undefined) return [{ rung: ITSELF, at: itself.at, to: [], alone: true }]
  if (limit === undefined) return []
  const calls = limit.count.kind === 'hours-after' ? hourly(owed, limit) : daily(owed, limit, chase, calendar)
  return owed.lapses ? [...calls, { rung: 'lapse', at: minutesAfter(limit.limitAt, 1), to: [], alone: true }] : calls
}

/** The rung of what Muster does by itself on its day. */
export const ITSELF = 'itself'

function daily(owed: Owed, limit: Limit, chase: Chase, calendar: WorkingCalendar): readonly Call[] {
  return chase.rungs.flatMap((rung) => {
    const day = dayOf(calendar, limit.limit, rung.offset)
    if (day === undefined) return []
    const at = londonInstant(`${day}T${chase.hour}`)
    return at > owed.openedAt ? [callOn(rung, owed, chase, at)] : []
  })
}

/** A clock in hours may end on a Sunday before dawn: it is called by the hours that are left, whatever the day (C-8). */
const HOURS_LEFT = [48, 24, 6, 0]

function hourly({ openedAt }: Owed, { limitAt }: Limit): readonly Call[] {
  return HOURS_LEFT.map((left) => ({
    rung: left === 0 ? 'T' : `T-${left}h`,
    at: hoursAfter(limitAt, -left),
    to: ['owner', 'backup'],
    alone: true,
  })).filter(({ at }) => at > openedAt)
}

function callOn({ rung, offset, to, alone }: Rung, owed: Owed, chase: Chase, at: Instant): Call {
  if (owed.discreet) return { rung, at, to: to.filter((who) => who === 'owner'), alone: alone || owed.statutory }
  const { from, to: more } = chase.statutory
  const early = owed.statutory && offset >= from
  return { rung, at, to: early ? [...new Set<string>([...to, ...more])] : to, alone: alone || owed.statutory }
}

/** Both asked for every rung of everything that is owed, every midnight. */
const away = remembered(countWorkingDays, (from, offset) => `${from} ${offset}`)
const workedTo = remembered(lastWorkingDayBy, (limit) => limit)

/**
 * The working day `offset` working days from a limit; undefined where the calendar does not reach. A limit on a day off is worked to on the working day
 * before it (C-7), or its own day and the first day after it would be told on the same morning.
 */
function dayOf(calendar: WorkingCalendar, limit: LocalDate, offset: number): LocalDate | undefined {
  const day = workedTo(calendar, limit)
  if (isRefusal(day)) return offset === 0 ? limit : undefined
  if (offset === 0) return day
  const counted = away(calendar, day, offset)
  return isRefusal(counted) ? undefined : counted.date
}
