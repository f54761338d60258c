/**
 * The core as the rest of the house sees it: one entrance for intents, and what the bell may ring for.
 *
 * @example
 *   const core = createCore(house)
 *   core.handle(intent)                 // from an adapter
 *   createBell({ target: core, intended: core.intended, … })
 */
import type { Handle } from '../chat/intent.ts'
import { isRefusal } from '../kernel/result.ts'
import { dateOf, hoursAfter } from '../kernel/time.ts'
import type { Intended } from '../ports.ts'
import { type DeskAccess, deskAccess } from './access.ts'
import { alarm } from './alarm.ts'
import { bounced, deliver, undeliverable } from './deliver.ts'
import { type Doorkeeper, doorkeeper } from './doors.ts'
import { feed } from './feed.ts'
import { createHandle } from './handle.ts'
import type { House } from './house.ts'
import { intended } from './intended.ts'
import { refresh } from './refresh.ts'
import { warnOfMissedMinimums } from './watch.ts'
import { alignAlarms, loadMatter, newRing } from './work.ts'

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
  /** Plans every open matter's alarms anew: after a start, a reload of the profile, a holiday added. */
  realign(): void
}

/** Event ids are remembered this long: a platform's last retry comes well within it. */
const REMEMBER_HOURS = 72

export function createCore(house: House): Core {
  const realign = () => {
    const ring = newRing()
    house.store.transaction((tx) => {
      const at = house.clock()
      for (const subject of tx.subjects.open()) {
        const matter = loadMatter({ house, tx, at }, subject.id)
        if (!isRefusal(matter)) alignAlarms({ house, tx, at, ring }, matter)
      }
      tx.settings.set('aligned', alignedFor(house))
    })
    house.bell.ring(ring)
  }

  return {
    handle: createHandle(house),
    access: deskAccess(house),
    doors: doorkeeper(house),
    calendars: (token) => feed(house, token),
    intended: () => house.store.read((tx) => intended(tx, house.clock())),
    alarm: async (key) => house.bell.ring(alarm(house, key)),
    deliver: (id) => deliver(house, id),
    undeliverable: async (id, reason) => undeliverable(house, id, reason),
    refresh: (subject) => refresh(house, subject),
    bounced: (address, message) => bounced(house, address, message),
    tick: async () => {
      const aligned = house.store.read((tx) => tx.settings.get('aligned'))
      if (aligned !== alignedFor(house)) {
        realign()
        house.bell.ring(warnOfMissedMinimums(house))
      }
      house.store.transaction((tx) => tx.seen.forgetBefore(hoursAfter(house.clock(), -REMEMBER_HOURS)))
    },
    realign,
  }
}

/** Alarms follow from the day, the calendar and the profile: when one of them changes they are planned anew. */
function alignedFor(house: House): string {
  return [dateOf(house.clock()), house.calendar().version, house.partnership().profile.id].join(' ')
}
