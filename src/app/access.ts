/**
 * The way into the desk: a personal link, short-lived and good for one use, exchanged for a session. Looking at a link never spends it, since link
 * previews and scanners look (PR-2).
 */
import { isRefusal, type Refusal, type Result, refuse } from '../kernel/result.ts'
import { type Instant, minutesAfter } from '../kernel/time.ts'
import { memberById } from '../partnership/partnership.ts'
import type { Link, Tx } from '../ports.ts'
import type { House } from './house.ts'
import { hashOfSecret } from './secrets.ts'

export interface DeskAccess {
  /** Whose link it is, without spending it. */
  peek(token: string): Result<{ person: string; name: string }>
  /** Spends the link and begins a session. */
  enter(token: string): Result<{ session: string; target: string; name: string }>
  /** Who a session belongs to; none once it has timed out, been left, or its person has gone. */
  personOf(session: string): { person: string; name: string } | undefined
  leave(session: string): void
}

export const LINK_MINUTES = 15
/** Mail is read when somebody gets to it, so a link sent by mail lasts longer; it still works only once. */
export const MAILED_LINK_MINUTES = 3 * 24 * 60
/** A session ends this long after it began: the desk shows what chat must not. */
export const SESSION_MINUTES = 60

/** The door of a person at the desk; it exists only while a session vouches for it. */
const deskDoor = (person: string) => ({ platform: 'desk', tenant: 'desk', user: person }) as const

export function deskAccess(house: House): DeskAccess {
  const nameOf = (person: string) => memberById(house.partnership(), person, house.clock())?.name
  return {
    peek: (token) =>
      house.store.read((tx) => {
        const link = usable(tx, token, house.clock())
        if (isRefusal(link)) return link
        const name = nameOf(link.person)
        return name === undefined ? spent() : { person: link.person, name }
      }),
    enter: (token) =>
      house.store.transaction((tx) => {
        const at = house.clock()
        const link = usable(tx, token, at)
        if (isRefusal(link)) return link
        const name = nameOf(link.person)
        if (name === undefined) return spent()
        tx.links.spend(link.hash, at)
        const session = house.ids.secret()
        tx.links.add({
          hash: hashOfSecret(session),
          purpose: 'session',
          person: link.person,
          target: '',
          expiresAt: minutesAfter(at, SESSION_MINUTES),
          once: false,
        })
        tx.doors.put({ ...deskDoor(link.person), person: link.person, how: 'code', since: at, lastUsed: at })
        tx.journal.append({ at, by: link.person, verb: 'desk.enter', detail: {} })
        return { session, target: link.target, name }
      }),
    personOf: (session) =>
      house.store.read((tx) => {
        const link = tx.links.find(hashOfSecret(session))
        if (link?.purpose !== 'session' || link.expiresAt <= house.clock() || link.spentAt !== undefined)
          return undefined
        const name = nameOf(link.person)
        return name === undefined ? undefined : { person: link.person, name }
      }),
    leave: (session) =>
      house.store.transaction((tx) => {
        if (tx.links.find(hashOfSecret(session))) tx.links.spend(hashOfSecret(session), house.clock())
      }),
  }
}

/** Makes a personal link to the desk; only its hash stays here. */
export function deskLink(
  house: House,
  tx: Tx,
  person: string,
  target: string,
  at: Instant,
  minutes = LINK_MINUTES,
): string {
  const token = house.ids.secret()
  tx.links.add({
    hash: hashOfSecret(token),
    purpose: 'desk',
    person,
    target,
    expiresAt: minutesAfter(at, minutes),
    once: true,
  })
  return `${house.baseUrl}/desk/in/${token}`
}

function usable(tx: Tx, token: string, at: Instant): Link | Refusal {
  const link = tx.links.find(hashOfSecret(token))
  if (link === undefined || link.purpose !== 'desk') return spent()
  if (link.spentAt !== undefined)
    return refuse('link-used', 'This link has been used already.', 'Say "muster desk" to Muster for a new one.')
  if (link.expiresAt <= at)
    return refuse('link-expired', 'This link has expired.', 'Say "muster desk" to Muster for a new one.')
  return link
}

function spent(): Refusal {
  return refuse('link-unknown', 'This link does not lead anywhere.', 'Say "muster desk" to Muster for a new one.')
}
