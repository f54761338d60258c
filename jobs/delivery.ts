import { DelayedError, UnrecoverableError } from './bullmq.ts'
import type { ErrandHandler } from './house.ts'
import { wordsOf } from './presence.ts'

export interface DeliveryTarget {
  /**
   * Sends one outbox line. Throws when the platform is unwell: with `retryAfterMs` if it named a time, with `permanent` if trying again is
   * pointless (see DeliveryError).
   */
  deliver(outboxId: string): Promise<void>
  /** Every attempt to send this line has failed. */
  undeliverable?(outboxId: string, reason: string): Promise<void>
}

/** So often may a platform say "later" before that counts as a failure too: patient, but not for ever. */
const PATIENCE = 100

/** BullMQ reads its clock before the round trip that hands us the errand; without this, we would be early by that trip, which on a busy machine is long. */
const ROUND_TRIP_MS = 250

/**
 * Sends one outbox line. "Later" is obeyed and costs no attempt, because a busy channel can say it many times; any other
 * error costs one. With the last attempt the core hears that the line cannot be delivered.
 */
export function deliveryHandler(target: DeliveryTarget): ErrandHandler {
  return async (job, token) => {
    const begun = performance.now()
    try {
      await target.deliver(job.data.key)
    } catch (error) {
      const { permanent, retryAfterMs } = adviceOf(error)
      if (!permanent && retryAfterMs !== undefined && job.attemptsStarted < PATIENCE) {
        // BullMQ wants a moment of the real clock, which a rehearsal's is not: its own start of this attempt, and what has passed since.
        const now = (job.processedOn ?? job.timestamp) + (performance.now() - begun)
        await job.moveToDelayed(Math.ceil(now + retryAfterMs + ROUND_TRIP_MS), token)
        throw new DelayedError()
      }
      if (!permanent && job.attemptsMade + 1 < (job.opts.attempts ?? 1)) throw error
      await target.undeliverable?.(job.data.key, wordsOf(error))
      throw new UnrecoverableError(wordsOf(error))
    }
  }
}

/** What an error says about trying again. Read by shape: an error may come from another copy of the class, or from a library. */
function adviceOf(error: unknown): { permanent: boolean; retryAfterMs: number | undefined } {
  const { permanent, retryAfterMs } = (error ?? {}) as { permanent?: unknown; retryAfterMs?: unknown }
  const usable = typeof retryAfterMs === 'number' && Number.isFinite(retryAfterMs) && retryAfterMs >= 0
  return { permanent: permanent === true, retryAfterMs: usable ? retryAfterMs : undefined }
}
