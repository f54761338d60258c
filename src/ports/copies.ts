/** Posted messages that are still alive, and those that must go. */
import type { Platform } from '../chat/intent.ts'
import type { Instant } from '../kernel/time.ts'
import type { Posted, Removal } from './messenger.ts'

/** The card of a copy that was the answer to somebody's words: it is only kept so that it can be taken away in time. */
export const ANSWER = 'answer'

/** The card of a copy that says how far somebody has come with a form; its subject is the draft. */
export const DRAFT_NOTE = 'draft'

/** A posted message that is still alive: (kind of card, subject, viewer) on one platform. */
export interface Copy {
  readonly id: string
  readonly line: string
  readonly card: string
  readonly subject: string
  readonly input?: Readonly<Record<string, string>>
  /** The person it is drawn for; none in a channel (the read-only mirror). */
  readonly viewer?: string
  readonly posted: Posted
  /** Hash of what was last drawn: nothing is sent when nothing changed. */
  readonly drawn: string
  readonly at: Instant
  /** Its message must go: the run that takes it away. From then on it is drawn no more. */
  readonly leaving?: string
}

/** How many messages a run has taken away from one platform, or (without `how`) still has to. */
export interface Removed {
  readonly run: string
  readonly platform: Platform
  readonly how?: Removal
  /** Before whose eyes it still stands; none in a channel, nor for what is gone. */
  readonly viewer?: string
  readonly count: number
}

export interface Copies {
  add(copy: Copy): void
  /** Those of a subject that stay; not those that leave. */
  of(subject: string): readonly Copy[]
  /** Those drawn for a person that stay. */
  shownTo(person: string): readonly Copy[]
  /** The copy that stands there; an answer to somebody's words is none, since it is never drawn again. */
  at(posted: Pick<Posted, 'platform' | 'conversation' | 'message'>): Copy | undefined
  redrawn(id: string, drawn: string, at: Instant): void
  retire(id: string): void
  /** Those last drawn before, but for the cards of what is still open, and for those that leave already. */
  outlived(before: Instant): readonly Copy[]
  /** Its message must go: `run` takes it away. */
  leave(id: string, run: string): void
  /** What a run has still to take away. */
  leaving(run: string): readonly Copy[]
  /** What became of its message: it is a copy no more, only a line of its run's report. */
  left(id: string, how: Removal, at: Instant): void
  /** What every run has taken away and has still to. */
  removed(): readonly Removed[]
  /** Drops from the reports what was done before. */
  forgetRemoved(before: Instant): void
  /** Subjects that changed and whose copies have not been redrawn since. */
  stale(): readonly string[]
  touch(subject: string): void
  /** How often a subject has been touched: read it before drawing and hand it to `settled`, so that a touch meanwhile is not lost. */
  touched(subject: string): number
  /** Its copies show all its changes, or the first `touched` of them. */
  settled(subject: string, touched?: number): void
}
