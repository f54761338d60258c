/** What the forms of a Rapid Review may ask about the world: whether a date makes it late, for whom it is recorded, which purposes are in force. */
import { due, parseCount } from '../../calendar/rules.ts'
import type { Answers } from '../../forms/form.ts'
import { isRefusal } from '../../kernel/result.ts'
import { dateOf, londonInstant } from '../../kernel/time.ts'
import type { Setting } from '../../matter.ts'
import { rule } from '../../partnership/partnership.ts'
import { stageFacts } from '../dispute/ladder.ts'
import type { Course } from '../engine/course.ts'
import { runningDispute } from './disputes.ts'
import { dayIn, isAfterLimit } from './publication-days.ts'
import { sensitivitiesOf } from './sensitive-days.ts'

/** The rule whose limit makes a form late, the question that holds the moment, and where the clock began. */
const lateBy = {
  B: { rule: 'D-01', done: 'B5', from: 'B1' },
  H: { rule: 'D-15', done: 'H1', from: undefined },
} as const

export function formFacts(
  form: string,
  answers: Answers,
  setting: Setting,
  { course, roles }: { readonly course: Course | undefined; readonly roles: readonly string[] },
): Readonly<Record<string, string>> {
  return {
    late: isLate(form, answers, setting, course) ? 'yes' : 'no',
    // Only the authority notifies; anybody else records it on its written confirmation, and says whose (DOMAIN 6).
    ...(roles.includes('la-notifier') ? {} : { recordedFor: 'la' }),
    ...(form === 'Y-stage' ? stageFacts(course, runningDispute) : {}),
    ...(course?.marks.decision === undefined ? {} : { decision: course.marks.decision }),
    ...(form === 'L-date' ? daysFacts(answers, course) : {}),
    ...(course !== undefined && course.actions.length > 0 ? { actions: 'some' } : {}),
    purposeE3: setting.partnership.profile.settings.contextPurpose === 'asked' ? 'yes' : 'no',
  }
}

function daysFacts({ LD1 }: Answers, course: Course | undefined): Readonly<Record<string, string>> {
  const day = dayIn(LD1)
  if (course === undefined || day === undefined) return { sensitiveDay: 'no', afterLimit: 'no' }
  return {
    sensitiveDay: sensitivitiesOf(course, day).length > 0 ? 'yes' : 'no',
    afterLimit: isAfterLimit(course, day) ? 'yes' : 'no',
  }
}

function isLate(
  form: string,
  answers: Answers,
  { partnership, calendar }: Setting,
  course: Course | undefined,
): boolean {
  const clock = form === 'B' || form === 'H' ? lateBy[form] : undefined
  if (clock === undefined) return false
  const { count, from: event } = rule(partnership, clock.rule)
  const start = clock.from === undefined ? course?.events[event] : momentIn(answers[clock.from])
  const done = momentIn(answers[clock.done])
  const counted = parseCount(count)
  if (start === undefined || done === undefined || isRefusal(counted)) return false
  const limit = due(calendar, counted, dateOf(start))
  return !isRefusal(limit) && done > limit.limitAt
}

/** The moment an answer names; undefined while it is empty, or typed so that nobody can read it. */
function momentIn(answer: Answers[string] | undefined): string | undefined {
  return typeof answer === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(answer) ? londonInstant(answer) : undefined
}
