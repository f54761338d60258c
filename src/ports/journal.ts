/** The journal: who did what, chained by hashes. */
import type { Instant } from '../kernel/time.ts'

export interface JournalEntry {
  readonly n: number
  readonly at: Instant
  readonly by: string
  readonly as?: string
  readonly verb: string
  readonly subject?: string
  /** Ids, choices and hashes; never narrative. */
  readonly detail: Readonly<Record<string, unknown>>
  readonly before: string
  readonly hash: string
}

export interface JournalBook {
  append(entry: Omit<JournalEntry, 'n' | 'before' | 'hash'>): JournalEntry
  /** From entry `n` on, in order. */
  from(n: number, limit: number): readonly JournalEntry[]
  of(subject: string): readonly JournalEntry[]
  /** The last entry's number and hash, kept apart from the entries: a journal cut short does not reach it. `n` is 0 when there is none. */
  head(): Pick<JournalEntry, 'n' | 'hash'>
}
