/**
 * One at a time. Where a platform cannot be asked what was posted (Teams, e-mail, a channel), a process that is ended may leave a message nobody knows of,
 * which is then sent once more. So there only one post is ever under way that has not been written down.
 */
import { DeliveryError } from '../ports.ts'

/** Runs the work once whatever was before it is over. Throws a DeliveryError that asks to come back later when that takes long. */
export type Lane = <T>(work: () => Promise<T>) => Promise<T>

/** Whoever waits holds up what could go another way meanwhile. */
const PATIENCE_MS = 2_000

export function createLane(patienceMs = PATIENCE_MS): Lane {
  let last: Promise<unknown> = Promise.resolve()
  return async (work) => {
    const before = last
    const { promise: over, resolve: leave } = Promise.withResolvers<void>()
    last = Promise.all([before, over])
    try {
      await inTime(before, patienceMs)
      return await work()
    } finally {
      leave()
    }
  }
}

async function inTime(turn: Promise<unknown>, patienceMs: number): Promise<void> {
  const { promise: late, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => {
    reject(new DeliveryError(ONE_AT_A_TIME, 'others are on their way first', { retryAfterMs: patienceMs / 2 }))
  }, patienceMs)
  try {
    await Promise.race([turn, late])
  } finally {
    clearTimeout(timer)
  }
}

/** Nothing has been tried yet, so it costs no attempt. */
export const ONE_AT_A_TIME = 'one-at-a-time'
