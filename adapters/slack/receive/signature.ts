/**
 * Whether a request is Slack's, is now, and is new (docs.slack.dev/authentication/verifying-requests-from-slack). Bolt's own check accepts a timestamp
 * from the future, and the same request again for five minutes.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Instant } from '../../../src/kernel/time.ts'

const FIVE_MINUTES_MS = 5 * 60_000

export type Doubt = 'unsigned' | 'old' | 'future' | 'forged' | 'replayed'

export interface Signed {
  readonly signature: string | undefined
  /** Seconds since 1970, as Slack sends them. */
  readonly timestamp: string | undefined
  readonly body: string
}

/** What speaks against a request, if anything. `at` is when it came. */
export function doubtOf(request: Signed, secret: string, at: Instant): Doubt | undefined {
  const { signature, timestamp, body } = request
  if (!signature || !timestamp || !/^\d{1,12}$/.test(timestamp)) return 'unsigned'
  const age = Date.parse(at) - Number(timestamp) * 1000
  if (age > FIVE_MINUTES_MS) return 'old'
  if (age < -FIVE_MINUTES_MS) return 'future'
  const right = Buffer.from(`v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`)
  const given = Buffer.from(signature)
  return right.length === given.length && timingSafeEqual(right, given) ? undefined : 'forged'
}

/** Remembers signatures for as long as they could be used again. Slack signs a retry anew, so only a copy has an old one. */
export interface Signatures {
  /** True the first time. */
  first(signature: string, at: Instant): boolean
  /** A request that could not be answered may come again. */
  forget(signature: string): void
}

/** `most`: so many are remembered, the oldest being dropped first; by then they are minutes old under any load this house can carry. */
export function createSignatures(most = 50_000): Signatures {
  const seen = new Map<string, number>()
  return {
    first(signature, at) {
      const now = Date.parse(at)
      for (const [oldest, since] of seen) {
        // Twice five minutes: a timestamp may be up to five minutes ahead when it is first seen.
        if (seen.size < most && now - since <= 2 * FIVE_MINUTES_MS) break
        seen.delete(oldest)
      }
      if (seen.has(signature)) return false
      seen.set(signature, now)
      return true
    },
    forget: (signature) => void seen.delete(signature),
  }
}
