/** The doorkeeper: which account on which platform is which person of the partnership. */
import type { Door, Kept } from '../chat/intent.ts'
import { memberById } from '../partnership/partnership.ts'
import { ANSWER, type Posted } from '../ports.ts'
import type { House } from './house.ts'
import { rememberAnswer } from './posted.ts'

export interface Doorkeeper {
  knows(door: Door): boolean
  /** Tells who stands at an unknown door: an e-mail address the platform itself has verified lets the person of the profile in. Says whether it did. */
  introduce(door: Door, about: { readonly email?: string; readonly name?: string }): boolean
  /** Keeps what the platform needs to write to this door first. */
  remember(door: Door, reach: string): void
  /**
   * Keeps where an answer to somebody stands, so that it can be taken away in time (PR-10); one that shows a card is drawn again like any other. What a
   * stranger was told tells nothing.
   */
  answered(door: Door, posted: Posted, kept?: Kept): void
}

export function doorkeeper(house: House): Doorkeeper {
  return {
    knows: (door) => house.store.read((tx) => tx.doors.find(door) !== undefined),
    introduce: (door, { email }) => {
      const wanted = email?.trim().toLowerCase()
      if (!wanted) return false
      const partnership = house.partnership()
      const named = [...partnership.people.values()].find((one) => one.email?.toLowerCase() === wanted)
      const person = named && memberById(partnership, named.id, house.clock())
      if (person === undefined) return false
      house.store.transaction((tx) => {
        const at = house.clock()
        tx.doors.put({ ...door, person: person.id, how: 'email', since: at, lastUsed: at })
        tx.journal.append({ at, by: person.id, verb: 'door.known', detail: { platform: door.platform, how: 'email' } })
      })
      return true
    },
    remember: (door, reach) =>
      house.store.transaction((tx) => {
        const known = tx.doors.find(door)
        if (known !== undefined && known.reach !== reach) tx.doors.put({ ...known, reach })
      }),
    answered: (door, posted, kept) => {
      const old = house.store.transaction((tx) => {
        const person = tx.doors.find(door)?.person
        if (person === undefined) return []
        if (kept !== undefined) return rememberAnswer(house, tx, person, kept, posted)
        const place = { id: house.ids.id('copy'), line: ANSWER, card: ANSWER, subject: `${ANSWER}/${person}` }
        tx.copies.add({ ...place, viewer: person, posted, drawn: '', at: house.clock() })
        return []
      })
      if (old.length > 0) house.bell.ring({ refresh: old.map((subject) => ({ subject })) })
    },
  }
}
