/**
 * Which modals have been turned to another page. A choice draws its page again, which takes a call to Slack; whoever has gone on meanwhile would be thrown
 * back by it.
 */

/** So many modals are remembered: each is open for minutes. */
const MOST = 1_000

export interface Turns {
  /** Its page has been handed in, left or closed. */
  turned(view: string): void
  /** Tells, whenever it is asked, whether the modal has been turned since now. */
  from(view: string): () => boolean
}

export function createTurns(): Turns {
  const turns = new Map<string, number>()
  return {
    turned(view) {
      const before = turns.get(view) ?? 0
      turns.delete(view)
      turns.set(view, before + 1)
      const [oldest] = turns.keys()
      if (turns.size > MOST && oldest !== undefined) turns.delete(oldest)
    },
    from(view) {
      const now = turns.get(view)
      return () => turns.get(view) !== now
    },
  }
}
