/** What rings after the commit, for what the database intends. */
import type { Instant } from '../kernel/time.ts'

/** What the database says is still to be rung. */
export interface Intended {
  readonly alarms: readonly { readonly key: string; readonly at: Instant }[]
  readonly outbox: readonly { readonly id: string }[]
  readonly refresh: readonly { readonly subject: string }[]
}

/** Rings after a commit. Never throws and never waits: a dead queue only delays. */
export interface Bell {
  ring(what: Partial<Intended>): void
}
