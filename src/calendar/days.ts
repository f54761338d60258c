/** Plain sums on local dates; nothing here knows about bank holidays. */
import { DateTime } from 'luxon'
import type { LocalDate } from '../kernel/time.ts'

/** A day in London as Luxon sees it, held in UTC so that no clock change can move it. Throws on anything but a date. */
export function dayOf(date: LocalDate): DateTime<true> {
  const day = DateTime.fromISO(date, { zone: 'utc' })
  if (!day.isValid || date.length !== 'yyyy-mm-dd'.length) throw new Error(`not a local date: ${date}`)
  return day
}

/** The date `days` calendar days later (earlier when negative). */
export function plusDays(date: LocalDate, days: number): LocalDate {
  return dayOf(date).plus({ days }).toISODate()
}

/** The corresponding date `months` later, or the last day of that month when there is none (C-7). */
export function plusMonths(date: LocalDate, months: number): LocalDate {
  return dayOf(date).plus({ months }).toISODate()
}

/** 1 for Monday to 7 for Sunday. */
export function weekdayOf(date: LocalDate): number {
  return dayOf(date).weekday
}

export function isWeekend(date: LocalDate): boolean {
  return weekdayOf(date) > 5
}

export function yearOf(date: LocalDate): number {
  return dayOf(date).year
}

/** The earlier of two dates or of two moments; being ISO strings, they compare as they are. */
export function earlierOf(a: string, b: string): string {
  return a < b ? a : b
}

/** The later of two dates or of two moments. */
export function laterOf(a: string, b: string): string {
  return a < b ? b : a
}
