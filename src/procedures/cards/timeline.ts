/** A review as a picture: for each step when it was to be done, when it was, and the limit. The same is said in a sentence and in a table. */
import type { Limit, Owed } from '../../chasing/owed.ts'
import { workTo } from '../../chasing/standing.ts'
import { PAGE_WIDTH } from '../../chat/figures/svg.ts'
import type { Figure } from '../../chat/words.ts'
import { dateOf, type Instant, type LocalDate, sayDate } from '../../kernel/time.ts'
import { type Course, isLate } from '../engine/course.ts'
import { stepOf } from '../engine/keys.ts'
import { type Drawn, drawTimeline, spanOf } from './timeline-svg.ts'

export interface TimelineRow {
  readonly says: string
  /** The day people work to: as moved, a target of one's own, or the limit itself. */
  readonly planned: LocalDate
  /** The limit as it stands, moved or not. */
  readonly due: LocalDate
  /** The limit as it was first counted. */
  readonly limit: LocalDate
  /** The days on which it was done, every round of it. */
  readonly done: readonly LocalDate[]
  /** Those of them that were after the limit. */
  readonly late: readonly LocalDate[]
  readonly standing: 'in time' | 'late' | 'open' | 'overdue' | 'gone on without'
  /** How many owe it, how many of them have done it, and without how many it went on. */
  readonly of: number
  readonly did: number
  readonly without: number
}

/** How many steps a picture in a chat can show. */
const IN_CHAT = 11
/** How many one picture of a document has at most: a page holds several of them, so none is left half empty before the next. */
const ON_PAPER = 8

/**
 * The timeline of a case as a figure; pure, and without a word of what the case is about. In chat it has what is still to be done and what was done
 * last; on the desk and in a document, where there is room, all of it.
 */
export function timelineOf(course: Course, { whole = false } = {}): Figure {
  const rows = timelineRows(course)
  const shown = whole ? rows : pressing(rows, IN_CHAT)
  const left = rows.length - shown.length
  return figureOf(course, shown, sentenceOf(course, rows), {
    about: aboutOf(course),
    ...(left === 0
      ? { from: dateOf(firstOf(course)) }
      : { foot: `${left} earlier steps are left out here; the desk has all of them.` }),
    ...(whole ? { width: PAGE_WIDTH } : {}),
  })
}

/** The whole of it for a document: a few steps to a picture, all on one scale of time, and none without any step. */
export function timelineOnPaper(course: Course): readonly Figure[] {
  const rows = timelineRows(course)
  const size = Math.ceil(rows.length / Math.ceil(rows.length / ON_PAPER))
  const scale = spanOf(rows, [dateOf(firstOf(course)), dateOf(course.at)])
  return Array.from({ length: Math.ceil(rows.length / ON_PAPER) }, (_, part) => {
    const shown = rows.slice(part * size, (part + 1) * size)
    const first = part * size + 1
    const sentence =
      part === 0 ? sentenceOf(course, rows) : `Steps ${first} to ${first + shown.length - 1} of ${rows.length}.`
    return figureOf(course, shown, sentence, {
      ...(part === 0 ? { about: aboutOf(course) } : {}),
      ...scale,
      width: PAGE_WIDTH,
    })
  })
}

const aboutOf = ({ at, subject }: Course) => `${subject.title} on ${sayDate(dateOf(at))}`

function figureOf(
  course: Course,
  rows: readonly TimelineRow[],
  sentence: string,
  look: Omit<Drawn, 'title' | 'today'>,
): Figure {
  return {
    kind: 'figure',
    svg: drawTimeline(rows, { title: sentence, today: dateOf(course.at), ...look }),
    alt: `Timeline of ${course.subject.title}: when each step was planned, when it was done, and its limit. The table says the same.`,
    sentence,
    table: {
      columns: ['Step', 'Planned', 'Done', 'Limit', 'Standing'],
      rows: rows.map((row) => [
        row.says,
        sayDate(row.planned),
        row.done.map(sayDate).join(', '),
        sayDate(row.limit),
        row.standing,
      ]),
    },
  }
}

/** "JUNIPER: 8 of 13 dated steps are done, all in time. Next: Agency return, by Thu 31 Dec 2026." */
function sentenceOf({ subject }: Course, rows: readonly TimelineRow[]): string {
  const standing = (...wanted: readonly TimelineRow['standing'][]) =>
    rows.filter((row) => wanted.includes(row.standing))
  const [done, late, overdue] = [
    standing('in time', 'late').length,
    standing('late').length,
    standing('overdue').length,
  ]
  const [next] = standing('open')
  return [
    `${subject.title}: ${done} of ${rows.length} dated steps are done${done === 0 ? '' : late === 0 ? ', all in time' : `${late === 1 ? ', one of them late' : `, ${late} of them late`}`}.`,
    ...(overdue === 0 ? [] : [`${overdue === 1 ? 'One is' : `${overdue} are`} overdue.`]),
    ...(next === undefined ? [] : [`Next: ${next.says}, by ${sayDate(next.due)}.`]),
  ].join(' ')
}

/** Whatever is not done yet, and as much of what was done last as there is room for; in their order. */
function pressing(rows: readonly TimelineRow[], most: number): readonly TimelineRow[] {
  const isOpen = ({ standing }: TimelineRow) => standing === 'open' || standing === 'overdue'
  const room = Math.max(3, most - rows.filter(isOpen).length)
  const lately = rows
    .filter((row) => !isOpen(row))
    .toSorted((a, b) => (b.done.at(-1) ?? b.planned).localeCompare(a.done.at(-1) ?? a.planned))
    .slice(0, room)
  return rows.filter((row) => isOpen(row) || lately.includes(row))
}

/** One row for each step that has, or had, a limit, in the order in which they came due. */
function timelineRows(course: Course): readonly TimelineRow[] {
  const byStep = Map.groupBy(course.owed, (one) => one.step)
  const past = Map.groupBy(course.past, (one) => stepOf(one.owed))
  return Object.entries(course.procedure.steps)
    .flatMap(([name, step]) => {
      const owed = byStep.get(name) ?? []
      const closings = past.get(name) ?? []
      const limit = lastLimit([...owed.map((one) => one.limit), ...closings.map((one) => one.limit)])
      if (limit === undefined) return []
      const late = closings.filter((one) => isLate(course, one))
      return [
        {
          says: step.says,
          planned: workTo(limit),
          due: limit.rule.internalTarget ? limit.limit : workTo(limit),
          limit: limit.moved?.was ?? limit.limit,
          done: daysOf(closings),
          late: daysOf(late),
          standing: standingIn(owed, late.length > 0, course.at),
          of: owed.length,
          did: owed.filter(({ status }) => status === 'done').length,
          without: owed.filter(({ status }) => status === 'gap').length,
        },
      ]
    })
    .sort((a, b) => a.planned.localeCompare(b.planned))
}

const daysOf = (closings: Course['past']) => [...new Set(closings.map((one) => dateOf(one.when ?? one.at)))].sort()

function lastLimit(limits: readonly (Limit | undefined)[]): Limit | undefined {
  return limits
    .filter((one) => one !== undefined)
    .sort((a, b) => a.limit.localeCompare(b.limit))
    .at(-1)
}

function standingIn(owed: readonly Owed[], late: boolean, at: Instant): TimelineRow['standing'] {
  if (owed.some((one) => one.status === 'open')) {
    return owed.some((one) => one.status === 'open' && one.limit !== undefined && at > one.limit.limitAt)
      ? 'overdue'
      : 'open'
  }
  if (owed.some((one) => one.status === 'gap')) return 'gone on without'
  return late ? 'late' : 'in time'
}

/** What was known may be older than the case: a clock may have begun before it was opened. */
function firstOf(course: Course): Instant {
  return [course.openedAt, ...(course.events.aware === undefined ? [] : [course.events.aware])].sort()[0] as Instant
}
