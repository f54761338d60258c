/**
 * What every picture is drawn with: one width that a phone can show, one palette, one way of writing. Nothing is ever said by colour alone: each mark
 * has a shape of its own and each part of a bar a pattern or a number, and the figure's sentence and table say the same.
 *
 * @example
 *   picture({ title: 'One action is open.', height: 120 }, [words(16, 24, 'Open actions by age', { weight: 'bold', size: 15 }), …])
 */

/** In units of the drawing: about what Slack and Teams show beside a conversation, and a phone across its whole width. */
export const WIDTH = 480
/** For a document, where the page is wide. */
export const PAGE_WIDTH = 760
export const MARGIN = 16
const SIZE = 13

/** The colours of the desk, so that a picture there belongs to its page; each on white has the contrast text needs. */
export const PALETTE = Object.freeze({
  ink: '#0b0c0c',
  quiet: '#505a5f',
  line: '#b1b4b6',
  faint: '#e8ebed',
  paper: '#ffffff',
  good: '#00703c',
  bad: '#d4351c',
  plan: '#1d70b8',
})

/** Fills that can be told apart without colour. */
export const FILLS = Object.freeze({
  solid: PALETTE.good,
  plain: PALETTE.faint,
  stripes: 'url(#stripes)',
  dots: 'url(#dots)',
  bars: 'url(#bars)',
})

const DEFS = [
  '<defs>',
  pattern('stripes', 8, '<rect width="8" height="8" fill="#f9d3cc"/><rect width="3" height="8" fill="#ee7f6c"/>', 45),
  pattern(
    'dots',
    6,
    `<rect width="6" height="6" fill="${PALETTE.faint}"/><circle cx="3" cy="3" r="1.1" fill="${PALETTE.quiet}"/>`,
  ),
  pattern('bars', 6, '<rect width="6" height="6" fill="#cfe6d8"/><rect width="2" height="6" fill="#86c19d"/>'),
  '</defs>',
].join('')

/** A whole picture. `title` is what a screen reader says of it; `about` stands on top in bold. */
export function picture(
  { title, about, height, width = WIDTH }: { title: string; about?: string; height: number; width?: number },
  parts: readonly string[],
): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" font-family="Liberation Sans, Arial, Helvetica, sans-serif" font-size="${SIZE}">`,
    `<title>${escaped(title)}</title>`,
    DEFS,
    `<rect width="${width}" height="${height}" fill="${PALETTE.paper}"/>`,
    about === undefined ? '' : words(MARGIN, 24, about, { weight: 'bold', size: 15 }),
    ...parts,
    '</svg>',
  ].join('')
}

/** Where the drawing below a heading begins. */
export const BELOW_HEADING = 38

export interface Manner {
  readonly anchor?: 'start' | 'middle' | 'end'
  readonly size?: number
  readonly weight?: 'bold'
  readonly ink?: string
}

/** A line of text; `y` is its baseline. */
export function words(
  x: number,
  y: number,
  said: string,
  { anchor, size, weight, ink = PALETTE.ink }: Manner = {},
): string {
  const manner = [
    anchor && anchor !== 'start' ? ` text-anchor="${anchor}"` : '',
    size ? ` font-size="${size}"` : '',
    weight ? ` font-weight="${weight}"` : '',
  ].join('')
  return `<text x="${fixed(x)}" y="${fixed(y)}" fill="${ink}"${manner}>${escaped(said)}</text>`
}

export function box(x: number, y: number, width: number, height: number, fill: string, edge?: string): string {
  const stroke = edge === undefined ? '' : ` stroke="${edge}"`
  return `<rect x="${fixed(x)}" y="${fixed(y)}" width="${fixed(width)}" height="${fixed(height)}" fill="${fill}"${stroke}/>`
}

/** A straight line from one place to another. */
export function rule(
  [x1, y1]: readonly [number, number],
  [x2, y2]: readonly [number, number],
  { ink = PALETTE.line, width = 1, dashed = false }: { ink?: string; width?: number; dashed?: boolean } = {},
): string {
  const dash = dashed ? ' stroke-dasharray="4 3"' : ''
  return `<line x1="${fixed(x1)}" y1="${fixed(y1)}" x2="${fixed(x2)}" y2="${fixed(y2)}" stroke="${ink}" stroke-width="${width}"${dash}/>`
}

/** How wide a text will be, near enough to leave room for it: no font is at hand where pictures are described. */
export function widthOf(said: string, size = SIZE): number {
  const ems = [...said].reduce((sum, letter) => sum + em(letter), 0)
  return ems * size
}

/** The text in lines no wider than so much; a word is never broken. */
export function wrapped(said: string, width: number, size = SIZE): readonly string[] {
  const lines: string[] = []
  for (const word of said.split(' ')) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`
    if (lines.length > 0 && widthOf(longer, size) <= width) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

function em(letter: string): number {
  if (/[iljtfI.,:;'’|!()[\] ]/.test(letter)) return 0.3
  if (/[mwMW%]/.test(letter)) return 0.87
  return /[A-Z&]/.test(letter) ? 0.7 : 0.56
}

function pattern(id: string, size: number, drawn: string, turned = 0): string {
  const turn = turned === 0 ? '' : ` patternTransform="rotate(${turned})"`
  return `<pattern id="${id}" width="${size}" height="${size}" patternUnits="userSpaceOnUse"${turn}>${drawn}</pattern>`
}

const fixed = (length: number): number => Math.round(length * 10) / 10

const escaped = (said: string) =>
  said.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
