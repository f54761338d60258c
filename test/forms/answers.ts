/** Random answers to a form: mostly right, sometimes nonsense, and every class S text marked so that a leak can be seen. */
import fc from 'fast-check'
import { ROW } from '../../src/forms/answer.ts'
import type { Answer, Answers, AnswerType, Cell, Form, FormContext, Question, Row } from '../../src/forms/form.ts'
import { optionsOf, rowLabels } from '../../src/forms/options.ts'

/** Stands in every sealed answer and nowhere else. */
export const SEALED = 'SEALED-WORDS'

export const questionsOf = (form: Form): readonly Question[] => form.sections.flatMap((section) => section.questions)

export function answersTo(form: Form, context: FormContext): fc.Arbitrary<Answers> {
  const model = Object.fromEntries(questionsOf(form).map((question) => [question.id, answerTo(question, context)]))
  return fc.record(model, { requiredKeys: [] }) as fc.Arbitrary<Answers>
}

function answerTo(question: Question, context: FormContext): fc.Arbitrary<Answer> {
  const marked = question.class === 'S'
  if (question.type.kind === 'rows') return rowsOf(question.type, marked, context)
  return fc.oneof(
    { weight: 5, arbitrary: cellOf(question.type, marked, context) },
    { weight: 1, arbitrary: nonsense(marked) },
  )
}

function rowsOf(
  type: AnswerType & { readonly kind: 'rows' },
  marked: boolean,
  context: FormContext,
): fc.Arbitrary<Answer> {
  const row = fc.record(
    Object.fromEntries(type.columns.map((column) => [column.id, cellOf(column.type, marked, context)])),
    { requiredKeys: [] },
  ) as fc.Arbitrary<Row>
  const labels = rowLabels(type, context)
  if (labels === undefined) return fc.array(row, { maxLength: 3 })
  return fc.tuple(...labels.map((label) => row.map((cells): Row => ({ ...cells, [ROW]: label.value }))))
}

function cellOf(type: AnswerType, marked: boolean, context: FormContext): fc.Arbitrary<Cell> {
  const values = optionsOf(type, context).map((option) => option.value)
  switch (type.kind) {
    case 'multi':
      return fc.subarray(values)
    case 'date':
      return fc.constantFrom('2026-12-01', '2026-12-17')
    case 'datetime':
      return fc.constantFrom('2026-12-01T09:00', '2026-12-17T16:40')
    case 'int':
      return fc.integer({ min: type.min, max: type.max })
    case 'attest':
      return fc.constant('yes')
    default:
      return values.length > 0 ? fc.constantFrom(...values) : words(marked)
  }
}

const words = (marked: boolean) =>
  fc.constantFrom('one thing', 'and another').map((text) => (marked ? `${SEALED} ${text}` : text))
const nonsense = (marked: boolean) =>
  fc.constantFrom('', 'rubbish', '31/02/2026').map((text) => (marked ? `${SEALED} ${text}` : text))
