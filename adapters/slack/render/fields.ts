/** The fields of a form: one small function for each kind. */
import { TONES, toned } from '../../../src/chat/tones.ts'
import type { Button } from '../../../src/chat/words.ts'
import { isRows } from '../../../src/forms/answer.ts'
import type { Field, FormView } from '../../../src/forms/view.ts'
import { LIMITS } from '../limits.ts'
import { buttonRows, type Numbering } from './button.ts'
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
import { paragraphs, type SlackBlock, small } from './kit.ts'
import { drawRows } from './rows.ts'

type Of<Kind extends Field['kind']> = Extract<Field, { kind: Kind }>
type Where = Pick<FormView, 'draft' | 'pace'>

/** A field with its error above it. `room`: so many blocks may it take; only rows ever need to be told. */
export function drawField(field: Field, view: Where, next: Numbering, room: number): SlackBlock[] {
  const error = field.error ? paragraphs(toned('bad', field.error)) : []
  return [...error, ...draw(field, view, next, room - error.length)]
}

function draw(field: Field, view: Where, next: Numbering, room: number): SlackBlock[] {
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
      // What was written on the desk may be longer than Slack's box: it is finished where it was begun.
      if (value.length > LIMITS.input) return desk({ ...field, kind: 'desk', answered: true }, view, next)
      return textInput(slot, field, field.max, value, field.kind === 'long')
    case 'attest':
      return attestInput(slot, field, field.statement, value === 'yes')
    case 'rows':
      return drawRows(field, room) ?? desk({ ...field, kind: 'desk', answered: true }, view, next)
    case 'desk':
      return desk(field, view, next)
    case 'answer':
      return answers([field], view, next)
    default:
      return field satisfies never
  }
}

/** The answer itself never comes into chat: only whether there is one, and the way to it. */
function desk(field: Of<'desk'>, view: Where, next: Numbering): SlackBlock[] {
  const state = field.answered ? `${TONES.good.sign} Written on the desk.` : '✍️ Not written yet.'
  const button: Button = {
    label: 'Write this on the desk',
    verb: 'desk.link',
    input: { draft: view.draft, question: field.id },
  }
  return [...paragraphs(`${field.label}\n${state}`), ...small(field.hint ?? ''), ...buttonRows([button], next)]
}

/** Lines of "check your answers" that stand together, with one button that leads back to the first of them. */
export function answers(lines: readonly Of<'answer'>[], view: Where, next: Numbering): SlackBlock[] {
  const [first] = lines
  if (!first) return []
  const change: Button = {
    label: lines.length > 1 ? 'Change these answers' : 'Change this answer',
    verb: 'form.open',
    // A walk asks one question at a time, so what it calls a page is a question.
    input: { draft: view.draft, [view.pace === 'walk' ? 'question' : 'page']: first.page },
    opens: 'form',
  }
  const rows = lines.map((line) => ({
    label: line.label,
    value: line.shown === '' ? '–' : line.shown,
    ...(line.error && lines.length > 1 ? { note: `${TONES.bad.sign} ${line.error}` } : {}),
  }))
  return [...drawFacts(rows), ...buttonRows([change], next)]
}

function listOf(field: Field): readonly string[] {
  const { value } = field
  return value === undefined || isRows(value) ? [] : asList(value as Exclude<typeof value, readonly object[]>)
}
