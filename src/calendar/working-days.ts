/**
 * Counting working days. The day counted from is day 0, whatever day it is (C-1, C-2); every function refuses rather than step
 * into a year whose holidays are unknown.
 *
 * @example
 *   workingDaysAfter(cal, '2026-12-17', 15)       // '2027-01-12'
 *   workingDaysBefore(cal, '2027-04-01', 5)       // '2027-03-23'
 *   clearWorkingDaysBefore(cal, '2027-04-01', 5)  // '2027-03-22'
 */
import { isRefusal, type Result } from '../kernel/result.ts'
import type { LocalDate } from '../kernel/time.ts'
import { plusDays, plusMonths } from './days.ts'
import { kindOfDay, type WorkingCalendar } from './working-calendar.ts'

export interface Counted {
  readonly date: LocalDate
  /** The bank holidays stepped over on the way, in order of date. */
  readonly skipped: readonly LocalDate[]
}

/** Counts `n` working days from day 0, forwards or (when negative) backwards, and says which bank holidays it skipped. */
export function countWorkingDays(cal: WorkingCalendar, dayZero: LocalDate, n: number): Result<Counted> {
  if (!Number.isInteger(n)) throw new Error(`not a number of working days: ${n}`)
  const step = Math.sign(n)
  const skipped: LocalDate[] = []
  let date = dayZero
  for (let left = Math.abs(n); left > 0; ) {
    date = plusDays(date, step)
    const kind = kindOfDay(cal, date)
    if (isRefusal(kind)) return kind
    if (kind === 'working-day') left -= 1
    if (kind === 'bank-holiday') skipped.push(date)
  }
  return { date, skipped: skipped.sort() }
}

/** The end of working day `n` after `dayZero` (C-1). */
export function workingDaysAfter(cal: WorkingCalendar, dayZero: LocalDate, n: number): Result<LocalDate> {
  return dateOnly(countWorkingDays(cal, dayZero, n))
}

/** `n` working days before `dayZero`, counted back (C-6). */
export function workingDaysBefore(cal: WorkingCalendar, dayZero: LocalDate, n: number): Result<LocalDate> {
  return dateOnly(countWorkingDays(cal, dayZero, -n))
}

/** `n` clear working days before: neither the day itself nor the day of sending counts, so one day earlier (C-6). */
export function clearWorkingDaysBefore(cal: WorkingCalendar, dayZero: LocalDate, n: number): Result<LocalDate> {
  return workingDaysBefore(cal, dayZero, n + 1)
}

/** The last working day before a date, never the date itself. */
export function previousWorkingDay(cal: WorkingCalendar, date: LocalDate): Result<LocalDate> {
  return workingDaysBefore(cal, date, 1)
}

/** How many working days after `from` the date `to` is; negative when it is before. */
export function workingDaysBetween(cal: WorkingCalendar, from: LocalDate, to: LocalDate): Result<number> {
  if (to < from) {
    const back = workingDaysBetween(cal, to, from)
    return isRefusal(back) ? back : 0 - back
  }
  let count = 0
  for (let date = from; date < to; ) {
    date = plusDays(date, 1)
    const kind = kindOfDay(cal, date)
    if (isRefusal(kind)) return kind
    if (kind === 'working-day') count += 1
  }
  return count
}

/**
 * `n` months after a date. The limit is a backstop that no weekend extends; when it is not a working day, the target is the working
 * day before it (C-7).
 */
export function monthsAfter(
  cal: WorkingCalendar,
  date: LocalDate,
  n: number,
): Result<{ limit: LocalDate; target: LocalDate }> {
  const limit = plusMonths(date, n)
  const target = lastWorkingDayBy(cal, limit)
  return isRefusal(target) ? target : { limit, target }
}

/** The date itself if it is a working day, else the working day before it. */
export function lastWorkingDayBy(cal: WorkingCalendar, date: LocalDate): Result<LocalDate> {
  const kind = kindOfDay(cal, date)
  if (isRefusal(kind)) return kind
  return kind === 'working-day' ? date : previousWorkingDay(cal, date)
}

function dateOnly(counted: Result<Counted>): Result<LocalDate> {
  return isRefusal(counted) ? counted : counted.date
}
