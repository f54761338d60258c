import { createHash } from 'node:crypto'
import type { Instant } from '../src/kernel/time.ts'
import type { Intended } from '../src/ports.ts'
import type { ErrandQueue } from './house.ts'

export type NewErrand = Parameters<ErrandQueue['addBulk']>[0][number]

export interface Persistence {
  /** How often a delivery is tried: 12 times with doubling waits is a little over half an hour. */
  deliveryAttempts: number
  /** The wait, in ms, after the first failure; doubled each time. */
  firstBackoff: number
}

/** Alarms further ahead stay in the database until a reconcile finds them near enough. */
const HORIZON_MS = 7 * 24 * 60 * 60_000

/** An id must be free again once its errand is over, or BullMQ would never take the same thing twice. */
export const FORGOTTEN_WHEN_OVER = { removeOnComplete: true, removeOnFail: true }

/** Which errands belong in the queue for what the database intends. Pure; the same intention always gives the same ids. */
export function errandsFor(intended: Intended, now: Instant, { deliveryAttempts, firstBackoff }: Persistence) {
  const again = { ...FORGOTTEN_WHEN_OVER, backoff: { type: 'exponential', delay: firstBackoff, jitter: 0.3 } }
  const untilMs = (at: Instant) => Date.parse(at) - Date.parse(now)

  const alarms: NewErrand[] = intended.alarms
    .filter(({ at }) => untilMs(at) <= HORIZON_MS)
    .map(({ key, at }) => ({
      name: 'alarm',
      data: { key },
      opts: { ...again, jobId: errandId(key, at), delay: Math.max(0, untilMs(at)), attempts: 3 },
    }))
  const deliveries: NewErrand[] = intended.outbox.map(({ id }) => ({
    name: 'delivery',
    data: { key: id },
    opts: { ...again, jobId: errandId(id), attempts: deliveryAttempts },
  }))
  const refreshes: NewErrand[] = intended.refresh.map(({ subject }) => ({
    name: 'refresh',
    data: { key: subject },
    // A change during a redraw must cause another redraw, and a hundred changes no more than one.
    opts: { ...again, deduplication: { id: errandId(subject), keepLastIfActive: true }, attempts: 5 },
  }))
  return { alarms, deliveries, refreshes }
}

/**
 * The id under which something is rung: the same thing at the same moment has the same id, so ringing it twice rings it once.
 * A hash, because BullMQ refuses ids with a colon or of digits only.
 */
export function errandId(key: string, at: Instant = ''): string {
  return `e${createHash('sha256').update(`${key}\n${at}`).digest('hex').slice(0, 40)}`
}
