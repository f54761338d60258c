/**
 * Sends one line of the outbox. What it says is decided now, not when it was written: a card is drawn from the present state, and a reminder whose
 * thing has been done is not sent at all. A process that is ended at any moment doubles at most one message: where a platform can be asked what it was
 * given, it is asked (`earlier.ts`); everywhere else a post is written down before the next is made (`lane.ts`).
 */
import type { Message } from '../chat/words.ts'
import { isRefusal } from '../kernel/result.ts'
import type { Instant } from '../kernel/time.ts'
import { type Address, DeliveryError, type OutboxLine, type Posted, type Tx } from '../ports.ts'
import { drawCard } from './cards.ts'
import { isNothingOwed } from './digest.ts'
import { earlierPosts } from './earlier.ts'
import type { House } from './house.ts'
import { createLane, type Lane, ONE_AT_A_TIME } from './lane.ts'
import { overtakenBy } from './overtaken.ts'
import { postsOf, remember } from './posted.ts'
import type { Together } from './together.ts'
import { doorOf, messengerFor, placeOf, waysTo } from './ways.ts'
import { loadMatter } from './work.ts'

/** So many attempts are left to the way they prefer, about half a minute, before trouble that may pass sends a message another way. */
const PATIENT_ATTEMPTS = 5

/** What the deliveries of one process share. */
interface Office {
  readonly house: House
  readonly together: Together
  readonly lane: Lane
  /** When this process began: what was written before, an earlier one may have posted. */
  readonly since: Instant
}

/** Gives what delivers a line. That throws a DeliveryError when it must be tried again, a permanent one when nobody could be reached. */
export function createDeliver(house: House, together: Together): (id: string) => Promise<void> {
  const office: Office = { house, together, lane: createLane(), since: house.clock() }
  const underWay = new Set<string>()
  return async (id) => {
    // A queue hands out the same errand once more when this process was held up for long.
    if (underWay.has(id)) return
    underWay.add(id)
    await deliver(office, id).finally(() => underWay.delete(id))
  }
}

async function deliver(office: Office, id: string): Promise<void> {
  const { house, together } = office
  const mark = (status: 'sent' | 'skipped', outcome: string) =>
    together((tx) => tx.outbox.mark(id, status, house.clock(), outcome))
  const sending = await together((tx) => prepare(office, tx, id))
  if (sending === undefined) return
  const { line, isDone } = sending
  const earlier = sending.inDoubt ? await noteEarlier(office, sending) : []
  const before = sending.reached || earlier.length > 0
  if (before && !everyWay(line)) return void (await mark('sent', 'sent'))
  if (isDone) return void (await (before ? mark('sent', 'sent') : mark('skipped', DONE_ALREADY)))

  const failures: DeliveryError[] = []
  let reached = before
  for (const way of sending.ways.filter((one) => !earlier.includes(one))) {
    if (isEnough(line, way, reached) || failures.some((one) => isWaitedFor(one, line, way))) continue
    const failure = await post(office, sending, way)
    if (failure === undefined) reached = true
    else failures.push(failure)
  }
  const passing = failures.find((one) => !one.permanent)
  if (passing && (everyWay(line) || !reached)) {
    if (passing.code !== ONE_AT_A_TIME) await together((tx) => tx.outbox.attempted(id))
    throw passing
  }
  if (!reached)
    throw new DeliveryError('nobody-reached', 'no way to reach them worked', { permanent: true, cause: failures[0] })
  if (everyWay(line)) await mark('sent', 'sent')
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

const DONE_ALREADY = 'done already'

interface Sending {
  readonly line: OutboxLine
  readonly message: Message
  /** What its card had been through when it was drawn. */
  readonly touched: number
  /** One after the other until one works; the doors of a statutory line are all used. */
  readonly ways: readonly Address[]
  /** An earlier attempt has reached them one way already. */
  readonly reached: boolean
  /** It may have been posted without our knowing: by an earlier life of the process, or by an attempt whose answer was lost. */
  readonly inDoubt: boolean
  /** What it reminds of has been done. */
  readonly isDone: boolean
}

function prepare({ house, since }: Office, tx: Tx, id: string): Sending | undefined {
  const at = house.clock()
  const line = tx.outbox.get(id)
  if (line === undefined || line.status !== 'waiting' || line.notBefore > at) return undefined
  const inDoubt = line.writtenAt < since || line.attempts > 0
  const done = isDone(house, tx, line)
  if (done && !inDoubt) {
    tx.outbox.mark(id, 'skipped', at, DONE_ALREADY)
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
  const touched = 'card' in line.content ? tx.copies.touched(line.content.subject) : 0
  return { line, message, touched, ways, reached: posted.size > 0, inDoubt, isDone: done }
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

/** Asks where it can be asked, and writes down what is found; gives the ways on which nothing needs to be posted any more. */
async function noteEarlier(office: Office, sending: Sending): Promise<readonly Address[]> {
  const { line, message, ways } = sending
  try {
    const found = await earlierPosts(office.house, line, message, ways)
    for (const { posted } of found) await writeDown(office, sending, posted)
    return found.map(({ way }) => way)
  } catch (thrown) {
    if (!(thrown instanceof DeliveryError)) throw thrown
    // Rather twice than never: who cannot be asked for long is no longer waited for.
    if (line.attempts >= PATIENT_ATTEMPTS) return []
    await office.together((tx) => tx.outbox.attempted(line.id))
    throw thrown
  }
}

/** Posts one way and writes it down at once; gives what went wrong. */
async function post(office: Office, sending: Sending, way: Address): Promise<DeliveryError | undefined> {
  const { house, lane } = office
  const { line, message } = sending
  const messenger = messengerFor(house, way)
  if (messenger === undefined) return new DeliveryError('no-such-platform', 'not connected', { permanent: true })
  const carryOut = async () => {
    // In chat the card offers the calendar as a link; a file beside every message would only be in the way.
    const attachments = way.kind === 'email' ? line.attachments : undefined
    await writeDown(office, sending, await messenger.post(way, message, attachments, line.id))
  }
  try {
    await (messenger.finds?.(way) ? carryOut() : lane(carryOut))
    return undefined
  } catch (thrown) {
    if (!(thrown instanceof DeliveryError)) throw thrown
    house.log.warn({ line: line.id, platform: messenger.platform, code: thrown.code }, 'not delivered this way')
    return thrown
  }
}

async function writeDown({ house, together }: Office, sending: Sending, posted: Posted): Promise<void> {
  const { line, message } = sending
  const old = await together((tx) => {
    remember(house, tx, line, message, posted)
    // One way is enough, so posted and done are one commit: to wait for the disk is what a delivery costs most.
    if (!everyWay(line)) tx.outbox.mark(line.id, 'sent', house.clock(), 'sent')
    const again = new Set([...touchedMeanwhile(tx, sending), ...overtakenIn(tx, line, posted)])
    for (const subject of again) tx.copies.touch(subject)
    return [...again]
  })
  if (old.length > 0) house.bell.ring({ refresh: old.map((subject) => ({ subject })) })
}

/** The cards above it that say the same become a line. */
function overtakenIn(tx: Tx, { id, content }: OutboxLine, posted: Posted): readonly string[] {
  return 'card' in content ? overtakenBy(tx, { line: id, subject: content.subject, posted }) : []
}

/** Whoever changed the matter while its card was on the way had no copy of it to draw again; a digest is changed by many matters. */
function touchedMeanwhile(tx: Tx, { line: { content }, touched }: Sending): readonly string[] {
  if (!('card' in content) || (content.card !== 'digest' && tx.copies.touched(content.subject) === touched)) return []
  return [content.subject]
}
