/**
 * An alarm rings. Before anybody hears of it the question is asked again: is it still owed? Statutory things go out on their own; small things join
 * one digest per person and morning. A call that comes late says so, and of several missed ones only the last is made.
 */
import { type Call, callsFor, ITSELF } from '../chasing/ladder.ts'
import { type Owed, roundKey } from '../chasing/owed.ts'
import { isRefusal } from '../kernel/result.ts'
import { minutesAfter, sayMoment } from '../kernel/time.ts'
import type { Matter } from '../matter.ts'
import type { Alarm } from '../ports.ts'
import { digestOf } from './digest.ts'
import { disturbAt } from './disturb.ts'
import type { House } from './house.ts'
import { doItself } from './itself.ts'
import { calledBy, concerns } from './recipients.ts'
import { settle } from './settle.ts'
import { loadMatter, newRing, type Ring, say, type Work } from './work.ts'

/** Minutes after which a call is said to be late. */
const LATE_AFTER = 15

export function alarm(house: House, key: string): Ring {
  const ring = newRing()
  house.store.transaction((tx) => {
    const at = house.clock()
    const rung = tx.alarms.get(key)
    if (rung === undefined || rung.status !== 'waiting' || rung.at > at) return
    tx.alarms.rung(key, at, answer({ house, tx, at, ring }, rung))
  })
  return ring
}

function answer(work: Work, alarm: Alarm): string {
  const matter = loadMatter(work, alarm.subject)
  if (isRefusal(matter)) return 'its subject is gone'
  const { rung: name, owed: key } = alarm.about
  if (name === 'lapse') return lapse(work, alarm)
  const owed = matter.owed.find((one) => one.key === key)
  if (owed === undefined || owed.status !== 'open' || `${roundKey(owed)}/${name}` !== alarm.key) return 'no longer owed'
  return name === ITSELF ? doItself(work, matter, owed) : call(work, alarm, matter, owed)
}

function call(work: Work, alarm: Alarm, matter: Matter, owed: Owed): string {
  const partnership = work.house.partnership(matter.subject.profile)
  const calls = callsFor(owed, partnership.profile.chase, work.house.calendar())
  const made = calls.find((one) => one.rung === alarm.about.rung)
  if (made === undefined) return 'the ladder has no such rung any more'
  if (isOvertaken(work, alarm, calls)) return 'a later call has come due'
  const people = calledBy(made.to, owed, partnership, work.at)
  const late = alarm.at < minutesAfter(work.at, -LATE_AFTER) ? sayMoment(alarm.at) : undefined
  for (const person of people) {
    if (made.alone && concerns(owed, person)) tellAlone(work, alarm, owed, person, late)
    else tellInDigest(work, person)
  }
  return `${late === undefined ? 'called' : 'called late'}: ${people.join(', ') || 'nobody holds the seat'}`
}

function tellAlone(work: Work, alarm: Alarm, owed: Owed, person: string, late: string | undefined): void {
  say(work, {
    key: `${alarm.key}@${alarm.at}/${person}`,
    to: { person },
    content: {
      card: 'task',
      subject: alarm.subject,
      input: { owed: owed.key, rung: alarm.about.rung as string, ...(late === undefined ? {} : { late }) },
    },
    unlessDone: { subject: alarm.subject, owed: owed.key },
    statutory: owed.statutory,
    notBefore: disturbAt(work.house, owed.urgent, work.at),
  })
}

/** The first small thing of a morning makes the digest, and every further one is in it too: its key is the person and the day. */
function tellInDigest(work: Work, person: string): void {
  const notBefore = disturbAt(work.house, false, work.at)
  const digest = digestOf(person, notBefore)
  say(work, { key: digest, to: { person }, content: { card: 'digest', subject: digest }, notBefore })
}

/** After an outage several rungs may be due at once; only the one furthest up the ladder still says something new. */
function isOvertaken({ at }: Work, alarm: Alarm, calls: readonly Call[]): boolean {
  return calls.some((other) => other.rung !== 'lapse' && other.at > alarm.at && other.at <= at)
}

/** The limit has passed and the course goes on without: what follows opens now, and whoever owes it is told. */
function lapse(work: Work, alarm: Alarm): string {
  const before = loadMatter({ ...work, at: minutesAfter(alarm.at, -2) }, alarm.subject)
  settle(work, alarm.subject, isRefusal(before) ? undefined : before)
  return 'went on without it'
}
