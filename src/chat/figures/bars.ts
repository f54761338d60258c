/**
 * Bars made of parts, one below another, each with its numbers in words beside it. Labels stand beside their bars where they are short, and above them
 * where they are not.
 */
import { key, patch } from './marks.ts'
import { BELOW_HEADING, box, MARGIN, PALETTE, picture, WIDTH, widthOf, words, wrapped } from './svg.ts'

/** One kind of part, the same in every bar. */
export interface Part {
  readonly says: string
  readonly fill: string
  readonly ink: string
}

export interface Bar {
  readonly label: string
  /** As many as there are parts; none where the numbers are held back. */
  readonly counts: readonly number[]
  /** At the end of the bar: its sum, or why there is none. */
  readonly says: string
}

const BESIDE = 200
const BAR = 16
const SMALL = 12

/** The picture of some bars. `title` is the figure's sentence, `about` the heading within the picture; as `shares` every bar is as long as any other. */
export function drawBars(
  bars: readonly Bar[],
  parts: readonly Part[],
  { title, about, shares = false }: { readonly title: string; readonly about: string; readonly shares?: boolean },
): string {
  const meaning = key(
    parts.map(({ fill, says }) => ({ mark: patch(fill), says })),
    BELOW_HEADING,
  )
  const most = Math.max(1, ...bars.map(({ counts }) => sum(counts)))
  const labels = Math.max(0, ...bars.map(({ label }) => widthOf(label)))
  const ends = Math.max(0, ...bars.map(({ says }) => widthOf(says, SMALL))) + 10
  const drawn: string[] = []
  let y = BELOW_HEADING + meaning.height + 8
  for (const bar of bars) {
    const scale = { y, most: shares ? Math.max(1, sum(bar.counts)) : most, labels, ends }
    const { height, svg } = labels <= BESIDE ? beside(bar, parts, scale) : above(bar, parts, scale)
    drawn.push(svg)
    y += height
  }
  return picture({ title, about, height: Math.ceil(y + 8) }, [...meaning.parts, ...drawn])
}

/** Where a bar stands, what a full one counts, and how wide the widest of all labels and of all ends is. */
interface Scale {
  readonly y: number
  readonly most: number
  readonly labels: number
  readonly ends: number
}

interface Drawn {
  readonly svg: string
  readonly height: number
}

function beside({ label, counts, says }: Bar, parts: readonly Part[], { y, most, labels, ends }: Scale): Drawn {
  const left = MARGIN + labels + 8
  const room = WIDTH - MARGIN - left - ends
  return {
    svg: [
      words(left - 8, y + 13, label, { anchor: 'end' }),
      stacked(counts, parts, { x: left, y: y + 1, unit: room / most }),
      words(left + (sum(counts) * room) / most + 6, y + 13, says, { size: SMALL, ink: PALETTE.quiet }),
    ].join(''),
    height: 26,
  }
}

function above({ label, counts, says }: Bar, parts: readonly Part[], { y, most, ends }: Scale): Drawn {
  const lines = wrapped(label, WIDTH - 2 * MARGIN - ends)
  const below = y + 16 * lines.length + 3
  return {
    svg: [
      ...lines.map((line, n) => words(MARGIN, y + 13 + 16 * n, line)),
      words(WIDTH - MARGIN, y + 13, says, { anchor: 'end', size: SMALL, ink: PALETTE.quiet }),
      stacked(counts, parts, { x: MARGIN, y: below, unit: (WIDTH - 2 * MARGIN) / most }),
    ].join(''),
    height: 16 * lines.length + BAR + 14,
  }
}

function stacked(
  counts: readonly number[],
  parts: readonly Part[],
  { x, y, unit }: { x: number; y: number; unit: number },
): string {
  let from = x
  return parts
    .map(({ fill, ink }, place) => {
      const count = counts[place] ?? 0
      if (count === 0) return ''
      const width = count * unit
      // A number that has no room is said at the end of the bar and in the table.
      const half = widthOf(String(count), SMALL) / 2 + 2
      const fits = 2 * half <= width
      const drawn = [
        box(from, y, width, BAR, fill, PALETTE.paper),
        fits && fill.startsWith('url') ? box(from + width / 2 - half, y + 2, 2 * half, BAR - 4, PALETTE.paper) : '',
        fits
          ? words(from + width / 2, y + 12, String(count), { anchor: 'middle', size: SMALL, weight: 'bold', ink })
          : '',
      ].join('')
      from += width
      return drawn
    })
    .join('')
}

const sum = (counts: readonly number[]) => counts.reduce((all, one) => all + one, 0)
