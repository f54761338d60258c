/** Everything the core is given by main.ts, and nothing it may make for itself: no clock, no chance, no network. */
import type { WorkingCalendar } from '../calendar/working-calendar.ts'
import type { Result } from '../kernel/result.ts'
import type { Clock } from '../kernel/time.ts'
import type { Partnership } from '../partnership/partnership.ts'
import type { Bell, Ids, Log, Messenger, Store } from '../ports.ts'

export interface House {
  readonly store: Store
  readonly clock: Clock
  readonly ids: Ids
  readonly bell: Bell
  readonly log: Log
  /** The partnership under its present profile, or under the one a matter began with (DOMAIN 7). Read anew at every intent: a reload needs no restart. */
  partnership(profile?: string): Partnership
  calendar(): WorkingCalendar
  /** Reads again what was recorded about people, seats, groups and holidays; says whether anything had changed. Never inside a transaction. */
  recheck(): boolean
  /** Reads the profile and its people again and gives its title; a refusal that names the faults, and changes nothing, when they cannot be used. */
  reload(): Result<string>
  readonly messengers: readonly Messenger[]
  /** Where the desk is reached from outside, without a trailing slash. */
  readonly baseUrl: string
}
