/** How often Slack lets an app call a method: so many calls in any minute of real time, then 429 with the seconds to wait. */
import type { Clock } from '../../../src/kernel/time.ts'

export interface Rates {
  /** Counts a call; the seconds to wait when there were too many already. */
  take(method: string): number | undefined
}

/** Tier 3 of Slack's limits, where the rehearsal could reach it: a run of retention deletes message after message. */
const PER_MINUTE: Readonly<Record<string, number>> = { 'chat.delete': 50 }
const MINUTE_MS = 60_000

export function createRates(wallClock: Clock): Rates {
  const calls = new Map<string, number[]>()
  return {
    take(method) {
      const most = PER_MINUTE[method]
      if (most === undefined) return undefined
      const now = Date.parse(wallClock())
      const lately = (calls.get(method) ?? []).filter((at) => at > now - MINUTE_MS)
      calls.set(method, lately)
      const [first] = lately
      if (first !== undefined && lately.length >= most) return Math.ceil((first + MINUTE_MS - now) / 1000)
      lately.push(now)
      return undefined
    },
  }
}
