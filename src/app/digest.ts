/** The morning digest, and "what do I owe?": the same list, for one person, over every matter. */
import { callsFor } from '../chasing/ladder.ts'
import type { Owed } from '../chasing/owed.ts'
import { afterQuiet } from '../chasing/quiet.ts'
import { standingOf } from '../chasing/standing.ts'
import {
  actions,
  type Block,
  type Button,
  type FactRow,
  facts,
  heading,
  type Message,
  quiet,
  text,
} from '../chat/words.ts'
import { isRefusal } from '../kernel/result.ts'
import { dateOf, type Instant, sayDate, sayMoment } from '../kernel/time.ts'
import type { Matter } from '../matter.ts'
import { calledBy, concerns } from './recipients.ts'
import { loadMatter, type Work as Whole } from './work.ts'

type Work = Pick<Whole, 'house' | 'tx' | 'at'>

interface Owing {
  readonly matter: Matter
  readonly owed: Owed
}

/** Every open matter, with what is owed in it. Read once and handed on: a digest for everybody must not fold each matter once per person. */
export function openMatters(work: Work): readonly Matter[] {
  return work.tx.subjects.open().flatMap((subject) => {
    const matter = loadMatter(work, subject.id)
    return isRefusal(matter) ? [] : [matter]
  })
}

/** What one person owes, the most pressing first. */
function owedBy(matters: readonly Matter[], person: string, at: Instant): readonly Owing[] {
  return (
    matters
      .flatMap((matter) => matter.owed.map((owed) => ({ matter, owed })))
      .filter(({ owed }) => owed.status === 'open' && owed.obligor.people.includes(person))
      // A meeting knows today what it will ask for next month; nobody owes it before then.
      .filter(({ owed }) => owed.openedAt <= at)
      .sort((a, b) => (a.owed.limit?.limitAt ?? '9').localeCompare(b.owed.limit?.limitAt ?? '9'))
  )
}

/** What others owe and this person has been called about, today or before: late returns, unanswered requests. */
function watchedBy(work: Work, matters: readonly Matter[], person: string): readonly Owing[] {
  const today = dateOf(work.at)
  return matters.flatMap((matter) => {
    const partnership = work.house.partnership(matter.subject.profile)
    return matter.owed
      .filter((owed) => owed.status === 'open' && owed.openedAt <= work.at && !owed.obligor.people.includes(person))
      .filter((owed) =>
        callsFor(owed, partnership.profile.chase, work.house.calendar()).some(
          (call) => dateOf(call.at) <= today && calledBy(call.to, owed, partnership, work.at).includes(person),
        ),
      )
      .map((owed) => ({ matter, owed }))
  })
}

/** What has come to this person today as a card of its own: newly owed, or a reminder that goes out alone. */
function cameAlone(work: Work, { matter, owed }: Owing, person: string): boolean {
  const today = dateOf(work.at)
  const partnership = work.house.partnership(matter.subject.profile)
  const { chase } = partnership.profile
  const calendar = work.house.calendar()
  const told = owed.urgent ? owed.openedAt : afterQuiet(owed.openedAt, chase.quiet, calendar)
  if (!owed.silent && owed.obligor.people.includes(person) && dateOf(told) === today) return true
  return (
    concerns(owed, person) &&
    callsFor(owed, chase, calendar).some(
      ({ alone, at, to }) =>
        alone && at <= work.at && dateOf(at) === today && calledBy(to, owed, partnership, work.at).includes(person),
    )
  )
}

/** Names the digest of a person and the day it is read on: all of a day is one. */
export function digestOf(person: string, at: Instant): string {
  return `digest/${person}/${dateOf(at)}`
}

interface Listed {
  readonly mine: readonly Owing[]
  readonly others: readonly Owing[]
}

function everythingFor(work: Work, person: string): Listed {
  const matters = openMatters(work)
  return { mine: owedBy(matters, person, work.at), others: watchedBy(work, matters, person) }
}

function smallThingsFor(work: Work, { mine, others }: Listed, person: string): Listed {
  const small = (all: readonly Owing[]) => all.filter((one) => !cameAlone(work, one, person))
  return { mine: small(mine), others: small(others) }
}

/** Whether a digest would have nothing to say: then it is not sent. */
export function isNothingOwed(work: Work, person: string): boolean {
  const { mine, others } = smallThingsFor(work, everythingFor(work, person), person)
  return mine.length + others.length === 0
}

/** A morning's digest, as a card. What came on its own today stands just beside it in the conversation, and is not said twice. */
export function digestFace(work: Work, person: string): Message {
  const everything = everythingFor(work, person)
  const small = smallThingsFor(work, everything, person)
  const apart = everything.mine.length - small.mine.length
  const has = apart === 1 ? 'One more thing has a card of its own' : `${apart} more things have cards of their own`
  return face(work, small, apart === 0 ? 'Nothing is waiting for you.' : 'Nothing else is waiting for you.', [
    ...(apart === 0 ? [] : [quiet(`${has} today. For the whole list say "muster owe".`)]),
    quiet(`As of ${sayDate(dateOf(work.at))}. Whatever is done today disappears from here.`),
  ])
}

/** Everything this person owes, and what they watch: the answer to "what do I owe?". */
export function owingFace(work: Work, person: string): Message {
  return face(work, everythingFor(work, person), 'Nothing is waiting for you.', [quiet(`As of ${sayMoment(work.at)}.`)])
}

function face(work: Work, { mine, others }: Listed, nothing: string, foot: readonly Block[]): Message {
  return {
    summary: `Muster: ${inShort(mine.length, others.length)}`,
    sensitivity: 'person',
    blocks: [
      heading('What you owe'),
      mine.length === 0 ? text(nothing) : rowsOf(work, mine),
      ...(others.length === 0 ? [] : [heading('Late or due elsewhere'), rowsOf(work, others)]),
      ...openings([...mine, ...others]),
      ...foot,
    ],
  }
}

function inShort(mine: number, others: number): string {
  if (mine > 0) return `${mine === 1 ? 'one thing' : `${mine} things`} for you`
  return others > 0 ? 'nothing for you, something late or due elsewhere' : 'nothing is waiting for you'
}

/** A line each; what several owe alike is one line. */
function rowsOf(work: Work, owing: readonly Owing[]): Block {
  const alike = Map.groupBy(owing, ({ matter, owed }) => `${matter.subject.id} ${owed.what} ${owed.limit?.limit}`)
  return facts(
    [...alike.values()].flatMap(([first, ...more]): FactRow[] => {
      if (first === undefined) return []
      const { matter, owed } = first
      const standing = owed.limit && standingOf(owed.limit, work.at, work.house.calendar())
      const whose = new Set([owed, ...more.map((one) => one.owed)].map(({ obligor }) => obligor.label))
      return [
        {
          label: `${matter.subject.title}: ${owed.what}`,
          value: owed.limit ? `${sayDate(owed.limit.limit)} (${standing?.word})` : 'No date is set',
          note: [...whose].join('; '),
          ...(standing === undefined ? {} : { tone: standing.tone }),
        },
      ]
    }),
  )
}

function openings(owing: readonly Owing[]): Block[] {
  const seen = new Map(owing.map(({ matter }) => [matter.subject.id, matter.subject.title]))
  const buttons = [...seen].map(([subject, title]): Button => ({ label: `Open ${title}`, verb: 'matter.see', subject }))
  return buttons.length === 0 ? [] : [actions(buttons)]
}
