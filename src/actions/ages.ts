/**
 * How long actions have been open, as a figure: a picture, its sentence and its table. It shows counts, never people or what is to be done.
 *
 * @example
 *   agesOf(actions, '2027-06-01T09:00:00.000Z').sentence
 *   // '5 actions are open, 2 of them overdue; the oldest has been open for 213 days.'
 */
import { dayOf } from '../calendar/days.ts'
import { drawBars } from '../chat/figures/bars.ts'
import { FILLS, PALETTE } from '../chat/figures/svg.ts'
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

const PARTS = [
  { says: 'in time', fill: FILLS.solid, ink: PALETTE.paper },
  { says: 'overdue', fill: FILLS.stripes, ink: PALETTE.ink },
]

function draw(bands: readonly Band[], sentence: string): string {
  const bars = bands.map(({ title, open, overdue }) => ({
    label: title,
    counts: [open - overdue, overdue],
    says: overdue === 0 ? String(open) : `${open}, ${overdue} overdue`,
  }))
  return drawBars(bars, PARTS, { title: sentence, about: 'Open actions by age' })
}
