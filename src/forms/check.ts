/**
 * What is wrong with the answers, each with a sentence that says what to do (the GOV.UK way). A sentence never repeats an answer, so it may
 * be shown in chat beside a class S question.
 *
 * @example check(formB, answers, context, { scope: 'page', page: 'B2' })
 *          // [{ question: 'B5', code: 'part-missing', sentence: 'Enter the time as well, for example 16:40' }]
 */
import { isBlank, isBlankRow, isRows, ROW } from './answer.ts'
import {
  type Answer,
  type Answers,
  type AnswerType,
  asksAnother,
  type Column,
  type Form,
  type FormContext,
  type Question,
  type Row,
} from './form.ts'
import { rowLabels } from './options.ts'
import { route } from './route.ts'
import { screenAnswer } from './screen-answer.ts'
import { type Fault, faultIn } from './value.ts'

export interface Problem extends Fault {
  readonly question: string
  /** In a table: which row (from 0) and which column, and what stands beside that cell, where neither need be named. */
  readonly row?: number
  readonly column?: string
  readonly inCell?: string
}

export type Scope = { readonly scope: 'all' } | { readonly scope: 'page'; readonly page: string }

/** Every problem of a page, or of the whole form before it is submitted; questions that do not apply have none. */
export function check(form: Form, answers: Answers, context: FormContext, where: Scope): readonly Problem[] {
  return route(form, answers, context)
    .filter((page) => where.scope === 'all' || page.id === where.page)
    .flatMap((page) => page.questions)
    .flatMap(({ question, required, answered, value }) => {
      if (!answered) return required ? [missing(question)] : []
      return value === undefined ? [] : problemsWith(question, value, answers, context)
    })
}

/** What is wrong with an answer that was given. Personal detail comes first and alone: such an answer is not kept (PR-3). */
export function problemsWith(
  question: Question,
  value: Answer,
  answers: Answers,
  context: FormContext,
): readonly Problem[] {
  const personal = screenAnswer(question, value, context)
  if (personal !== undefined) return [{ question: question.id, ...personal }]
  const wrong = wrongInItself(question, value, answers, context)
  if (wrong.length > 0) return wrong
  const against = context.objections?.(question.id, value, answers) ?? []
  return against.map((objection) => ({ question: question.id, ...objection }))
}

function wrongInItself(question: Question, value: Answer, answers: Answers, context: FormContext): readonly Problem[] {
  if (question.type.kind === 'rows') return problemsInRows(question.id, question.type, value, answers, context)
  const fault = faultIn(question.type, value, answers, context)
  return fault === undefined ? [] : [{ question: question.id, ...fault }]
}

function missing(question: Question): Problem {
  const sentence = asksAnother(question) ? ASK_ANOTHER : ASK_FOR[question.type.kind]
  return { question: question.id, code: 'required', sentence }
}

const ASK_ANOTHER =
  'Ask a second person, who wrote none of it, to open this form and tick the box; what is here is saved'

const ASK_FOR: Readonly<Record<AnswerType['kind'], string>> = {
  yn: 'Choose yes or no',
  ynu: 'Choose yes, no or not yet known',
  choice: 'Choose one of the options',
  multi: 'Choose at least one of the options',
  date: 'Enter the date, for example 17/12/2026',
  datetime: 'Enter the date and the time, for example 17/12/2026 16:40',
  int: 'Enter a number',
  text: 'Write an answer',
  doc: 'Enter the reference of the document',
  attest: 'Tick the box to confirm',
  rows: 'Add at least one row',
}

function problemsInRows(
  question: string,
  type: AnswerType & { readonly kind: 'rows' },
  value: Answer,
  answers: Answers,
  context: FormContext,
): readonly Problem[] {
  if (!isRows(value)) return [{ question, code: 'not-rows', sentence: 'Enter each row in its own boxes' }]
  const labels = rowLabels(type, context)
  const most = labels?.length ?? type.max
  const tooMany: readonly Problem[] =
    value.length > most
      ? [
          {
            question,
            code: 'too-many',
            sentence: `Keep to ${most === 1 ? 'one row' : `${most} rows`}: there are ${value.length}`,
          },
        ]
      : []
  return [...tooMany, ...value.flatMap((row, index) => problemsInRow(row, index))]

  function problemsInRow(row: Row, index: number): readonly Problem[] {
    const name = labels?.find((label) => label.value === row[ROW])?.label ?? `Row ${index + 1}`
    if (labels === undefined && isBlankRow(row)) return []
    return type.columns.flatMap((column): readonly Problem[] => {
      const fault = faultInCell(column, row, answers, context)
      if (fault === undefined) return []
      const sentence = `${name}, “${column.ask}”: ${fault.sentence}`
      return [{ question, code: fault.code, sentence, row: index, column: column.id, inCell: fault.sentence }]
    })
  }
}

function faultInCell(column: Column, row: Row, answers: Answers, context: FormContext): Fault | undefined {
  const cell = row[column.id]
  if (cell !== undefined && !isBlank(cell)) return faultIn(column.type, cell, answers, context)
  return column.need === 'may' ? undefined : { code: 'required', sentence: ASK_FOR[column.type.kind] }
}
