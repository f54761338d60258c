/** Subjects and their facts: whatever the partnership keeps track of, and everything that has happened to it. */
import type { Instant } from '../kernel/time.ts'

/** A case, a meeting, a motion, an action, a group …: anything with a history. Its state is folded from its facts. */
export interface Subject {
  readonly id: string
  readonly kind: string
  /** What chat calls it: a code word, a meeting's name. Never a person's story. */
  readonly title: string
  /** The profile it began under, and keeps (DOMAIN 7). */
  readonly profile: string
  readonly open: boolean
  readonly createdAt: Instant
  /** The number of its facts: a card drawn from version n is stale when this is greater. */
  readonly version: number
}

/** Something that happened. Class S answers are never in here: only their seal (VaultShelf). Append-only; a correction is a new fact. */
export interface Fact {
  readonly kind: string
  readonly at: Instant
  /** Who did it; `muster` when the clock did. */
  readonly by: string
  /** The seat or role they acted in, and for whom when deputising. */
  readonly as?: string
  /** Plain JSON; each room knows the shapes of its own facts. */
  readonly data: object
}

export interface Subjects {
  add(subject: Omit<Subject, 'version'>): void
  get(id: string): Subject | undefined
  /** Open ones of a kind, oldest first; without a kind, all open ones. */
  open(kind?: string): readonly Subject[]
  /** All ones of a kind, oldest first. */
  all(kind: string): readonly Subject[]
  facts(id: string): readonly Fact[]
  /** Appends and returns the subject's new version. */
  append(id: string, fact: Fact): number
  amend(id: string, change: { open?: boolean; title?: string }): void
}
