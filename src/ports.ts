/**
 * What the core needs from the outside, in its own words. Everything it asks of the store is synchronous and happens inside one transaction;
 * everything that takes time (sending, ringing) happens after the commit, through the messenger and the bell.
 */
export type { Ids } from './kernel/ids.ts'
export type { Clock } from './kernel/time.ts'
export type * from './ports/bell.ts'
export * from './ports/copies.ts'
export type * from './ports/doors.ts'
export type * from './ports/drafts.ts'
export type * from './ports/journal.ts'
export type * from './ports/log.ts'
export * from './ports/messenger.ts'
export type * from './ports/outbox.ts'
export type * from './ports/store.ts'
export type * from './ports/subjects.ts'
