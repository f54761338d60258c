/** Days on which a report should not come out without thought (10.2.39). What a calendar cannot know, such as an anniversary, the form asks. */
import { plusDays, weekdayOf, yearOf } from '../../calendar/days.ts'
import { isWorkingDay, kindOfDay } from '../../calendar/working-calendar.ts'
import type { LocalDate } from '../../kernel/time.ts'
import type { Course } from '../engine/course.ts'

const THURSDAY = 4
const FRIDAY = 5
/** The weeks before a local election in which public bodies keep quiet. */
const ELECTION_WEEKS = 6

/** Why a date is a bad one to publish on, in words; empty when nothing speaks against it. */
export function sensitivitiesOf(
  { calendar, submitted }: Pick<Course, 'calendar' | 'submitted'>,
  date: LocalDate,
): readonly string[] {
  const trial = submitted.findLast(({ form }) => form === 'J-proceedings')?.answers.JP3
  const tomorrow = kindOfDay(calendar, plusDays(date, 1))
  const reasons: readonly (readonly [boolean, string])[] = [
    [!isWorkingDay(calendar, date), 'it is not a working day'],
    [weekdayOf(date) === FRIDAY, 'it is a Friday'],
    [tomorrow === 'bank-holiday', 'it is the eve of a holiday'],
    [isResultsDay(date), 'it is a school results day'],
    [isBeforeElection(date), 'it falls in the weeks before local elections'],
    [trial === date, 'it is the day of the trial'],
  ]
  return reasons.filter(([holds]) => holds).map(([, says]) => says)
}

/** A-level and GCSE results come out on the second and the third Thursday after 8 August. */
function isResultsDay(date: LocalDate): boolean {
  const day = Number(date.slice(8))
  return date.slice(5, 7) === '08' && weekdayOf(date) === THURSDAY && day >= 13 && day <= 26
}

/** Local elections are on the first Thursday in May. */
function isBeforeElection(date: LocalDate): boolean {
  const year = yearOf(date)
  const first = `${year}-05-01`
  const polling = plusDays(first, (THURSDAY - weekdayOf(first) + 7) % 7)
  return date <= polling && date >= plusDays(polling, -7 * ELECTION_WEEKS)
}
