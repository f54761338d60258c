/** Small questions about one answer: is there one, and how is it said to a person. */
import { sayDate } from '../kernel/time.ts'
import { readDate, readDateTime } from './dates.ts'
import type { Answer, AnswerType, Cell, FormContext, Row } from './form.ts'
import { optionsOf, rowLabels } from './options.ts'

/** The cell of a row that names the option it stands for, when the rows come from a list. */
export const ROW = 'row'

/** Whether nothing was answered: no value, blanks, no choice, or rows of blanks. */
export function isBlank(value: Answer | undefined): boolean {
  if (value === undefined) return true
  if (typeof value === 'string') return value.trim() === ''
  if (typeof value !== 'object') return false
  return value.every((entry: string | Row) => (typeof entry === 'string' ? isBlank(entry) : isBlankRow(entry)))
}

/** Whether nothing was answered in a row; the label it came with is no answer. */
export function isBlankRow(row: Row): boolean {
  return Object.entries(row).every(([column, cell]) => column === ROW || isBlank(cell))
}

/**
 * The answer as it is said to a person: labels instead of values, dates with their weekday. What was not understood is said as typed.
 *
 * @example sayAnswer({ kind: 'datetime' }, '2026-12-17T16:40', context) // 'Thu 17 Dec 2026 16:40'
 */
export function sayAnswer(type: AnswerType, value: Answer, context: FormContext): string {
  if (isBlank(value)) return ''
  if (type.kind === 'rows') {
    return isRows(value) ? value.map((row) => sayRow(type, row, context)).join('\n') : String(value)
  }
  if (isRows(value)) return ''
  if (typeof value === 'object') return value.map((entry) => sayAnswer(type, entry, context)).join(', ')
  switch (type.kind) {
    case 'date':
      return said(String(value), readDate(String(value), context.at).value, sayDate)
    case 'datetime':
      return said(String(value), readDateTime(String(value), context.at).value, sayLocal)
    case 'attest':
      return value === 'yes' ? 'Confirmed' : String(value)
    default:
      return optionsOf(type, context).find((option) => option.value === value)?.label ?? String(value)
  }
}

/** One value as text; '' when there is none, or several. */
export function asText(value: Answer | undefined): string {
  return value === undefined || typeof value === 'object' ? '' : String(value)
}

/** The choices of an answer; one value is one choice. */
export function asList(value: Answer | undefined): readonly string[] {
  if (value === undefined || value === '' || isRows(value)) return []
  return typeof value === 'object' ? (value as readonly string[]) : [String(value)]
}

export function isRows(value: Answer): value is readonly Row[] {
  return typeof value === 'object' && value.some((entry: string | Row) => typeof entry === 'object')
}

function sayRow(type: AnswerType & { kind: 'rows' }, row: Row, context: FormContext): string {
  const label = rowLabels(type, context)?.find((option) => option.value === row[ROW])?.label
  const cells = type.columns
    .map((column) => sayAnswer(column.type, row[column.id] ?? ('' satisfies Cell), context))
    .filter((cell) => cell !== '')
    .join(', ')
  return label === undefined ? cells : `${label}: ${cells === '' ? '–' : cells}`
}

function said(typed: string, understood: string | undefined, how: (value: string) => string): string {
  return understood === undefined ? typed : how(understood)
}

function sayLocal(local: string): string {
  return `${sayDate(local.slice(0, 10))} ${local.slice(11, 16)}`
}
