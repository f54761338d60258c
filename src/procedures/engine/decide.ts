/** What a person may do to a course, as pure decisions: the course and the wish go in, facts or a refusal come out. */
import type { Owed } from '../../chasing/owed.ts'
import type { Answers } from '../../forms/form.ts'
import { isRefusal, type Refusal, type Result, refuse } from '../../kernel/result.ts'
import { type Instant, londonInstant, sayMoment } from '../../kernel/time.ts'
import type { Wish } from '../../matter.ts'
import { personById, successorOf } from '../../partnership/partnership.ts'
import { type Course, latest, owedUnder } from './course.ts'
import type { FormSubmitted, Unsigned } from './facts.ts'
import { courseOf } from './fold.ts'
import { obligorOf, stepOf } from './keys.ts'
import type { Move, Step } from './procedure.ts'

export type { Unsigned } from './facts.ts'

/**
 * Closes what is owed with one of its outcomes. Refuses, kindly and truly, what is not owed, already done, meant for another round, or not one of
 * its outcomes; a second press is answered with who did it and when (10.2.18).
 */
export function close(course: Course, wish: Wish): Result<readonly Unsigned[]> {
  const found = standing(course, wish)
  if (isRefusal(found)) return found
  const { owed, step } = found
  // What a form asks for is closed by submitting the form, whatever a press says.
  const choices = step.closes.by === 'button' ? step.closes.choices : []
  if (!choices.some((one) => one.outcome === wish.outcome && one.form === undefined)) {
    return refuse(
      'no-such-outcome',
      `"${wish.outcome}" is not something that can be chosen here.`,
      'Open the card again and choose from its buttons.',
    )
  }
  return closing(course, owed, step, wish)
}

export interface Submission {
  readonly form: string
  readonly owed: string
  readonly answers: Answers
  readonly slots: readonly string[]
  readonly hash: string
  readonly by: string
  /** The hash of the text the person had before them. */
  readonly read?: string
  /** The button's outcome, where a button asked for the form. */
  readonly outcome?: string
}

/** Why a form begun for a key can be submitted no more, whatever is answered in it: done another way meanwhile, or not asked for where the course stands. */
export function overtaken(course: Course, { form, owed }: Pick<Submission, 'form' | 'owed'>): Refusal | undefined {
  const made = moveOf(owed)
  if (made !== undefined) return movesIn(course).some(([id]) => id === made) ? undefined : notHere(course)
  const found = amending(course, { form, owed }) ?? standing(course, { owed, outcome: 'form', by: '' })
  return isRefusal(found) ? found : undefined
}

/** Submits a form for what is owed: a version of the form, and the closing that follows from its answers. */
export function submit(course: Course, given: Submission): Result<readonly Unsigned[]> {
  const found = amending(course, given) ?? standing(course, { owed: given.owed, outcome: 'form', by: given.by })
  if (isRefusal(found)) return found
  const { owed, step } = found
  const version = (latest(course, given.form, given.owed)?.version ?? 0) + 1
  const { form, answers, slots, hash } = given
  const submitted: FormSubmitted = { form, owed: given.owed, version, answers, slots, hash }
  const facts: Unsigned[] = [{ kind: 'form', data: submitted }]
  const alerted = step.alerts?.(withFacts(course, given.by, facts), owed.key) ?? []
  facts.push(...alerted)
  const outcome = outcomeOf(step, given)
  if (owed.closed || outcome === undefined) return facts

  const when = step.closes.by === 'form' ? momentIn(answers, step.closes.moment) : undefined
  // What must be true for the closing may depend on what has just been written down.
  const after = withFacts(course, given.by, facts)
  const closed = closing(after, owed, step, { ...given, outcome, ...(when === undefined ? {} : { when }) })
  return isRefusal(closed) ? closed : [...facts, ...closed]
}

function closing(course: Course, owed: Owed, step: Step, wish: Wish): Result<readonly Unsigned[]> {
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
  const data = {
    owed: owed.key,
    round: owed.round,
    outcome: wish.outcome,
    ...(wish.when === undefined ? {} : { when: wish.when }),
    ...(read === undefined ? {} : { hash: read }),
  }
  const closed: readonly Unsigned[] = [{ kind: 'closed', data }]
  const besides = step.leaves?.(withFacts(course, wish.by, closed), { owed: owed.key, outcome: wish.outcome }) ?? []
  return [...closed, ...besides]
}

/** The course as it would be once these facts were written. */
function withFacts(course: Course, by: string, facts: readonly Unsigned[]): Course {
  const signed = facts.map((fact) => ({ ...fact, at: course.at, by }))
  return courseOf(course.procedure, course.subject, [...course.facts, ...signed], course)
}

/** The key under which the form of a move is kept: no step has such a name. */
export const moveKey = (id: string) => `move/${id}`

/** The move whose form is kept under a key; undefined for what is owed in a step. */
export const moveOf = (key: string) => (stepOf(key) === 'move' ? obligorOf(key) : undefined)

/** The moves that may be made where the course stands now, whoever may make them. */
export function movesIn(course: Course): readonly (readonly [id: string, move: Move])[] {
  return Object.entries(course.procedure.moves).filter(([, move]) => fits(course, move))
}

/** Makes a move: the form it asked for, and what follows. Refuses one that has no place where the course stands. */
export function move(
  course: Course,
  id: string,
  given: Omit<Submission, 'owed' | 'form'>,
): Result<readonly Unsigned[]> {
  const found = course.procedure.moves[id]
  if (found === undefined || !fits(course, found)) return notHere(course)
  const { answers, slots, hash, by } = given
  const version = (latest(course, found.form ?? '', moveKey(id))?.version ?? 0) + 1
  const asked: readonly Unsigned[] =
    found.form === undefined
      ? []
      : [{ kind: 'form', data: { form: found.form, owed: moveKey(id), version, answers, slots, hash } }]
  const left = found.does(withFacts(course, by, asked), { answers, by })
  return isRefusal(left) ? left : [...asked, ...left]
}

function notHere({ stage, subject }: Course): Refusal {
  return refuse(
    'not-here',
    `That cannot be done where ${subject.title} stands now: "${stage.says}".`,
    'Open the case to see what can be.',
  )
}

function fits(course: Course, { at, when }: Move): boolean {
  return (at === undefined || at.includes(course.stage.id)) && when?.(course) !== false
}

/** The verb in the authority table that doing what a key names needs, and the agency it is done for. */
export function authorityFor(
  { partnership, procedure, at }: Course,
  key: string,
): { readonly verb: string; readonly agency?: string } {
  const made = moveOf(key)
  if (made !== undefined) return { verb: procedure.moves[made]?.may ?? 'nothing' }
  const agency = obligorOf(key)
  return {
    verb: procedure.steps[stepOf(key)]?.may ?? 'nothing',
    ...(agency === undefined ? {} : { agency: successorOf(partnership, agency, at) }),
  }
}

/** What a form's answers amount to; undefined when it was saved and closes nothing yet. */
function outcomeOf(step: Step, { answers, form, outcome }: Submission): string | undefined {
  if (step.closes.by === 'form') return step.closes.outcome === undefined ? 'done' : step.closes.outcome(answers)
  const choice = step.closes.choices.find(
    (one) => one.form === form && (outcome === undefined || one.outcome === outcome),
  )
  return choice?.outcomeOf?.(answers) ?? choice?.outcome
}

/** What is done may be amended where its step allows: a new version, and whoever decided on the old one is asked again. */
function amending(
  course: Course,
  { form, owed: key }: Pick<Submission, 'form' | 'owed'>,
): { owed: Owed; step: Step } | undefined {
  const owed = owedUnder(course, key)
  const step = owed && course.procedure.steps[owed.step]
  return owed?.closed && step?.closes.by === 'form' && step.closes.form === form && step.closes.amendable?.(course)
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
    const who = personById(course.partnership, owed.closed.by)?.name ?? 'Muster'
    return refuse(
      'already-done',
      `This was already done by ${who} on ${sayMoment(owed.closed.at)}: ${labelOf(step, owed.closed.outcome)}.`,
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
  const pressed = step.closes.by === 'button' ? step.closes.choices.find((one) => one.outcome === outcome) : undefined
  return pressed?.label ?? outcome.replaceAll('-', ' ')
}

function momentIn(answers: Answers, question: string | undefined): Instant | undefined {
  const answer = question === undefined ? undefined : answers[question]
  return typeof answer === 'string' && answer !== ''
    ? londonInstant(answer.includes('T') ? answer : `${answer}T12:00`)
    : undefined
}
