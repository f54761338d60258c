/** The clocks of a case as rows: what presses, what comes later, and what was done last, each date with its sum. */
import { plusDays } from '../../calendar/days.ts'
import type { Limit, Owed } from '../../chasing/owed.ts'
import { standingOf, sumOf } from '../../chasing/standing.ts'
import type { FactRow } from '../../chat/words.ts'
import { dateOf, sayDate } from '../../kernel/time.ts'
import { type Course, isLate, limitFor } from '../engine/course.ts'
import { capital, doneByAll, doneWords, whoAndWhen } from './outcome.ts'

/** How many done things a card still shows; the rest is on the timeline. */
const DONE_SHOWN = 3

/** What is due within so many days stands first on a card. */
const NEAR_DAYS = 7

export interface Clocks {
  /** Overdue, or due within days, the most pressing first; the next of all where nothing is. What is open without a date stands with them. */
  readonly near: readonly FactRow[]
  readonly later: readonly FactRow[]
  readonly done: readonly FactRow[]
}

interface Clock {
  readonly row: FactRow
  readonly limit?: Limit | undefined
}

/**
 * All of them: every clock runs from the notification, so each says its sum, also where its step comes later. For whoever sees only what is theirs,
 * those, and nothing of what comes.
 */
export function clocksOf(course: Course, theirs?: (owed: Owed) => boolean): Clocks {
  const byStep = Map.groupBy(theirs === undefined ? course.owed : course.owed.filter(theirs), (one) => one.step)
  const clocks: Clock[] = []
  for (const [name, step] of Object.entries(course.procedure.steps)) {
    const owed = byStep.get(name) ?? []
    const open = owed.filter((one) => one.status === 'open')
    if (open.length > 0) clocks.push(running(course, open))
    else if (theirs === undefined && owed.length === 0 && !course.stage.ends && step.when?.(course) !== false) {
      const limit = limitFor(course, name)
      if (limit !== undefined) clocks.push({ row: row(course, step.says, limit), limit })
    }
  }
  const closed = [...byStep.values()].filter((owed) => owed.every((one) => one.status === 'done'))
  const when = (owed: readonly Owed[]) => lastOf(owed).closed?.at ?? ''
  closed.sort((a, b) => when(b).localeCompare(when(a)))
  return { ...byNearness(course, clocks), done: closed.slice(0, DONE_SHOWN).map((owed) => doneRow(course, owed)) }
}

function byNearness({ at }: Course, clocks: readonly Clock[]): Pick<Clocks, 'near' | 'later'> {
  const sorted = clocks.toSorted((a, b) => (a.limit?.limitAt ?? '9').localeCompare(b.limit?.limitAt ?? '9'))
  const until = plusDays(dateOf(at), NEAR_DAYS)
  const isNear = ({ limit }: Clock) => limit === undefined || limit.limit <= until || limit === sorted[0]?.limit
  const rows = (some: readonly Clock[]) => some.map(({ row }) => row)
  return { near: rows(sorted.filter(isNear)), later: rows(sorted.filter((clock) => !isNear(clock))) }
}

/** The most pressing of those who still owe it. */
function running(course: Course, open: readonly Owed[]): Clock {
  const [first] = [...open].sort((a, b) => (a.limit?.limitAt ?? '9').localeCompare(b.limit?.limitAt ?? '9'))
  const { what, limit, obligor } = first as Owed
  const whose = open.length === 1 ? capital(obligor.label) : `${open.length} still to answer`
  if (limit === undefined) return { row: { label: what, value: 'Open; no date is set', note: `${whose}.` } }
  const dated = row(course, what, limit)
  return { row: { ...dated, note: `${whose}: ${dated.note}` }, limit }
}

function row(course: Course, label: string, limit: Limit): FactRow & { readonly note: string } {
  const { word, tone } = standingOf(limit, course.at, course.calendar)
  return { label, value: `${sayDate(limit.limit)} (${word})`, note: sumOf(limit), tone }
}

/** By whom it was done last; where several did, what all of them said. */
function doneRow(course: Course, all: readonly Owed[]): FactRow {
  const owed = lastOf(all)
  const { limit, closed } = owed
  const late = closed !== undefined && isLate(course, { owed: owed.key, limit, ...closed })
  const again = limit !== undefined && !late && (closed?.when ?? closed?.at ?? '') > limit.limitAt
  const kept = late ? 'Late' : again ? 'First done in time' : 'In time'
  const measured = limit === undefined ? '' : ` ${kept}: the limit was ${sayDate(limit.limit)}.`
  return {
    label: owed.what,
    value: `${all.length === 1 ? doneWords(course, owed) : doneByAll(course, all)}${measured}`,
    note: `${all.length === 1 ? '' : 'Last: '}${whoAndWhen(course, closed)}`,
    tone: late ? 'warn' : 'neutral',
  }
}

function lastOf(owed: readonly Owed[]): Owed {
  return owed.reduce((last, one) => ((one.closed?.at ?? '') > (last.closed?.at ?? '') ? one : last))
}
