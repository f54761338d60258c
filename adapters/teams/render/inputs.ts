/**
 * Inputs of Adaptive Cards: what an answer is given with. Fields and the cells of rows are drawn with the same ones. None is "required" and none has
 * a range in Teams' eyes: the client would refuse to send anything, also "Back" and "Stop for now", and what was typed would not be saved.
 */
import {
  type Asked,
  answeredBefore,
  CONFIRM,
  type Inputs,
  inputWith,
  NOTHING_TO_CHOOSE,
} from '../../../src/chat/inputs.ts'
import { joinDateTime, type Slot, splitDateTime } from '../../../src/chat/slots.ts'
import type { Question } from '../../../src/forms/cell.ts'
import type { Option } from '../../../src/forms/form.ts'
import { LIMITS } from '../limits.ts'
import { type Holds, inputId, writeChoice } from '../slots.ts'
import { type Part, paragraphs, plain, small } from './kit.ts'

/** The input a field is answered with, or a cell of a row. */
export const drawInput = (slot: Slot, field: Question): Part[] => inputWith(inputs, slot, field)

const inputs: Inputs<Part[]> = {
  choice: choiceInput,
  choices: choicesInput,
  date: dateInput,
  dateTime: dateTimeInput,
  number: numberInput,
  text: textInput,
  attest: attestInput,
}

type Rest = Readonly<Record<string, unknown>>

/** One input under its label; its hint below it. */
function input(type: string, slot: Slot, asked: Asked, rest: Rest, holds?: Holds): Part[] {
  const label = `${plain(asked.label).trim() || 'Answer'}${asked.required || asked.later ? '' : ' (optional)'}`
  return [{ type, id: inputId(slot, holds), label, ...rest }, ...small(asked.hint ?? '')]
}

const valued = (value: string) => (value === '' ? {} : { value })

/** A line or a box of text. The limit never cuts what was typed before: it only stops more. */
function textInput(slot: Slot, asked: Asked, max: number, value: string, long: boolean): Part[] {
  const maxLength = Math.max(1, Math.min(max, LIMITS.input), value.length)
  return input('Input.Text', slot, asked, { isMultiline: long, maxLength, ...valued(value) })
}

/** A number. One that is wrong is kept as typed, in an input that takes any text; `check` says what is wrong with it. */
function numberInput(slot: Slot, asked: Asked, range: { min: number; max: number }, value: string): Part[] {
  const placeholder = { placeholder: `${range.min} to ${range.max}` }
  if (/^(-?\d{1,15})?$/.test(value)) {
    return input('Input.Number', slot, asked, { ...placeholder, ...(value === '' ? {} : { value: Number(value) }) })
  }
  return input('Input.Text', slot, asked, { ...placeholder, ...valued(value) })
}

function dateInput(slot: Slot, asked: Asked, value: string): Part[] {
  if (isDate(value)) return input('Input.Date', slot, asked, { value })
  return [...(value === '' ? [] : before(value)), ...input('Input.Date', slot, asked, {})]
}

/** A London date and time, one below the other. The time is written: Teams' own input for it offers whole and half hours only. */
function dateTimeInput(slot: Slot, asked: Asked, value: string): Part[] {
  const { date, time } = splitDateTime(value) ?? { date: '', time: '' }
  const { label, required } = asked
  return [
    ...(value === joinDateTime(date, time) || value === date ? [] : before(value)),
    ...dateInput({ ...slot, part: 'date' }, { ...asked, label: `${label} (date)` }, date),
    ...input(
      'Input.Text',
      { ...slot, part: 'time' },
      { label: `${label} (time, London)`, required },
      { placeholder: 'For example 16:40', ...valued(time) },
    ),
  ]
}

/** One of several: buttons that stand open, or a menu when there are more than ten. `as` asks for a menu at once. */
function choiceInput(slot: Slot, asked: Asked, options: readonly Option[], value: string, as?: 'menu'): Part[] {
  const known = options.some((option) => option.value === value)
  const choices = options.map((option) => ({ title: titleOf(option), value: option.value }))
  return [
    ...(value === '' || known ? [] : before(value)),
    ...choosing(slot, asked, choices, { style: styleFor(options, as), ...valued(known ? value : '') }),
  ]
}

/** Any of several: boxes to tick. */
function choicesInput(slot: Slot, asked: Asked, options: readonly Option[], values: readonly string[]): Part[] {
  const known = values.filter((value) => options.some((option) => option.value === value))
  const gone = values.filter((value) => !known.includes(value))
  const choices = options.map((option) => ({ title: titleOf(option), value: writeChoice(option.value) }))
  return [
    ...(gone.length ? before(gone.join(', ')) : []),
    ...choosing(
      slot,
      asked,
      choices,
      { isMultiSelect: true, style: 'expanded', ...valued(known.map(writeChoice).join(',')) },
      'set',
    ),
  ]
}

/** The statement in full, and one box to tick below it. */
function attestInput(slot: Slot, asked: Asked, statement: string, confirmed: boolean): Part[] {
  const box = { title: CONFIRM, valueOn: 'yes', valueOff: 'no', value: confirmed ? 'yes' : 'no' }
  return [...paragraphs(statement), ...input('Input.Toggle', slot, asked, { ...box, wrap: true })]
}

function choosing(slot: Slot, asked: Asked, choices: readonly object[], rest: Rest, holds: Holds = 'in'): Part[] {
  if (choices.length === 0) return [...paragraphs(asked.label), ...small(NOTHING_TO_CHOOSE)]
  return input('Input.ChoiceSet', slot, asked, { choices, wrap: true, ...rest }, holds)
}

const styleFor = (options: readonly Option[], as?: 'menu') =>
  as === 'menu' || options.length > LIMITS.choices ? 'compact' : 'expanded'

const titleOf = ({ label, hint }: Option) => plain(hint?.trim() ? `${label}: ${hint}` : label)

/** An earlier answer that this input cannot show is said beside it, so that it is not lost. */
const before = (value: string): Part[] => small(answeredBefore(value))

const isDate = (value: string) => /^\d{4}-\d{2}-\d{2}$/.test(value)
