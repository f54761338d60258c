/** The planned dates of a review, and what moving one of them moves besides. What law and guidance fix stays where it is. */

import { earlierOf } from '../../calendar/days.ts'
import type { WorkingCalendar } from '../../calendar/working-calendar.ts'
import { countWorkingDays, workingDaysBetween } from '../../calendar/working-days.ts'
import type { Answers } from '../../forms/form.ts'
import { isRefusal, type Refusal, refuse } from '../../kernel/result.ts'
import { dateOf, type LocalDate, sayDate } from '../../kernel/time.ts'
import { answersOf, type Course, limitFor, outcomeUnder } from '../engine/course.ts'
import type { Unsigned } from '../engine/facts.ts'

/** The planned steps in their order; each of them leaves room for the ones after it. */
const PLANNED: readonly string[] = ['returns', 'meeting', 'draft', 'agree', 'circulate', 'share']
const STATUTORY: readonly string[] = ['submit', 'publish']

/** The dates the scoping form asks for instead of those worked out (form C7). */
const ASKED = { returns: 'C7a', meeting: 'C7b', draft: 'C7c', agree: 'C7d', circulate: 'C7e' } as const

export const isStatutoryDate = (step: string | undefined) => step !== undefined && STATUTORY.includes(step)

/** What the scoping form moved: the working dates, where it does not keep those that were worked out. */
export function plannedDates(course: Course): readonly Unsigned[] {
  const answers = answersOf(course, 'C')
  if (answers.C7 !== 'no') return []
  return Object.entries(ASKED).flatMap(([step, question]) => {
    const to = answers[question]
    return typeof to === 'string' && to !== '' ? [movedTo(step, to, 'set when the review was scoped')] : []
  })
}

/** No working date is planned behind the submission, which the law dates, nor for a day that is over. */
export function plannedInTime(course: Course): Refusal | undefined {
  const answers = answersOf(course, 'C')
  const last = limitFor(course, 'submit')?.limit
  if (answers.C7 !== 'no') return undefined
  for (const question of [...Object.values(ASKED), 'C7f']) {
    const to = answers[question]
    if (typeof to !== 'string' || to === '') continue
    if (isPast(course, to))
      return refuse(
        'past',
        `${sayDate(to)} is over: nothing can be planned for it.`,
        'Choose a day from today on, under “Dates”.',
        question,
      )
    if (last !== undefined && to > last)
      return refuse(
        'past-the-limit',
        `${sayDate(to)} lies behind the submission to the Panel, which is due on ${sayDate(last)}.`,
        'Choose an earlier day under “Dates”.',
        question,
      )
  }
  return undefined
}

/** The working dates as the scoping form asks for them: each question with the date that was worked out. */
export function datesBegin(course: Course): Answers {
  return Object.fromEntries(
    Object.entries(ASKED).flatMap(([step, question]) => {
      const limit = limitFor(course, step)?.limit
      return limit === undefined ? [] : [[question, limit]]
    }),
  )
}

/** "Agency return Thu 31 Dec 2026; …": what is kept by whoever keeps the dates. */
export function workedOut(course: Course): string {
  const said = [...Object.keys(ASKED), 'submit'].flatMap((step) => {
    const limit = limitFor(course, step)?.limit
    return limit === undefined ? [] : [`${DATES[step] ?? step} ${sayDate(limit)}`]
  })
  return `${said.join('; ')}.`
}

/** The steps in few words. */
const DATES: Readonly<Record<string, string>> = {
  returns: 'Returns',
  meeting: 'meeting',
  draft: 'draft',
  agree: 'agreed',
  circulate: 'shared',
  submit: 'submitted by',
}

export interface Proposed {
  readonly step: string
  readonly to: LocalDate
  readonly reason: string
}

/** The move that somebody has proposed last. */
export function proposedMove(course: Course): Proposed | undefined {
  const { CM1, CM2, CM3 } = answersOf(course, 'C-move')
  return typeof CM1 === 'string' ? { step: CM1, to: String(CM2), reason: String(CM3) } : undefined
}

export interface Moved {
  readonly step: string
  readonly was: LocalDate
  readonly now: LocalDate
}

/**
 * Every date that a proposed one moves, itself first. Later planned dates move by as many working days, but never past the submission; an earlier
 * date moves nothing besides.
 */
function effectOf(course: Course, { step, to }: Proposed): readonly Moved[] {
  const was = limitFor(course, step)?.limit
  if (was === undefined) return []
  const shift = daysApart(course.calendar, was, to)
  const place = PLANNED.indexOf(step)
  const later = place === -1 || shift <= 0 ? [] : PLANNED.slice(place + 1)
  const last = limitFor(course, 'submit')?.limit ?? '9999-12-31'
  const followers = later.flatMap((name): Moved[] => {
    const before = limitFor(course, name)?.limit
    const moved = before === undefined ? undefined : countWorkingDays(course.calendar, before, shift)
    if (before === undefined || moved === undefined || isRefusal(moved) || outcomeUnder(course, name) !== undefined)
      return []
    const now = earlierOf(moved.date, last)
    return now === before ? [] : [{ step: name, was: before, now }]
  })
  return [{ step, was, now: to }, ...followers]
}

/** The same in words, for whoever confirms it. */
export function movesBesides(course: Course): readonly string[] {
  const proposed = proposedMove(course)
  if (proposed === undefined) return []
  const moved = effectOf(course, proposed).map(
    ({ step, was, now }) => `${course.procedure.steps[step]?.says}: ${sayDate(was)} becomes ${sayDate(now)}.`,
  )
  const fixed = limitFor(course, 'submit')
  const stays =
    fixed === undefined || isStatutoryDate(proposed.step)
      ? []
      : [`Submission to the Panel stays ${sayDate(fixed.limit)}: ${fixed.rule.source} sets it.`]
  const two = isStatutoryDate(proposed.step) ? ['This date is statutory, so a second person must confirm it.'] : []
  return [...moved, ...stays, ...two]
}

/** The facts of a confirmed move. */
export function movedFacts(course: Course): readonly Unsigned[] {
  const proposed = proposedMove(course)
  if (proposed === undefined) return []
  return effectOf(course, proposed).map(({ step, now }) => movedTo(step, now, proposed.reason))
}

/** Planned dates that would lie behind the submission, brought forward to its day. */
export function within(course: Course): readonly Unsigned[] {
  const last = limitFor(course, 'submit')?.limit
  if (last === undefined) return []
  return PLANNED.flatMap((step) => {
    const limit = limitFor(course, step)?.limit
    const isBehind = limit !== undefined && limit > last && outcomeUnder(course, step) === undefined
    return isBehind ? [movedTo(step, last, 'the submission is due on this day')] : []
  })
}

function movedTo(owed: string, to: LocalDate, reason: string): Unsigned {
  return { kind: 'extended', data: { owed, to, reason } }
}

/** Working days from one date to another; 0 where the calendar does not reach. */
export function daysApart(calendar: WorkingCalendar, from: LocalDate, to: LocalDate): number {
  const days = workingDaysBetween(calendar, from, to)
  return isRefusal(days) ? 0 : days
}

/** Whether a date lies before today: nothing can be due in the past. */
export const isPast = (course: Course, date: LocalDate) => date < dateOf(course.at)
