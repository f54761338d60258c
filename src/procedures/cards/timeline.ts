/** A review as a picture: for each step when it was to be done, when it was, and the limit. The same is said in a sentence and in a table. */
import type { Limit, Owed } from '../../chasing/owed.ts'
import type { Figure } from '../../chat/words.ts'
import { dateOf, type Instant, type LocalDate, sayDate } from '../../kernel/time.ts'
import type { Course } from '../engine/course.ts'
import { stepOf } from '../engine/keys.ts'
import { drawTimeline } from './timeline-svg.ts'

export interface TimelineRow {
  readonly says: string
  /** The date people work to: as moved, or the limit itself. */
  readonly planned?: LocalDate
  /** The limit as it was first counted. */
  readonly limit?: LocalDate
  /** The days on which it was done, every round of it. */
  readonly done: readonly LocalDate[]
  readonly standing: 'in time' | 'late' | 'open' | 'overdue' | 'gone on without'
}

/** The timeline of a case as a figure; pure, and without a word of what the case is about. */
export function timelineOf(course: Course): Figure {
  const rows = timelineRows(course)
  const late = rows.filter((row) => row.standing === 'late' || row.standing === 'overdue').length
  const done = rows.filter((row) => row.standing === 'in time' || row.standing === 'late').length
  const sentence = `${course.subject.title}: ${done} of ${rows.length} dated steps done, ${late === 0 ? 'none' : late} of them late or overdue.`
  return {
    kind: 'figure',
    svg: drawTimeline(rows, { from: dateOf(firstOf(course)), today: dateOf(course.at), title: sentence }),
    alt: `Timeline of ${course.subject.title}: when each step was planned, when it was done, and its limit. The table says the same.`,
    sentence,
    table: {
      columns: ['Step', 'Planned', 'Done', 'Limit', 'Standing'],
      rows: rows.map((row) => [
        row.says,
        row.planned ? sayDate(row.planned) : '',
        row.done.map(sayDate).join(', '),
        row.limit ? sayDate(row.limit) : '',
        row.standing,
      ]),
    },
  }
}

/** One row for each step that has, or had, a limit, in the order in which they came due. */
export function timelineRows(course: Course): readonly TimelineRow[] {
  const byStep = Map.groupBy(course.owed, (one) => one.step)
  const past = Map.groupBy(course.past, (one) => stepOf(one.owed))
  return Object.entries(course.procedure.steps)
    .flatMap(([name, step]) => {
      const owed = byStep.get(name) ?? []
      const closings = past.get(name) ?? []
      const limit = lastLimit([...owed.map((one) => one.limit), ...closings.map((one) => one.limit)])
      if (limit === undefined) return []
      const days = closings.map((one) => dateOf(one.when ?? one.at))
      return [
        {
          says: step.says,
          ...datesOf(limit),
          done: [...new Set(days)].sort(),
          standing: standingIn(owed, closings, course.at),
        },
      ]
    })
    .sort((a, b) => a.planned.localeCompare(b.planned))
}

const datesOf = ({ limit, moved }: Limit) => ({ planned: limit, limit: moved?.was ?? limit })

function lastLimit(limits: readonly (Limit | undefined)[]): Limit | undefined {
  return limits
    .filter((one) => one !== undefined)
    .sort((a, b) => a.limit.localeCompare(b.limit))
    .at(-1)
}

function standingIn(owed: readonly Owed[], closings: Course['past'], at: Instant): TimelineRow['standing'] {
  if (owed.some((one) => one.status === 'open')) {
    return owed.some((one) => one.status === 'open' && one.limit !== undefined && at > one.limit.limitAt)
      ? 'overdue'
      : 'open'
  }
  if (owed.some((one) => one.status === 'gap')) return 'gone on without'
  return closings.some((one) => one.limit !== undefined && (one.when ?? one.at) > one.limit.limitAt)
    ? 'late'
    : 'in time'
}

/** What was known may be older than the case: a clock may have begun before it was opened. */
function firstOf(course: Course): Instant {
  return [course.openedAt, ...(course.events.aware === undefined ? [] : [course.events.aware])].sort()[0] as Instant
}
