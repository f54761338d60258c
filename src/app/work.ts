/** One transaction's work: what it may read and write, and what the bell is to be rung for once it has been committed. */
import { passedOn } from '../chasing/passed-on.ts'
import { plan, reconcile, type WantedAlarm } from '../chasing/plan.ts'
import { type Result, refuse } from '../kernel/result.ts'
import type { Instant } from '../kernel/time.ts'
import type { Matter, MatterKind, Setting } from '../matter.ts'
import type { Standing } from '../partnership/authority/may.ts'
import type { Fact, Intended, OutboxLine, Subject, Tx } from '../ports.ts'
import { pinOf } from '../record/pins.ts'
import type { House } from './house.ts'
import { kindOf } from './kinds.ts'

export interface Work {
  readonly house: House
  readonly tx: Tx
  readonly at: Instant
  readonly ring: Ring
}

/** What this transaction has given the bell to do. */
export type Ring = { [K in keyof Intended]: Intended[K][number][] }

export const newRing = (): Ring => ({ alarms: [], outbox: [], refresh: [] })

export type Saying = Pick<OutboxLine, 'key' | 'to' | 'content'> &
  Partial<Pick<OutboxLine, 'statutory' | 'notBefore' | 'unlessDone' | 'attachments'>>

/** Puts something into the outbox, unless the same was put there before. */
export function say({ house, tx, at, ring }: Work, saying: Saying): void {
  const id = house.ids.id('out')
  const added = tx.outbox.add({ id, statutory: false, notBefore: at, writtenAt: at, ...saying })
  if (added) ring.outbox.push({ id })
}

/** Appends facts, and one journal line that pins each of them by its hash; narrative is in neither. */
export function write(
  { tx, at, ring }: Work,
  subject: string,
  signed: { readonly by: string; readonly verb: string; readonly standing?: Standing | undefined },
  facts: readonly Pick<Fact, 'kind' | 'data'>[],
): void {
  const as = signed.standing === undefined ? {} : { as: signed.standing.as }
  const pinned = facts.map((fact) => {
    const whole: Fact = { ...fact, at, by: signed.by, ...as }
    const version = tx.subjects.append(subject, whole)
    return pinOf(whole, version)
  })
  tx.journal.append({ at, by: signed.by, ...as, verb: signed.verb, subject, detail: { facts: pinned } })
  redraw({ tx, ring }, subject)
}

/** Marks a subject's live cards to be drawn again. */
export function redraw({ tx, ring }: Pick<Work, 'tx' | 'ring'>, subject: string): void {
  tx.copies.touch(subject)
  if (!ring.refresh.some((one) => one.subject === subject)) ring.refresh.push({ subject })
}

/** The setting a subject is judged in: the profile it began under, the calendar as known, and the moment. */
export function settingFor(house: House, subject: Pick<Subject, 'profile'>, at: Instant): Setting {
  return { partnership: house.partnership(subject.profile), calendar: house.calendar(), at }
}

/** A matter as it stands; a refusal when there is none such. */
export function loadMatter(
  { house, tx, at }: Pick<Work, 'house' | 'tx' | 'at'>,
  id: string | undefined,
): Result<Matter> {
  const subject = id === undefined ? undefined : tx.subjects.get(id)
  const kind = subject && kindOf(subject.kind)
  if (subject === undefined || kind === undefined) {
    return refuse(
      'no-such-matter',
      'There is no such matter any more.',
      'Ask for the list again, for example with "rapid-review" or "meetings".',
    )
  }
  const known = matters.get(tx) ?? new Map<string, Matter>()
  matters.set(tx, known)
  const key = JSON.stringify([subject, at, house.calendar().version])
  const matter = known.get(key) ?? fold({ house, tx, at }, subject, kind)
  known.set(key, matter)
  return matter
}

/** Folding is the dearest thing we do, and a transaction asks for the same matter again and again: for each card, each person, before and after. */
const matters = new WeakMap<Tx, Map<string, Matter>>()

function fold({ house, tx, at }: Pick<Work, 'house' | 'tx' | 'at'>, subject: Subject, kind: MatterKind): Matter {
  const setting = settingFor(house, subject, at)
  const state = kind.state(subject, tx.subjects.facts(subject.id), setting)
  return { subject, kind, state, owed: kind.owed(state).map((owed) => passedOn(owed, setting.partnership, at)) }
}

/** Brings a matter's alarms into line with what is owed; only the difference is written. `planned`: those that wait, for whoever has read them already. */
export function alignAlarms(
  { house, tx, at, ring }: Work,
  matter: Matter,
  planned = tx.alarms.waiting(matter.subject.id),
): void {
  const { chase } = house.partnership(matter.subject.profile).profile
  const stored = new Map(planned.map((one) => [one.key, one]))
  // Whoever is given more time is told so; a call that the new date would have made before now is not made up for.
  const isPassedOver = ({ key, at: when, about }: WantedAlarm) => {
    const was = (stored.get(key) ?? tx.alarms.get(key))?.about.limit
    return when <= at && was !== undefined && about.limit !== undefined && was < about.limit
  }
  const wanted = plan(matter.owed, chase, house.calendar()).filter((one) => !isPassedOver(one))
  // A lapse that is due but has not rung yet is no longer planned, since the course has gone on; what follows from it has still to be told.
  const waiting = planned.filter((one) => one.about.rung !== 'lapse' || one.at > at)
  const known = new Map(waiting.map((one) => [one.key, one]))
  const { put, cancel } = reconcile(wanted, waiting, (key) => known.get(key) ?? tx.alarms.get(key))
  for (const alarm of put) {
    tx.alarms.put(alarm)
    ring.alarms.push({ key: alarm.key, at: alarm.at })
  }
  for (const key of cancel) tx.alarms.cancel(key)
}
