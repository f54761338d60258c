/**
 * Where one course of a procedure stands, and the questions one may ask of it. It is folded from its facts (fold.ts) and never stored: the same facts,
 * profile, calendar and moment always give the same course.
 *
 * @example
 *   const course = courseOf(rapidReview, subject, facts, { partnership, calendar, at })
 *   course.stage.id                                  // 'GATHERING'
 *   course.owed.filter((one) => one.status === 'open')   // who owes what, until when, and why
 */
import type { Limit, Owed } from '../../chasing/owed.ts'
import type { Answers } from '../../forms/form.ts'
import type { Instant } from '../../kernel/time.ts'
import type { Setting } from '../../matter.ts'
import type { Subject } from '../../ports.ts'
import type { ActionSet, Closed, CourseFact, Extended, FormSubmitted } from './facts.ts'
import { stepOf } from './keys.ts'
import { limitOf } from './limits.ts'
import type { Procedure, Stage } from './procedure.ts'

export interface Course extends Setting {
  readonly subject: Subject
  readonly procedure: Procedure
  readonly ref: string
  readonly entrance: string
  /** Ids and choices it began with: area, kind. */
  readonly about: Readonly<Record<string, string>>
  readonly openedAt: Instant
  readonly openedBy: string
  readonly facts: readonly CourseFact[]
  /** When each thing that rules count from happened, as now known. */
  readonly events: Readonly<Record<string, Instant>>
  /** Moments that were corrected afterwards; what was believed before is kept beside what is known now (10.2.7). */
  readonly corrected: readonly Corrected[]
  /** Every version of every form submitted, oldest first. */
  readonly submitted: readonly (FormSubmitted & Signed)[]
  readonly marks: Readonly<Record<string, string>>
  readonly extended: readonly (Extended & Signed)[]
  /** What was put into the tracker because of it, oldest first. */
  readonly actions: readonly (ActionSet & Signed)[]
  /** What stands closed, by its key. */
  readonly closings: ReadonlyMap<string, Closing>
  /** Every closing there ever was, oldest first, with the limit it was measured by. */
  readonly past: readonly Closing[]
  /** Everything owed so far: open, done and gone on without. */
  readonly owed: readonly Owed[]
  readonly stage: Stage
}

interface Signed {
  readonly at: Instant
  readonly by: string
}

export interface Closing extends Closed, Signed {
  readonly as?: string
  /** As it was when it was closed: events that come later measure later rounds. */
  readonly limit?: Limit
}

export interface Corrected extends Signed {
  readonly event: string
  readonly was: Instant
  readonly now: Instant
  readonly reason: string
}

/** The latest submitted version of a form, for whom it was owed; undefined when there is none. */
export function latest(course: Course, form: string, owed?: string): Course['submitted'][number] | undefined {
  return course.submitted.findLast((one) => one.form === form && (owed === undefined || one.owed === owed))
}

/** The counting answers of a form: those of its latest version, or none. */
export function answersOf(course: Course, form: string, owed?: string): Answers {
  return latest(course, form, owed)?.answers ?? {}
}

/** What is owed under a key in its current round. */
export function owedUnder(course: Pick<Course, 'owed'>, key: string): Owed | undefined {
  return course.owed.find((one) => one.key === key)
}

/** Everything owed in a step that has been reached, over all who owe it. */
export function inStep(course: Pick<Course, 'owed'>, step: string): readonly Owed[] {
  return course.owed.filter((one) => one.step === step && !one.ahead)
}

/** Whether a step has been reached and nobody in it holds anything up any more. */
export function settled(course: Pick<Course, 'owed'>, step: string): boolean {
  const owed = inStep(course, step)
  return owed.length > 0 && owed.every((one) => one.status !== 'open')
}

/** Whether somebody owes, or has done, this step. */
export function reached(course: Pick<Course, 'owed'>, step: string): boolean {
  return inStep(course, step).length > 0
}

/** The outcome under a key, or of the step that one person owes; undefined while it is open. */
export function outcomeUnder(course: Pick<Course, 'closings'>, key: string): string | undefined {
  return course.closings.get(key)?.outcome
}

/** Every outcome that stands in a step, over all who owe it. */
export function outcomesIn(course: Pick<Course, 'closings'>, step: string): readonly string[] {
  return [...course.closings].filter(([key]) => stepOf(key) === step).map(([, { outcome }]) => outcome)
}

/** The agreed limit of a step, whether or not it is open yet; undefined while what it counts from has not happened, or where it does not apply. */
export function limitFor(course: Course, step: string, owed = step): Limit | undefined {
  return course.procedure.steps[step]?.when?.(course) === false ? undefined : limitOf(course, step, owed)
}

/**
 * Whether something was done late. What is done again because a point was raised or a text corrected kept its limit when it was first done: the limit
 * asks for it to be done, not for it never to be done again. What sent it back did not do it.
 */
export function isLate(
  course: Pick<Course, 'past' | 'procedure'>,
  closing: Pick<Closing, 'owed' | 'at' | 'when' | 'limit'>,
): boolean {
  const { limit, owed } = closing
  if (limit === undefined) return false
  const first = course.past.find(
    (one) =>
      one.owed === owed &&
      one.limit?.limit === limit.limit &&
      course.procedure.steps[stepOf(owed)]?.back?.[one.outcome] === undefined,
  )
  return [first, closing].every((one) => one === undefined || (one.when ?? one.at) > limit.limitAt)
}
