/** The fields of a form: one small function for each kind. */
import { type AnswerLine, checkLines, sayWritten, writeOnDesk } from '../../../src/chat/form-page.ts'
import { asText } from '../../../src/forms/answer.ts'
import type { Field, FormView } from '../../../src/forms/view.ts'
import { LIMITS } from '../limits.ts'
import { buttonRows, type FromForm, type On } from './button.ts'
import { drawFacts } from './facts.ts'
import { drawInput } from './inputs.ts'
import { type Part, paragraphs, small, wrong } from './kit.ts'
import { drawRows } from './rows.ts'

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
  switch (field.kind) {
    case 'rows':
      return drawRows(field, room) ?? desk({ ...field, answered: true }, frame)
    case 'desk':
      return desk(field, frame)
    case 'answer':
      return answers([field], frame)
    default:
      // What was written on the desk may be longer than a card is good for: it is finished where it was begun.
      if (asText(field.value).length > LIMITS.input) return desk({ ...field, answered: true }, frame)
      return drawInput({ field: field.id }, field)
  }
}

type OnDesk = Pick<Field, 'id' | 'label' | 'hint'> & { readonly answered: boolean }

/** The answer itself never comes into chat: only whether there is one, and the way to it. */
function desk(field: OnDesk, frame: Frame): Part[] {
  return [
    ...paragraphs(field.label, { weight: 'bolder' }),
    ...paragraphs(sayWritten(field)),
    ...small(field.hint ?? ''),
    ...buttonRows([writeOnDesk(frame.draft, field.id)], frame.on, frame.form),
  ]
}

export function answers(lines: [AnswerLine, ...AnswerLine[]], frame: Frame): Part[] {
  const { rows, change } = checkLines(lines, frame)
  return [...drawFacts(rows), ...buttonRows([change], frame.on, frame.form)]
}
