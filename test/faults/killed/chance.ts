/** Chance that can be repeated: the same seed gives the same picks. */
export interface Chance {
  /** A whole number from 0 up to, and not including, the limit. */
  below(limit: number): number
  chance(share: number): boolean
  pick<T>(from: readonly T[]): T
  pickMaybe<T>(from: readonly T[]): T | undefined
  shuffled<T>(from: readonly T[]): T[]
}

/** Mulberry32: small, and the same on every machine. */
export function chanceOf(seed: number): Chance {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number) => Math.floor(next() * limit)
  const pickMaybe = <T>(from: readonly T[]) => from[below(from.length)]
  return {
    below,
    chance: (share) => next() < share,
    pickMaybe,
    pick<T>(from: readonly T[]): T {
      const picked = pickMaybe(from)
      if (picked === undefined) throw new Error('nothing to pick from')
      return picked
    },
    shuffled: (from) =>
      from
        .map((one) => ({ one, at: next() }))
        .sort((a, b) => a.at - b.at)
        .map(({ one }) => one),
  }
}
