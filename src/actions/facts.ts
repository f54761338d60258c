/** What can have happened to an action, as it is kept. Short screened words, references and choices; evidence is where it lies, never what it says. */
import type { LocalDate } from '../kernel/time.ts'
import type { Fact } from '../ports.ts'

/** What an owner can say of it with one tap. `done` asks for evidence next. */
export const statuses = ['not-started', 'on-track', 'at-risk', 'done'] as const
export type Status = (typeof statuses)[number]

export type Agreed = {
  readonly what: string
  readonly owner: string
  /** The agency that answers for it; the owner's, unless it is said otherwise. */
  readonly agency: string
  readonly due: LocalDate
  /** The group that set it, and whose chair accepts the evidence. */
  readonly group: string
  readonly meeting?: string
  readonly item?: string
  readonly case?: string
  /** What is to be better for children when it is done. */
  readonly impact?: string
  /** The form it comes from: an action plan, or the weak standards of a self-evaluation. */
  readonly origin?: { readonly subject: string; readonly form: string; readonly version: number }
  /** What was recommended, where the action follows from it. */
  readonly recommendation?: string
  /** In which role its owner is to do it. */
  readonly role?: string
  /** How it will be known that it made a difference. */
  readonly measure?: string
}

/** What a check of its impact found, so long after it was agreed: "6 months". */
export interface Assessed {
  readonly after: string
  readonly changed: string
  readonly how: string
}

export type ActionFact = Pick<Fact, 'at' | 'by'> &
  (
    | { readonly kind: 'set'; readonly data: Agreed }
    | { readonly kind: 'updated'; readonly data: { readonly status: Status } }
    | { readonly kind: 'evidenced'; readonly data: { readonly reference: string } }
    | { readonly kind: 'accepted'; readonly data: Record<string, never> }
    | { readonly kind: 'returned'; readonly data: { readonly reason: string } }
    | { readonly kind: 'offered'; readonly data: { readonly to: string } }
    | { readonly kind: 'taken'; readonly data: { readonly agency: string } }
    | { readonly kind: 'refused'; readonly data: Record<string, never> }
    | { readonly kind: 'dropped'; readonly data: { readonly reason: string } }
    | { readonly kind: 'assessed'; readonly data: Assessed }
  )

/** A fact before it has been written: its moment and its signature come with the writing. */
export type Unsigned = ActionFact extends infer One ? (One extends ActionFact ? Omit<One, 'at' | 'by'> : never) : never
