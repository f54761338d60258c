/**
 * From what is owed to the alarms that must ring, and from those to what must change in the store. Both pure; ten dull lines elsewhere act on it.
 *
 * @example
 *   const wanted = plan(course.owed, profile.chase, calendar)
 *   const { put, cancel } = reconcile(wanted, tx.alarms.waiting(subject), (key) => tx.alarms.get(key))
 */
import type { WorkingCalendar } from '../calendar/working-calendar.ts'
import type { Alarm } from '../ports.ts'
import { type Chase, callsFor } from './ladder.ts'
import { type Owed, roundKey } from './owed.ts'

export type WantedAlarm = Pick<Alarm, 'key' | 'subject' | 'at' | 'about'>

/** The alarms of everything still open, with keys a person can read: `rr-2026-04/returns/housing/T-2`. */
export function plan(owed: readonly Owed[], chase: Chase, calendar: WorkingCalendar): readonly WantedAlarm[] {
  return owed
    .filter((one) => one.status === 'open')
    .flatMap((one) =>
      callsFor(one, chase, calendar).map((call) => ({
        key: `${roundKey(one)}/${call.rung}`,
        subject: one.subject,
        at: call.at,
        about: { owed: one.key, rung: call.rung, ...(one.limit === undefined ? {} : { limit: one.limit.limit }) },
      })),
    )
}

/** What to put and what to cancel so that the store wants exactly this. An alarm that has rung for this very moment stays rung. */
export function reconcile(
  wanted: readonly WantedAlarm[],
  waiting: readonly Alarm[],
  known: (key: string) => Alarm | undefined,
): { put: readonly WantedAlarm[]; cancel: readonly string[] } {
  const keys = new Set(wanted.map((one) => one.key))
  return {
    put: wanted.filter((one) => {
      const stored = known(one.key)
      return (
        stored === undefined ||
        stored.status === 'cancelled' ||
        stored.at !== one.at ||
        // The limit has moved, though not this call: it remembers the limit that people have been told.
        (stored.status === 'waiting' && stored.about.limit !== one.about.limit)
      )
    }),
    cancel: waiting.filter((one) => !keys.has(one.key)).map((one) => one.key),
  }
}
