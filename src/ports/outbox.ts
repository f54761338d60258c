/** Alarms and the outbox: what must happen. */
import type { Place } from '../chat/intent.ts'
import type { Message } from '../chat/words.ts'
import type { Instant } from '../kernel/time.ts'

export interface Alarm {
  /** Readable and unique: `rr-2026-04/returns/housing/T-2`. */
  readonly key: string
  readonly subject: string
  readonly at: Instant
  /** What it is about: the owed thing and the rung of the ladder. */
  readonly about: Readonly<Record<string, string>>
  readonly status: 'waiting' | 'rung' | 'cancelled'
  readonly rungAt?: Instant
  readonly outcome?: string
}

export interface Alarms {
  waiting(subject?: string): readonly Alarm[]
  due(at: Instant): readonly Alarm[]
  get(key: string): Alarm | undefined
  /** Sets it, or moves it. One that has rung for that very moment stays rung: planning the same again never rings twice. */
  put(alarm: Pick<Alarm, 'key' | 'subject' | 'at' | 'about'>): void
  /** Stops it if it is waiting; nothing otherwise. */
  cancel(key: string): void
  /** Marks it rung and says with what outcome (`sent`, `no longer owed`, `late` …). */
  rung(key: string, at: Instant, outcome: string): void
}

export type Recipient =
  | { readonly person: string }
  /** A group's channel, on every platform it is bound to. */
  | { readonly group: string }
  /** One place, e.g. where a command was typed. */
  | { readonly place: Place }

/** One message to one recipient. Rendered at the moment of sending, so it is never out of date (FEATURES theme 1). */
export interface OutboxLine {
  readonly id: string
  /** Two lines with the same key are one: a retry cannot double it. */
  readonly key: string
  readonly to: Recipient
  /** A live card, kept fresh after sending; or words said once. */
  readonly content:
    | { readonly card: string; readonly subject: string; readonly input?: Readonly<Record<string, string>> }
    | { readonly message: Message }
  /** Ask again at the moment of sending: skip it when this owed thing is no longer owed. */
  readonly unlessDone?: { readonly subject: string; readonly owed: string; readonly person?: string }
  /** Statutory ones ignore quiet hours and go to every door. */
  readonly statutory: boolean
  readonly notBefore: Instant
  readonly writtenAt: Instant
  readonly attachments?: readonly Attachment[]
  readonly status: 'waiting' | 'sent' | 'skipped' | 'undeliverable'
  readonly attempts: number
  readonly doneAt?: Instant
  readonly outcome?: string
}

export interface Attachment {
  readonly name: string
  readonly type: string
  readonly base64: string
}

export interface Outbox {
  /** Adds it unless its key is there already; says whether it was added. */
  add(line: Omit<OutboxLine, 'status' | 'attempts'>): boolean
  get(id: string): OutboxLine | undefined
  waiting(at: Instant, limit?: number): readonly OutboxLine[]
  /** Every line about a subject or to a person, newest first: "who was told what, and when". */
  about(subject: string): readonly OutboxLine[]
  mark(id: string, status: OutboxLine['status'], at: Instant, outcome: string): void
  /** An attempt has failed, for a reason that may pass. */
  attempted(id: string): void
  /**
   * Empties the messages and attachments of lines done before; that they were sent, to whom and when stays. Lines about what is `held` (ids), or that
   * name it (words), are left whole. Gives how many were emptied.
   */
  forgetWords(before: Instant, emptied: Message, held: readonly string[]): number
}
