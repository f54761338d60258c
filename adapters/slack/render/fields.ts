/** The fields of a form: one small function for each kind. */
import { type AnswerLine, checkLines, sayWritten, writeOnDesk } from '../../../src/chat/form-page.ts'
import { toned } from '../../../src/chat/tones.ts'
import { asText } from '../../../src/forms/answer.ts'
import type { Field, FormView } from '../../../src/forms/view.ts'
import { LIMITS } from '../limits.ts'
import { buttonRows, type Numbering } from './button.ts'
import { drawFacts } from './facts.ts'
import { drawInput } from './inputs.ts'
import { paragraphs, type SlackBlock, small } from './kit.ts'
import { drawRows } from './rows.ts'

type Where = Pick<FormView, 'draft' | 'pace'>

/** A field with its error above it. `room`: so many blocks may it take; only rows ever need to be told. */
export function drawField(field: Field, view: Where, next: Numbering, room: number): SlackBlock[] {
  const error = field.error ? paragraphs(toned('bad', field.error)) : []
  return [...error, ...draw(field, view, next, room - error.length)]
}

function draw(field: Field, view: Where, next: Numbering, room: number): SlackBlock[] {
  switch (field.kind) {
    case 'rows':
      return drawRows(field, room) ?? desk({ ...field, answered: true }, view, next)
    case 'desk':
      return desk(field, view, next)
    case 'answer':
      return answers([field], view, next)
    default:
      // What was written on the desk may be longer than Slack's box: it is finished where it was begun.
      if (asText(field.value).length > LIMITS.input) return desk({ ...field, answered: true }, view, next)
      return drawInput({ field: field.id }, field)
  }
}

type OnDesk = Pick<Field, 'id' | 'label' | 'hint'> & { readonly answered: boolean }

/** The answer itself never comes into chat: only whether there is one, and the way to it. */
function desk(field: OnDesk, view: Where, next: Numbering): SlackBlock[] {
  return [
    ...paragraphs(`${field.label}\n${sayWritten(field)}`),
    ...small(field.hint ?? ''),
    ...buttonRows([writeOnDesk(view.draft, field.id)], next),
  ]
}

export function answers(lines: [AnswerLine, ...AnswerLine[]], view: Where, next: Numbering): SlackBlock[] {
  const { rows, change } = checkLines(lines, view)
  return [...drawFacts(rows), ...buttonRows([change], next)]
}
