/** When a practice review can come out: what the law asks to happen before it, and by when it must be public (19.24, 19.26). */
import { plusDays } from '../../calendar/days.ts'
import { type Refusal, refuse } from '../../kernel/result.ts'
import { dateOf, type LocalDate, londonInstant, sayDate } from '../../kernel/time.ts'
import { answersOf, type Course, limitFor, outcomeUnder } from '../engine/course.ts'
import { isPast } from './dates.ts'

/** The day that is being set; undefined while it is empty, or typed so that nobody can read it. */
export function dayIn(answer: unknown): LocalDate | undefined {
  return typeof answer === 'string' && /^\d{4}-\d\d-\d\d$/.test(answer) ? answer : undefined
}

/** The limit for publishing has no room for that day; a delay that was approved has moved it. */
export function isAfterLimit(course: Course, date: LocalDate): boolean {
  const limit = limitFor(course, 'publish')?.limit
  return limit !== undefined && date > limit
}

/** Nothing comes out on a day that is over, nor before the Panel and the Secretary of State can have had their copies in time. */
export function canBePublished(course: Course): Refusal | undefined {
  const date = dayIn(answersOf(course, 'L-date').LD1)
  if (date === undefined) return undefined
  if (isPast(course, date))
    return refuse('past', `${sayDate(date)} is over.`, 'Choose a day that is still to come.', 'LD1')
  const copies = copiesBy(course, date)
  if (copies === undefined || !isPast(course, copies) || outcomeUnder(course, 'advance') !== undefined) return undefined
  return refuse(
    'too-soon',
    `For ${sayDate(date)} the Panel and the Secretary of State would have needed their copies by ${sayDate(copies)}, and that day is over.`,
    `Choose ${sayDate(earliest(course, date))} or later.`,
    'LD1',
  )
}

const copiesBy = (course: Course, date: LocalDate): LocalDate | undefined =>
  limitFor({ ...course, events: { ...course.events, publication: londonInstant(`${date}T12:00`) } }, 'advance')?.limit

/** The first day from then on for which the copies can still go out today. */
function earliest(course: Course, from: LocalDate): LocalDate {
  const today = dateOf(course.at)
  let date = from
  while ((copiesBy(course, date) ?? today) < today) date = plusDays(date, 1)
  return date
}
