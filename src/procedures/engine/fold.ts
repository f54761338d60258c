/** Folds a course from its facts: first what happened, fact by fact; then what is owed because of it, step by step. */
import type { Limit, Owed } from '../../chasing/owed.ts'
import { type Instant, londonInstant } from '../../kernel/time.ts'
import type { Setting } from '../../matter.ts'
import type { Fact, Subject } from '../../ports.ts'
import { type Closing, type Corrected, type Course, inStep, settled } from './course.ts'
import type { ActionSet, CourseFact, Extended, FormSubmitted, Opened } from './facts.ts'
import { obligorOf, stepOf } from './keys.ts'
import { limitOf } from './limits.ts'
import type { Procedure, Stage, Step } from './procedure.ts'

/** Folds a course from its facts. Throws when the first fact is not its opening: that is a broken record, not a person's mistake. */
export function courseOf(procedure: Procedure, subject: Subject, facts: readonly Fact[], setting: Setting): Course {
  const course: Making = { ...toldBy(procedure, subject, facts, setting), subject, at: setting.at, owed: [] }
  settle(course)
  return course
}

/** What was told by these very facts, in this setting. They never change, so a press need not be told again what the last one was. */
const known = new WeakMap<readonly Fact[], Making>()

function toldBy(procedure: Procedure, subject: Subject, facts: readonly Fact[], setting: Setting): Making {
  const { partnership, calendar } = setting
  const found = known.get(facts)
  const isSame = found?.partnership === partnership && found.calendar === calendar && found.procedure === procedure
  if (isSame && found.facts.length === facts.length) return found
  // The store keeps facts of any kind; those of a course were all written by this engine.
  const [first, ...rest] = facts as unknown as readonly CourseFact[]
  if (first?.kind !== 'opened') throw new Error(`${subject.id} does not begin with its opening`)
  const course: Making = {
    partnership,
    calendar,
    at: first.at,
    subject,
    procedure,
    facts: [first, ...rest],
    ...begun(first.data, first),
    corrected: [],
    submitted: [],
    marks: {},
    extended: [],
    actions: [],
    closings: new Map(),
    past: [],
    owed: [],
    stage: procedure.stages.at(-1) as Stage,
    rounds: new Map(),
    tried: new Map(),
    sentBack: new Map(),
  }
  for (const fact of rest) {
    // Each is judged by its own moment: what it means does not depend on when it is read.
    course.at = fact.at
    tell(course, fact)
  }
  known.set(facts, course)
  return course
}

// A course under construction. Only this file writes to it.
type Writable<T> = { -readonly [K in keyof T]: T[K] }
interface Making extends Writable<Omit<Course, 'events' | 'marks' | 'closings'>> {
  corrected: Corrected[]
  submitted: (FormSubmitted & { at: Instant; by: string })[]
  extended: (Extended & { at: Instant; by: string })[]
  actions: (ActionSet & { at: Instant; by: string })[]
  past: Closing[]
  owed: Owed[]
  events: Record<string, Instant>
  marks: Record<string, string>
  closings: Map<string, Closing>
  /** How often a step, or what one of several owes in it, has had to be done again. */
  readonly rounds: Map<string, number>
  /** By step and key, when it was last closed, whatever became of that. */
  readonly tried: Map<string, Map<string, Instant>>
  /** When a step, or what one of several owes in it, was last to be done again: whoever was called before that is not called for the same day twice. */
  readonly sentBack: Map<string, Instant>
}

function begun({ ref, entrance, about, events }: Opened, { at, by }: { at: Instant; by: string }) {
  return { ref, entrance, about, openedAt: at, openedBy: by, events: { opened: at, ...events } }
}

function tell(course: Making, fact: CourseFact): void {
  const { at, by } = fact
  switch (fact.kind) {
    case 'opened':
      throw new Error(`${course.subject.id} was opened twice`)
    case 'form':
      course.submitted.push({ ...fact.data, at, by })
      if (course.closings.has(fact.data.owed)) amend(course, fact.data)
      return
    case 'extended':
      course.extended.push({ ...fact.data, at, by })
      return
    case 'event':
      correct(course, { ...fact.data, now: fact.data.at, at, by })
      return
    case 'marked':
      course.marks[fact.data.mark] = fact.data.value
      return
    case 'closed':
      close(course, { ...fact.data, at, by, ...(fact.as === undefined ? {} : { as: fact.as }) })
      return
    case 'action':
      course.actions.push({ ...fact.data, at, by })
      return
    case 'reopened':
      for (const step of fact.data.steps) undo(course, step)
      return
    default:
      // A later edition of Muster may write facts this one does not know; a course is not lost for that.
      fact satisfies never
  }
}

function close(course: Making, closed: Closing): void {
  const { owed: key, outcome } = closed
  const name = stepOf(key)
  const step = course.procedure.steps[name]
  if (step === undefined) return
  const limit = limitOf(fixed(course, step, key), name, key)
  const closing = limit === undefined ? closed : { ...closed, limit }
  course.past.push(closing)
  course.tried.set(name, (course.tried.get(name) ?? new Map<string, Instant>()).set(key, closed.at))
  const mark = step.marks?.[outcome]
  if (mark !== undefined) course.marks[mark[0]] = mark[1]
  const when = closed.when ?? closed.at
  const back = step.back?.[outcome]
  if (back !== undefined) {
    for (const event of step.givesOn?.[outcome] ?? []) course.events[event] = when
    undo(course, back)
    return
  }
  for (const event of given(step, name, outcome)) course.events[event] = when
  if (step.repeats?.includes(outcome)) nextRound(course, key)
  else course.closings.set(key, closing)
  for (const again of step.again?.[outcome] ?? []) undo(course, again)
}

const given = (step: Step, name: string, outcome: string) => [
  ...(step.gives ?? [name]),
  ...(step.givesOn?.[outcome] ?? []),
]

/** The events that the form it closes with fixes come first: they may be what its own limit is counted from (10.2.7). */
function fixed(course: Making, { closes }: Step, key: string): Course {
  const answers = course.submitted.findLast((one) => one.owed === key)?.answers
  for (const [event, question] of Object.entries((closes.by === 'form' && closes.fixes) || {})) {
    const answer = answers?.[question]
    if (typeof answer !== 'string' || answer === '') continue
    course.events[event] = londonInstant(answer.includes('T') ? answer : `${answer}T12:00`)
  }
  return course
}

/** A moment that was not what people thought: whatever was counted from it is counted again, even where it is done. */
function correct(course: Making, { event, now, at, by, reason }: Omit<Corrected, 'was'>): void {
  const was = course.events[event]
  course.events[event] = now
  if (was === undefined || was === now) return
  course.corrected.push({ event, was, now, at, by, reason })
  const isWhen = ({ owed, outcome, when }: Closing) => {
    const step = course.procedure.steps[stepOf(owed)]
    return step !== undefined && when === was && given(step, stepOf(owed), outcome).includes(event)
  }
  const truly = (closing: Closing): Closing => (isWhen(closing) ? { ...closing, when: now } : closing)
  course.past = course.past.map(truly)
  for (const [key, closing] of course.closings) {
    const limit = closing.limit?.from.event === event ? limitOf(course, stepOf(key), key) : undefined
    course.closings.set(key, { ...truly(closing), ...(limit !== undefined && { limit }) })
  }
}

function amend(course: Making, { form, owed }: FormSubmitted): void {
  const step = course.procedure.steps[stepOf(owed)]
  if (step !== undefined) fixed(course, step, owed)
  readAgain(course, form)
}

/** A text amended after it was decided on must be decided on again: what was agreed is what was read. */
function readAgain(course: Making, form: string): void {
  const isClosed = (name: string) => [...course.closings.keys()].some((key) => stepOf(key) === name)
  const reader = Object.entries(course.procedure.steps).find(([name, { reads }]) => reads === form && isClosed(name))
  if (reader !== undefined) undo(course, reader[0])
}

/** A step is to be done again, and with it all that followed from it; `returns/homerton` is what one of several owes, and only that. */
function undo(course: Making, step: string): void {
  if (obligorOf(step) !== undefined) {
    course.closings.delete(step)
    nextRound(course, step)
    return
  }
  for (const name of [step, ...followers(course, step)]) {
    for (const key of [...course.closings.keys()]) if (stepOf(key) === name) course.closings.delete(key)
    nextRound(course, name)
  }
}

function nextRound(course: Making, key: string): void {
  course.rounds.set(key, (course.rounds.get(key) ?? 0) + 1)
  course.sentBack.set(key, course.at)
}

/** All that has waited for a step, and for what waited for it. What went on beside it is none of its. */
function followers(course: Making, step: string): ReadonlySet<string> {
  const { steps } = course.procedure
  const found = new Set([step])
  const waited = (before: string) => found.has(before) && steps[before]?.holdsUp?.(course) !== false
  // A step stands below whatever it waits for, so one reading from top to bottom finds them all.
  for (const [name, { after }] of Object.entries(steps)) if (after?.some(waited)) found.add(name)
  found.delete(step)
  return found
}

/** Steps open one after another, so what is owed is worked out in the order the procedure is written. */
function settle(course: Making): void {
  const passed = new Set<string>()
  for (const [name, step] of Object.entries(course.procedure.steps)) {
    const ready =
      step.atOnce?.(course) ||
      (step.after ?? []).every(
        (before) =>
          passed.has(before) || settled(course, before) || (step.stays && lastDone(course, before) !== undefined),
      )
    const ahead = !ready && step.ahead?.(course) === true
    if (!ready && !ahead) continue
    const owed = step.when?.(course) === false ? [] : owedIn(course, name, step)
    if (ready && (owed.length === 0 || step.holdsUp?.(course) === false)) passed.add(name)
    course.owed.push(...(ahead ? owed.map((one) => ({ ...one, ahead, silent: true, does: [] })) : owed))
  }
  course.stage = course.procedure.stages.find((stage) => stage.holds(course)) ?? course.stage
  if (course.stage.ends) course.owed = course.owed.filter((one) => one.status !== 'open')
}

function owedIn(course: Making, name: string, step: Step): Owed[] {
  const { chase } = course.partnership.profile
  return step.owes(course).map((obligor) => {
    const key = obligor.id === undefined ? name : `${name}/${obligor.id}`
    const closing = course.closings.get(key)
    const limit = closing?.limit ?? limitOf(course, name, key)
    return {
      subject: course.subject.id,
      key,
      round: 1 + (course.rounds.get(name) ?? 0) + (key === name ? 0 : (course.rounds.get(key) ?? 0)),
      step: name,
      what: step.says,
      obligor,
      status: closing ? 'done' : goneWithout(course, step, limit) ? 'gap' : 'open',
      openedAt: openedAt(course, name, key, step),
      ...(limit === undefined ? {} : { limit }),
      statutory: chase.statutory.rules.includes(step.due ?? ''),
      urgent: chase.throughQuietHours.includes(step.due ?? ''),
      ...(step.gap !== undefined && 'at' in step.gap ? { lapses: true } : {}),
      ...(step.discreet?.(course) ? { discreet: true } : {}),
      does: doings(step),
      ...(closing === undefined ? {} : { closed: closing }),
    }
  })
}

function goneWithout(course: Making, { gap }: Step, limit: Limit | undefined): boolean {
  if (gap === undefined) return false
  if ('when' in gap) return gap.when(course)
  if ('once' in gap) return [...course.closings.keys()].some((key) => stepOf(key) === gap.once)
  return limit !== undefined && course.at > limit.limitAt
}

const lastDone = ({ past }: Making, step: string) => past.findLast(({ owed }) => stepOf(owed) === step)?.at

/** When the last thing it waited for was out of the way; for what is asked again, when it was last done or sent back. */
function openedAt(course: Making, name: string, key: string, step: Step): Instant {
  const before = (step.after ?? []).flatMap((one) =>
    step.stays
      ? (lastDone(course, one) ?? [])
      : inStep(course, one).map(({ closed, limit, openedAt }) => closed?.at ?? limit?.limitAt ?? openedAt),
  )
  const again = [...(course.tried.get(name) ?? [])].flatMap(([key, at]) => (course.closings.has(key) ? [] : [at]))
  const back = [name, key].flatMap((one) => course.sentBack.get(one) ?? [])
  return [...before, ...again, ...back, course.openedAt].sort().at(-1) as Instant
}

function doings({ closes, says }: Step): Owed['does'] {
  if (closes.by === 'button') return closes.choices
  return [{ label: closes.label ?? says, outcome: 'form', form: closes.form, style: 'primary' }]
}
