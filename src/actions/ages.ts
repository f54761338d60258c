/**
 * How long actions have been open, as a figure: a picture, its sentence and its table. It shows counts, never people or what is to be done.
 *
 * @example
 *   agesOf(actions, '2027-06-01T09:00:00.000Z').sentence
 *   // '5 actions are open, 2 of them overdue; the oldest has been open for 213 days.'
 */
import { dayOf } from '../calendar/days.ts'
import type { Figure } from '../chat/words.ts'
import { dateOf, type Instant } from '../kernel/time.ts'
import { type Action, isOpen, isOverdue } from './action.ts'

const BANDS = [
  { title: 'Under 1 month', from: 0 },
  { title: '1 to 3 months', from: 30 },
  { title: '3 to 6 months', from: 90 },
  { title: 'Over 6 months', from: 180 },
] as const

/** The open actions by age, at a moment; every band is shown, also an empty one. */
export function agesOf(actions: readonly Action[], at: Instant): Figure {
  const open = actions.filter(isOpen).map((action) => ({ age: ageOf(action, at), overdue: isOverdue(action) }))
  const bands = BANDS.map(({ title, from }, index) => {
    const until = BANDS[index + 1]?.from ?? Number.POSITIVE_INFINITY
    const inBand = open.filter(({ age }) => age >= from && age < until)
    return { title, open: inBand.length, overdue: inBand.filter(({ overdue }) => overdue).length }
  })
  const sentence = say(open)
  return {
    kind: 'figure',
    svg: draw(bands, sentence),
    alt: `Bar chart of open actions by age. ${bands.map(({ title, open, overdue }) => `${title}: ${open} open, ${overdue} overdue`).join('; ')}.`,
    sentence,
    table: {
      columns: ['Age', 'Open', 'Of these overdue'],
      rows: bands.map(({ title, open, overdue }) => [title, String(open), String(overdue)]),
    },
  }
}

interface Band {
  readonly title: string
  readonly open: number
  readonly overdue: number
}

function ageOf({ set }: Action, at: Instant): number {
  return Math.floor(
    dayOf(dateOf(at))
      .diff(dayOf(dateOf(set.at)))
      .as('days'),
  )
}

function say(open: readonly { readonly age: number; readonly overdue: boolean }[]): string {
  if (open.length === 0) return 'No action is open.'
  const overdue = open.filter((one) => one.overdue).length
  const oldest = Math.max(...open.map(({ age }) => age))
  const late = overdue === 0 ? 'none of them overdue' : `${overdue} of them overdue`
  const days = oldest === 1 ? '1 day' : `${oldest} days`
  return `${open.length === 1 ? '1 action is' : `${open.length} actions are`} open, ${late}; the oldest has been open for ${days}.`
}

const WIDTH = 640
const LEFT = 150
const ROW = 44
const TOP = 64
const FULL = WIDTH - LEFT - 130

/** Bars with their counts written beside them, so that nothing is said by colour alone. */
function draw(bands: readonly Band[], sentence: string): string {
  const most = Math.max(1, ...bands.map(({ open }) => open))
  const height = TOP + bands.length * ROW + 12
  const rows = bands.map((band, index) => bar(band, TOP + index * ROW, FULL / most)).join('')
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" font-family="Liberation Sans, Arial, sans-serif">`,
    `<title>${sentence}</title>`,
    '<defs><pattern id="late" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" fill="#d4351c"/><rect width="2" height="6" fill="#ffffff"/></pattern></defs>',
    `<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>`,
    '<text x="16" y="28" font-size="18" font-weight="bold" fill="#0b0c0c">Open actions by age</text>',
    '<rect x="16" y="40" width="14" height="10" fill="#1d70b8"/><text x="36" y="50" font-size="13" fill="#0b0c0c">in time</text>',
    '<rect x="100" y="40" width="14" height="10" fill="url(#late)"/><text x="120" y="50" font-size="13" fill="#0b0c0c">overdue</text>',
    rows,
    '</svg>',
  ].join('')
}

function bar({ title, open, overdue }: Band, y: number, unit: number): string {
  const inTime = (open - overdue) * unit
  const late = overdue * unit
  const count = overdue === 0 ? String(open) : `${open}, ${overdue} overdue`
  return [
    `<text x="${LEFT - 12}" y="${y + 22}" font-size="14" text-anchor="end" fill="#0b0c0c">${title}</text>`,
    `<rect x="${LEFT}" y="${y + 4}" width="${round(inTime)}" height="26" fill="#1d70b8"/>`,
    `<rect x="${round(LEFT + inTime)}" y="${y + 4}" width="${round(late)}" height="26" fill="url(#late)"/>`,
    `<text x="${round(LEFT + inTime + late + 8)}" y="${y + 22}" font-size="14" fill="#0b0c0c">${count}</text>`,
  ].join('')
}

const round = (length: number) => Math.round(length * 10) / 10
