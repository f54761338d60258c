/**
 * Dates and times as people type them. What is understood becomes canonical; what is not comes back as a problem that says what to do.
 *
 * @example
 *   readDateTime('17/12/2026 at 4pm', at) // { value: '2026-12-17T16:00' }
 *   readDateTime('2026-12-17', at)        // { code: 'part-missing', sentence: 'Enter the time as well, for example 16:40' }
 */
import { DateTime } from '../kernel/luxon.ts'
import { dateOf, type Instant, type LocalDate, type LocalDateTime, timeOf } from '../kernel/time.ts'

export type ReadDate =
  | { readonly value: string }
  | { readonly value?: undefined; readonly code: 'part-missing' | 'not-a-date'; readonly sentence: string }

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const yearMissing = missing('Enter the year as well, for example 17/12/2026')
const dayMissing = missing('Enter the day as well, for example 17/12/2026')
const dateMissing = missing('Enter the date as well, for example 17/12/2026')
const timeMissing = missing('Enter the time as well, for example 16:40')
const notADate: ReadDate = { code: 'not-a-date', sentence: 'Enter a real date, for example 17/12/2026' }
const notATime: ReadDate = { code: 'not-a-date', sentence: 'Enter a real time, for example 16:40' }

/** Reads a date: 2026-12-17, 17/12/2026, 17.12.26, 17 December 2026, Thu 17 Dec 2026, today, yesterday. Gives a LocalDate. */
export function readDate(typed: string, at: Instant): ReadDate {
  const text = typed
    .trim()
    .toLowerCase()
    .replace(/^(mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+/, '')
  if (text === 'today') return { value: dateOf(at) }
  if (text === 'yesterday') return { value: daysBefore(dateOf(at), 1) }

  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text)
  if (iso) return real(iso[1], iso[2], iso[3])
  const figures = /^(\d{1,2})[/.\- ](\d{1,2})(?:[/.\- ](\d{4}|\d{2}))?$/.exec(text)
  if (figures) return figures[3] === undefined ? yearMissing : real(figures[3], figures[2], figures[1])
  const words = /^(?:(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?)?([a-z]{3,9})\.?,?(?:\s+(\d{4}))?$/.exec(text)
  const month = words === null ? 0 : MONTHS.indexOf((words[2] ?? '').slice(0, 3)) + 1
  if (words === null || month === 0) return notADate
  if (words[1] === undefined) return dayMissing
  return words[3] === undefined ? yearMissing : real(words[3], String(month), words[1])
}

/** Reads a London date and time: 2026-12-17T16:40, 17/12/2026 16:40, 4.40pm on 17 December 2026, now. Gives a LocalDateTime. */
export function readDateTime(typed: string, at: Instant): ReadDate {
  const text = typed.trim()
  if (text.toLowerCase() === 'now') return { value: local(dateOf(at), timeOf(at)) }
  if (/^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:?\d\d)$/.test(text)) {
    const moment = DateTime.fromISO(text, { setZone: true }).toUTC().toISO()
    return moment === null ? notADate : { value: local(dateOf(moment), timeOf(moment)) }
  }
  const split = takeTime(text)
  if (split === undefined) {
    const date = readDate(text, at)
    return date.value === undefined ? date : timeMissing
  }
  if (split.rest === '') return split.time === undefined ? notATime : dateMissing
  const date = readDate(split.rest, at)
  if (date.value === undefined) return date
  return split.time === undefined ? notATime : { value: local(date.value, split.time) }
}

const TIME = String.raw`(\d{1,2})(?:[:.](\d{2})(?::\d{2}(?:\.\d+)?)?\s*(am|pm)?|\s*(am|pm))`
const LAST = new RegExp(String.raw`(?:^|[T\s,]|\bat\s)${TIME}$`, 'i')
const FIRST = new RegExp(String.raw`^${TIME}(?:\s*,|\s+on)?\s+`, 'i')

/** Parts the time of day from the rest; `time` is undefined when it is no time there could be. */
function takeTime(text: string): { readonly rest: string; readonly time: string | undefined } | undefined {
  const found = LAST.exec(text) ?? FIRST.exec(text)
  if (found === null) return undefined
  const rest = (text.slice(0, found.index) + text.slice(found.index + found[0].length)).trim()
  const half = (found[3] ?? found[4])?.toLowerCase()
  const hour = Number(found[1])
  const minute = Number(found[2] ?? 0)
  const inRange = minute < 60 && (half === undefined ? hour < 24 : hour >= 1 && hour <= 12)
  const hours = half === undefined ? hour : (hour % 12) + (half === 'pm' ? 12 : 0)
  return {
    rest: rest.replace(/(?:,|\bat)$/i, '').trim(),
    time: inRange ? `${two(hours)}:${two(minute)}` : undefined,
  }
}

function real(year = '', month = '', day = ''): ReadDate {
  const date = DateTime.utc(Number(year.length === 2 ? `20${year}` : year), Number(month), Number(day))
  return date.isValid ? { value: date.toISODate() } : notADate
}

function missing(sentence: string): ReadDate {
  return { code: 'part-missing', sentence }
}

function local(date: LocalDate, time: string): LocalDateTime {
  return `${date}T${time}`
}

function daysBefore(date: LocalDate, days: number): LocalDate {
  return DateTime.fromISO(date, { zone: 'utc' }).minus({ days }).toISODate() as LocalDate
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
