/** A private calendar feed: the meetings of one person, or of one group, under a secret that can be taken back. It carries meetings, never cases (PR-1). */
import { calendarOf } from '../meetings/invite.ts'
import { audienceOf, type Meeting, meetingOf } from '../meetings/meeting.ts'
import { group, memberById } from '../partnership/partnership.ts'
import type { Tx } from '../ports.ts'
import type { House } from './house.ts'
import { hashOfSecret } from './secrets.ts'
import { settingFor } from './work.ts'

/** The feed a secret leads to; undefined when it was never given, has expired or has been taken back. */
export function feed(house: House, token: string): { readonly ics: string } | undefined {
  return house.store.read((tx) => {
    const at = house.clock()
    const link = tx.links.find(hashOfSecret(token))
    if (link?.purpose !== 'calendar' || link.expiresAt <= at || link.spentAt !== undefined) return undefined
    const partnership = house.partnership()
    const person = memberById(partnership, link.person, at)
    if (person === undefined) return undefined
    const [kind, id = ''] = link.target.split('/')
    const all = meetings(house, tx, at)
    if (kind === 'group') {
      return {
        ics: calendarOf(
          all.filter((one) => one.group.id === id),
          { now: at, name: group(partnership, id).title },
        ),
      }
    }
    if (kind === 'meeting') {
      const one = all.filter((each) => each.subject.id === id)
      return one.length === 0 ? undefined : { ics: calendarOf(one, { now: at, name: one[0]?.subject.title ?? '' }) }
    }
    const mine = all.filter((one) => audienceOf(one).includes(link.person))
    return {
      ics: calendarOf(mine, {
        now: at,
        name: `${partnership.profile.partnership.short}: ${person.name}`,
      }),
    }
  })
}

function meetings(house: House, tx: Tx, at: string): readonly Meeting[] {
  return tx.subjects
    .all('meeting')
    .map((subject) => meetingOf(subject, tx.subjects.facts(subject.id), settingFor(house, subject, at)))
}
