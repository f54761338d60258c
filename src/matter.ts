/**
 * A matter is a subject with its state: a case, a meeting, a motion. Every kind tells the app the same few things about itself, and so gets cards,
 * chasing, permissions and a place in "what do I owe?" from the same code.
 */

import type { WorkingCalendar } from './calendar/working-calendar.ts'
import type { Owed } from './chasing/owed.ts'
import type { Message } from './chat/words.ts'
import type { Result } from './kernel/result.ts'
import type { Instant } from './kernel/time.ts'
import type { About } from './partnership/authority/may.ts'
import type { Partnership } from './partnership/partnership.ts'
import type { Attachment, Fact, Subject } from './ports.ts'

/** What a matter is judged by: the partnership as it is, the calendar as it is known, and the moment. */
export interface Setting {
  readonly partnership: Partnership
  readonly calendar: WorkingCalendar
  readonly at: Instant
}

export interface MatterKind<State = unknown> {
  readonly kind: string
  state(subject: Subject, facts: readonly Fact[], setting: Setting): State
  owed(state: State): readonly Owed[]
  /** Nothing more can be owed: the subject is closed with this change. */
  ended(state: State): boolean
  /** What the authority table needs to know of it. */
  about(state: State): About
  /** The verb that reading it needs. */
  readonly see: string
  /** Its face for one viewer; without a viewer the read-only mirror of a channel. */
  face(state: State, viewer: string | undefined, input: Readonly<Record<string, string>>): Message
  /** Closes what is owed by a press; facts or a refusal. Absent where nothing is closed by a bare press. */
  close?(state: State, wish: Wish): Result<readonly Pick<Fact, 'kind' | 'data'>[]>
  /** The verb in the authority table that closing this needs. */
  mayClose(state: State, owed: Owed): string
  /** The card of one owed thing for one person. Where it is absent the matter's own face says it. */
  task?(state: State, owed: string, how: Calling): Message
  /** Who is told, with the matter's card, that this happened to it; keyed, so that nobody is told twice. */
  news(before: State | undefined, after: State): readonly News[]
}

/** How a card of an owed thing came about: for whom, by which rung of the ladder, and for when it was meant if it is late. */
export interface Calling {
  readonly viewer?: string
  readonly rung?: string
  readonly late?: string
}

/** A press on what is owed. */
export interface Wish {
  readonly owed: string
  readonly outcome: string
  readonly by: string
  /** The round the person saw; an older one is answered, not obeyed. */
  readonly round?: number
  /** The hash of the text the person had before them. */
  readonly read?: string
  /** When it truly happened, where that is not now. */
  readonly when?: Instant
}

export interface News {
  readonly key: string
  readonly people: readonly string[]
  readonly groups?: readonly string[]
  readonly card: string
  readonly input?: Readonly<Record<string, string>>
  readonly statutory?: boolean
  /** It may be told at night and on days off too. */
  readonly urgent?: boolean
  /** Goes with the message: a meeting's calendar file. */
  readonly attachments?: readonly Attachment[]
}

/** A matter as the app holds it, whatever its kind. */
export interface Matter {
  readonly subject: Subject
  readonly kind: MatterKind
  readonly state: unknown
  readonly owed: readonly Owed[]
}
