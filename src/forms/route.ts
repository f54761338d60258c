/**
 * The way through a form: its pages, without the questions that do not apply.
 *
 * @example
 *   const pages = route(formB, answers, context)
 *   pages.filter((page) => !page.complete).map((page) => page.title)
 */
import { isBlank } from './answer.ts'
import { holds } from './condition.ts'
import {
  type Answer,
  type Answers,
  asksAnother,
  type Form,
  type FormContext,
  type Question,
  type Section,
} from './form.ts'

export interface Asked {
  readonly question: Question
  readonly required: boolean
  readonly answered: boolean
  /** What was typed, right or wrong; undefined for a sealed answer that was not opened. */
  readonly value: Answer | undefined
}

export interface Page {
  /** The section's id; `E1/2` for the second page of a long one. Comes back with every press. */
  readonly id: string
  readonly title: string
  readonly intro?: string
  readonly questions: readonly Asked[]
  readonly answered: number
  /** Nothing that must be answered is left on it. Whether the answers are right is `check`'s business. */
  readonly complete: boolean
  /** In an ordered form a page opens when nothing that must be answered in chat is left before it; elsewhere every page is open. */
  readonly open: boolean
}

export type Surface = 'chat' | 'desk'

/** What fits a phone (DOMAIN 3.1). */
export const PAGE_SIZE = 6

/**
 * The pages that apply, in order, each with what is asked on it. A long section is split evenly before conditions are looked at, so
 * a question never moves to another page because of an answer; a page left empty is left out.
 */
export function route(form: Form, answers: Answers, context: FormContext): readonly Page[] {
  const counting: Record<string, Answer> = {}
  const pages: Page[] = []
  let open = true
  for (const section of form.sections) {
    const parts = split(section)
    for (const [index, part] of parts.entries()) {
      const questions = part.flatMap((question) => asked(question, answers, counting, context) ?? [])
      if (questions.length === 0) continue
      const left = questions.filter((each) => each.required && !each.answered)
      pages.push({
        id: index === 0 ? section.id : `${section.id}/${index + 1}`,
        title: parts.length === 1 ? section.title : `${section.title} (${index + 1} of ${parts.length})`,
        ...(section.intro === undefined || index > 0 ? {} : { intro: section.intro }),
        questions,
        answered: questions.filter((each) => each.answered).length,
        complete: left.length === 0,
        open,
      })
      if (form.inOrder) open &&= left.every((each) => each.question.class === 'S')
    }
  }
  return pages
}

/**
 * How far it is. What may be left out counts once it has been answered: so every answer moves the number, and the whole is reached when nothing needed is
 * missing.
 */
export function progressOf(pages: readonly Page[]): { readonly answered: number; readonly of: number } {
  const asked = pages.flatMap((page) => page.questions)
  const answered = asked.filter((each) => each.answered).length
  return { answered, of: answered + asked.filter((each) => each.required && !each.answered).length }
}

/** The answers that count: those to questions that apply. What was answered before an answer elsewhere changed is kept, but is not here. */
export function counted(form: Form, answers: Answers, context: FormContext): Answers {
  return Object.fromEntries(
    route(form, answers, context)
      .flatMap((page) => page.questions)
      .flatMap(({ question, value }) => (value === undefined || isBlank(value) ? [] : [[question.id, value]])),
  )
}

/**
 * The questions of a page that apply only since the last answers were saved. They have not been seen yet, so they are to be drawn before
 * anybody is told that they are missing.
 */
export function revealed(form: Form, page: string, before: Filled, after: Filled): readonly string[] {
  const idsOn = ({ answers, context }: Filled) =>
    route(form, answers, context)
      .filter(({ id }) => id === page)
      .flatMap(({ questions }) => questions.map(({ question }) => question.id))
  const seen = new Set(idsOn(before))
  return idsOn(after).filter((id) => !seen.has(id))
}

/** A form's answers and the world they were judged in: an answer can change both. */
export interface Filled {
  readonly answers: Answers
  readonly context: FormContext
}

/**
 * The question to ask next in a conversation: the first unanswered one after `after`, else the first unanswered one that must be answered,
 * else none. Chat passes over class S. An optional question is offered once, on the way, and not again; so is a second person's.
 */
export function nextQuestion(pages: readonly Page[], surface: Surface, after?: string): Question | undefined {
  const all = pages
    .filter((page) => page.open)
    .flatMap((page) => page.questions)
    .filter(({ question }) => surface === 'desk' || question.class !== 'S')
  const place = all.findIndex(({ question }) => question.id === after)
  const ahead = all.slice(place + 1).find((each) => !each.answered)
  return (ahead ?? all.find((each) => each.required && !each.answered && !asksAnother(each.question)))?.question
}

/** Adds the question's answer to `counting` when it applies: a question looks back only at answers that count themselves. */
function asked(
  question: Question,
  answers: Answers,
  counting: Record<string, Answer>,
  context: FormContext,
): Asked | undefined {
  if (question.when !== undefined && !holds(question.when, counting, context)) return undefined
  const value = answers[question.id]
  if (value !== undefined) counting[question.id] = value
  const sealed = question.class === 'S' && value === undefined && (context.sealed?.(question.id) ?? false)
  const required =
    typeof question.need === 'object' ? holds(question.need.when, counting, context) : question.need === 'must'
  return { question, required, answered: sealed || !isBlank(value), value }
}

function split(section: Section): readonly (readonly Question[])[] {
  const { questions } = section
  const parts = Math.ceil(questions.length / PAGE_SIZE)
  const size = Math.ceil(questions.length / parts)
  return Array.from({ length: parts }, (_, index) => questions.slice(index * size, (index + 1) * size))
}
