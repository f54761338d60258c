/** Time from left to right: where a date stands, and which dates are written above. */
import { dayOf, laterOf, plusDays, plusMonths } from '../../calendar/days.ts'
import type { LocalDate } from '../../kernel/time.ts'
import { box, MARGIN, PALETTE, rule, widthOf, words } from './svg.ts'

const SIZE = 11

export interface Axis {
  readonly from: LocalDate
  readonly to: LocalDate
  readonly left: number
  readonly right: number
  x(date: LocalDate): number
}

export function axis(from: LocalDate, to: LocalDate, left: number, right: number): Axis {
  const last = laterOf(to, plusDays(from, 1))
  const span = days(from, last)
  return { from, to: last, left, right, x: (date) => Math.round(left + (days(from, date) / span) * (right - left)) }
}

/**
 * The first days of weeks, months or longer, each written at the head of a fine line; no more than `most`, for which there is room. The year is said
 * where it changes, unless the picture is about one year.
 */
export function ticks(
  line: Axis,
  top: number,
  bottom: number,
  { most = 8, withYear = true }: { readonly most?: number; readonly withYear?: boolean } = {},
): readonly string[] {
  const { from, to, right, x } = line
  const byDay = isByDay(from, to, most)
  return firstDays(from, to, most).flatMap((date, place, all) => {
    const isNewYear = date.slice(0, 4) !== all[place - 1]?.slice(0, 4)
    const says = dayOf(date)
      .setLocale('en-US')
      .toFormat(byDay ? 'd LLL' : isNewYear && withYear ? 'LLL yyyy' : 'LLL')
    const at = x(date)
    const fits = at + 3 + widthOf(says, SIZE) <= right + MARGIN / 2
    return [
      rule([at, top - 9], [at, bottom], { ink: PALETTE.faint }),
      // The line of today goes behind the words.
      fits ? box(at + 2, top - 10, widthOf(says, SIZE) + 2, 13, PALETTE.paper) : '',
      fits ? words(at + 3, top, says, { size: SIZE, ink: PALETTE.quiet }) : '',
    ]
  })
}

/** The line of today, with its word on top. Outside the axis it is not drawn. */
export function todayLine(
  { from, to, left, right, x }: Axis,
  today: LocalDate,
  top: number,
  bottom: number,
): readonly string[] {
  if (today < from || today > to) return []
  const at = x(today)
  const half = widthOf('today', SIZE) / 2
  return [
    rule([at, top + 4], [at, bottom], { ink: PALETTE.ink, width: 1.5, dashed: true }),
    words(Math.min(Math.max(at, left + half), right - half), top, 'today', {
      size: SIZE,
      weight: 'bold',
      anchor: 'middle',
    }),
  ]
}

function firstDays(from: LocalDate, to: LocalDate, most: number): readonly LocalDate[] {
  if (isByDay(from, to, most)) {
    const monday = plusDays(from, (8 - dayOf(from).weekday) % 7)
    return every(monday, to, (date) => plusDays(date, 7))
  }
  const first = plusMonths(`${from.slice(0, 7)}-01`, from.endsWith('-01') ? 0 : 1)
  const step = [1, 2, 3, 6].find((months) => every(first, to, (date) => plusMonths(date, months)).length <= most) ?? 12
  return every(first, to, (date) => plusMonths(date, step))
}

const isByDay = (from: LocalDate, to: LocalDate, most: number) => days(from, to) <= 7 * most

function every(first: LocalDate, to: LocalDate, next: (date: LocalDate) => LocalDate): readonly LocalDate[] {
  const found: LocalDate[] = []
  for (let date = first; date <= to; date = next(date)) found.push(date)
  return found
}

const days = (from: LocalDate, to: LocalDate) => dayOf(to).diff(dayOf(from)).as('days')
