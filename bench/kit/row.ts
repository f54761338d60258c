/** One line of the table: what was measured here, what its peer did in the same run, and whether the ratio keeps its goal. */
export interface Row {
  readonly name: string
  /** Ours over the peer's, or over the limit where the peer is a number; the median of all rounds. */
  readonly ratio: number
  readonly goal: number
  /** Smaller is better, but for rates. */
  readonly wants: 'at most' | 'at least'
  readonly ok: boolean
  readonly ours: string
  readonly peer: string
  /** The lowest and the highest ratio of a round. */
  readonly spread: readonly [number, number]
  /** What takes most of it. */
  readonly dominates: string
}

export interface Measured {
  readonly name: string
  readonly goal: number
  readonly wants?: Row['wants']
  readonly ours: readonly number[]
  readonly peer: readonly number[]
  readonly unit: string
  readonly dominates: string
}

/** A row from rounds in which both took turns. Each round is compared with itself, so that a machine busy for a while does not count for one side. */
export function rowOf({ name, goal, wants = 'at most', ours, peer, unit, dominates }: Measured): Row {
  const ratios = ours.map((value, round) => value / (peer[round] ?? Number.NaN))
  const ratio = median(ratios)
  return {
    name,
    ratio: rounded(ratio),
    goal,
    wants,
    ok: wants === 'at most' ? ratio <= goal : ratio >= goal,
    ours: `${rounded(median(ours))} ${unit}`,
    peer: `${rounded(median(peer))} ${unit}`,
    spread: [rounded(Math.min(...ratios)), rounded(Math.max(...ratios))],
    dominates,
  }
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

/** The smallest value that at least this share of all values does not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}

const rounded = (value: number): number => Number(value.toPrecision(3))
