/** The fields of a form: one small function for each kind. */
import { TONES } from '../../../src/chat/tones.ts'
import type { Button } from '../../../src/chat/words.ts'
import { isRows } from '../../../src/forms/answer.ts'
import type { Field, FormView } from '../../../src/forms/view.ts'
import { LIMITS } from '../limits.ts'
import { buttonRows, type FromForm, type On } from './button.ts'
import { drawFacts } from './facts.ts'
import {
  asList,
  asText,
  attestInput,
  choiceInput,
  choicesInput,
  dateInput,
  dateTimeInput,
  numberInput,
  textInput,
} from './inputs.ts'
import { type Part, paragraphs, small, wrong } from './kit.ts'
import { drawRows } from './rows.ts'

type Of<Kind extends Field['kind']> = Extract<Field, { kind: Kind }>

/** Where a field stands: its form, what that is drawn on, and what every press in it brings back. */
export interface Frame extends Pick<FormView, 'draft' | 'page' | 'pace'> {
  readonly on: On
  readonly form: FromForm
}

/** A field with its error above it. `room`: so many bytes may it take; only rows ever need to be told. */
export function drawField(field: Field, frame: Frame, room: number): Part[] {
  return [...(field.error ? wrong(field.error) : []), ...draw(field, frame, room)]
}

function draw(field: Field, frame: Frame, room: number): Part[] {
  const slot = { field: field.id }
  const value = asText(field.value)
  switch (field.kind) {
    case 'radios':
      return choiceInput(slot, field, field.options, value)
    case 'select':
      return choiceInput(slot, field, field.options, value, 'menu')
    case 'checkboxes':
      return choicesInput(slot, field, field.options, listOf(field))
    case 'date':
      return dateInput(slot, field, value)
    case 'datetime':
      return dateTimeInput(slot, field, value)
    case 'number':
      return numberInput(slot, field, field, value)
    case 'short':
    case 'long':
      // What was written on the desk may be longer than a card is good for: it is finished where it was begun.
      if (value.length > LIMITS.input) return desk({ ...field, kind: 'desk', answered: true }, frame)
      return textInput(slot, field, field.max, value, field.kind === 'long')
    case 'attest':
      return attestInput(slot, field, field.statement, value === 'yes')
    case 'rows':
      return drawRows(field, room) ?? desk({ ...field, kind: 'desk', answered: true }, frame)
    case 'desk':
      return desk(field, frame)
    case 'answer':
      return answers([field], frame)
    default:
      return field satisfies never
  }
}

/** The answer itself never comes into chat: only whether there is one, and the way to it. */
function desk(field: Of<'desk'>, frame: Frame): Part[] {
  const button: Button = {
    label: 'Write this on the desk',
    verb: 'desk.link',
    input: { draft: frame.draft, question: field.id },
  }
  return [
    ...paragraphs(field.label, { weight: 'bolder' }),
    ...paragraphs(field.answered ? `${TONES.good.sign} Written on the desk.` : '✍️ Not written yet.'),
    ...small(field.hint ?? ''),
    ...buttonRows([button], frame.on, frame.form),
  ]
}

/** Lines of "check your answers" that lead back to the same page, with one button to change them. */
export function answers(lines: readonly Of<'answer'>[], frame: Frame): Part[] {
  const [first] = lines
  if (!first) return []
  const at: 'question' | 'page' = frame.pace === 'walk' ? 'question' : 'page'
  const change: Button = {
    label: lines.length > 1 ? 'Change these answers' : 'Change this answer',
    verb: 'form.open',
    input: { draft: frame.draft, [at]: first.page },
  }
  const rows = lines.map((line) => ({
    label: line.label,
    value: line.shown === '' ? '–' : line.shown,
    ...(line.error && lines.length > 1 ? { note: `${TONES.bad.sign} Error: ${line.error}` } : {}),
  }))
  return [...drawFacts(rows), ...buttonRows([change], frame.on, frame.form)]
}

function listOf(field: Field): readonly string[] {
  const { value } = field
  return value === undefined || isRows(value) ? [] : asList(value as Exclude<typeof value, readonly object[]>)
}
