/**
 * Sends one line of the outbox. What it says is decided now, not when it was written: a card is drawn from the present state, and a reminder whose
 * thing has been done is not sent at all. Each post is written down before the next is made, so a crash doubles at most one message.
 */
import { createHash } from 'node:crypto'
import type { Message } from '../chat/words.ts'
import { isRefusal } from '../kernel/result.ts'
import { memberById, type Person } from '../partnership/partnership.ts'
import { type Address, DeliveryError, type Messenger, type OutboxLine, type Posted, type Tx } from '../ports.ts'
import { canonical } from '../record/canonical.ts'
import { deskLink, MAILED_LINK_MINUTES } from './access.ts'
import { drawCard } from './cards.ts'
import { isNothingOwed } from './digest.ts'
import type { House } from './house.ts'
import type { Together } from './together.ts'
import { loadMatter } from './work.ts'

/** So many attempts are left to the way they prefer, about half a minute, before trouble that may pass sends a message another way. */
const PATIENT_ATTEMPTS = 5

/** Delivers a line. Throws a DeliveryError when it must be tried again, a permanent one when nobody could be reached. */
export async function deliver(house: House, together: Together, id: string): Promise<void> {
  const sending = await together((tx) => prepare(house, tx, id))
  if (sending === undefined) return
  const { line, message, ways } = sending
  const failures: DeliveryError[] = []
  let reached = sending.reached
  for (const way of ways) {
    if (isEnough(line, way, reached) || failures.some((one) => isWaitedFor(one, line, way))) continue
    const failure = await post(house, together, line, message, way)
    if (failure === undefined) reached = true
    else failures.push(failure)
  }
  const passing = failures.find((one) => !one.permanent)
  if (passing && (everyWay(line) || !reached)) {
    await together((tx) => tx.outbox.attempted(id))
    throw passing
  }
  if (!reached)
    throw new DeliveryError('nobody-reached', 'no way to reach them worked', { permanent: true, cause: failures[0] })
  if (everyWay(line) || sending.reached) await together((tx) => tx.outbox.mark(id, 'sent', house.clock(), 'sent'))
}

/** A channel line goes to every platform the group is bound on; a statutory one to every door of the person. E-mail stays the last resort. */
function isEnough(line: OutboxLine, way: Address, reached: boolean): boolean {
  return reached && (way.kind === 'email' || !everyWay(line))
}

/** Trouble that may pass is waited for before a message goes another way: always where the platform said when, otherwise not for ever. */
function isWaitedFor(failure: DeliveryError, line: OutboxLine, way: Address): boolean {
  if (failure.permanent || (everyWay(line) && way.kind !== 'email')) return false
  return failure.retryAfterMs !== undefined || line.attempts < PATIENT_ATTEMPTS
}

const everyWay = (line: OutboxLine) => 'group' in line.to || line.statutory

interface Sending {
  readonly line: OutboxLine
  readonly message: Message
  /** One after the other until one works; the doors of a statutory line are all used. */
  readonly ways: readonly Address[]
  /** An earlier attempt has reached them one way already. */
  readonly reached: boolean
}

function prepare(house: House, tx: Tx, id: string): Sending | undefined {
  const at = house.clock()
  const line = tx.outbox.get(id)
  if (line === undefined || line.status !== 'waiting' || line.notBefore > at) return undefined
  if (isDone(house, tx, line)) {
    tx.outbox.mark(id, 'skipped', at, 'done already')
    return undefined
  }
  const viewer = 'person' in line.to ? line.to.person : undefined
  const message = 'message' in line.content ? line.content.message : drawCard({ house, tx, at }, line.content, viewer)
  if (message === undefined) {
    tx.outbox.mark(id, 'skipped', at, 'its subject is gone')
    return undefined
  }
  const posted = new Set(postsOf(tx, line).map(placeOf))
  const ways = waysTo(house, tx, line, message).filter((way) => !posted.has(doorOf(way)))
  return { line, message, ways, reached: posted.size > 0 }
}

/** Asked at the very moment of sending, so that nobody is reminded of what they have done (FEATURES theme 1). */
function isDone(house: House, tx: Tx, line: OutboxLine): boolean {
  if ('card' in line.content && line.content.card === 'digest' && 'person' in line.to) {
    return isNothingOwed({ house, tx, at: house.clock() }, line.to.person)
  }
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

/** Posts one way and writes it down at once; gives what went wrong. */
async function post(
  house: House,
  together: Together,
  line: OutboxLine,
  message: Message,
  way: Address,
): Promise<DeliveryError | undefined> {
  const messenger = messengerFor(house, way)
  if (messenger === undefined) return new DeliveryError('no-such-platform', 'not connected', { permanent: true })
  try {
    // In chat the card offers the calendar as a link; a file beside every message would only be in the way.
    const posted = await messenger.post(way, message, way.kind === 'email' ? line.attachments : undefined)
    await together((tx) => {
      remember(house, tx, line, message, posted)
      // One way is enough, so posted and done are one commit: to wait for the disk is what a delivery costs most.
      if (!everyWay(line)) tx.outbox.mark(line.id, 'sent', house.clock(), 'sent')
    })
    return undefined
  } catch (thrown) {
    if (!(thrown instanceof DeliveryError)) throw thrown
    house.log.warn({ line: line.id, platform: messenger.platform, code: thrown.code }, 'not delivered this way')
    return thrown
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
export function postsOf(tx: Tx, line: OutboxLine): readonly Posted[] {
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
