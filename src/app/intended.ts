/** What the database says is still to be rung. The bell asks this after every commit, at every start and once a minute: it is all there is to know. */
import type { Instant } from '../kernel/time.ts'
import type { Intended, Tx } from '../ports.ts'

export function intended(tx: Tx, at: Instant): Intended {
  return {
    alarms: tx.alarms.waiting().map(({ key, at: moment }) => ({ key, at: moment })),
    outbox: tx.outbox.waiting(at).map(({ id }) => ({ id })),
    refresh: tx.copies.stale().map((subject) => ({ subject })),
  }
}
