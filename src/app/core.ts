/**
 * The core as the rest of the house sees it: one entrance for intents, and what the bell may ring for.
 *
 * @example
 *   const core = createCore(house)
 *   core.handle(intent)                 // from an adapter
 *   createBell({ target: core, intended: core.intended, … })
 */
import type { Handle } from '../chat/intent.ts'
import { hoursAfter } from '../kernel/time.ts'
import type { Intended } from '../ports.ts'
import { type DeskAccess, deskAccess } from './access.ts'
import { alarm } from './alarm.ts'
import { createDeliver } from './deliver.ts'
import { type Doorkeeper, doorkeeper } from './doors.ts'
import { feed } from './feed.ts'
import { createHandle } from './handle.ts'
import type { House } from './house.ts'
import { intended } from './intended.ts'
import { remindToPlan } from './plan-ahead.ts'
import { alignedFor, realign } from './realign.ts'
import { refresh } from './refresh.ts'
import { hasRetained, retain } from './retention.ts'
import { watchRotations } from './rotations.ts'
import { PARTNERSHIP } from './rules-of-the-day.ts'
import { sharedCommits } from './together.ts'
import { bounced, undeliverable } from './undelivered.ts'
import { warnOfMissedMinimums } from './watch.ts'

export interface Core {
  readonly handle: Handle
  readonly access: DeskAccess
  readonly doors: Doorkeeper
  /** The calendar a private feed leads to. */
  calendars(token: string): { readonly ics: string } | undefined
  /** What the database says is still to be rung. */
  intended(): Intended
  alarm(key: string): Promise<void>
  deliver(id: string): Promise<void>
  undeliverable(id: string, reason: string): Promise<void>
  refresh(subject: string): Promise<void>
  /** A letter came back: the support team is told. False when no such letter was ever sent. */
  bounced(address: string, message: string | undefined): boolean
  /** Once a minute: forgets what may be forgotten, and once a day plans every alarm anew. */
  tick(): Promise<void>
  /** Plans every open matter's alarms anew, and tells whoever's date has moved: after a start, a reload of the profile, a holiday added. */
  realign(): void
}

/** Event ids are remembered this long, since a platform's last retry comes well within it; and links that have expired, to say so. */
const REMEMBER_HOURS = 72

export function createCore(house: House): Core {
  const align = () => {
    house.bell.ring(watchRotations(house))
    house.bell.ring(realign(house))
    house.bell.ring(warnOfMissedMinimums(house))
    house.bell.ring(remindToPlan(house))
  }

  const together = sharedCommits(house.store)

  return {
    handle: createHandle(house),
    access: deskAccess(house),
    doors: doorkeeper(house),
    calendars: (token) => feed(house, token),
    intended: () => house.store.read((tx) => intended(tx, house.clock())),
    alarm: async (key) => {
      const ring = alarm(house, key)
      house.bell.ring(ring)
      // What Muster did by itself may have changed people or seats: dates and alarms follow.
      if (ring.refresh.some(({ subject }) => subject === PARTNERSHIP) && house.recheck())
        house.bell.ring(realign(house))
    },
    deliver: createDeliver(house, together),
    undeliverable: async (id, reason) => house.bell.ring(undeliverable(house, id, reason)),
    refresh: (subject) => refresh(house, subject),
    bounced: (address, message) => {
      const ring = bounced(house, address, message)
      if (ring !== undefined) house.bell.ring(ring)
      return ring !== undefined
    },
    tick: async () => {
      const aligned = house.store.read((tx) => tx.settings.get('aligned'))
      if (aligned !== alignedFor(house)) align()
      if (!hasRetained(house)) house.bell.ring(retain(house))
      house.store.transaction((tx) => {
        const before = hoursAfter(house.clock(), -REMEMBER_HOURS)
        tx.seen.forgetBefore(before)
        tx.links.forgetBefore(before)
      })
    },
    realign: align,
  }
}
