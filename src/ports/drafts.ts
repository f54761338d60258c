/** Drafts of forms: every answer is saved as soon as it is given. Class S answers lie in the vault, sealed with a data key per subject. */
import type { Answer } from '../forms/form.ts'
import type { Instant } from '../kernel/time.ts'

export interface Draft {
  readonly id: string
  readonly form: string
  readonly subject: string
  /** What it will close: the step, and for whom (`returns/housing`). One open draft per subject, form and owed thing. */
  readonly owed: string
  readonly startedBy: string
  readonly startedAt: Instant
  readonly status: 'open' | 'submitted' | 'discarded'
  /** The version of the submitted form it amends, when it does. */
  readonly amends?: string
}

export interface SavedAnswer {
  readonly question: string
  /** As typed, right or wrong; for class S only `null`: the words are on the vault's shelf. */
  readonly value: Answer | null
  readonly sealed: boolean
  readonly by: string
  readonly at: Instant
}

export interface Drafts {
  add(draft: Draft): void
  get(id: string): Draft | undefined
  openFor(subject: string, form: string, owed: string): Draft | undefined
  of(subject: string): readonly Draft[]
  /** Those of a subject that nobody has submitted. */
  openOf(subject: string): readonly Draft[]
  answers(draft: string): readonly SavedAnswer[]
  save(draft: string, answer: SavedAnswer): void
  amend(id: string, change: Pick<Draft, 'status'>): void
  /** Those not submitted, still with answers or open, that nobody has touched since. */
  untouchedSince(at: Instant): readonly Draft[]
  /** Deletes what was answered; an open one is discarded with it. Sealed answers lie on the vault's shelf. */
  forget(id: string): void
}

export interface VaultShelf {
  /** Seals an answer. `slot` names its place, e.g. `draft_9/A17`; sealing again replaces it. */
  seal(subject: string, slot: string, answer: Answer): void
  /** Opens one; undefined when there is none. Throws when the key of the subject has been destroyed. */
  open(subject: string, slot: string): Answer | undefined
  has(subject: string, slot: string): boolean
  /** Deletes one. */
  forget(subject: string, slot: string): void
  /** Destroys the subject's key: what was sealed under it can never be read again (retention's end). */
  shred(subject: string): void
  /** Whether its key has been destroyed. */
  isShredded(subject: string): boolean
}
