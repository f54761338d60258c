/** The morning digest, and "what do I owe?": the same list, for one person, over every matter. */
import { callsFor } from '../chasing/ladder.ts'
import type { Owed } from '../chasing/owed.ts'
import { standingOf } from '../chasing/standing.ts'
import { actions, type Block, type Button, facts, heading, type Message, quiet, text } from '../chat/words.ts'
import { isRefusal } from '../kernel/result.ts'
import { dateOf, type Instant, sayDate } from '../kernel/time.ts'
import type { Matter } from '../matter.ts'
import { calledBy } from './recipients.ts'
import { loadMatter, type Work } from './work.ts'

type Reading = Pick<Work, 'house' | 'tx' | 'at'>

interface Owing {
  readonly matter: Matter
  readonly owed: Owed
}

/** Every open matter, with what is owed in it. Read once and handed on: a digest for everybody must not fold each matter once per person. */
export function openMatters(work: Reading): readonly Matter[] {
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
function watchedBy(work: Reading, matters: readonly Matter[], person: string): readonly Owing[] {
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

/** Names the digest of a person and the day it is read on: all of a day is one. */
export function digestOf(person: string, at: Instant): string {
  return `digest/${person}/${dateOf(at)}`
}

/** Whether a digest would have nothing to say: then it is not sent. */
export function isNothingOwed(work: Reading, person: string): boolean {
  const matters = openMatters(work)
  return owedBy(matters, person, work.at).length === 0 && watchedBy(work, matters, person).length === 0
}

/** The list, as a card. */
export function digestFace(work: Reading, person: string): Message {
  const matters = openMatters(work)
  const mine = owedBy(matters, person, work.at)
  const others = watchedBy(work, matters, person)
  return {
    summary: `Muster: ${inShort(mine.length, others.length)}`,
    sensitivity: 'person',
    blocks: [
      heading('What you owe'),
      ...(mine.length === 0 ? [text('Nothing is waiting for you.')] : listed(work, mine)),
      ...(others.length === 0 ? [] : [heading('Late or due elsewhere'), ...listed(work, others)]),
      quiet(`As of ${sayDate(dateOf(work.at))}. Whatever is done today disappears from here.`),
    ],
  }
}

function inShort(mine: number, others: number): string {
  if (mine > 0) return `${mine === 1 ? 'one thing' : `${mine} things`} for you`
  return others > 0 ? 'nothing for you, something late or due elsewhere' : 'nothing is waiting for you'
}

function listed(work: Reading, owing: readonly Owing[]): Block[] {
  const rows = owing.map(({ matter, owed }) => {
    const standing = owed.limit && standingOf(owed.limit, work.at)
    return {
      label: `${matter.subject.title}: ${owed.what}`,
      value: owed.limit ? `${sayDate(owed.limit.limit)} (${standing?.word})` : 'No date is set',
      note: owed.obligor.label,
      ...(standing === undefined ? {} : { tone: standing.tone }),
    }
  })
  const seen = new Map(owing.map(({ matter }) => [matter.subject.id, matter.subject.title]))
  const buttons: Button[] = [...seen].map(([subject, title]) => ({
    label: `Open ${title}`,
    verb: 'matter.see',
    subject,
  }))
  return [facts(rows), actions(buttons)]
}
