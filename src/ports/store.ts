/** The store, and one transaction of it. */
import type { Instant } from '../kernel/time.ts'
import type { Copies } from './copies.ts'
import type { Doors, Links } from './doors.ts'
import type { Drafts, VaultShelf } from './drafts.ts'
import type { JournalBook } from './journal.ts'
import type { Alarms, Outbox } from './outbox.ts'
import type { Subjects } from './subjects.ts'

/** Refuses, at compile time, a transaction that returns a promise: SQLite would commit before it had run. */
export type Sync<T> = T extends PromiseLike<unknown> ? never : T

export interface Store {
  /** Runs `work` in one transaction: all of it happens, or none. A throw rolls back. */
  transaction<T>(work: (tx: Tx) => Sync<T>): T
  /** The same for reading only. */
  read<T>(work: (tx: Tx) => Sync<T>): T
  close(): void
}

/** One transaction: a new object each, so that what was worked out within it can be remembered under it, and is forgotten with it. */
export interface Tx {
  /** Whether it has written anything yet. */
  changed(): boolean
  readonly subjects: Subjects
  readonly drafts: Drafts
  readonly vault: VaultShelf
  readonly journal: JournalBook
  readonly alarms: Alarms
  readonly outbox: Outbox
  readonly copies: Copies
  readonly doors: Doors
  readonly links: Links
  readonly seen: Seen
  readonly settings: Settings
}

export interface Seen {
  /**
   * True the first time an event id is shown, false ever after: for good if its transaction wrote anything else, and until the process ends if it only
   * looked, since to look again harms nobody.
   */
  first(id: string, at: Instant): boolean
  forgetBefore(at: Instant): void
}

export interface Settings {
  get(name: string): string | undefined
  set(name: string, value: string): void
}
