/**
 * The chase ladder: for each owed thing with a limit, when somebody hears of it and who. The rungs are the profile's; this only reads them.
 *
 * @example
 *   rungsFor(owed, ladder, calendar)
 *   // [{ rung: 'T-5', at: '2026-12-22T09:00:00.000Z', to: ['owner'] }, …, { rung: 'T+2', to: ['agency-executive'] }]
 */
import type { WorkingCalendar } from '../calendar/working-calendar.ts'
import { countWorkingDays } from '../calendar/working-days.ts'
import { isRefusal } from '../kernel/result.ts'
import { type Instant, type LocalDate, londonInstant, minutesAfter } from '../kernel/time.ts'
import type { Owed } from './owed.ts'

export interface Rung {
  /** `T-2`: two working days before the limit; `T`: on the day; `T+1`: the working day after. */
  readonly rung: string
  readonly offset: number
  readonly to: readonly string[]
  /** Whether it goes out on its own also when nothing statutory hangs on it; otherwise it joins the morning digest. */
  readonly alone?: boolean
}

export interface Ladder {
  readonly hour: string
  readonly rungs: readonly Rung[]
  /** Further people for statutory things: at this rung and after it. */
  readonly statutory: { readonly from: number; readonly to: readonly string[] }
}

export interface Call extends Rung {
  readonly at: Instant
}

/** Every call of the ladder for one owed thing, in order; none without a limit. Calls before it was opened are left out. */
export function callsFor(owed: Owed, ladder: Ladder, calendar: WorkingCalendar): readonly Call[] {
  const { limit } = owed
  if (limit === undefined) return []
  const calls = ladder.rungs.flatMap((rung) => {
    const day = dayAt(calendar, limit.limit, rung.offset)
    if (day === undefined) return []
    const at = londonInstant(`${day}T${ladder.hour}`)
    const more = owed.statutory && rung.offset >= ladder.statutory.from ? ladder.statutory.to : []
    return at > owed.openedAt ? [{ ...rung, at, to: [...new Set([...rung.to, ...more])] }] : []
  })
  // Nobody is called when a limit lapses, but the course goes on without it and what follows must open.
  return owed.lapses ? [...calls, { rung: 'lapse', offset: 0, to: [], at: minutesAfter(limit.limitAt, 1) }] : calls
}

/** The working day `offset` working days from a limit; the limit itself for 0. Undefined where the calendar does not reach. */
function dayAt(calendar: WorkingCalendar, limit: LocalDate, offset: number): LocalDate | undefined {
  if (offset === 0) return limit
  const counted = countWorkingDays(calendar, limit, offset)
  return isRefusal(counted) ? undefined : counted.date
}
