/** Days and times as they are read and written in Britain: the day comes first and the month is a word, so that 5 January is never 1 May. */

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']

/** `2026-12-11` is `Fri 11 Dec 2026`. */
export function sayDay(iso) {
  const [year, month, day] = iso.split('-').map(Number)
  const name = MONTHS[month - 1]
  const weekday = DAYS[new Date(Date.UTC(year, month - 1, day)).getUTCDay()]
  return `${weekday} ${day} ${name[0].toUpperCase()}${name.slice(1)} ${year}`
}

/** What somebody wrote for a day, as `2026-12-11`; empty for nothing, undefined for what is no day. */
export function readDay(words) {
  const text = words.trim().toLowerCase()
  if (text === '') return ''
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text)
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const parts = /^(?:[a-z]+,?\s+)?(\d{1,2})(?:st|nd|rd|th)?[\s./-]*([a-z]+|\d{1,2})[\s,./-]+(\d{4}|\d{2})$/.exec(text)
  if (!parts) return undefined
  const [, day, month, year] = parts
  const named = MONTHS.indexOf(month.slice(0, 3)) + 1
  return dayOf(Number(year) + (year.length === 2 ? 2000 : 0), named || Number(month), Number(day))
}

function dayOf(year, month, day) {
  const date = new Date(Date.UTC(year, month - 1, day))
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined
  return date.toISOString().slice(0, 10)
}

/** What somebody wrote for a time, as `16:40`; empty for nothing, undefined for what is no time. */
export function readTime(words) {
  const text = words.trim().toLowerCase()
  if (text === '') return ''
  const parts = /^(\d{1,2})(?:[:.]?(\d{2}))?\s*(am|pm)?$/.exec(text)
  if (!parts || (parts[2] === undefined && parts[3] === undefined)) return undefined
  const [, hours, minutes = '00', half] = parts
  if (half && (Number(hours) < 1 || Number(hours) > 12)) return undefined
  const hour = half ? (Number(hours) % 12) + (half === 'pm' ? 12 : 0) : Number(hours)
  if (hour > 23 || Number(minutes) > 59) return undefined
  return `${String(hour).padStart(2, '0')}:${minutes}`
}

/** A day and a time, as `2026-12-17T16:40`, written together. */
export function readMoment(words) {
  const text = words.trim()
  if (text === '') return ''
  const at = Math.max(text.lastIndexOf(' '), text.lastIndexOf('T'))
  const day = readDay(text.slice(0, at))
  const time = readTime(text.slice(at + 1))
  return day && time ? `${day}T${time}` : undefined
}

/** `2026-12-17T16:40` is `Thu 17 Dec 2026 16:40`. */
export function sayMoment(iso) {
  const [day, time] = iso.split('T')
  return `${sayDay(day)} ${time.slice(0, 5)}`
}
