/** Quiet hours: nobody is disturbed in the evening, at night or on a day off, unless the law sets the clock (PR-24). */
import { plusDays } from '../calendar/days.ts'
import { isWorkingDay, type WorkingCalendar } from '../calendar/working-calendar.ts'
import { dateOf, type Instant, londonInstant, timeOf } from '../kernel/time.ts'
import type { Chase } from './ladder.ts'

type QuietHours = Chase['quiet']

/** Whether people are left alone at this moment. */
export function isQuiet(at: Instant, quiet: QuietHours, calendar: WorkingCalendar): boolean {
  const time = timeOf(at)
  return !isWorkingDay(calendar, dateOf(at)) || time < quiet.until || time >= quiet.from
}

/** The next moment at which people may be disturbed; the moment itself when they may be now. */
export function afterQuiet(at: Instant, quiet: QuietHours, calendar: WorkingCalendar): Instant {
  if (!isQuiet(at, quiet, calendar)) return at
  let day = timeOf(at) >= quiet.until ? plusDays(dateOf(at), 1) : dateOf(at)
  // Past the known calendar no day is a working day: after a fortnight it is better to speak than to be silent for ever.
  for (let tries = 0; !isWorkingDay(calendar, day) && tries < 14; tries += 1) day = plusDays(day, 1)
  return londonInstant(`${day}T${quiet.until}`)
}
