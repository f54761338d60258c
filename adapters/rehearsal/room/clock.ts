import type { DurationLike } from 'luxon'
import { DateTime } from '../../../src/kernel/luxon.ts'
import { type Clock, type Instant, LONDON } from '../../../src/kernel/time.ts'

/** A clock that can be moved and otherwise runs on: what it adds to the real time is all it remembers. */
export interface MovableClock {
  readonly now: Clock
  /** From now on it is this moment, and time flows on from it. */
  moveTo(at: Instant): void
  /** Moves by a stretch of London time: a day later is the same time of day, whatever the clocks did. */
  moveBy(stretch: Pick<DurationLike & object, 'minutes' | 'hours' | 'days'>): void
  /** Calls back after every move, with the new time; gives the way to stop. */
  onMove(listener: (now: Instant) => void): () => void
}

/**
 * Takes the real clock, and the moment at which the rehearsal begins (the real one when left out).
 *
 * @example
 *   const clock = createMovableClock(realClock, '2026-12-17T16:40:00.000Z')
 *   clock.moveBy({ days: 5 })
 *   clock.now()   // '2026-12-22T16:40:00.012Z'
 */
export function createMovableClock(realClock: Clock, startAt: Instant = realClock()): MovableClock {
  const listeners = new Set<(now: Instant) => void>()
  let ahead = Date.parse(startAt) - Date.parse(realClock())

  const now = () => DateTime.fromMillis(Date.parse(realClock()) + ahead, { zone: 'utc' }).toISO() as Instant

  const moveTo = (at: Instant) => {
    const moment = Date.parse(at)
    if (Number.isNaN(moment)) throw new Error(`not a moment: ${at}`)
    ahead = moment - Date.parse(realClock())
    for (const listener of listeners) listener(at)
  }

  return {
    now,
    moveTo,
    moveBy(stretch) {
      moveTo(DateTime.fromISO(now(), { zone: LONDON }).plus(stretch).toUTC().toISO() as Instant)
    },
    onMove(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
