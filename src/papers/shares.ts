/** How wide the columns of a table are: by what stands in them, none narrower than its longest word. */

/** What one letter takes of the width, and the margins of a cell; of Arial at nine points on A4. */
const LETTER = 0.0101
const MARGINS = 0.02
/** A header's letters are wider. */
const BOLD = 1.15
/** Longer words are broken. */
const LONGEST_WORD = 18
/** How much more room more text gets. */
const WRAPS = 0.8
/** A hash on one line, in small letters. */
const WHOLE_HASH = 0.6
const HASH = /^[0-9a-f]{64}$/

/** Each column's share of the width; together they are one. */
export function sharesOf(
  columns: readonly string[] | undefined,
  rows: readonly (readonly string[])[],
): readonly number[] {
  if (columns === undefined) return [0.26, 0.74]
  if (columns.length === 2) return [0.4, 0.6]
  const least = columns.map((name, place) =>
    Math.max(
      MARGINS + LETTER * BOLD * longestWord([name]),
      leastFor(
        rows.map((row) => row[place] ?? ''),
        columns.length,
      ),
    ),
  )
  // What is long wraps: twice the text asks for less than twice the room.
  const wanted = columns.map((_, place) => sum(rows.map((row) => lettersIn(row[place] ?? ''))) ** WRAPS)
  const free = Math.max(0, 1 - sum(least))
  const shares = least.map((one, place) => one + (free * (wanted[place] ?? 0)) / (sum(wanted) || 1))
  return shares.map((share) => share / sum(shares))
}

function leastFor(cells: readonly string[], columns: number): number {
  if (columns <= 3 && cells.some((cell) => HASH.test(cell))) return WHOLE_HASH
  return MARGINS + LETTER * longestWord(cells)
}

function longestWord(cells: readonly string[]): number {
  const words = cells.flatMap((cell) => cell.split(/[ \n]+/))
  return Math.min(LONGEST_WORD, Math.max(0, ...words.map((word) => word.length)))
}

/** In how many lines a text stands in a column of that share, near enough. */
export function linesIn(text: string, share: number): number {
  return sum(text.split('\n').map((line) => Math.ceil((line.length * LETTER) / (share - MARGINS)) || 1))
}

/** Where there are many columns a hash breaks, set small as it is. */
const lettersIn = (cell: string) => sum(cell.split('\n').map((line) => (HASH.test(line) ? 40 : line.length)))
const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)
