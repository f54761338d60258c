/**
 * What is owed: one thing, by somebody, until a date, for a reason. Every room that expects something of people says so in this one shape, and
 * so gets its cards, its clocks, its chasing and its place in "what do I owe?".
 */
import type { Due } from '../calendar/rules.ts'
import type { Instant } from '../kernel/time.ts'
import type { Rule } from '../partnership/profile.ts'

/** Who must do it: an agency, a role, a seat; and the people through whom they can be reached and may act today. */
export interface Obligor {
  /** `housing`, `slt-nhs`; names the instance in `returns/housing`. None where only one can owe it. */
  readonly id?: string
  /** "Hackney Housing", "the SPA". */
  readonly label: string
  readonly people: readonly string[]
  readonly agency?: string
}

/** A limit with its sum, its rule and its standing in law. */
export interface Limit extends Due {
  readonly rule: Rule
  /** The moment the count began, and what began it. */
  readonly from: { readonly event: string; readonly at: Instant }
  /** The limit before a person with authority moved it, and why they did. */
  readonly moved?: { readonly was: string; readonly by: string; readonly reason: string }
}

export interface Owed {
  readonly subject: string
  /** `returns/housing`: what, and by whom. Stable, so alarms and drafts can name it. */
  readonly key: string
  /** Counts up when it has to be done again: an inquorate meeting, a draft sent back. */
  readonly round: number
  readonly step: string
  /** In words: "Agency return". */
  readonly what: string
  readonly obligor: Obligor
  readonly status: OwedStatus
  readonly openedAt: Instant
  readonly limit?: Limit
  /** The law or guidance sets its clock: it is told on its own, at every door, and to more people sooner. */
  readonly statutory: boolean
  /** It may be told at night and on days off too. */
  readonly urgent: boolean
  /** Whether the course goes on without it once the limit has passed. */
  readonly lapses?: boolean
  /** Only those who owe it are reminded of it. */
  readonly discreet?: boolean
  /** Its clock runs and is chased already, though what comes before it must be done first. */
  readonly ahead?: boolean
  /** It is announced in another way (an invitation), so no card says that it opened. */
  readonly silent?: boolean
  /** Muster does it itself at that moment, and so nobody is called for it. */
  readonly itself?: { readonly at: Instant; readonly outcome: string }
  /** What the person can press to do it. */
  readonly does: readonly Doing[]
  readonly closed?: {
    readonly at: Instant
    readonly by: string
    readonly as?: string
    /** When it truly happened, where that is not when it was recorded. */
    readonly when?: Instant
    readonly outcome: string
    readonly hash?: string
  }
}

/** `gap`: nobody did it and the course went on without; it can still be done, but no longer holds anything up. */
export type OwedStatus = 'open' | 'done' | 'gap'

/** One way to do what is owed: a button that decides, or one that opens a form. */
export interface Doing {
  readonly label: string
  readonly outcome: string
  readonly form?: string
  readonly style?: 'primary' | 'danger' | 'plain'
  readonly confirm?: string
}

/** Names this round of it, for alarms and outbox keys: a second round is a new thing to be told about. */
export function roundKey(owed: Pick<Owed, 'subject' | 'key' | 'round'>): string {
  return owed.round === 1 ? `${owed.subject}/${owed.key}` : `${owed.subject}/${owed.key}~${owed.round}`
}
