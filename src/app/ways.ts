/** The ways on which a line can reach whom it is for: their doors, the channels of a group, and mail as the last resort. */
import type { Message } from '../chat/words.ts'
import { holders, memberById, type Person } from '../partnership/partnership.ts'
import { type Address, DeliveryError, type Messenger, type OutboxLine, type Posted, type Tx } from '../ports.ts'
import { deskLink, MAILED_LINK_MINUTES } from './access.ts'
import type { House } from './house.ts'

/** In the order in which they are tried. Throws a permanent DeliveryError for what must never be said there. */
export function waysTo(house: House, tx: Tx, line: OutboxLine, message: Message): readonly Address[] {
  const { to } = line
  // What is meant for one person must never be said in a channel, whoever asked for it (PR-14).
  if (message.sensitivity === 'person' && ('group' in to || ('place' in to && to.place.kind !== 'direct'))) {
    throw new DeliveryError('not-for-a-channel', `${line.key} is for one person and was addressed to a channel`, {
      permanent: true,
    })
  }
  if ('place' in to) return [{ kind: 'place', place: to.place }]
  if ('group' in to) {
    return tx.doors.channels(to.group).map((place) => ({ kind: 'place', place }))
  }
  const person = memberById(house.partnership(), to.person, house.clock())
  if (person === undefined) return []
  const doors = openDoors(house, tx, to.person)
    .toSorted((a, b) => b.lastUsed.localeCompare(a.lastUsed))
    .map((door): Address => ({ kind: 'person', door, name: person.name }))
  return [...doors, ...byMail(house, tx, line, person)]
}

/** Who holds this role and can be reached. Right after an installation nobody can be: what is found every day is told to them on the first day it can. */
export function holdersInReach(house: House, tx: Tx, role: string): readonly Person[] {
  return holders(house.partnership(), role, house.clock()).filter(
    ({ id, email }) => openDoors(house, tx, id).length > 0 || (email !== undefined && sendsMail(house)),
  )
}

/** The mail somebody has answered from is no door to knock at: what is mailed goes to their address, with a link to the desk. */
function openDoors(house: House, tx: Tx, person: string) {
  return tx.doors
    .of(person)
    .filter(({ platform }) => platform !== 'email' && house.messengers.some((one) => one.platform === platform))
}

const sendsMail = (house: House) => house.messengers.some((one) => one.platform === 'email')

/** Mail has no buttons: it carries a personal link under which what is asked can be answered. */
function byMail(house: House, tx: Tx, { content }: OutboxLine, { id, name, email }: Person): readonly Address[] {
  if (email === undefined || !sendsMail(house)) return []
  const target = 'card' in content && content.card !== 'digest' ? `/desk/matter/${content.subject}` : '/desk'
  return [{ kind: 'email', email, name, link: deskLink(house, tx, id, target, house.clock(), MAILED_LINK_MINUTES) }]
}

export function messengerFor(house: House, way: Address): Messenger | undefined {
  const platform = way.kind === 'person' ? way.door.platform : way.kind === 'email' ? 'email' : way.place.platform
  return house.messengers.find((one) => one.platform === platform)
}

/** Where a post stands, and where a way leads: equal when it is the same door. */
export const placeOf = (posted: Posted) => `${posted.platform}/${posted.tenant}`
export const doorOf = (way: Address) =>
  way.kind === 'person'
    ? `${way.door.platform}/${way.door.tenant}`
    : way.kind === 'email'
      ? 'email/email'
      : `${way.place.platform}/${way.place.tenant}`
