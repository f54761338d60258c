/**
 * Turns what an adapter sends, or a person types, into the answer a question wants.
 *
 * @example
 *   readValue(b5, '17/12/2026 at 4.40pm', context) // { value: '2026-12-17T16:40' }
 *   readValue(b5, '4pm', context)                  // { value: '4pm', problem: {…, sentence: 'Enter the date as well, for example …'} }
 */
import { isBlank, isBlankRow, ROW } from './answer.ts'
import { type Problem, problemsWith } from './check.ts'
import { readDate, readDateTime } from './dates.ts'
import type { Answer, AnswerType, Cell, FormContext, Option, Question, Row } from './form.ts'
import { optionsOf, rowLabels } from './options.ts'

/**
 * The answer, and the first thing wrong with it. A wrong answer keeps the words as they were typed, so it can be saved and shown again;
 * only one whose problem is `personal-detail` must not be (PR-3). An empty answer clears the question and is no problem here.
 */
export function readValue(
  question: Question,
  raw: unknown,
  context: FormContext,
): { readonly value: Answer; readonly problem?: Problem } {
  const value = question.type.kind === 'rows' ? rows(question.type, raw, context) : cell(question.type, raw, context)
  const problem = isBlank(value) ? undefined : problemsWith(question, value, {}, context)[0]
  return problem === undefined ? { value } : { value, problem }
}

function cell(type: Exclude<AnswerType, { kind: 'rows' }>, raw: unknown, context: FormContext): Cell {
  const typed = words(raw)
  switch (type.kind) {
    case 'yn':
    case 'ynu':
      return chosen(optionsOf(type, context), YES_NO[typed.toLowerCase()] ?? typed)
    case 'choice':
      return chosen(optionsOf(type, context), typed)
    case 'multi':
      return several(optionsOf(type, context), raw)
    case 'date':
      return readDate(typed, context.at).value ?? typed
    case 'datetime':
      return readDateTime(typed, context.at).value ?? typed
    case 'int':
      return /^[+-]?\d{1,9}$/.test(typed) ? Number(typed) : typed
    case 'text':
      return type.refersTo === undefined ? typed : meant(typed, context)
    case 'doc':
      return typed
    case 'attest':
      return TICKED.includes(typed.toLowerCase()) ? 'yes' : UNTICKED.includes(typed.toLowerCase()) ? '' : typed
    default:
      return type satisfies never
  }
}

const YES_NO: Readonly<Record<string, string>> = {
  y: 'yes',
  true: 'yes',
  n: 'no',
  false: 'no',
  'not known': 'unknown',
  "don't know": 'unknown',
}
const TICKED = ['yes', 'true', 'on', '1']
const UNTICKED = ['no', 'false', 'off', '0']

/** A reference is kept as the code word it stands for, however it was typed. */
function meant(typed: string, context: FormContext): string {
  const found = typed === '' ? undefined : context.refers?.(typed)
  return found !== undefined && 'fits' in found ? found.fits : typed
}

/** The option meant by its value or its label; the words themselves when it is none. */
function chosen(options: readonly Option[], typed: string): string {
  const wanted = typed.toLowerCase()
  return options.find(({ value, label }) => value === typed || label.toLowerCase() === wanted)?.value ?? typed
}

/** Teams sends a list as one string with commas; a label may have a comma of its own. */
function several(options: readonly Option[], raw: unknown): readonly string[] {
  const typed = Array.isArray(raw) ? raw.map(words) : oneOrMore(options, words(raw))
  return [...new Set(typed.filter((entry) => entry !== '').map((entry) => chosen(options, entry)))]
}

function oneOrMore(options: readonly Option[], typed: string): readonly string[] {
  const whole = options.some((option) => option.value === chosen(options, typed))
  return whole ? [typed] : typed.split(/[,;\n]/).map((entry) => entry.trim())
}

/** Rows as objects, or the same as JSON. With labels given in advance there is one row for each, matched by its `row`, else by place. */
function rows(type: AnswerType & { readonly kind: 'rows' }, raw: unknown, context: FormContext): Answer {
  const given = typeof raw === 'string' ? parsed(raw) : raw
  if (!Array.isArray(given) || !given.every(isRecord)) return words(raw)
  const labels = rowLabels(type, context)
  if (labels === undefined) return given.map(read).filter((row) => !isBlankRow(row))
  return labels.map(({ value }, index) => {
    const byPlace = given[index]?.[ROW] === undefined ? given[index] : undefined
    return { [ROW]: value, ...read(given.find((row) => row[ROW] === value) ?? byPlace ?? {}) }
  })

  function read(row: Readonly<Record<string, unknown>>): Row {
    return Object.fromEntries(type.columns.map((column) => [column.id, cell(column.type, row[column.id], context)]))
  }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return json
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function words(raw: unknown): string {
  if (Array.isArray(raw)) return raw.map(words).join('\n')
  if (typeof raw === 'string') return raw.replace(/\r\n?/g, '\n').trim()
  if (raw === undefined || raw === null) return ''
  return typeof raw === 'object' ? JSON.stringify(raw) : String(raw)
}
