/**
 * Plans the alarms of every open matter anew, from what is owed under the calendar and the rules of today. The alarms remember the limit they were
 * planned for, so whoever's date has moved meanwhile, and only they, are told the old one and the new one (V18), even after a crash in between. Whoever
 * has taken a seat over meanwhile is told what is owed from it (10.2.38).
 */
import { type Owed, roundKey } from '../chasing/owed.ts'
import { facts, type Message, quiet, say as words } from '../chat/words.ts'
import { dateOf, type LocalDate, sayDate } from '../kernel/time.ts'
import type { Matter } from '../matter.ts'
import type { Alarm } from '../ports.ts'
import { openMatters } from './digest.ts'
import type { House } from './house.ts'
import { PARTNERSHIP } from './rules-of-the-day.ts'
import { disturbAt, tellNews, tellOwed } from './settle.ts'
import { alignAlarms, newRing, type Ring, redraw, say, type Work } from './work.ts'

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
    tellMoved(work, moved)
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

interface Moved {
  readonly matter: Matter
  readonly owed: Owed
  readonly was: LocalDate
}

function movedIn(matter: Matter, planned: readonly Alarm[]): readonly Moved[] {
  const byOwed = Map.groupBy(planned, ({ about }) => about.owed)
  return matter.owed.flatMap((owed) => {
    const was = byOwed.get(owed.key)?.find(({ key }) => key.startsWith(`${roundKey(owed)}/`))?.about.limit
    const isMoved = owed.status === 'open' && was !== undefined && owed.limit && owed.limit.limit !== was
    return isMoved ? [{ matter, owed, was }] : []
  })
}

/** One message to each, with every date of theirs that moved. */
function tellMoved(work: Work, moved: readonly Moved[]): void {
  const people = new Set(moved.flatMap(({ owed }) => owed.obligor.people))
  for (const person of people) {
    const theirs = moved.filter(({ owed }) => owed.obligor.people.includes(person))
    say(work, {
      key: `moved/${work.at}/${person}`,
      to: { person },
      content: { message: movedMessage(theirs) },
      statutory: theirs.some(({ owed }) => owed.statutory),
      notBefore: disturbAt(work.house, false, work.at),
    })
  }
}

function movedMessage(moved: readonly Moved[]): Message {
  const rows = moved.map(({ matter, owed, was }) => ({
    label: `${matter.subject.title}: ${owed.what}`,
    value: `${sayDate(owed.limit?.limit ?? '')}; before that ${sayDate(was)}`,
    ...(owed.limit === undefined ? {} : { note: owed.limit.because }),
  }))
  return words(
    moved.length === 1 ? 'Muster: a date of yours has moved' : `Muster: ${moved.length} dates of yours have moved`,
    facts(rows),
    quiet('The calendar or the rules have changed. Reminders now follow the new dates.'),
  )
}
