/**
 * Moments and dates as the house writes them. All three are plain strings, so they sort, compare, store and print as they are.
 *
 * @example
 *   '2026-12-17T16:40:00.000Z' satisfies Instant       // a moment, always UTC
 *   '2026-12-17'               satisfies LocalDate     // a day in London
 *   '2027-02-25T14:00'         satisfies LocalDateTime // a meeting's wall-clock time in London
 */
import { DateTime, Settings } from './luxon.ts'
import { remembering } from './remembering.ts'

export type Instant = string
export type LocalDate = string
export type LocalDateTime = string

export const LONDON = 'Europe/London'
/** en-GB would write "Sept", the only month of four letters; the partnership's papers write "Sep". */
const SHORT_MONTHS = 'en-US'
/** Whatever language the machine speaks, the partnership's papers are in English. */
Settings.defaultLocale = SHORT_MONTHS

/** The clock is made in main.ts and handed down; nothing else in the house asks what time it is. */
export type Clock = () => Instant

/** The London calendar date of a moment. A notification at 23:50 on Friday is Friday's (C-3). Remembered: a time zone is dear to ask. */
export const dateOf: (at: Instant) => LocalDate = remembering(
  (at) => DateTime.fromISO(at, { zone: LONDON }).toISODate() as LocalDate,
)

/** The London wall-clock time of a moment, as HH:mm. */
export function timeOf(at: Instant): string {
  return DateTime.fromISO(at, { zone: LONDON }).toFormat('HH:mm')
}

/**
 * The moment of a London wall-clock time.
 * The repeated hour in October means its first occurrence (Luxon alone would pick by season); the missing hour in March means the moment
 * the clocks jump to. Throws on a string that is not a local date-time.
 */
export const londonInstant: (local: LocalDateTime) => Instant = remembering((local) => {
  const asUtc = DateTime.fromISO(local, { zone: 'utc' })
  if (!asUtc.isValid) throw new Error(`not a local date-time: ${local}`)
  // London is UTC+0 or UTC+1: the earlier moment whose wall clock reads as asked is the one at +1, if it exists.
  const summer = asUtc.minus({ hours: 1 })
  const reads = (candidate: DateTime) => candidate.setZone(LONDON).toFormat("yyyy-MM-dd'T'HH:mm:ss")
  const wanted = asUtc.toFormat("yyyy-MM-dd'T'HH:mm:ss")
  const found = [summer, asUtc].find((candidate) => reads(candidate) === wanted)
  return iso(found ?? asUtc.startOf('hour'))
})

/** The moment `hours` hours after another, counted through nights and clock changes (C-8). */
export function hoursAfter(at: Instant, hours: number): Instant {
  return minutesAfter(at, 60 * hours)
}

/** The moment `minutes` minutes after another. Between moments of UTC there is no calendar to ask. Throws on what is no moment. */
export function minutesAfter(at: Instant, minutes: number): Instant {
  return new Date(Date.parse(at) + 60_000 * minutes).toISOString()
}

/** "Tue 12 Jan 2027": the one way a date is written to people, always with its weekday. */
export const sayDate: (date: LocalDate) => string = remembering((date) =>
  DateTime.fromISO(date, { zone: 'utc', locale: SHORT_MONTHS }).toFormat('ccc d LLL yyyy'),
)

/** "Thu 17 Dec 2026 16:40", in London whatever the reader's zone (10.2.42). */
export const sayMoment: (at: Instant) => string = remembering((at) =>
  DateTime.fromISO(at, { zone: LONDON, locale: SHORT_MONTHS }).toFormat('ccc d LLL yyyy HH:mm'),
)

function iso(moment: DateTime): Instant {
  return moment.toUTC().toISO() as Instant
}
