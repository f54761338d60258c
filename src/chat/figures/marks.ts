/** Small signs of a picture, each with a shape of its own, and the key that says what they mean. Places are centres. */
import { box, MARGIN, PALETTE, rule, WIDTH, widthOf, words } from './svg.ts'

export type Mark = (x: number, y: number) => string

/** A full disc: it was done, it took place. */
export const disc: Mark = (x, y) => `<circle cx="${x}" cy="${y}" r="5" fill="${PALETTE.good}"/>`

/** A ring: it is planned. */
export const ring: Mark = (x, y) =>
  `<circle cx="${x}" cy="${y}" r="5.5" fill="${PALETTE.paper}" stroke="${PALETTE.plan}" stroke-width="2"/>`

/** A diamond: it was done, but late. */
export const diamond: Mark = (x, y) => `<path d="M${x} ${y - 6.5}l6.5 6.5l-6.5 6.5l-6.5 -6.5z" fill="${PALETTE.bad}"/>`

/** A cross: it did not take place. */
export const cross: Mark = (x, y) =>
  `<path d="M${x - 5} ${y - 5}l10 10m0 -10l-10 10" fill="none" stroke="${PALETTE.bad}" stroke-width="2.5"/>`

/** A triangle, empty: it took place, and something was missing. */
export const triangle: Mark = (x, y) =>
  `<path d="M${x} ${y - 6.5}l6.5 11.5h-13z" fill="${PALETTE.paper}" stroke="${PALETTE.bad}" stroke-width="2"/>`

/** A square, empty: nobody has said yet. */
export const square: Mark = (x, y) => box(x - 5, y - 5, 10, 10, PALETTE.paper, PALETTE.ink)

/** An upright stroke: a limit. */
export const stroke: Mark = (x, y) => rule([x, y - 8], [x, y + 8], { ink: PALETTE.ink, width: 2.5 })

/** A small bow with a dot where it begins: it was moved from there. */
export function moved(from: number, to: number, y: number): string {
  const top = y - 11
  return [
    `<circle cx="${from}" cy="${y}" r="2" fill="${PALETTE.quiet}"/>`,
    `<path d="M${from} ${y - 3}Q${(from + to) / 2} ${top} ${to} ${y - 7}" fill="none" stroke="${PALETTE.quiet}" stroke-width="1.2" stroke-dasharray="3 2"/>`,
  ].join('')
}

/** A patch of a fill, for the parts of bars. */
export function patch(fill: string): Mark {
  return (x, y) => box(x - 7, y - 6, 14, 12, fill, PALETTE.quiet)
}

export interface Meaning {
  readonly mark: Mark
  readonly says: string
}

const SIZE = 12
const LINE = 20
const GAP = 18

/** What the marks mean, on as many lines as they need. `y` is where it begins; gives the parts and the height they take. */
export function key(
  meanings: readonly Meaning[],
  y: number,
  width = WIDTH,
): { readonly parts: readonly string[]; readonly height: number } {
  let x = MARGIN
  let line = 0
  const parts = meanings.flatMap(({ mark, says }) => {
    const wide = 20 + widthOf(says, SIZE)
    if (x > MARGIN && x + wide > width - MARGIN) {
      x = MARGIN
      line += 1
    }
    const at = y + 8 + line * LINE
    const drawn = [mark(x + 7, at), words(x + 20, at + 4, says, { size: SIZE })]
    x += wide + GAP
    return drawn
  })
  return { parts, height: (line + 1) * LINE }
}
