/**
 * A working calendar: which days are bank holidays, and until when that is known.
 * It is a plain value with a version of its own, so a stored deadline can say by which calendar it was counted (C-10).
 *
 * @example
 *   const cal = bankHolidays({ region: 'england-and-wales', years: [2026, 2027, 2028] })
 *   kindOfDay(cal, '2026-12-28')   // 'bank-holiday': Boxing Day is a Saturday, so its Monday counts (10.2.1)
 *   kindOfDay(cal, '2029-01-02')   // a refusal: nobody has told us the holidays of 2029 (10.2.41)
 */
import { createHash } from 'node:crypto'
import { createRequire } from 'node:module'
import { type Refusal, type Result, refuse } from '../kernel/result.ts'
import type { LocalDate } from '../kernel/time.ts'
import { isWeekend, yearOf } from './days.ts'

export type Region = keyof typeof nationsOf

export interface WorkingCalendar {
  readonly region: Region
  /** Changes whenever a date or a known year does. */
  readonly version: string
  /** Bank holidays that fall on a weekday, with their names, in order. */
  readonly holidays: Readonly<Record<LocalDate, string>>
  /** The first and the last year whose holidays are known. */
  readonly knownFrom: number
  readonly knownUntil: number
}

export type KindOfDay = 'working-day' | 'weekend' | 'bank-holiday'

export interface BankHolidayOptions {
  region: Region
  /** The years the partnership has confirmed, without a gap. */
  years: readonly number[]
  /** One-off days the state has proclaimed, and days it has taken away. */
  extra?: readonly { date: LocalDate; name: string }[]
  removed?: readonly LocalDate[]
}

/** Safeguarding counts by the holidays of England and Wales; FOI by those of any part of the United Kingdom (C-9). */
const nationsOf = {
  'england-and-wales': ['ENG', 'WLS'],
  'any-uk': ['ENG', 'WLS', 'SCT', 'NIR'],
} as const

/**
 * The working calendar of a region for the years given, computed. Throws when the years leave a gap, as no date beyond it could be trusted.
 * Good Friday and Christmas Day are in it, though the Act of 1971 does not make them bank holidays (1.1).
 */
export function bankHolidays(options: BankHolidayOptions): WorkingCalendar {
  const { region, years } = options
  const days = years.flatMap((year) => nationsOf[region].flatMap((nation) => proclaimed(nation, year)))
  return workingCalendar({ ...options, days: Object.fromEntries(days) })
}

/** The same from a list of days with their names. */
export function workingCalendar({
  region,
  years,
  days,
  extra = [],
  removed = [],
}: BankHolidayOptions & { days: Readonly<Record<LocalDate, string>> }): WorkingCalendar {
  const knownFrom = Math.min(...years)
  const knownUntil = Math.max(...years)
  if (new Set(years).size !== knownUntil - knownFrom + 1) throw new Error(`years with a gap: ${years.join(', ')}`)

  const named = new Map(Object.entries(days))
  for (const date of removed) named.delete(date)
  for (const { date, name } of extra) named.set(date, name)

  // The library lists both Boxing Day on its Saturday and the Monday observed for it: only the observed day is lost to work.
  const observed = [...named].filter(([date]) => !isWeekend(date)).sort(([a], [b]) => (a < b ? -1 : 1))
  const holidays = Object.fromEntries(observed)
  const version = `${region} ${knownFrom}-${knownUntil} ${fingerprint(holidays)}`
  return { region, version, holidays, knownFrom, knownUntil }
}

/** What a day is, or a refusal when the holidays of its year are not known (10.2.41). */
export function kindOfDay(cal: WorkingCalendar, date: LocalDate): Result<KindOfDay> {
  const year = yearOf(date)
  if (year < cal.knownFrom || year > cal.knownUntil) return calendarUnknown(cal, year)
  if (isWeekend(date)) return 'weekend'
  return date in cal.holidays ? 'bank-holiday' : 'working-day'
}

/** Whether this is known to be a working day; false also for a year whose holidays are unknown, as we never guess. */
export function isWorkingDay(cal: WorkingCalendar, date: LocalDate): boolean {
  return kindOfDay(cal, date) === 'working-day'
}

/** From 1 October a calendar that ends with the year is worth a warning (10.2.41); nothing when all is well. */
export function calendarWarning(
  cal: WorkingCalendar,
  today: LocalDate,
): { sentence: string; next: string } | undefined {
  const year = yearOf(today)
  const needed = today >= `${year}-10-01` ? year + 1 : year
  if (cal.knownUntil >= needed) return undefined
  return {
    sentence: `The bank holidays of ${needed} are missing: no due date after 31 Dec ${cal.knownUntil} can be counted.`,
    next: `Check the GOV.UK list and add ${needed} to the calendar.`,
  }
}

function calendarUnknown(cal: WorkingCalendar, year: number): Refusal {
  return refuse(
    'calendar-unknown',
    `Bank holidays are known from ${cal.knownFrom} to ${cal.knownUntil} only, so no date in ${year} can be counted.`,
    `Ask the support team to add the bank holidays of ${year} to the calendar.`,
  )
}

/** Loaded when a calendar is computed, which a running house never does: the library and its time zones weigh 30 MB. */
const library = (): typeof import('date-holidays').default => createRequire(import.meta.url)('date-holidays')

function proclaimed(nation: string, year: number): [LocalDate, string][] {
  const Holidays = library()
  return new Holidays('GB', nation)
    .getHolidays(year)
    .filter(({ type }) => type === 'public' || type === 'bank')
    .map(({ date, name }) => [date.slice(0, 'yyyy-mm-dd'.length), name])
}

function fingerprint(holidays: Record<LocalDate, string>): string {
  return createHash('sha256').update(JSON.stringify(holidays)).digest('hex').slice(0, 8)
}
