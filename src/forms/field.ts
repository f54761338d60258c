/** A question as a field of a view. */
import { isBlank, isRows, ROW } from './answer.ts'
import { ONE_LINE, rowName } from './cell.ts'
import type { Problem } from './check.ts'
import { type Answer, type AnswerType, asksAnother, type Column, type FormContext, type Option } from './form.ts'
import { offeredOf, optionsOf, rowLabels } from './options.ts'
import type { Asked, Surface } from './route.ts'
import { inTerms } from './terms.ts'
import type { Field, RowField, WrongCell } from './view.ts'

/** More than this many choices are a list to pick from, not buttons. */
const RADIOS = 10

/** The field for a question; in chat a class S question says whether it is answered, and nothing else. */
export function fieldOf(asked: Asked, context: FormContext, surface: Surface, problems: readonly Problem[]): Field {
  const { question } = asked
  const [problem] = problems
  // Nobody is kept by what another must tick: it is asked for before the form is submitted.
  const later = asked.required && asksAnother(question)
  const required = asked.required && !later
  const toDesk = surface === 'chat' && question.class === 'S'
  const hint = [question.hint, question.class === 'C*' ? NAME_NOBODY : undefined].filter((each) => each !== undefined)
  const common = {
    id: question.id,
    label: inTerms(question.ask, context),
    ...(hint.length === 0 ? {} : { hint: inTerms(hint.join(' '), context) }),
    required,
    ...(later ? { later } : {}),
    ...(problem === undefined ? {} : { error: toDesk ? ON_THE_DESK : problem.sentence }),
  }
  if (toDesk) return { ...common, kind: 'desk', answered: asked.answered }
  const value = drawnValue(question.type, asked.value, context)
  const field = { ...common, ...(value === undefined ? {} : { value }), ...control(question.type, context) }
  return field.kind === 'rows' ? { ...field, ...wrongCells(field, asked.value, problems) } : field
}

type Rows = Extract<Field, { kind: 'rows' }>

/** Each wrong cell with what to do about it. What is wrong with the table as a whole comes first, and alone. */
function wrongCells(field: Rows, value: Answer | undefined, problems: readonly Problem[]): Partial<Rows> {
  const rows = value !== undefined && isRows(value) ? value : []
  const found = problems.flatMap(({ row, column, inCell: error }): WrongCell[] => {
    if (row === undefined || column === undefined || error === undefined) return []
    // Rows that come from a list are drawn in its order, wherever they stood.
    const place = field.labels === undefined ? row : field.labels.findIndex((one) => one.value === rows[row]?.[ROW])
    return [{ row: place, column, error }]
  })
  if (found.length === 0 || found.length < problems.length) return {}
  const wrong = found.toSorted((a, b) => a.row - b.row)
  const names = [...new Set(wrong.map(({ row }) => rowName(field.labels, row)))]
  return { wrong, error: `Look again at what is marked: ${names.join(', ')}` }
}

const NAME_NOBODY = 'Keep it short, and name no child, family member or place.'
const ON_THE_DESK = 'This wants an answer, or another look, on the secure desk'

/** Rows that come from a list are always all drawn, in the list's order. */
function drawnValue(type: AnswerType, value: Answer | undefined, context: FormContext): Answer | undefined {
  const labels = type.kind === 'rows' ? rowLabels(type, context) : undefined
  if (labels === undefined || (value !== undefined && !isBlank(value) && !isRows(value))) return value
  const rows = value !== undefined && isRows(value) ? value : []
  return labels.map((label) => rows.find((row) => row[ROW] === label.value) ?? { [ROW]: label.value })
}

type Control = Field extends infer Each ? (Each extends Field ? Omit<Each, keyof Common> : never) : never
type Common = { id: string; label: string; hint?: string; required: boolean; error?: string; value?: Answer }

function control(type: AnswerType, context: FormContext): Control {
  switch (type.kind) {
    case 'yn':
    case 'ynu':
    case 'choice':
      return pick(offeredOf(type, context))
    case 'multi':
      return { kind: 'checkboxes', options: offeredOf(type, context) }
    case 'date':
    case 'datetime':
      return { kind: type.kind }
    case 'int':
      return { kind: 'number', min: type.min, max: type.max }
    case 'text':
      return { kind: isShort(type) ? 'short' : 'long', max: type.max }
    case 'doc':
      return { kind: 'short', max: 100 }
    case 'attest':
      return { kind: 'attest', statement: inTerms(type.statement, context) }
    case 'rows': {
      const labels = rowLabels(type, context)
      return {
        kind: 'rows',
        columns: type.columns.map((column) => rowField(column, context)),
        max: labels?.length ?? type.max,
        ...(labels === undefined ? {} : { labels }),
      }
    }
    default:
      return type satisfies never
  }
}

function pick(options: readonly Option[]): Control {
  return { kind: options.length > RADIOS ? 'select' : 'radios', options }
}

function isShort(type: AnswerType & { readonly kind: 'text' }): boolean {
  return type.lines === undefined ? type.max <= ONE_LINE : type.lines === 'one'
}

function rowField(column: Column, context: FormContext): RowField {
  const { type } = column
  const common = { id: column.id, label: inTerms(column.ask, context), required: column.need !== 'may' }
  switch (type.kind) {
    case 'yn':
    case 'ynu':
    case 'choice':
      return { ...common, kind: 'select', options: optionsOf(type, context) }
    case 'multi':
      return { ...common, kind: 'checkboxes', options: optionsOf(type, context) }
    case 'date':
    case 'datetime':
      return { ...common, kind: type.kind }
    case 'int':
      return { ...common, kind: 'number', max: type.max }
    case 'text':
      return { ...common, kind: 'text', max: type.max }
    default:
      return type satisfies never
  }
}
