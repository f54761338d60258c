/**
 * Proposals for the dates of a series. They are only ever proposals: a person confirms them, and each says why it is what it is.
 *
 * @example
 *   everyMonths(cal, { first: '2027-01-19', every: 2, times: 6, avoid: [avoidances.holidayEve] })
 *   // [{ date: '2027-01-19', because: '3rd Tuesday of January 2027' }, { date: '2027-03-16', … }, …]
 */
import { isRefusal, type Result } from '../kernel/result.ts'
import { type LocalDate, sayDate } from '../kernel/time.ts'
import { dayOf, earlierOf, isWeekend, laterOf, plusDays, plusMonths, weekdayOf } from './days.ts'
import { kindOfDay, type WorkingCalendar } from './working-calendar.ts'

/** 1 for Monday to 5 for Friday. */
export type Weekday = 1 | 2 | 3 | 4 | 5
export type WeekOfMonth = 1 | 2 | 3 | 4 | 'last'

/** A reason to keep away from a date where one can; unlike a bank holiday, it never forbids one. */
export interface Avoidance {
  readonly name: string
  readonly reason: string
  readonly avoids: (cal: WorkingCalendar, date: LocalDate) => boolean
}

export const avoidances = {
  august: {
    name: 'august',
    reason: 'in August schools are closed and many are away',
    avoids: (_, date) => dayOf(date).month === 8,
  },
  holidayEve: {
    name: 'holiday-eve',
    reason: 'it is the eve of a bank holiday',
    avoids: (cal, date) => kindOfDay(cal, nextWeekday(date)) === 'bank-holiday',
  },
  christmas: {
    name: 'christmas',
    reason: 'schools are closed around Christmas',
    avoids: (_, date) => date.slice(5) >= '12-20' || date.slice(5) <= '01-03',
  },
} as const satisfies Record<string, Avoidance>

/** The days before each poll, and polling day itself: no public meeting should look like a campaign (10.2.39). */
export function electionRunUps({
  keepAwayDays,
  days,
}: {
  readonly keepAwayDays: number
  readonly days: readonly { readonly on: LocalDate; readonly says: string }[]
}): readonly Avoidance[] {
  return days.map(({ on, says }) => ({
    name: 'run-up',
    reason: `it is in the run-up to the ${says} on ${sayDate(on)}`,
    avoids: (_, date) => date >= plusDays(on, -keepAwayDays) && date <= on,
  }))
}

export interface Candidate {
  readonly date: LocalDate
  /** The avoidances that speak against it. */
  readonly against: readonly Avoidance[]
}

export interface Proposal {
  readonly date: LocalDate
  readonly because: string
}

/** Every working day in the span (both ends included) that falls on the weekday, with what speaks against it. */
export function candidateDates(
  cal: WorkingCalendar,
  { from, to, weekday, avoid = [] }: { from: LocalDate; to: LocalDate; weekday: Weekday; avoid?: readonly Avoidance[] },
): Result<Candidate[]> {
  const found: Candidate[] = []
  for (let date = onOrAfter(from, weekday); date <= to; date = plusDays(date, 7)) {
    const kind = kindOfDay(cal, date)
    if (isRefusal(kind)) return kind
    if (kind === 'working-day') found.push({ date, against: avoid.filter((one) => one.avoids(cal, date)) })
  }
  return found
}

export interface EveryMonths {
  /** The first meeting; the others fall on the same weekday of the same week of their month. */
  first: LocalDate
  every: number
  times: number
  avoid?: readonly Avoidance[]
}

/** Proposes a meeting every so many months: "every two months from Tue 19 Jan" means the third Tuesdays (V16). Throws for a first date at a weekend. */
export function everyMonths(cal: WorkingCalendar, { first, every, times, avoid }: EveryMonths): Result<Proposal[]> {
  if (isWeekend(first)) throw new Error(`a series cannot start at a weekend: ${first}`)
  const weekday = weekdayOf(first) as Weekday
  const week = weekOfMonth(first)
  const months = Array.from({ length: times }, (_, i) => plusMonths(first.replace(/..$/, '01'), i * every))
  return settleAll(cal, months, weekday, week, avoid)
}

export interface OverTheYear {
  /** Any day of the month in which the year begins: January, or April for a financial year (10.2.8). */
  from: LocalDate
  times: number
  weekday: Weekday
  week: WeekOfMonth
  avoid?: readonly Avoidance[]
}

/** Spreads up to twelve meetings evenly over the twelve months that begin with the month of `from`. */
export function overTheYear(
  cal: WorkingCalendar,
  { from, times, weekday, week, avoid }: OverTheYear,
): Result<Proposal[]> {
  if (times > 12) throw new Error(`more meetings than months: ${times}`)
  const start = from.replace(/..$/, '01')
  // The middle month of each of `times` equal parts of the year.
  const months = Array.from({ length: times }, (_, i) => plusMonths(start, Math.floor(((i + 0.5) * 12) / times - 0.5)))
  return settleAll(cal, months, weekday, week, avoid)
}

function settleAll(
  cal: WorkingCalendar,
  months: readonly LocalDate[],
  weekday: Weekday,
  week: WeekOfMonth,
  avoid: readonly Avoidance[] = [],
): Result<Proposal[]> {
  const proposals: Proposal[] = []
  for (const month of months) {
    const settled = settle(cal, month, weekday, week, avoid)
    if (isRefusal(settled)) return settled
    proposals.push(settled)
  }
  return proposals
}

/** The wanted day, or the nearest same weekday that is a working day and has the least against it. */
function settle(
  cal: WorkingCalendar,
  month: LocalDate,
  weekday: Weekday,
  week: WeekOfMonth,
  avoid: readonly Avoidance[],
): Result<Proposal> {
  const wanted = nthWeekday(month, weekday, week)
  const unknown = kindOfDay(cal, wanted)
  if (isRefusal(unknown)) return unknown
  const nearby = candidateDates(cal, { ...knownWeeksAround(cal, wanted), weekday, avoid })
  if (isRefusal(nearby)) return nearby
  const distance = ({ date }: Candidate) => Math.abs(dayOf(date).diff(dayOf(wanted)).as('days'))
  // Fewest objections first; then a date in the month people expect; then the nearest.
  const order = (one: Candidate) => [
    one.against.length,
    Number(!one.date.startsWith(wanted.slice(0, 7))),
    distance(one),
  ]
  const [best] = nearby.sort((a, b) => compareInOrder(order(a), order(b)))
  if (!best) throw new Error(`seven weeks without one working ${wanted}`)
  return { date: best.date, because: whyThisDay(cal, wanted, week, best, avoid) }
}

function compareInOrder(a: readonly number[], b: readonly number[]): number {
  return a.map((value, i) => value - (b[i] ?? 0)).find((difference) => difference !== 0) ?? 0
}

/** Three weeks either way, without leaving the years the calendar knows. */
function knownWeeksAround(cal: WorkingCalendar, date: LocalDate): { from: LocalDate; to: LocalDate } {
  return {
    from: laterOf(plusDays(date, -21), `${cal.knownFrom}-01-01`),
    to: earlierOf(plusDays(date, 21), `${cal.knownUntil}-12-31`),
  }
}

function whyThisDay(
  cal: WorkingCalendar,
  wanted: LocalDate,
  week: WeekOfMonth,
  { date, against }: Candidate,
  avoid: readonly Avoidance[],
): string {
  const but = against.length > 0 ? `, although ${reasons(against)}` : ''
  if (date === wanted) {
    const day = dayOf(date).setLocale('en-GB')
    return `${ordinals[week]} ${day.weekdayLong} of ${day.monthLong} ${day.year}${but}`
  }
  const holiday = cal.holidays[wanted]
  const why = holiday ? `that is a bank holiday (${holiday})` : reasons(avoid.filter((one) => one.avoids(cal, wanted)))
  return `moved from ${sayDate(wanted)}: ${why}${but}`
}

const ordinals = { 1: '1st', 2: '2nd', 3: '3rd', 4: '4th', last: 'last' } as const satisfies Record<WeekOfMonth, string>

function reasons(avoided: readonly Avoidance[]): string {
  return avoided.map(({ reason }) => reason).join(' and ')
}

function nthWeekday(month: LocalDate, weekday: Weekday, week: WeekOfMonth): LocalDate {
  if (week === 'last') return plusDays(onOrAfter(plusMonths(month, 1), weekday), -7)
  return plusDays(onOrAfter(month, weekday), 7 * (week - 1))
}

function weekOfMonth(date: LocalDate): WeekOfMonth {
  const week = Math.ceil(dayOf(date).day / 7)
  return week === 5 ? 'last' : (week as WeekOfMonth)
}

function onOrAfter(date: LocalDate, weekday: Weekday): LocalDate {
  return plusDays(date, (weekday - weekdayOf(date) + 7) % 7)
}

function nextWeekday(date: LocalDate): LocalDate {
  const next = plusDays(date, 1)
  return isWeekend(next) ? nextWeekday(next) : next
}
