/** The known word nearest to a mistyped one, when one is near enough to be meant. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  const reach = word.length < 4 ? 1 : Math.max(2, Math.floor(word.length / 3))
  const near = [...known]
    .map((candidate) => ({ candidate, steps: stepsBetween(word, candidate) }))
    .filter(({ steps }) => steps <= reach)
    .sort((a, b) => a.steps - b.steps)
  return near[0]?.candidate
}

/** " Did you mean 'icsc'?", or nothing. */
export function didYouMean(word: string, known: Iterable<string>): string {
  const meant = nearest(word, known)
  return meant === undefined ? '' : ` Did you mean '${meant}'?`
}

/** All that is known, the likest first; of two that are equally like, the one that was named first. */
export function byLikeness(word: string, known: Iterable<string>): readonly string[] {
  const wanted = word.toLowerCase()
  return [...known]
    .map((candidate) => ({ candidate, steps: stepsBetween(wanted, candidate.toLowerCase()) }))
    .sort((a, b) => a.steps - b.steps)
    .map(({ candidate }) => candidate)
}

/** Single-letter changes, counting a swap of neighbours as one: the slip of fast typing. */
function stepsBetween(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) => [i, ...Array<number>(b.length).fill(0)])
  for (let j = 1; j <= b.length; j++) rows[0]![j] = j
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let steps = Math.min(rows[i - 1]![j]! + 1, rows[i]![j - 1]! + 1, rows[i - 1]![j - 1]! + same)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        steps = Math.min(steps, rows[i - 2]![j - 2]! + 1)
      rows[i]![j] = steps
    }
  }
  return rows[a.length]![b.length]!
}
