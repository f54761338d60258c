/** Puts the sum behind a date into words: "15 working days from Thu 17 Dec 2026 (day 0), skipping 25 and 28 Dec and 1 Jan". */
import { DateTime } from '../kernel/luxon.ts'
import { dateOf, type Instant, LONDON, type LocalDate, londonInstant, sayDate, sayMoment } from '../kernel/time.ts'
import { type Count, sayCount } from './count.ts'
import { dayOf, earlierOf, isWeekend, laterOf, plusDays } from './days.ts'
import type { WorkingCalendar } from './working-calendar.ts'

/** What the count came to, as far as the words need it. */
export interface Sum {
  count: Count
  start: LocalDate | Instant
  dayZero: LocalDate
  limit: LocalDate
  limitAt: Instant
  target?: LocalDate
  skipped: readonly LocalDate[]
}

/** One phrase without a full stop, to stand after "Due Tue 12 Jan 2027:". */
export function because(cal: WorkingCalendar, sum: Sum): string {
  const counted = sayCount(sum.count)
  const from = `${counted} from ${sayDate(sum.dayZero)}`
  switch (sum.count.kind) {
    case 'working-days-after':
      return `${from} (day 0)${skipping(sum.skipped)}`
    case 'working-days-before':
      return `${counted} ${sayDate(sum.dayZero)} (day 0)${skipping(sum.skipped)}`
    case 'clear-working-days-before':
      return `${counted} ${sayDate(sum.dayZero)}, neither that day nor the day of sending counted${skipping(sum.skipped)}`
    case 'months-after':
      return `${from}${shortMonth(sum)}${dayOff(cal, sum)}`
    case 'calendar-days-after':
      if (sum.count.n === 0) return `the same day as it happened, ${sayDate(sum.dayZero)}${dayOff(cal, sum)}`
      return `${from}, weekends and bank holidays counted${dayOff(cal, sum)}`
    case 'hours-after': {
      const changes = clockChanges(sum.start, sum.limitAt).map((change) => `; ${change}`)
      const through = 'counted through nights, weekends and bank holidays'
      return `${counted} from ${sayMoment(sum.start)}, ${through}${changes.join('')}`
    }
    default:
      throw new Error(`no words for ${sum.count.kind satisfies never}`)
  }
}

/** "25 and 28 Dec and 1 Jan": dates gathered by month, without the year. */
export function sayDates(dates: readonly LocalDate[]): string {
  const months = Object.values(Object.groupBy(dates, (date) => date.slice(0, 'yyyy-mm'.length))).filter(
    (some) => !!some,
  )
  return listed(months.map((some) => `${listed(some.map((date) => parts(date).day))} ${parts(some[0]!).month}`))
}

function skipping(dates: readonly LocalDate[]): string {
  return dates.length === 0 ? '' : `, skipping ${sayDates(dates)}`
}

/** Says why 31 Aug and six months make 28 Feb. */
function shortMonth({ dayZero, limit }: Sum): string {
  return dayOf(limit).day < dayOf(dayZero).day ? `, ending with the month as ${parts(limit).month} is shorter` : ''
}

function dayOff(cal: WorkingCalendar, { limit, target }: Sum): string {
  const holiday = cal.holidays[limit]
  if (!holiday && !isWeekend(limit)) return ''
  const what = holiday ? `a bank holiday (${holiday})` : `a ${dayOf(limit).setLocale('en-GB').weekdayLong}`
  return target ? `; that is ${what}, so work to ${sayDate(target)}` : `; that is ${what}`
}

/** "clocks go forward on 28 Mar", for each change between two moments. */
function clockChanges(from: Instant, to: Instant): string[] {
  const changes: string[] = []
  for (let date = dateOf(from); date <= dateOf(to); date = plusDays(date, 1)) {
    const opens = laterOf(from, londonInstant(`${date}T00:00`))
    const closes = earlierOf(to, londonInstant(`${plusDays(date, 1)}T00:00`))
    const shift = offset(closes) - offset(opens)
    if (shift !== 0)
      changes.push(`clocks go ${shift > 0 ? 'forward' : 'back'} on ${parts(date).day} ${parts(date).month}`)
  }
  return changes
}

function offset(at: Instant): number {
  return DateTime.fromISO(at, { zone: LONDON }).offset
}

/** Day and month as `sayDate` spells them, so that a month never has two abbreviations. */
function parts(date: LocalDate): { day: string; month: string } {
  const [, day = '', month = ''] = sayDate(date).split(' ')
  return { day, month }
}

function listed(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`
}
