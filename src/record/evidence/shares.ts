/** How wide the columns of a table are: by what stands in them, none too narrow to read. */

const NARROWEST = 0.07
/** A line longer than this wraps anyway, and asks for no more room. */
const LONGEST = 46
const HASH = /^[0-9a-f]{64}$/

/** Each column's share of the width; together they are one. */
export function sharesOf(
  columns: readonly string[] | undefined,
  rows: readonly (readonly string[])[],
): readonly number[] {
  if (columns === undefined) return [0.26, 0.74]
  const wanted = columns.map((name, place) => {
    const lines = rows.flatMap((row) => (row[place] ?? '').split('\n'))
    if (lines.some((line) => HASH.test(line))) return columns.length > 3 ? 26 : LONGEST
    return Math.min(LONGEST, Math.max(name.length, ...lines.map((line) => line.length)))
  })
  const whole = sum(wanted)
  const shares = wanted.map((one) => Math.max(NARROWEST, one / whole))
  return shares.map((share) => share / sum(shares))
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)
