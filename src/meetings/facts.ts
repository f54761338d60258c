/** What can have happened to a meeting, as it is kept. Ids, dates, choices and short words; never a person's story. */
import type { Instant, LocalDateTime } from '../kernel/time.ts'
import type { Fact } from '../ports.ts'

/** The facts of a meeting's beginning. Only a meeting about a case has an area and agencies of its own. */
export type Called = {
  readonly group: string
  readonly starts: LocalDateTime
  readonly ends: LocalDateTime
  readonly place?: string
  readonly link?: string
  readonly area?: string
  readonly agencies?: readonly string[]
  /** Why it is called at shorter notice than the rule allows (D-69). */
  readonly shortNotice?: string
  /** What this one is called, where that is not the group's name: the annual conference. */
  readonly name?: string
  /** One date of a planned year: it is held in calendars, and its invitation goes out when items are called for. */
  readonly planned?: true
}

export type Moved = { readonly starts: LocalDateTime; readonly ends: LocalDateTime; readonly reason: string }

export const answers = ['attending', 'apologies', 'deputy'] as const
export type Answer = (typeof answers)[number]

/** An answer is a seat's: whoever gives it, the seat has one voice. `person` is whose answer it is, or the deputy who gave it. */
export type Replied = {
  readonly seat: string
  readonly person: string
  readonly answer: Answer
  readonly deputy?: string
}

export const purposes = ['information', 'discussion', 'decision'] as const
export type Purpose = (typeof purposes)[number]

export type ItemProposed = {
  readonly item: string
  readonly title: string
  readonly owner: string
  readonly purpose: Purpose
  readonly minutes?: number
  /** Only the seats of the group and the support team see what it is about. */
  readonly confidential?: true
  /** An item about one area needs that area's partners. */
  readonly area?: string
  /** It needs every safeguarding partner (29.2). */
  readonly unanimous?: true
  /** Its owner is to send a paper. */
  readonly paper?: true
}

export type PaperAdded = { readonly item: string; readonly title: string; readonly url: string; readonly owner: string }

/** The four codes of an attendance matrix (DOMAIN 4.1), and the observer who is never counted. */
export const codes = ['attended', 'deputy-attended', 'apology', 'did-not-attend', 'observer'] as const
export type Code = (typeof codes)[number]

export type Attended = { readonly seat: string; readonly code: Code; readonly person: string }

export const choices = ['go', 'go-without-decisions', 'move'] as const
export type ForecastChoice = (typeof choices)[number]

/** A decision or an action as the meeting words it; the register and the tracker keep their own record of it. */
export type Decided = {
  readonly item: string
  readonly says: string
  /** When in the meeting it was decided, where that is not when it was written down. */
  readonly when?: Instant
}
export type ActionAgreed = {
  readonly item: string
  readonly says: string
  readonly owner: string
  readonly due?: string
}

/** What the group still waits for when its agenda is drawn up; the words are those of that day. */
export type LookedBack = { readonly actions: readonly { readonly action: string; readonly says: string }[] }

/** What became of a decision taken without a quorum (10.2.13): put to the vote until `closes`, and how that ended. */
export type Confirmation = {
  /** The decision, by its place in the meeting's list. */
  readonly decision: number
  readonly motion: string
  readonly outcome: 'put' | 'carried' | 'not-carried' | 'withdrawn'
  readonly closes?: Instant
}

/** Steps of a meeting's life of which it is only said that they were done, by whom and when. */
const marks = [
  'items-called',
  'agenda-published',
  'forecast-told',
  'reminded',
  'actions-sent',
  'minutes-drafted',
  'minutes-approved',
  'minutes-sent',
  'summary-published',
] as const
export type Mark = (typeof marks)[number]

export type MeetingFact = Omit<Fact, 'kind' | 'data'> &
  (
    | { readonly kind: 'called'; readonly data: Called }
    | { readonly kind: 'moved'; readonly data: Moved }
    | { readonly kind: 'cancelled'; readonly data: { readonly reason: string } }
    | { readonly kind: 'replied'; readonly data: Replied }
    | { readonly kind: 'item-proposed'; readonly data: ItemProposed }
    | { readonly kind: 'item-carried'; readonly data: ItemProposed & { readonly from: string } }
    | { readonly kind: 'item-accepted'; readonly data: { readonly item: string; readonly minutes?: number } }
    | { readonly kind: 'item-declined'; readonly data: { readonly item: string; readonly reason?: string } }
    | { readonly kind: 'item-deferred'; readonly data: { readonly item: string } }
    | { readonly kind: 'paper-added'; readonly data: PaperAdded }
    | { readonly kind: 'forecast-choice'; readonly data: { readonly choice: ForecastChoice } }
    | { readonly kind: 'attendance'; readonly data: Attended }
    | { readonly kind: 'left'; readonly data: { readonly seat: string; readonly at: Instant } }
    | { readonly kind: 'conflict-declared'; readonly data: { readonly item: string; readonly person: string } }
    | { readonly kind: 'decided'; readonly data: Decided }
    | { readonly kind: 'action-agreed'; readonly data: ActionAgreed }
    | { readonly kind: 'confirmation'; readonly data: Confirmation }
    | { readonly kind: 'looked-back'; readonly data: LookedBack }
    | { readonly kind: Mark; readonly data: Record<string, never> }
  )

/** A fact still to be signed: who and when are added where effects are put in order. */
export type Unsigned = MeetingFact extends infer F ? (F extends MeetingFact ? Pick<F, 'kind' | 'data'> : never) : never
