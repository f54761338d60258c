/** Once a day: a group that will miss its yearly minimum is the support team's to mend, while there is still time (14.13, 10.2.47). */
import { actions, text, say as words } from '../chat/words.ts'
import { sayDate } from '../kernel/time.ts'
import type { Meeting } from '../meetings/meeting.ts'
import { meetingOf } from '../meetings/meeting.ts'
import { type Warning, watch } from '../meetings/watch.ts'
import { groupsAt } from '../partnership/partnership.ts'
import type { Tx } from '../ports.ts'
import { disturbAt } from './disturb.ts'
import type { House } from './house.ts'
import { holdersInReach } from './ways.ts'
import { newRing, type Ring, say, settingFor } from './work.ts'

/** Every meeting there has been or is to be. */
export function allMeetings(house: House, tx: Tx, at: string): readonly Meeting[] {
  return tx.subjects
    .all('meeting')
    .map((subject) => meetingOf(subject, tx.subjects.facts(subject.id), settingFor(house, subject, at)))
}

/** The warnings there are now, one for each group that will miss its minimum. */
export function warnings(house: House, tx: Tx, at: string): readonly Warning[] {
  const partnership = house.partnership()
  const setting = settingFor(house, { profile: partnership.profile.id }, at)
  const meetings = allMeetings(house, tx, at)
  return groupsAt(partnership, at).flatMap((group) => watch(setting, group, meetings) ?? [])
}

/** Tells the support team of each warning, and again only when its reason has changed. */
export function warnOfMissedMinimums(house: House): Ring {
  const ring = newRing()
  house.store.transaction((tx) => {
    const at = house.clock()
    for (const warning of warnings(house, tx, at)) {
      for (const person of holdersInReach(house, tx, 'support')) {
        say(
          { house, tx, at, ring },
          {
            key: `watch/${warning.group}/${warning.held}-${warning.ahead}/${person.id}`,
            to: { person: person.id },
            content: { message: sayWarning(warning) },
            notBefore: disturbAt(house, false, at),
          },
        )
      }
    }
  })
  return ring
}

export function sayWarning({ because, free, group }: Warning) {
  const offers = free.length === 0 ? [] : [text(`It could meet on ${free.map(sayDate).join(', or on ')}.`)]
  const call =
    free[0] === undefined
      ? []
      : [actions([{ label: `Call it for ${sayDate(free[0])}`, verb: 'meeting.call', input: { group, date: free[0] } }])]
  return words(because, ...offers, ...call)
}
