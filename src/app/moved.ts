/** Whoever's date has moved is told the old one and the new one, once, whether a person moved it or the calendar did (V18; DOMAIN 1.1). */
import { type Owed, roundKey } from '../chasing/owed.ts'
import { facts, type Message, quiet, say as words } from '../chat/words.ts'
import { type LocalDate, sayDate } from '../kernel/time.ts'
import type { Matter } from '../matter.ts'
import { disturbAt } from './disturb.ts'
import { say, type Work } from './work.ts'

export interface Moved {
  readonly matter: Matter
  readonly owed: Owed
  readonly was: LocalDate
}

/** One message to each, with every date of theirs that moved; none to `by`, who moved them. */
export function tellMoved(work: Work, moved: readonly Moved[], why: string, by?: string): void {
  const people = new Set(moved.flatMap(({ owed }) => owed.obligor.people))
  for (const person of people) {
    if (person === by) continue
    const theirs = moved.filter(({ owed }) => owed.obligor.people.includes(person))
    say(work, {
      key: `moved/${theirs[0]?.matter.subject.id}/${work.at}/${person}`,
      to: { person },
      content: { message: movedMessage(theirs, why) },
      statutory: theirs.some(({ owed }) => owed.statutory),
      notBefore: disturbAt(work.house, false, work.at),
    })
  }
}

/** What was open before and is open still, with another limit: more time was given, a planned date was moved, a clock begins on another day. */
export function movedBetween(before: Matter | undefined, after: Matter): readonly Moved[] {
  const was = new Map(before?.owed.filter(({ status }) => status === 'open').map((one) => [roundKey(one), one.limit]))
  return after.owed.flatMap((owed) => {
    const earlier = was.get(roundKey(owed))?.limit
    const isMoved = owed.status === 'open' && earlier !== undefined && owed.limit && owed.limit.limit !== earlier
    return isMoved ? [{ matter: after, owed, was: earlier }] : []
  })
}

function movedMessage(moved: readonly Moved[], why: string): Message {
  const rows = moved.map(({ matter, owed, was }) => ({
    label: `${matter.subject.title}: ${owed.what}`,
    value: `${sayDate(owed.limit?.limit ?? '')}; before that ${sayDate(was)}`,
    ...(owed.limit === undefined ? {} : { note: owed.limit.because }),
  }))
  return words(
    moved.length === 1 ? 'Muster: a date of yours has moved' : `Muster: ${moved.length} dates of yours have moved`,
    facts(rows),
    quiet(why),
  )
}
