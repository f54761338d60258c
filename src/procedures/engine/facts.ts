/** What can have happened to a course, as it is kept. Every process of the partnership is told in these few words. */
import type { Answers } from '../../forms/form.ts'
import type { Instant, LocalDate } from '../../kernel/time.ts'
import type { Fact } from '../../ports.ts'

export interface Opened {
  readonly procedure: string
  readonly entrance: string
  readonly ref: string
  readonly events: Readonly<Record<string, Instant>>
  readonly about: Readonly<Record<string, string>>
}

/** A submitted form: a version of it. Its class S answers are on the vault's shelf under `slots`; `hash` covers them too. */
export interface FormSubmitted {
  readonly form: string
  readonly owed: string
  readonly version: number
  readonly answers: Answers
  readonly slots: readonly string[]
  readonly hash: string
}

export interface Closed {
  readonly owed: string
  readonly round: number
  readonly outcome: string
  /** When it truly happened, where that is not when it was recorded. */
  readonly when?: Instant
  /** The version that was read when it was decided. */
  readonly hash?: string
}

export interface Extended {
  readonly owed: string
  readonly to: LocalDate
  readonly reason: string
}

/** The moment of an event, fixed or corrected; the earlier one stays in the record (10.2.7). */
export interface EventSet {
  readonly event: string
  readonly at: Instant
  readonly reason: string
}

/** A state a person put the course into: withdrawn, conflict declared, held. */
export interface Marked {
  readonly mark: string
  readonly value: string
  readonly reason?: string
}

/** An action that was put into the tracker because of what was submitted here; there it lives on. */
export interface ActionSet {
  /** Its own subject. */
  readonly id: string
  /** "Action 3 of 2027". */
  readonly says: string
  readonly what: string
  readonly agency: string
}

/** Steps that must be done again, with all that follows from them, for a reason outside the steps. */
export interface Reopened {
  readonly steps: readonly string[]
  readonly reason: string
}

export type CourseFact = Omit<Fact, 'kind' | 'data'> &
  (
    | { readonly kind: 'opened'; readonly data: Opened }
    | { readonly kind: 'form'; readonly data: FormSubmitted }
    | { readonly kind: 'closed'; readonly data: Closed }
    | { readonly kind: 'extended'; readonly data: Extended }
    | { readonly kind: 'event'; readonly data: EventSet }
    | { readonly kind: 'marked'; readonly data: Marked }
    | { readonly kind: 'reopened'; readonly data: Reopened }
    | { readonly kind: 'action'; readonly data: ActionSet }
  )

/** A fact that is still to be signed: who and when are added where effects are put in order. */
export type Unsigned = CourseFact extends infer F ? (F extends CourseFact ? Pick<F, 'kind' | 'data'> : never) : never
