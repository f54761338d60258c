/** Plain sums on local dates; nothing here knows about bank holidays. */
import { DateTime } from '../kernel/luxon.ts'
import { remembering } from '../kernel/remembering.ts'
import type { LocalDate } from '../kernel/time.ts'

/** A day in London as Luxon sees it, held in UTC so that no clock change can move it. Throws on anything but a date. */
export function dayOf(date: LocalDate): DateTime<true> {
  const day = DateTime.fromISO(date, { zone: 'utc' })
  if (!day.isValid || date.length !== 'yyyy-mm-dd'.length) throw new Error(`not a local date: ${date}`)
  return day
}

/** The date `days` calendar days later (earlier when negative). Counting asks this over and over, so it is a sum and no library's work. */
export function plusDays(date: LocalDate, days: number): LocalDate {
  return isoDate(numberOf(date) + days)
}

/** The corresponding date `months` later, or the last day of that month when there is none (C-7). */
export function plusMonths(date: LocalDate, months: number): LocalDate {
  return dayOf(date).plus({ months }).toISODate()
}

/** 1 for Monday to 7 for Sunday. */
export function weekdayOf(date: LocalDate): number {
  // The day numbered 0 was a Thursday.
  return ((((numberOf(date) + 3) % 7) + 7) % 7) + 1
}

export function isWeekend(date: LocalDate): boolean {
  return weekdayOf(date) > 5
}

export function yearOf(date: LocalDate): number {
  return new Date(numberOf(date) * DAY_MS).getUTCFullYear()
}

/** The earlier of two dates or of two moments; being ISO strings, they compare as they are. */
export function earlierOf(a: string, b: string): string {
  return a < b ? a : b
}

/** The later of two dates or of two moments. */
export function laterOf(a: string, b: string): string {
  return a < b ? b : a
}

const DAY_MS = 86_400_000

/** Days since 1 Jan 1970. Throws on anything but a date. */
const numberOf: (date: LocalDate) => number = remembering((date) => {
  const day = Date.parse(date) / DAY_MS
  if (!Number.isInteger(day) || isoDate(day) !== date) throw new Error(`not a local date: ${date}`)
  return day
})

function isoDate(day: number): LocalDate {
  return new Date(day * DAY_MS).toISOString().slice(0, 'yyyy-mm-dd'.length)
}
