/**
 * The core's one entrance. One press, one transaction: who is it, may they, what follows, and all of it written or none. Nothing here waits for a
 * network; after the commit the bell is rung for what was written.
 *
 * @example
 *   const handle = createHandle(house)
 *   const reply = handle({ id: 'slack/123', who, where, verb: 'command', input: { command: 'rapid-review', text: 'start' } })
 */
import { commands, readCommand } from '../chat/commands.ts'
import type { Handle, Intent, Reply } from '../chat/intent.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/result.ts'
import { type Instant, minutesAfter } from '../kernel/time.ts'
import { memberById, type Person } from '../partnership/partnership.ts'
import type { KnownDoor, Tx } from '../ports.ts'
import { faceOfPressed } from './cards.ts'
import { createCtx } from './ctx.ts'
import type { House } from './house.ts'
import { keptShort } from './passed-card.ts'
import { realign } from './realign.ts'
import { settle } from './settle.ts'
import { createTries, type Tries } from './tries.ts'
import { pageAgain } from './verbs/forms.ts'
import { holdsPersonalDetail, WORDS_KEPT_BACK } from './verbs/incident.ts'
import { handlers, openToStrangers } from './verbs/index.ts'
import { newRing, type Work } from './work.ts'

export function createHandle(house: House): Handle {
  const tries = createTries()
  return (intent) => {
    const at = house.clock()
    let ring = newRing()
    let changed = false
    const reply = attempt(() =>
      house.store.transaction((tx) => {
        const work = { house, tx, at, ring }
        const reply = keptShort(work, intent, answer(work, intent, tries))
        changed = tx.changed()
        return reply
      }),
    )
    if (reply.kind === 'refusal') {
      if (reply.refusal.code === 'code-unknown') tries.failed(intent.who, at)
      house.log.info({ verb: intent.verb, code: reply.refusal.code, platform: intent.who.platform }, 'refused')
      // What was refused has left nothing behind, and rings nothing; a card that should be a line is made one all the same.
      ring = newRing()
      const again = attempt(() =>
        house.store.transaction((tx) => onItsPage({ house, tx, at, ring }, intent, reply.refusal)),
      )
      if (again.kind === 'form') return again
      if (intent.pressed) house.store.transaction((tx) => keptShort({ house, tx, at, ring }, intent, reply))
      if (ring.refresh.length > 0) house.bell.ring(ring)
    } else {
      house.bell.ring(ring)
      // When people, holidays or the profile have changed, dates and alarms follow; after a mere look nothing has.
      if (changed && house.recheck()) house.bell.ring(realign(house))
    }
    return reply
  }
}

/** Over an answer of a form: beside that answer, where it can be mended. */
function onItsPage(work: Work, intent: Intent, refusal: Refusal): Reply {
  const person = refusal.field === undefined || intent.verb !== 'form.page' ? undefined : personAt(work, intent)
  const page =
    person === undefined || isRefusal(person) ? undefined : pageAgain(createCtx(work, intent, person), refusal)
  return page ?? { kind: 'refusal', refusal }
}

function answer(work: Work, intent: Intent, tries: Tries): Reply {
  const meant = intent.verb === 'command' ? spoken(work, intent) : intent
  const person = personAt(work, isRefusal(meant) ? intent : meant)
  if (isRefusal(person)) throw new Refused(person)
  if (isRefusal(meant)) throw new Refused(meant)
  if (meant.verb === 'muster.link' && tries.isTired(intent.who, work.at)) throw new Refused(tooManyTries())
  const ctx = createCtx(work, meant, person)
  if (!work.tx.seen.first(intent.id, work.at)) return faceOfPressed(ctx) ?? { kind: 'nothing' }

  const handler = Object.hasOwn(handlers, meant.verb) ? handlers[meant.verb] : undefined
  const reply = handler === undefined ? unknownVerb() : handler(ctx)
  if (isRefusal(reply)) throw new Refused(reply)
  for (const [subject, before] of ctx.touched) settle(work, subject, before, person.id)
  return reply
}

/**
 * What the words somebody typed mean; a refusal that offers the nearest ones when they mean nothing. Words that hold personal detail go no further than
 * here: they are not read, not kept and not repeated (PR-3).
 */
function spoken({ house }: Work, intent: Intent): Intent | Refusal {
  const { command: family = '', text = '' } = intent.input
  const words = `${String(family)} ${String(text)}`
  // A command's own words, with nothing after them, are nobody's detail.
  const bare = commands.some((command) => command.words === words.trim().toLowerCase())
  if (!bare && holdsPersonalDetail(house.partnership(), words)) return { ...intent, verb: WORDS_KEPT_BACK, input: {} }
  const said = readCommand(words)
  return isRefusal(said) ? said : { ...intent, verb: said.verb, input: { ...intent.input, ...said.input } }
}

/** The person behind a door; strangers are told how to be known, and may do the few things that make them so. */
function personAt({ house, tx, at }: Work, intent: Intent): Person | Refusal {
  const door = tx.doors.find(intent.who)
  const person = door && memberById(house.partnership(), door.person, at)
  if (door !== undefined && person !== undefined) {
    if (isNews(tx, door, at)) tx.doors.put({ ...door, lastUsed: at })
    return person
  }
  if (openToStrangers.has(intent.verb) || isLinking(intent)) return stranger
  return refuse(
    'not-known',
    'Muster does not know this account yet.',
    'Ask the support team for a link code, then send "muster link" followed by the code here.',
  )
}

/** Which of a person's doors was used last matters, and about when; to write it down at every press would double what a press writes. */
function isNews(tx: Tx, door: KnownDoor, at: Instant): boolean {
  return door.lastUsed < minutesAfter(at, -1) || door.lastUsed < tx.doors.lastUsed(door.person)
}

/** A code is how somebody becomes known. */
function isLinking({ verb, input }: Intent): boolean {
  return verb === 'muster.link' && typeof input.code === 'string' && input.code.trim() !== ''
}

const stranger: Person = { id: 'stranger', name: 'somebody not yet known', agency: 'none', reach: [] }

/** Carries a refusal out of the transaction, so that whatever was written on the way is rolled back. */
class Refused extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}

function attempt(work: () => Reply): Reply {
  try {
    return work()
  } catch (thrown) {
    if (thrown instanceof Refused) return { kind: 'refusal', refusal: thrown.refusal }
    throw thrown
  }
}

function unknownVerb(): Refusal {
  return refuse(
    'unknown-verb',
    'Muster does not know this button any more.',
    'Open the card again, or say "muster help".',
  )
}

function tooManyTries(): Refusal {
  return refuse(
    'too-many-tries',
    'Too many codes from this account were not valid.',
    'Wait an hour, then ask the support team for a new code.',
  )
}
