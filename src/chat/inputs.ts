/**
 * What a question is answered with, on every platform: nine kinds of question, seven inputs.
 *
 * @example
 *   const inputs: Inputs<Part[]> = { text: textInput, number: numberInput, … }
 *   inputWith(inputs, { field: 'A1' }, field)
 */
import { asList, asText } from '../forms/answer.ts'
import type { Question } from '../forms/cell.ts'
import type { Option } from '../forms/form.ts'
import type { Slot } from './slots.ts'

/** What is asked beside an input. */
export interface Asked {
  readonly label: string
  readonly hint?: string | undefined
  readonly required: boolean
  /** Needed, though not from whoever sees it now: it is not called optional. */
  readonly later?: true | undefined
  /** Where the platform can tell of every change, so that the page can be drawn again. */
  readonly live?: true | undefined
}

/** One small function for each input; `value` is the answer so far, as it was given, right or wrong. */
export interface Inputs<Out> {
  /** One of several; in a `menu`, however few they are. */
  choice(slot: Slot, asked: Asked, options: readonly Option[], value: string, as?: 'menu'): Out
  /** Any of several. */
  choices(slot: Slot, asked: Asked, options: readonly Option[], values: readonly string[]): Out
  date(slot: Slot, asked: Asked, value: string): Out
  /** A London date and time. */
  dateTime(slot: Slot, asked: Asked, value: string): Out
  number(slot: Slot, asked: Asked, range: { readonly min: number; readonly max: number }, value: string): Out
  /** A line or a box of text. */
  text(slot: Slot, asked: Asked, max: number, value: string, long: boolean): Out
  /** The statement in full, and one box to tick below it. */
  attest(slot: Slot, asked: Asked, statement: string, confirmed: boolean): Out
}

/** The input a field is answered with, or a cell of a row. */
export function inputWith<Out>(inputs: Inputs<Out>, slot: Slot, field: Question): Out {
  const value = asText(field.value)
  switch (field.kind) {
    case 'radios':
      return inputs.choice(slot, field, field.options, value)
    case 'select':
      return inputs.choice(slot, field, field.options, value, 'menu')
    case 'checkboxes':
      return inputs.choices(slot, field, field.options, asList(field.value))
    case 'date':
      return inputs.date(slot, field, value)
    case 'datetime':
      return inputs.dateTime(slot, field, value)
    case 'number':
      return inputs.number(slot, field, field, value)
    case 'short':
    case 'long':
      return inputs.text(slot, field, field.max, value, field.kind === 'long')
    case 'attest':
      return inputs.attest(slot, field, field.statement, value === 'yes')
    default:
      return field satisfies never
  }
}

/** An earlier answer that an input cannot show is said beside it, so that it is not lost. */
export const answeredBefore = (value: string): string => `Answered before: ${value}`

export const NOTHING_TO_CHOOSE = 'There is nothing to choose from yet.'
export const CONFIRM = 'Yes, I confirm this'
