/**
 * From a counting rule and the day it starts to a due date that explains itself.
 *
 * @example
 *   const count = parseCount('15 working days')
 *   due(cal, count, '2026-12-17T16:40:00.000Z')
 *   // { limit: '2027-01-12', target: '2027-01-11',
 *   //   because: '15 working days from Thu 17 Dec 2026 (day 0), skipping 25 and 28 Dec and 1 Jan', … }
 */
import { isRefusal, type Result, refuse } from '../kernel/result.ts'
import { dateOf, hoursAfter, type Instant, type LocalDate, londonInstant } from '../kernel/time.ts'
import { because } from './because.ts'
import type { Count } from './count.ts'
import { plusDays } from './days.ts'
import type { WorkingCalendar } from './working-calendar.ts'
import { countWorkingDays, lastWorkingDayBy, monthsAfter, previousWorkingDay } from './working-days.ts'

export { type Count, parseCount } from './count.ts'

/** A due date with the whole of its sum (C-10); it can be stored, and counted again when the calendar changes. */
export interface Due {
  readonly count: Count
  readonly start: LocalDate | Instant
  readonly limit: LocalDate
  /** The last moment that is in time: the end of the day in London, or the moment itself for a count in hours (C-4, C-8). */
  readonly limitAt: Instant
  /** When the office expects it: 17:00 in London on the limit, or the moment itself for a count in hours (C-4). */
  readonly cutOff: Instant
  /** The earlier day to work to: as if day 0 counted (C-5), or the working day before a limit on a day off (C-7). */
  readonly target?: LocalDate
  /** The day on which it turns amber. */
  readonly amberFrom: LocalDate
  readonly because: string
  /** Bank holidays on weekdays that the count stepped over. */
  readonly skipped: readonly LocalDate[]
  readonly calendarVersion: string
}

export type Standing = 'ahead' | 'amber' | 'red' | 'overdue'

/** Sums already done. A card of a case shows a dozen of them, each a dozen times before it is over, and none ever comes out differently. */
const known = new Map<string, Result<Due>>()
const MOST_KNOWN = 20_000

/**
 * When something is due. A moment counts as its London date, except for hours (C-3, C-8).
 * Refuses when the calendar does not reach so far, or when hours are to be counted from a mere date.
 */
export function due(cal: WorkingCalendar, count: Count, start: LocalDate | Instant): Result<Due> {
  const key = `${cal.version}/${count.kind}/${count.n}/${start}`
  const sum = known.get(key) ?? sumOf(cal, count, start)
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(key, sum)
  return sum
}

function sumOf(cal: WorkingCalendar, count: Count, start: LocalDate | Instant): Result<Due> {
  if (count.kind === 'hours-after') return dueInHours(cal, count, start)
  const dayZero = start.includes('T') ? dateOf(start) : start
  const sum = daysOf(cal, count, dayZero)
  if (isRefusal(sum)) return sum
  const amberFrom = previousWorkingDay(cal, sum.limit)
  if (isRefusal(amberFrom)) return amberFrom

  const { limit, skipped = [] } = sum
  const limitAt = londonInstant(`${limit}T23:59:59.999`)
  const cutOff = londonInstant(`${limit}T17:00`)
  // A target before the thing has even happened would help nobody.
  const target = sum.target && sum.target >= dayZero && sum.target < limit ? { target: sum.target } : {}
  const words = because(cal, { count, start, dayZero, limit, limitAt, skipped, ...target })
  return {
    count,
    start,
    limit,
    limitAt,
    cutOff,
    ...target,
    amberFrom,
    because: words,
    skipped,
    calendarVersion: cal.version,
  }
}

/** Where a due date stands at a moment: amber from the working day before, red on the day, overdue once it is over (C-4). */
export function standing({ limit, limitAt, amberFrom }: Due, at: Instant): Standing {
  if (at > limitAt) return 'overdue'
  const today = dateOf(at)
  if (today === limit) return 'red'
  return today >= amberFrom ? 'amber' : 'ahead'
}

interface Days {
  limit: LocalDate
  target?: LocalDate
  skipped?: readonly LocalDate[]
}

function daysOf(cal: WorkingCalendar, { kind, n }: Count, dayZero: LocalDate): Result<Days> {
  switch (kind) {
    case 'working-days-after': {
      const counted = countWorkingDays(cal, dayZero, n)
      if (isRefusal(counted)) return counted
      const target = previousWorkingDay(cal, counted.date)
      return isRefusal(target) ? target : { limit: counted.date, target, skipped: counted.skipped }
    }
    case 'working-days-before':
      return limitOnly(countWorkingDays(cal, dayZero, -n))
    case 'clear-working-days-before':
      return limitOnly(countWorkingDays(cal, dayZero, -n - 1))
    case 'months-after':
      return monthsAfter(cal, dayZero, n)
    case 'calendar-days-after': {
      const limit = plusDays(dayZero, n)
      const target = lastWorkingDayBy(cal, limit)
      return isRefusal(target) ? target : { limit, target }
    }
    case 'hours-after':
      throw new Error('hours are not counted in days')
    default:
      throw new Error(`no way to count ${kind satisfies never}`)
  }
}

function limitOnly(counted: ReturnType<typeof countWorkingDays>): Result<Days> {
  return isRefusal(counted) ? counted : { limit: counted.date, skipped: counted.skipped }
}

/** Hours run through everything, so the working calendar has no say in them (C-8). */
function dueInHours(cal: WorkingCalendar, count: Count, start: LocalDate | Instant): Result<Due> {
  if (!start.includes('T')) {
    return refuse('moment-needed', 'A count in hours starts at a time of day.', 'Give the time as well as the date.')
  }
  const limitAt = hoursAfter(start, count.n)
  const limit = dateOf(limitAt)
  const words = because(cal, { count, start, dayZero: dateOf(start), limit, limitAt, skipped: [] })
  const amberFrom = plusDays(limit, -1)
  return {
    count,
    start,
    limit,
    limitAt,
    cutOff: limitAt,
    amberFrom,
    because: words,
    skipped: [],
    calendarVersion: cal.version,
  }
}
