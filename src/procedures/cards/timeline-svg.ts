/** Draws timeline rows: what each is called, how it stands in words, and a line of time with its limit, its planned day and the days it was done. */

import { plusDays } from '../../calendar/days.ts'
import { axis, ticks, todayLine } from '../../chat/figures/axis.ts'
import { diamond, disc, key, ring, stroke } from '../../chat/figures/marks.ts'
import {
  BELOW_HEADING,
  box,
  MARGIN,
  type Manner,
  PALETTE,
  picture,
  rule,
  WIDTH,
  widthOf,
  words,
  wrapped,
} from '../../chat/figures/svg.ts'
import { type LocalDate, sayDate } from '../../kernel/time.ts'
import type { TimelineRow } from './timeline.ts'

const LINE = 15
const TRACK = 20
const SMALL = 12
const A_YEAR = 365

/** Where a day lies on the line, and how it is said beside it. */
interface Scale {
  readonly x: (date: LocalDate) => number
  readonly short: (date: LocalDate) => string
}

export interface Drawn {
  readonly title: string
  /** Stands on top; not where it goes on from another picture. */
  readonly about?: string
  /** When it began, where all of it is shown. */
  readonly from?: LocalDate
  /** Until when, where other pictures have the same scale. */
  readonly to?: LocalDate
  readonly today: LocalDate
  /** Said below: what the picture leaves out. */
  readonly foot?: string
  readonly width?: number
}

export function drawTimeline(
  rows: readonly TimelineRow[],
  { title, about, from, to, today, foot, width = WIDTH }: Drawn,
): string {
  const { from: first, to: until } = spanOf(rows, [from ?? today, to ?? today])
  const last = plusDays(until, 2)
  const line = axis(first, last, MARGIN + 8, width - MARGIN - 8)
  const short = plusDays(first, A_YEAR) < last ? sayDate : withoutYear
  const drawn: string[] = []
  const head = about === undefined ? 4 : BELOW_HEADING
  const top = head + 34
  let y = top
  for (const row of rows) {
    const { svg, height } = drawRow(row, today, { x: line.x, short }, y, width)
    drawn.push(svg)
    y += height
  }
  const meaning = key(
    [
      { mark: disc, says: 'done' },
      { mark: diamond, says: 'done late' },
      { mark: ring, says: 'planned' },
      { mark: stroke, says: 'limit' },
    ],
    y + 4,
    width,
  )
  const below = y + 4 + meaning.height
  return picture(
    {
      title,
      ...(about === undefined ? {} : { about }),
      height: Math.ceil(below + (foot === undefined ? 8 : 26)),
      width,
    },
    [
      ...todayLine(line, today, head + 10, y),
      ...ticks(line, head + 26, y),
      ...drawn,
      ...meaning.parts,
      ...(foot === undefined ? [] : [words(MARGIN, below + 14, foot, { size: SMALL, ink: PALETTE.quiet })]),
    ],
  )
}

/** The first and the last day that rows and some other days have to show. */
export function spanOf(rows: readonly TimelineRow[], others: readonly [LocalDate, ...LocalDate[]]) {
  const days = [...others, ...rows.flatMap((row) => [row.planned, row.limit, ...row.done])].sort()
  return { from: days[0] as LocalDate, to: days.at(-1) as LocalDate }
}

function drawRow(row: TimelineRow, today: LocalDate, { x, short }: Scale, y: number, width: number) {
  const standing = sayStanding(row, today, short)
  const wide = widthOf(standing, SMALL) + 6
  const lines = wrapped(row.says, width - 2 * MARGIN - wide - 8)
  const at = y + LINE * lines.length + 8
  const inTime = row.done.filter((date) => !row.late.includes(date))
  const isOpen = row.standing === 'open' || row.standing === 'overdue'
  return {
    height: LINE * lines.length + TRACK,
    svg: [
      // The line of today goes behind the words.
      ...lines.map((one, n) => box(MARGIN, y + 1 + LINE * n, widthOf(one) + 2, LINE, PALETTE.paper)),
      box(width - MARGIN - wide, y + 1, wide, LINE, PALETTE.paper),
      ...lines.map((one, n) => words(MARGIN, y + 12 + LINE * n, one)),
      words(width - MARGIN, y + 12, standing, { anchor: 'end', size: SMALL, ...emphasis(row, today) }),
      rule([MARGIN, at], [width - MARGIN, at]),
      stroke(x(row.limit), at),
      isOpen || row.planned !== row.limit ? ring(x(row.planned), at) : '',
      ...inTime.map((date) => disc(x(date), at)),
      ...row.late.map((date) => diamond(x(date), at)),
    ].join(''),
  }
}

function emphasis({ standing, due }: TimelineRow, today: LocalDate): Manner {
  if (standing === 'overdue' || standing === 'late') return { weight: 'bold', ink: PALETTE.bad }
  return standing === 'open' && due === today ? { weight: 'bold' } : { ink: PALETTE.quiet }
}

/** "Mon 11 Jan": in a picture of less than a year the year is that of the axis. */
const withoutYear = (date: LocalDate) => sayDate(date).slice(0, -' yyyy'.length)

/** "done Mon 11 Jan", "4 of 5, due Tue 12 Jan". */
function sayStanding(
  { standing, due, done, of, did, without }: TimelineRow,
  today: LocalDate,
  said: (date: LocalDate) => string,
): string {
  const short = (date: LocalDate | undefined) => (date === undefined ? '' : said(date))
  const so = of > 1 ? `${did} of ${of}, ` : ''
  switch (standing) {
    case 'in time':
      return `done ${short(done.at(-1))}`
    case 'late':
      return `late: ${short(done.at(-1))}`
    case 'open':
      return due === today ? `${so}due today` : `${so}due ${short(due)}`
    case 'overdue':
      return `${so}overdue: ${short(due)}`
    case 'gone on without':
      return of > 1 ? `without ${without} of ${of}` : 'gone on without'
    default:
      return standing satisfies never
  }
}
