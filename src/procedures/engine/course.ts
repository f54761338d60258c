/**
 * Where one course of a procedure stands: folded from its facts, never stored. The same facts, profile and moment always give the same course.
 *
 * @example
 *   const course = courseOf(rapidReview, subject, facts, { partnership, calendar, at })
 *   course.stage.id                         // 'GATHERING'
 *   course.owed.filter(isOpen)              // who owes what, until when, and why
 */
import type { Limit, Owed } from '../../chasing/owed.ts'
import type { Answers } from '../../forms/form.ts'
import type { Instant } from '../../kernel/time.ts'
import type { Setting } from '../../matter.ts'
import type { Fact, Subject } from '../../ports.ts'
import type { Closed, CourseFact, Extended, FormSubmitted, Opened } from './facts.ts'
import { limitOf } from './limits.ts'
import type { Procedure, Stage, Step } from './procedure.ts'

export interface Course extends Setting {
  readonly subject: Subject
  readonly procedure: Procedure
  readonly ref: string
  readonly entrance: string
  /** Ids and choices it began with: area, kind. */
  readonly about: Readonly<Record<string, string>>
  readonly openedAt: Instant
  /** When each thing that rules count from happened, as now known. */
  readonly events: Readonly<Record<string, Instant>>
  /** Every version of every form submitted, oldest first. */
  readonly submitted: readonly (FormSubmitted & { readonly at: Instant; readonly by: string })[]
  readonly marks: Readonly<Record<string, string>>
  readonly extended: readonly (Extended & { readonly by: string })[]
  /** Everything owed so far: open, done and gone on without. */
  readonly owed: readonly Owed[]
  readonly stage: Stage
}

/** Folds a course from its facts. Throws when the first fact is not its opening: that is a broken record, not a person's mistake. */
export function courseOf(procedure: Procedure, subject: Subject, facts: readonly Fact[], setting: Setting): Course {
  // The store keeps facts of any kind; those of a course were all written by this engine.
  const [first, ...rest] = facts as unknown as readonly CourseFact[]
  if (first?.kind !== 'opened') throw new Error(`${subject.id} does not begin with its opening`)
  const course = begin(procedure, subject, first.data, first.at, setting)
  for (const fact of rest) tell(course, fact)
  settle(course)
  return course
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
export function owedUnder(course: Course, key: string): Owed | undefined {
  return course.owed.find((one) => one.key === key)
}

/** Everything owed in a step, over all who owe it. */
export function inStep(course: Course, step: string): readonly Owed[] {
  return course.owed.filter((one) => one.step === step)
}

/** Whether a step has been reached and nobody in it holds anything up any more. */
export function settled(course: Course, step: string): boolean {
  const owed = inStep(course, step)
  return owed.length > 0 && owed.every((one) => one.status !== 'open')
}

/** The agreed limit of a step, whether or not it is open yet; undefined while what it counts from has not happened. */
export function limitFor(course: Course, step: string, owed = step): Limit | undefined {
  const rule = course.procedure.steps[step]?.due
  return rule === undefined ? undefined : limitOf(course, rule, owed)
}

// A course under construction. Only this file writes to it.
interface Making extends Course {
  events: Record<string, Instant>
  submitted: (FormSubmitted & { at: Instant; by: string })[]
  marks: Record<string, string>
  extended: (Extended & { by: string })[]
  owed: Owed[]
  stage: Stage
  closings: Map<string, Closed & { at: Instant; by: string; as?: string }>
  rounds: Map<string, number>
}

function begin(procedure: Procedure, subject: Subject, opened: Opened, at: Instant, setting: Setting): Making {
  return {
    ...setting,
    subject,
    procedure,
    ref: opened.ref,
    entrance: opened.entrance,
    about: opened.about,
    openedAt: at,
    events: { opened: at, ...opened.events },
    submitted: [],
    marks: {},
    extended: [],
    owed: [],
    stage: procedure.stages.at(-1) as Stage,
    closings: new Map(),
    rounds: new Map(),
  }
}

function tell(course: Making, fact: CourseFact): void {
  switch (fact.kind) {
    case 'opened':
      throw new Error(`${course.subject.id} was opened twice`)
    case 'form':
      course.submitted.push({ ...fact.data, at: fact.at, by: fact.by })
      if (course.closings.has(fact.data.owed)) readAgain(course, fact.data.form)
      return
    case 'extended':
      course.extended.push({ ...fact.data, by: fact.by })
      return
    case 'event':
      course.events[fact.data.event] = fact.data.at
      return
    case 'marked':
      course.marks[fact.data.mark] = fact.data.value
      return
    case 'closed':
      close(course, fact)
      return
    default:
      // A later edition of Muster may write facts this one does not know; a course is not lost for that.
      fact satisfies never
  }
}

function close(course: Making, fact: CourseFact & { kind: 'closed' }): void {
  const { owed, outcome, when } = fact.data
  const name = stepOf(owed)
  const step = course.procedure.steps[name]
  if (step === undefined) return
  const mark = step.marks?.[outcome]
  if (mark !== undefined) course.marks[mark[0]] = mark[1]
  const again = step.back?.[outcome]
  if (again !== undefined) {
    for (const undone of [again, ...followers(course.procedure, again)]) reopen(course, undone)
    return
  }
  course.closings.set(owed, {
    ...fact.data,
    at: fact.at,
    by: fact.by,
    ...(fact.as === undefined ? {} : { as: fact.as }),
  })
  course.events[step.gives ?? name] = when ?? fact.at
}

/** A text amended after it was decided on must be decided on again: what was agreed is what was read. */
function readAgain(course: Making, form: string): void {
  for (const [name, step] of Object.entries(course.procedure.steps)) {
    if (step.reads === form && [...course.closings.keys()].some((key) => stepOf(key) === name)) {
      for (const undone of [name, ...followers(course.procedure, name)]) reopen(course, undone)
      return
    }
  }
}

function reopen(course: Making, step: string): void {
  for (const key of [...course.closings.keys()]) if (stepOf(key) === step) course.closings.delete(key)
  course.rounds.set(step, (course.rounds.get(step) ?? 1) + 1)
}

/** Steps open one after another, so what is owed is worked out in the order the procedure is written. */
function settle(course: Making): void {
  for (const [name, step] of Object.entries(course.procedure.steps)) {
    if (isOpen(course, step)) course.owed.push(...owedIn(course, name, step))
  }
  course.stage = course.procedure.stages.find((stage) => stage.holds(course)) ?? course.stage
  if (course.stage.ends) course.owed = course.owed.filter((one) => one.status !== 'open')
}

function isOpen(course: Making, step: Step): boolean {
  return (step.after ?? []).every((before) => settled(course, before)) && (step.when?.(course) ?? true)
}

function owedIn(course: Making, name: string, step: Step): Owed[] {
  const { chase } = course.partnership.profile
  return step.owes(course).map((obligor) => {
    const key = obligor.id === undefined ? name : `${name}/${obligor.id}`
    const closing = course.closings.get(key)
    const limit = step.due === undefined ? undefined : limitOf(course, step.due, key)
    return {
      subject: course.subject.id,
      key,
      round: course.rounds.get(name) ?? 1,
      step: name,
      what: step.says,
      obligor,
      status: closing ? 'done' : goneWithout(course, step, limit) ? 'gap' : 'open',
      openedAt: openedAt(course, step),
      ...(limit === undefined ? {} : { limit }),
      statutory: chase.statutory.rules.includes(step.due ?? ''),
      urgent: chase.throughQuietHours.includes(step.due ?? ''),
      ...(step.gap !== undefined && 'at' in step.gap ? { lapses: true } : {}),
      does: doings(step),
      ...(closing === undefined ? {} : { closed: closing }),
    }
  })
}

function goneWithout(course: Making, step: Step, limit: Limit | undefined): boolean {
  if (step.gap === undefined) return false
  if ('once' in step.gap) return closedOnce(course, step.gap.once)
  return limit !== undefined && course.at > limit.limitAt
}

/** Whether a step further down has been closed already, though the course has not been worked out that far yet. */
function closedOnce(course: Making, step: string): boolean {
  return [...course.closings.keys()].some((key) => stepOf(key) === step)
}

function openedAt(course: Making, step: Step): Instant {
  const moments = (step.after ?? []).flatMap((before) =>
    inStep(course, before).map((one) => one.closed?.at ?? one.limit?.limitAt ?? one.openedAt),
  )
  return [...moments, course.openedAt].sort().at(-1) as Instant
}

function doings(step: Step): Owed['does'] {
  if (step.closes.by === 'button') return step.closes.choices
  return [{ label: step.closes.label ?? step.says, outcome: 'form', form: step.closes.form, style: 'primary' }]
}

/** `returns/housing` is owed in the step `returns`. */
export function stepOf(key: string): string {
  return key.split('/')[0] as string
}

function followers(procedure: Procedure, step: string): readonly string[] {
  const found = new Set<string>()
  const visit = (name: string) => {
    for (const [next, { after }] of Object.entries(procedure.steps)) {
      if (!found.has(next) && after?.includes(name)) {
        found.add(next)
        visit(next)
      }
    }
  }
  visit(step)
  return [...found]
}
