/**
 * A date between its boxes (day, month, year, time) and the one line the core reads and keeps, right or wrong.
 *
 * @example
 *   joinDate({ day: '17', month: '12', year: '2026', time: '16:40' }) // '17/12/2026 16:40'
 *   splitDate('2026-12-17T16:40')                                     // { day: '17', month: '12', year: '2026', time: '16:40' }
 */
export interface TypedDate {
  readonly day: string
  readonly month: string
  readonly year: string
  readonly time: string
}

const EMPTY: TypedDate = { day: '', month: '', year: '', time: '' }

/** Empty boxes give an empty string; a month in letters gives "17 Dec 2026". */
export function joinDate(typed: Partial<TypedDate>): string {
  const { day, month, year, time } = { ...EMPTY, ...typed }
  const parts = [day, month, year].map((part) => part.trim())
  const between = /\p{L}/u.test(month) ? ' ' : '/'
  const date = parts.some((part) => part !== '') ? parts.join(between).replace(/[/ ]+$/, '') : ''
  return `${date} ${time.trim()}`.trim()
}

const CANONICAL = /^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)(?:T(?<time>\d\d:\d\d))?$/
const FIGURES = /^(?<day>[^/\s]*)\/(?<month>[^/\s]*)(?:\/(?<year>[^/\s]*))?(?:\s+(?<time>.*))?$/
const WORDS = /^(?<day>\d{1,2}) (?<month>\p{L}+)(?: (?<year>\d+))?(?: (?<time>.*))?$/u
const TIME = /^(?<time>\d{1,2}(?:[:.]\d.*|\s*[ap]m))$/i

/** What stood in the boxes. Words that fit none of them ("last Tuesday", said in chat) are kept in the first. */
export function splitDate(value: string): TypedDate {
  const typed = value.trim()
  const canonical = CANONICAL.exec(typed)?.groups
  if (canonical !== undefined) {
    const { year = '', month = '', day = '', time = '' } = canonical
    return { day: String(Number(day)), month: String(Number(month)), year, time }
  }
  const parts = [FIGURES, WORDS, TIME].map((shape) => shape.exec(typed)?.groups).find((found) => found !== undefined)
  if (parts === undefined) return { ...EMPTY, day: typed }
  return { day: parts.day ?? '', month: parts.month ?? '', year: parts.year ?? '', time: parts.time ?? '' }
}
