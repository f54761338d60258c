/** The clocks of a case as rows: what runs now, what comes, and what was done last, each date with its sum. */
import type { Limit, Owed } from '../../chasing/owed.ts'
import { standingOf, sumOf } from '../../chasing/standing.ts'
import type { FactRow } from '../../chat/words.ts'
import { sayDate } from '../../kernel/time.ts'
import { type Course, isLate, limitFor } from '../engine/course.ts'
import { capital, doneByAll, doneWords, whoAndWhen } from './outcome.ts'

/** How many done things a card still shows; the rest is on the timeline. */
const DONE_SHOWN = 3

export interface Clocks {
  readonly now: readonly FactRow[]
  readonly coming: readonly FactRow[]
  readonly done: readonly FactRow[]
}

/** All of them; or, for whoever sees only what is theirs, those, and nothing of what comes. */
export function clocksOf(course: Course, theirs?: (owed: Owed) => boolean): Clocks {
  const byStep = Map.groupBy(theirs === undefined ? course.owed : course.owed.filter(theirs), (one) => one.step)
  const now: FactRow[] = []
  const coming: FactRow[] = []
  for (const [name, step] of Object.entries(course.procedure.steps)) {
    const owed = byStep.get(name) ?? []
    const open = owed.filter((one) => one.status === 'open')
    if (open.length > 0) now.push(running(course, open))
    else if (theirs === undefined && owed.length === 0 && !course.stage.ends && step.when?.(course) !== false) {
      const limit = limitFor(course, name)
      if (limit !== undefined) coming.push(row(course, step.says, limit))
    }
  }
  const closed = [...byStep.values()].filter((owed) => owed.every((one) => one.status === 'done'))
  const when = (owed: readonly Owed[]) => lastOf(owed).closed?.at ?? ''
  closed.sort((a, b) => when(b).localeCompare(when(a)))
  return { now, coming, done: closed.slice(0, DONE_SHOWN).map((owed) => doneRow(course, owed)) }
}

/** The most pressing of those who still owe it. */
function running(course: Course, open: readonly Owed[]): FactRow {
  const [first] = [...open].sort((a, b) => (a.limit?.limitAt ?? '9').localeCompare(b.limit?.limitAt ?? '9'))
  const { what, limit, obligor } = first as Owed
  const whose = open.length === 1 ? capital(obligor.label) : `${open.length} still to answer`
  if (limit === undefined) return { label: what, value: 'Open; no date is set', note: `${whose}.` }
  const dated = row(course, what, limit)
  return { ...dated, note: `${whose}: ${dated.note}` }
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
