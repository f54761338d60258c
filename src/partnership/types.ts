/** Who is who in a partnership: people, and the seats they hold. A role is a person in a seat for a time, never a person alone (DOMAIN 6, rule 1). */
import type { Instant } from '../kernel/time.ts'
import type { GroupDefinition, Profile } from './profile.ts'

/** Where the partnership meets a person; `email` is always a last resort when there is an address. */
export type Reach = 'slack' | 'teams' | 'email'

export interface Person {
  readonly id: string
  readonly name: string
  readonly email?: string
  readonly agency: string
  readonly reach: readonly Reach[]
  /** Set when they have left the partnership: from then on they may do nothing. */
  readonly left?: Instant
  /** Who took over what they owed when they left. */
  readonly successor?: string
}

export interface Seat {
  readonly id: string
  readonly role: string
  readonly person: string
  readonly agency?: string
  readonly area?: string
  /** A seat with a group is a seat of that group only; one without belongs to the whole partnership. */
  readonly group?: string
  readonly from: Instant
  /** The moment from which it is no longer held. */
  readonly to?: Instant
  /** The seat this one deputises for. */
  readonly deputyFor?: string
  /** A deputy who may also decide and vote (DOMAIN 4.1). */
  readonly mayDecide?: boolean
}

export interface Group extends GroupDefinition {
  readonly id: string
  readonly from?: Instant
  readonly to?: Instant
  /** A task and finish group's agreed last day, after which dissolution is proposed (14.11). */
  readonly endsOn?: string
}

/** A partner who passed the vice-chair on. */
export interface Declined {
  readonly group: string
  readonly agency: string
  readonly at: Instant
}

/** The partnership as it stands: the profile, the roster, and everything recorded since. Never changed in place. */
export interface Partnership {
  readonly profile: Profile
  readonly people: ReadonlyMap<string, Person>
  /** The same people as the people file writes them; what has been recorded since wins over it. */
  readonly filed: ReadonlyMap<string, Person>
  readonly seats: readonly Seat[]
  readonly groups: readonly Group[]
  readonly declined: readonly Declined[]
}
