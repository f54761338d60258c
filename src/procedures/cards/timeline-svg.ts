/** Draws timeline rows as SVG: a bar of time, a stroke for each limit, a ring for a planned date, a dot for each day it was done. */
import { plusDays } from '../../calendar/days.ts'
import { type LocalDate, londonInstant, sayDate } from '../../kernel/time.ts'
import type { TimelineRow } from './timeline.ts'

const WIDTH = 960
const LABEL = 340
const ROW = 26
const TOP = 44
const BOTTOM = 46

/** Shapes differ as well as colours, so nothing is said by colour alone. */
export function drawTimeline(
  rows: readonly TimelineRow[],
  { from, today, title }: { readonly from: LocalDate; readonly today: LocalDate; readonly title: string },
): string {
  const days = rows.flatMap((row) => [row.planned, row.limit, ...row.done]).filter((one) => one !== undefined)
  const last = plusDays([today, ...days].sort().at(-1) as LocalDate, 3)
  const x = scale(from, last)
  const height = TOP + rows.length * ROW + BOTTOM
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" font-family="sans-serif" font-size="12">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${WIDTH}" height="${height}" fill="#fff"/>`,
    ...ends(from, last, x),
    line(x(today), TOP - 10, height - BOTTOM, '#505a5f', '4 3'),
    label(x(today), TOP - 16, 'today', 'middle'),
    ...rows.map((row, place) => drawRow(row, TOP + place * ROW + ROW / 2, x)),
    ...legend(height - 16),
    '</svg>',
  ].join('')
}

type Scale = (date: LocalDate) => number

function scale(from: LocalDate, to: LocalDate): Scale {
  const moment = (date: LocalDate) => Date.parse(londonInstant(`${date}T12:00`))
  const [first, span] = [moment(from), Math.max(1, moment(to) - moment(from))]
  return (date) => Math.round(LABEL + 10 + ((moment(date) - first) / span) * (WIDTH - LABEL - 30))
}

function ends(from: LocalDate, to: LocalDate, x: Scale): readonly string[] {
  return [label(x(from), 16, sayDate(from), 'start'), label(x(to), 16, sayDate(to), 'end')]
}

function drawRow({ says, planned, limit, done, standing }: TimelineRow, y: number, x: Scale): string {
  const colour = standing === 'late' || standing === 'overdue' ? '#d4351c' : '#00703c'
  return [
    label(LABEL, y + 4, fitted(says), 'end'),
    `<line x1="${LABEL + 10}" x2="${WIDTH - 20}" y1="${y}" y2="${y}" stroke="#e5e6e7"/>`,
    limit === undefined ? '' : line(x(limit), y - 9, y + 9, '#0b0c0c'),
    planned === undefined
      ? ''
      : `<circle cx="${x(planned)}" cy="${y}" r="6" fill="none" stroke="#1d70b8" stroke-width="2"/>`,
    ...done.map((date) => `<circle cx="${x(date)}" cy="${y}" r="4" fill="${colour}"/>`),
  ].join('')
}

function legend(y: number): readonly string[] {
  return [
    line(LABEL + 14, y - 9, y + 5, '#0b0c0c'),
    label(LABEL + 22, y + 2, 'limit', 'start'),
    `<circle cx="${LABEL + 84}" cy="${y - 2}" r="6" fill="none" stroke="#1d70b8" stroke-width="2"/>`,
    label(LABEL + 96, y + 2, 'planned', 'start'),
    `<circle cx="${LABEL + 164}" cy="${y - 2}" r="4" fill="#00703c"/>`,
    label(LABEL + 174, y + 2, 'done (red where it was late)', 'start'),
  ]
}

const line = (x: number, y1: number, y2: number, colour: string, dash = '') =>
  `<line x1="${x}" x2="${x}" y1="${y1}" y2="${y2}" stroke="${colour}" stroke-width="2"${dash === '' ? '' : ` stroke-dasharray="${dash}"`}/>`
const label = (x: number, y: number, words: string, anchor: string) =>
  `<text x="${x}" y="${y}" text-anchor="${anchor}" fill="#0b0c0c">${escaped(words)}</text>`

/** A label is shortened in the picture only; the table has it whole. */
const fitted = (words: string) => (words.length > 52 ? `${words.slice(0, 51).trimEnd()}…` : words)
const escaped = (words: string) =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
