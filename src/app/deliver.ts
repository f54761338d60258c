/**
 * Sends one line of the outbox. What it says is decided now, not when it was written: a card is drawn from the present state, and a reminder whose
 * thing has been done is not sent at all. Each post is written down before the next is made, so a crash doubles at most one message.
 */
import { createHash } from 'node:crypto'
import type { Message } from '../chat/words.ts'
import { isRefusal } from '../kernel/result.ts'
import { type Person, personById } from '../partnership/partnership.ts'
import { type Address, DeliveryError, type Messenger, type OutboxLine, type Posted, type Tx } from '../ports.ts'
import { canonical } from '../record/canonical.ts'
import { deskLink, MAILED_LINK_MINUTES } from './access.ts'
import { drawCard } from './cards.ts'
import type { House } from './house.ts'
import { loadMatter } from './work.ts'

/** Delivers a line. Throws a DeliveryError when it must be tried again, a permanent one when nobody could be reached. */
export async function deliver(house: House, id: string): Promise<void> {
  const sending = house.store.transaction((tx) => prepare(house, tx, id))
  if (sending === undefined) return
  const { line, message, ways } = sending
  const failures: DeliveryError[] = []
  for (const way of ways) {
    const reached = await tryEach(house, line, message, way, failures)
    if (!reached && failures.some((one) => !one.permanent)) throw failures.find((one) => !one.permanent)
    if (reached && !everyWay(line)) break
  }
  const reachedAny = house.store.read((tx) => tx.outbox.get(id)?.status !== 'waiting' || postsOf(tx, line).length > 0)
  if (!reachedAny)
    throw new DeliveryError('nobody-reached', 'no way to reach them worked', { permanent: true, cause: failures[0] })
  house.store.transaction((tx) => tx.outbox.mark(id, 'sent', house.clock(), 'sent'))
}

interface Sending {
  readonly line: OutboxLine
  readonly message: Message
  /** One after the other until one works; the doors of a statutory line are all used. */
  readonly ways: readonly Address[]
}

function prepare(house: House, tx: Tx, id: string): Sending | undefined {
  const at = house.clock()
  const line = tx.outbox.get(id)
  if (line === undefined || line.status !== 'waiting' || line.notBefore > at) return undefined
  if (isDone(house, tx, line)) {
    tx.outbox.mark(id, 'skipped', at, 'done already')
    return undefined
  }
  tx.outbox.attempted(id)
  const viewer = 'person' in line.to ? line.to.person : undefined
  const message = 'message' in line.content ? line.content.message : drawCard({ house, tx, at }, line.content, viewer)
  if (message === undefined) {
    tx.outbox.mark(id, 'skipped', at, 'its subject is gone')
    return undefined
  }
  const posted = new Set(postsOf(tx, line).map(placeOf))
  const ways = waysTo(house, tx, line, message).filter((way) => !posted.has(doorOf(way)))
  if (ways.length === 0 && posted.size > 0) tx.outbox.mark(id, 'sent', at, 'sent')
  return { line, message, ways }
}

/** Asked at the very moment of sending, so that nobody is reminded of what they have done (FEATURES theme 1). */
function isDone(house: House, tx: Tx, line: OutboxLine): boolean {
  if (line.unlessDone === undefined) return false
  const { subject, owed, person } = line.unlessDone
  const matter = loadMatter({ house, tx, at: house.clock() }, subject)
  if (isRefusal(matter)) return true
  return !matter.owed.some(
    (one) => one.key === owed && one.status === 'open' && (person === undefined || one.obligor.people.includes(person)),
  )
}

function waysTo(house: House, tx: Tx, line: OutboxLine, message: Message): readonly Address[] {
  const { to } = line
  if ('place' in to) return [{ kind: 'place', place: to.place }]
  if ('group' in to) {
    // What is meant for one person must never be said in a channel, whoever asked for it (PR-14).
    if (message.sensitivity === 'person')
      throw new Error(`a message for one person was addressed to a channel: ${line.key}`)
    return tx.doors.channels(to.group).map((place) => ({ kind: 'place', place }))
  }
  const person = personById(house.partnership(), to.person)
  if (person === undefined) return []
  const doors = tx.doors
    .of(to.person)
    .filter((door) => house.messengers.some((one) => one.platform === door.platform))
    .sort((a, b) => b.lastUsed.localeCompare(a.lastUsed))
    .map((door): Address => ({ kind: 'person', door, name: person.name }))
  return [...doors, ...byMail(house, tx, line, person)]
}

/** Mail has no buttons: it carries a personal link under which what is asked can be answered. */
function byMail(house: House, tx: Tx, { content }: OutboxLine, { id, name, email }: Person): readonly Address[] {
  if (email === undefined || !has(house, 'email')) return []
  const target = 'card' in content && content.card !== 'digest' ? `/desk/matter/${content.subject}` : '/desk'
  return [{ kind: 'email', email, name, link: deskLink(house, tx, id, target, house.clock(), MAILED_LINK_MINUTES) }]
}

/** A channel line goes to every platform the group is bound on; a statutory one to every door of the person. E-mail stays the last resort. */
function everyWay(line: OutboxLine): boolean {
  return 'group' in line.to || line.statutory
}

async function tryEach(
  house: House,
  line: OutboxLine,
  message: Message,
  way: Address,
  failures: DeliveryError[],
): Promise<boolean> {
  if (way.kind === 'email' && house.store.read((tx) => postsOf(tx, line).length > 0)) return true
  const messenger = messengerFor(house, way)
  if (messenger === undefined) return false
  try {
    const posted = await messenger.post(way, message, line.attachments)
    house.store.transaction((tx) => remember(house, tx, line, message, posted))
    return true
  } catch (thrown) {
    if (!(thrown instanceof DeliveryError)) throw thrown
    failures.push(thrown)
    house.log.warn({ line: line.id, platform: messenger.platform, code: thrown.code }, 'not delivered this way')
    return false
  }
}

function remember(house: House, tx: Tx, line: OutboxLine, message: Message, posted: Posted): void {
  const card = 'card' in line.content ? line.content : { card: 'said', subject: line.id }
  tx.copies.add({
    id: house.ids.id('copy'),
    line: line.id,
    card: card.card,
    subject: card.subject,
    ...(card.input === undefined ? {} : { input: card.input }),
    ...('person' in line.to ? { viewer: line.to.person } : {}),
    posted,
    drawn: drawnHash(message),
    at: house.clock(),
  })
}

/** The posts a line has already made: after a crash these are not made again. */
function postsOf(tx: Tx, line: OutboxLine): readonly Posted[] {
  const subject = 'card' in line.content ? line.content.subject : line.id
  return tx.copies
    .of(subject)
    .filter((copy) => copy.line === line.id)
    .map((copy) => copy.posted)
}

const placeOf = (posted: Posted) => `${posted.platform}/${posted.tenant}`
const doorOf = (way: Address) =>
  way.kind === 'person'
    ? `${way.door.platform}/${way.door.tenant}`
    : way.kind === 'email'
      ? 'email/email'
      : `${way.place.platform}/${way.place.tenant}`

function messengerFor(house: House, way: Address): Messenger | undefined {
  const platform = way.kind === 'person' ? way.door.platform : way.kind === 'email' ? 'email' : way.place.platform
  return house.messengers.find((one) => one.platform === platform)
}

function has(house: House, platform: Messenger['platform']): boolean {
  return house.messengers.some((one) => one.platform === platform)
}

/** What was last drawn, as a hash: nothing is sent when nothing changed. */
export function drawnHash(message: Message): string {
  return createHash('sha256').update(canonical(message)).digest('hex')
}

/** Nobody could be reached: the line is marked, and the support team is told, without a word of what it was about. */
export function undeliverable(house: House, id: string, reason: string): void {
  house.store.transaction((tx) => {
    const line = tx.outbox.get(id)
    if (line === undefined || line.status !== 'waiting') return
    const at = house.clock()
    tx.outbox.mark(id, 'undeliverable', at, reason)
    house.log.error({ line: id, reason }, 'undeliverable')
    if (line.key.startsWith('undeliverable/')) return
    tellSupport(house, tx, line, at)
  })
}

/** A letter that was sent has come back. Only one we sent counts: a notice about any other is somebody's invention. */
export function bounced(house: House, address: string, message: string | undefined): boolean {
  return house.store.transaction((tx) => {
    const copy = message === undefined ? undefined : tx.copies.at({ platform: 'email', conversation: address, message })
    const line = copy && tx.outbox.get(copy.line)
    if (copy === undefined || line === undefined) return false
    tx.copies.retire(copy.id)
    tellSupport(house, tx, line, house.clock())
    return true
  })
}

function tellSupport(house: House, tx: Tx, line: OutboxLine, at: string): void {
  const partnership = house.partnership()
  const who = 'person' in line.to ? (personById(partnership, line.to.person)?.name ?? line.to.person) : 'a channel'
  const sentence = `Muster could not reach ${who}. A message to them was not delivered.`
  for (const person of partnership.people.values()) {
    const isSupport = partnership.seats.some((seat) => seat.person === person.id && seat.role === 'support')
    if (!isSupport) continue
    tx.outbox.add({
      id: house.ids.id('out'),
      key: `undeliverable/${line.id}/${person.id}`,
      to: { person: person.id },
      content: {
        message: {
          summary: 'Muster: a message was not delivered',
          sensitivity: 'person',
          blocks: [
            { kind: 'notice', tone: 'bad', text: sentence },
            { kind: 'text', text: 'Please reach them in another way, and check their account with "muster health".' },
          ],
        },
      },
      statutory: false,
      notBefore: at,
      writtenAt: at,
    })
  }
}
