/**
 * What can have happened to a motion, as it is kept. Its words are short and screened. Who voted how stays in the record, except in a secret ballot:
 * there the record has who answered, and in the end how many ballots said what.
 */
import type { Instant, LocalDate } from '../kernel/time.ts'
import type { SeatChange } from '../partnership/partnership.ts'
import type { Fact } from '../ports.ts'

/** How many must agree. `unanimous` is every safeguarding partner (29.2); `all` is every seat that may vote. */
export const rules = ['any', 'all', 'n-of-m', 'majority', 'unanimous'] as const
export type VotingRule = (typeof rules)[number]

export const votes = ['agree', 'object', 'abstain', 'need-time'] as const
export type Vote = (typeof votes)[number]

/** What carrying it changes: people, seats and groups. The moment is that of the deciding vote; a new group says what it is for. */
export type Change = SeatChange extends infer One ? Unmade<One> : never
type Unmade<One> = One extends { readonly kind: 'group-created' }
  ? Omit<One, 'at'> & { readonly purpose: string }
  : One extends unknown
    ? Omit<One, 'at'>
    : never

/** A motion as it is worded. Before voting opens a later wording takes the place of an earlier one; afterwards there is none. */
export type Worded = {
  readonly text: string
  readonly group: string
  /** Named seats of the group; without them every voting seat votes. */
  readonly seats?: readonly string[]
  readonly rule: VotingRule
  /** For `n-of-m`. */
  readonly n?: number
  readonly closes: Instant
  /** Nobody can know who voted how, and there is no count before everybody has answered or voting has closed. */
  readonly secret?: true
  /** It may be published in the register. */
  readonly public?: true
  /** When the decision is to be looked at again. */
  readonly review?: LocalDate
  readonly meeting?: string
  readonly item?: string
  /** The motion whose place it takes once voting opens. */
  readonly supersedes?: string
  /** The decision of a meeting that was not quorate, by its place in that meeting's list (10.2.13). */
  readonly confirms?: number
  readonly changes?: readonly Change[]
}

export type Voted = {
  readonly seat: string
  /** Who pressed: the member of that seat, or the deputy. */
  readonly person: string
  readonly vote: Vote
  readonly reason?: string
  /** The hash of the text they had before them. */
  readonly read: string
}

/** Somebody has put a ballot into the box. What it said is nowhere beside it. */
export type Answered = Pick<Voted, 'seat' | 'person' | 'read'>

/** What was in the box. */
export type Count = Readonly<Record<Ballot, number>>
/** What a secret ballot can say: time is asked for openly or not at all. */
export const ballots = ['agree', 'object', 'abstain'] as const
export type Ballot = (typeof ballots)[number]

/** A decision that was looked at again on its day: it stands for good, or until it is looked at the next time. */
export type Reviewed = { readonly next?: LocalDate }

export type MotionFact = Pick<Fact, 'at' | 'by'> &
  (
    | { readonly kind: 'worded'; readonly data: Worded }
    | { readonly kind: 'opened'; readonly data: { readonly hash: string } }
    | { readonly kind: 'voted'; readonly data: Voted }
    | { readonly kind: 'answered'; readonly data: Answered }
    | { readonly kind: 'counted'; readonly data: Count }
    | { readonly kind: 'reviewed'; readonly data: Reviewed }
    | { readonly kind: 'withdrawn'; readonly data: { readonly reason: string } }
    | { readonly kind: 'superseded'; readonly data: { readonly motion: string } }
  )

/** A fact before it has been written: its moment and its signature come with the writing. */
export type Unsigned = MotionFact extends infer One ? (One extends MotionFact ? Omit<One, 'at' | 'by'> : never) : never
