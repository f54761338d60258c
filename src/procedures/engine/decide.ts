/**
 * What a person may do to a course, as pure decisions: the course and the wish go in, facts or a refusal come out.
 */

import type { Owed } from '../../chasing/owed.ts'
import type { Answers } from '../../forms/form.ts'
import { type Result, refuse } from '../../kernel/result.ts'
import { type Instant, londonInstant, sayMoment } from '../../kernel/time.ts'
import type { Wish } from '../../matter.ts'
import { type Course, latest, owedUnder } from './course.ts'
import type { CourseFact, FormSubmitted } from './facts.ts'
import type { Step } from './procedure.ts'

/** A fact that is still to be signed: who and when are added where effects are put in order. */
export type Unsigned = CourseFact extends infer F ? (F extends CourseFact ? Pick<F, 'kind' | 'data'> : never) : never

/**
 * Closes what is owed with one of its outcomes. Refuses, kindly and truly, what is not owed, already done, done by another round, or not
 * one of its outcomes; a second press is answered with who did it and when (10.2.18).
 */
export function close(course: Course, wish: Wish): Result<readonly Unsigned[]> {
  const found = standing(course, wish)
  if ('refused' in found) return found
  const { owed, step } = found
  if (!outcomesOf(step).includes(wish.outcome) && step.closes.by === 'button') {
    return refuse(
      'no-such-outcome',
      `"${wish.outcome}" is not something that can be chosen here.`,
      'Open the card again and choose from its buttons.',
    )
  }
  const read = step.reads === undefined ? undefined : latest(course, step.reads)?.hash
  if (wish.read !== undefined && wish.read !== read) {
    return refuse(
      'text-changed',
      'The text has changed since you opened it, so it cannot be decided on as it was.',
      'Read the current version, then decide. What you have answered so far is kept.',
    )
  }
  const hindered = step.needs?.(course, { outcome: wish.outcome, owed: owed.key, by: wish.by })
  if (hindered) return hindered
  return [
    {
      kind: 'closed',
      data: {
        owed: owed.key,
        round: owed.round,
        outcome: wish.outcome,
        ...(wish.when === undefined ? {} : { when: wish.when }),
        ...(read === undefined ? {} : { hash: read }),
      },
    },
  ]
}

/** Submits a form for what is owed: a version of the form, and the closing that follows from its answers. */
export function submit(
  course: Course,
  form: {
    form: string
    owed: string
    answers: Answers
    slots: readonly string[]
    hash: string
    by: string
    read?: string
  },
): Result<readonly Unsigned[]> {
  const found = amending(course, form) ?? standing(course, { owed: form.owed, outcome: 'form', by: form.by })
  if ('refused' in found) return found
  const { owed, step } = found
  const version = (latest(course, form.form, form.owed)?.version ?? 0) + 1
  const submitted: FormSubmitted = {
    form: form.form,
    owed: form.owed,
    version,
    answers: form.answers,
    slots: form.slots,
    hash: form.hash,
  }
  const facts: Unsigned[] = [{ kind: 'form', data: submitted }]
  // A form asked for by one of a step's buttons closes it with that button's outcome; an amendment closes nothing.
  if (owed.closed || step.closes.by !== 'form') return facts
  const outcome = step.closes.outcome === undefined ? 'done' : step.closes.outcome(form.answers)
  if (outcome === undefined) return facts
  const when = momentIn(form.answers, step.closes.moment)
  const closing = close(
    { ...course, submitted: [...course.submitted, { ...submitted, at: course.at, by: form.by }] },
    {
      owed: form.owed,
      outcome,
      by: form.by,
      ...(form.read === undefined ? {} : { read: form.read }),
      ...(when === undefined ? {} : { when }),
    },
  )
  return 'refused' in closing ? closing : [...facts, ...closing]
}

/** What is done may be amended where its step allows: a new version, and whoever decided on the old one is asked again. */
function amending(
  course: Course,
  { form, owed: key }: { form: string; owed: string },
): { owed: Owed; step: Step } | undefined {
  const owed = owedUnder(course, key)
  const step = owed && course.procedure.steps[owed.step]
  return owed?.closed && step?.closes.by === 'form' && step.closes.form === form && step.closes.amendable
    ? { owed, step }
    : undefined
}

function standing(course: Course, wish: Wish): Result<{ owed: Owed; step: Step }> {
  const owed = owedUnder(course, wish.owed)
  const step = owed && course.procedure.steps[owed.step]
  if (owed === undefined || step === undefined) {
    return refuse(
      'not-owed',
      `That is not open in ${course.subject.title} now: it stands at "${course.stage.says}".`,
      'Open the case to see what is owed next.',
    )
  }
  if (owed.closed) {
    return refuse(
      'already-done',
      `This was already done by ${nameOf(course, owed.closed.by)} on ${sayMoment(owed.closed.at)}: ${labelOf(step, owed.closed.outcome)}.`,
      'Nothing more is needed from you here.',
    )
  }
  if (wish.round !== undefined && wish.round !== owed.round) {
    return refuse(
      'out-of-date',
      'This card is out of date: what it asked has changed since.',
      'Use the newest card, which has been sent to you.',
    )
  }
  return { owed, step }
}

/** The label a person would know an outcome by. */
export function labelOf(step: Step, outcome: string): string {
  return step.closes.by === 'button'
    ? (step.closes.choices.find((one) => one.outcome === outcome)?.label ?? outcome)
    : outcome
}

function outcomesOf(step: Step): readonly string[] {
  return step.closes.by === 'button' ? step.closes.choices.map((one) => one.outcome) : []
}

function momentIn(answers: Answers, question: string | undefined): Instant | undefined {
  const answer = question === undefined ? undefined : answers[question]
  return typeof answer === 'string' && answer !== ''
    ? londonInstant(answer.includes('T') ? answer : `${answer}T12:00`)
    : undefined
}

function nameOf(course: Course, person: string): string {
  return course.partnership.person(person)?.name ?? 'Muster'
}
