/**
 * Plans the alarms of every open matter anew, from what is owed under the calendar and the rules of today. The alarms remember the limit they were
 * planned for, so whoever's date has moved meanwhile, and only they, are told the old one and the new one (V18), even after a crash in between. Whoever
 * has taken a seat over meanwhile is told what is owed from it (10.2.38).
 */
import { roundKey } from '../chasing/owed.ts'
import { dateOf } from '../kernel/time.ts'
import type { Matter } from '../matter.ts'
import type { Alarm } from '../ports.ts'
import { openMatters } from './digest.ts'
import type { House } from './house.ts'
import { type Moved, tellMoved } from './moved.ts'
import { PARTNERSHIP } from './rules-of-the-day.ts'
import { tellNews, tellOwed } from './settle.ts'
import { alignAlarms, newRing, type Ring, redraw, type Work } from './work.ts'

/** What must be rung because of it. After a start, on a new day, after a reload of the profile, a holiday added. */
export function realign(house: House): Ring {
  const ring = newRing()
  house.store.transaction((tx) => {
    const work: Work = { house, tx, at: house.clock(), ring }
    const moved: Moved[] = []
    const seated = String(tx.subjects.get(PARTNERSHIP)?.version ?? 0)
    const hasChanged = (tx.settings.get(SEATED) ?? '0') !== seated
    for (const matter of openMatters(work)) {
      const planned = tx.alarms.waiting(matter.subject.id)
      moved.push(...movedIn(matter, planned))
      for (const owed of matter.owed) tellOwed(work, owed)
      // Whoever is new in a group is invited to what has been called already.
      if (hasChanged) tellNews(work, matter, matter)
      alignAlarms(work, matter, planned)
      redraw(work, matter.subject.id)
    }
    tellMoved(work, moved, 'The calendar or the rules have changed. Reminders now follow the new dates.')
    tx.settings.set('aligned', alignedFor(house))
    if (hasChanged) tx.settings.set(SEATED, seated)
  })
  return ring
}

/** How much had been recorded about people and seats when everybody was last told. */
const SEATED = 'seated'

/** Alarms follow from the day, the calendar and the profile: when one of them changes they are planned anew. */
export function alignedFor(house: House): string {
  return [dateOf(house.clock()), house.calendar().version, house.partnership().profile.id].join(' ')
}

function movedIn(matter: Matter, planned: readonly Alarm[]): readonly Moved[] {
  const byOwed = Map.groupBy(planned, ({ about }) => about.owed)
  return matter.owed.flatMap((owed) => {
    const was = byOwed.get(owed.key)?.find(({ key }) => key.startsWith(`${roundKey(owed)}/`))?.about.limit
    const isMoved = owed.status === 'open' && was !== undefined && owed.limit && owed.limit.limit !== was
    return isMoved ? [{ matter, owed, was }] : []
  })
}
