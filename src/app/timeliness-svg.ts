/** Draws how limits were kept as bars of SVG. Each part carries its number and a pattern of its own, so nothing is said by colour alone. */
const WIDTH = 960
const LABEL = 460
const ROW = 30
const TOP = 16
const BOTTOM = 44

export interface Bar {
  readonly label: string
  /** In time, late, running. */
  readonly counts?: readonly number[]
  /** Said in place of a bar whose numbers are held back. */
  readonly few?: string
}

const PARTS = [
  { says: 'in time', fill: '#00703c', ink: '#fff' },
  { says: 'late', fill: 'url(#late)', ink: '#0b0c0c' },
  { says: 'running', fill: '#e5e6e7', ink: '#0b0c0c' },
] as const

export function drawTimeliness(bars: readonly Bar[], title: string): string {
  const height = TOP + bars.length * ROW + BOTTOM
  const most = Math.max(1, ...bars.map(({ counts = [] }) => counts.reduce((all, one) => all + one, 0)))
  const unit = (WIDTH - LABEL - 40) / most
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" font-family="sans-serif" font-size="13">`,
    `<title>${escaped(title)}</title>`,
    '<defs><pattern id="late" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="8" height="8" fill="#f7b3a8"/><rect width="4" height="8" fill="#f4887a"/></pattern></defs>',
    `<rect width="${WIDTH}" height="${height}" fill="#fff"/>`,
    ...bars.map((bar, place) => drawBar(bar, TOP + place * ROW, unit)),
    ...legend(height - 18),
    '</svg>',
  ].join('')
}

function drawBar({ label, counts, few }: Bar, y: number, unit: number): string {
  let x = LABEL + 10
  const parts = (counts ?? []).map((count, part) => {
    if (count === 0) return ''
    const width = count * unit
    const { fill, ink } = PARTS[part] as (typeof PARTS)[number]
    const drawn = `<rect x="${x}" y="${y + 4}" width="${width}" height="${ROW - 10}" fill="${fill}" stroke="#fff"/>${words(x + width / 2, y + 20, String(count), 'middle', ink)}`
    x += width
    return drawn
  })
  return [
    words(LABEL, y + 20, fitted(label), 'end'),
    ...parts,
    few === undefined ? '' : words(LABEL + 10, y + 20, few, 'start', '#505a5f'),
  ].join('')
}

function legend(y: number): readonly string[] {
  return PARTS.map(({ says, fill }, place) => {
    const x = LABEL + 10 + place * 110
    return `<rect x="${x}" y="${y - 11}" width="14" height="14" fill="${fill}" stroke="#0b0c0c" stroke-width=".5"/>${words(x + 20, y + 1, says, 'start')}`
  })
}

const words = (x: number, y: number, said: string, anchor: string, ink = '#0b0c0c') =>
  `<text x="${x}" y="${y}" text-anchor="${anchor}" fill="${ink}">${escaped(said)}</text>`

/** A label is shortened in the picture only; the table has it whole. */
const fitted = (said: string) => (said.length > 66 ? `${said.slice(0, 65).trimEnd()}…` : said)
const escaped = (said: string) =>
  said.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
