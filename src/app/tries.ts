/** How often somebody at a door has guessed wrong: a code people can read aloud is short enough to be guessed, if one may go on guessing. */
import type { Door } from '../chat/intent.ts'
import { type Instant, minutesAfter } from '../kernel/time.ts'

export interface Tries {
  failed(door: Door, at: Instant): void
  /** They have guessed too often lately. */
  isTired(door: Door, at: Instant): boolean
}

const MOST = 5
const WITHIN_MINUTES = 60
/** Doors remembered; beyond it the oldest is forgotten, so that nobody can fill the memory. */
const DOORS = 10_000

export function createTries(): Tries {
  const wrong = new Map<string, readonly Instant[]>()
  const recent = (key: string, at: Instant) =>
    (wrong.get(key) ?? []).filter((one) => one > minutesAfter(at, -WITHIN_MINUTES))
  const keyOf = ({ platform, tenant, user }: Door) => `${platform}/${tenant}/${user}`
  return {
    failed(door, at) {
      const key = keyOf(door)
      const all = [...recent(key, at), at]
      wrong.delete(key)
      wrong.set(key, all)
      const oldest = wrong.size > DOORS ? wrong.keys().next().value : undefined
      if (oldest !== undefined) wrong.delete(oldest)
    },
    isTired: (door, at) => recent(keyOf(door), at).length >= MOST,
  }
}
