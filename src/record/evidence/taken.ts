/** What an evidence pack is made from, and the small words all its sections share. */
import type { Action } from '../../actions/action.ts'
import type { Block } from '../../chat/words.ts'
import { sayAnswer } from '../../forms/answer.ts'
import type { Answer, Answers, Form, FormContext, Question } from '../../forms/form.ts'
import { optionsOf } from '../../forms/options.ts'
import { inTerms } from '../../forms/terms.ts'
import { dateOf, type Instant, sayDate, sayMoment } from '../../kernel/time.ts'
import { agency, optionsFor } from '../../partnership/partnership.ts'
import type { JournalEntry, OutboxLine } from '../../ports.ts'
import type { Closing, Course } from '../../procedures/engine/course.ts'
import { labelOf } from '../../procedures/engine/decide.ts'
import { stepOf } from '../../procedures/engine/keys.ts'
import { actionOptions, agenciesInScope } from '../../procedures/who.ts'
import type { Verdict } from '../journal.ts'
import { whoActed } from '../who.ts'

export interface Taken {
  readonly course: Course
  readonly at: Instant
  /** Who took it, in words. */
  readonly by: string
  readonly verdict: Verdict
  /** The journal's entries about this case. */
  readonly entries: readonly JournalEntry[]
  /** What Muster has sent about it. */
  readonly told: readonly OutboxLine[]
  /** What was agreed to be done because of it, as the tracker has it. */
  readonly actions: readonly Action[]
  /** Opens a sealed answer; absent when the pack is taken without narrative. */
  readonly opened?: (slot: string) => Answer | undefined
  /** Its narrative has been deleted at the end of its retention. */
  readonly deleted: boolean
}

export interface Section {
  readonly title: string
  readonly blocks: readonly Block[]
}

export type Submitted = Course['submitted'][number]

/** The form a version is of; undefined for one that this edition of Muster does not know any more. */
export function formOf({ procedure }: Course, { form }: Pick<Submitted, 'form'>): Form | undefined {
  return procedure.forms[form]
}

/** Every answer of a version, the sealed ones opened where the pack holds narrative. */
export function answersIn({ opened }: Taken, { answers, slots }: Submitted): Answers {
  if (opened === undefined) return answers
  const sealed = slots.flatMap((slot): [string, Answer][] => {
    const answer = opened(slot)
    return answer === undefined ? [] : [[slot.split('/')[1] as string, answer]]
  })
  return { ...answers, ...Object.fromEntries(sealed) }
}

/** A form's answers as rows: every question that was answered, in the order of the form; a reason stands with what it is the reason for. */
export function answerRows(
  taken: Taken,
  submitted: Submitted,
  only: (question: Question) => boolean = () => true,
): string[][] {
  const answers = answersIn(taken, submitted)
  const sealed = new Set(submitted.slots.map((slot) => slot.split('/')[1]))
  const context = contextOf(taken)
  const rows: string[][] = []
  for (const question of questionsOf(formOf(taken.course, submitted)).filter(only)) {
    const answer = answers[question.id]
    const words =
      answer === undefined ? sealedWords(taken, sealed.has(question.id)) : sayAnswer(question.type, answer, context)
    const before = rows.at(-1)
    if (words === '') continue
    if (question.ask === 'Why?' && before !== undefined) before[1] = `${before[1]}\nWhy: ${words}`
    else rows.push([inTerms(question.ask, context), words])
  }
  return rows
}

function sealedWords({ deleted }: Taken, isSealed: boolean): string {
  if (!isSealed) return ''
  return deleted ? 'Deleted at the end of its retention' : 'Sealed; this pack is without narrative'
}

export const questionsOf = (form: Form | undefined): readonly Question[] =>
  form?.sections.flatMap(({ questions }) => questions) ?? []

export function contextOf({ at, course }: Taken): FormContext {
  const { partnership } = course
  return {
    at,
    facts: {},
    options: (list) =>
      optionsFor(partnership, list, { at, agencies: agenciesInScope(course), actions: actionOptions(course) }),
    terms: {
      ...partnership.profile.terms,
      ...partnership.profile.dutyContacts,
      version: 'the version named with the decision',
    },
  }
}

/** "Kit Fixtureton, Strategic Leadership Team member". */
export const signed = ({ partnership }: Course, by: string, as?: string): string => whoActed(partnership, by, as)

/** An outcome as the person who chose it read it: the button's label, or that of the answer which amounted to it. */
export function outcomeWords(taken: Taken, { outcome, owed }: Closing): string {
  const { procedure } = taken.course
  const step = procedure.steps[stepOf(owed)]
  if (step === undefined) return outcome
  const context = contextOf(taken)
  const questions = step.closes.by === 'form' ? questionsOf(procedure.forms[step.closes.form]) : []
  const chosen = questions.flatMap(({ type }) => optionsOf(type, context)).find(({ value }) => value === outcome)
  return chosen?.label ?? labelOf(step, outcome).replaceAll('-', ' ')
}

/** The organisation for whom something under a key was owed; undefined where only one can owe it. */
export function ownerOf({ partnership }: Course, key: string): string | undefined {
  const id = key.split('/')[1]
  return id !== undefined && id in partnership.profile.agencies ? agency(partnership, id).name : undefined
}

/** When it happened, and when it was recorded, where these differ. Of what was answered with a day no hour is given: nobody has said one. */
export function happenedAt({ course }: Pick<Taken, 'course'>, { at, when, owed }: Closing): string {
  if (when === undefined || when === at) return sayMoment(at)
  const said = isSaidByTheDay(course, owed) ? sayDate(dateOf(when)) : sayMoment(when)
  return `${said}, recorded ${sayMoment(at)}`
}

function isSaidByTheDay({ procedure }: Course, key: string): boolean {
  const closes = procedure.steps[stepOf(key)]?.closes
  if (closes?.by !== 'form') return false
  return questionsOf(procedure.forms[closes.form]).some(({ id, type }) => id === closes.moment && type.kind === 'date')
}

/** The first eight figures of a fingerprint, by which people compare. */
export const short = (hash: string) => hash.slice(0, 8)
