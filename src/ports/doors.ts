/** People's doors and groups' channels on the platforms, and the links people were given. */
import type { Door, Place } from '../chat/intent.ts'
import type { Instant } from '../kernel/time.ts'

export interface KnownDoor extends Door {
  readonly person: string
  readonly how: 'email' | 'code' | 'profile'
  readonly since: Instant
  /** What the platform needs to write to them first (a Teams conversation reference, a Slack channel id). */
  readonly reach?: string
  readonly lastUsed: Instant
}

export interface Doors {
  find(door: Door): KnownDoor | undefined
  of(person: string): readonly KnownDoor[]
  /** When any of this person's doors was last used; before all time if none was. */
  lastUsed(person: string): Instant
  put(door: KnownDoor): void
  remove(door: Door): void
  /** Where a group's channel is, per platform. */
  bind(group: string, place: Place & { readonly reach?: string }): void
  channels(group: string): readonly (Place & { readonly reach?: string })[]
  groupAt(place: Place): string | undefined
}

/** A one-time secret somebody was given: a desk link, a link code, a calendar feed. Only its hash is stored. */
export interface Link {
  readonly hash: string
  readonly purpose: 'desk' | 'session' | 'code' | 'calendar'
  readonly person: string
  /** Where it leads, or what it proves. */
  readonly target: string
  readonly expiresAt: Instant
  readonly once: boolean
  readonly spentAt?: Instant
}

export interface Links {
  add(link: Link): void
  find(hash: string): Link | undefined
  spend(hash: string, at: Instant): void
  /** Ends every link of a person, or of a purpose: sign-out, a leaver. */
  revoke(person: string, purpose?: Link['purpose']): void
  /** Drops those that expired before. */
  forgetBefore(at: Instant): void
}
