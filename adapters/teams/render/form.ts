/**
 * A page of a form: in a dialog, or as a card in a conversation. Both say the same and bring the same back.
 *
 * @example renderForm(view, 'dialog') // { summary: 'Scoping: page 1 of 4', card: { …, body: [heading, inputs, buttons] } }
 */
import { controls, sayPlace, summaryOf, together, tooLarge } from '../../../src/chat/form-page.ts'
import type { Button } from '../../../src/chat/words.ts'
import type { FormView } from '../../../src/forms/view.ts'
import { LIMITS } from '../limits.ts'
import { buttonRows, type FromForm, type On } from './button.ts'
import { answers, drawField, type Frame } from './fields.ts'
import { bytesOf, headline, type Part, paragraphs, small } from './kit.ts'
import { drawNotice, type Page, pageOf } from './message.ts'

export function renderForm(view: FormView, on: On): Page {
  const walking = view.pace === 'walk' ? { w: true as const } : {}
  // Every button names the inputs that have an answer, so these are drawn once without buttons to find them.
  const bare = drawFields(view, { ...view, on, form: { f: [], ...walking } }, LIMITS.cardBytes)
  const form: FromForm = { f: answeredInputs(bare), ...walking }
  const foot = buttonRows(buttons(view, on), on, form)
  const head = drawHead(view)
  const body = drawFields(view, { ...view, on, form }, LIMITS.cardBytes - bytesOf([...head, ...foot]))
  const whole = [...head, ...body, ...foot]
  if (bytesOf(whole) <= LIMITS.cardBytes) return pageOf(summaryOf(view), whole)
  const { words, open } = tooLarge(view, 'Teams')
  return pageOf(summaryOf(view), [...headline(view.title), ...paragraphs(words), ...buttonRows([open], on)])
}

function drawHead(view: FormView): Part[] {
  return [
    ...headline(view.heading),
    ...paragraphs(view.intro ?? ''),
    ...small(sayPlace(view)),
    ...(view.problem ? drawNotice('bad', view.problem) : []),
  ]
}

/** Rows share what room the other fields leave. Lines of "check your answers" that belong to one page stand together. */
function drawFields(view: FormView, frame: Frame, room: number): Part[] {
  const fixed = view.fields.filter((field) => field.kind !== 'rows')
  const taken = fixed.reduce((sum, field) => sum + bytesOf(drawField(field, frame, room)), 0)
  const share = Math.floor((room - taken) / (view.fields.length - fixed.length))
  return together(view.fields).flatMap((field) =>
    Array.isArray(field) ? answers(field, frame) : drawField(field, frame, share),
  )
}

function answeredInputs(parts: readonly Part[]): string[] {
  return parts.flatMap((part): string[] => {
    if (part.type === 'Container') return answeredInputs(part.items as Part[])
    return part.type.startsWith('Input.') && part.value !== undefined ? [String(part.id)] : []
  })
}

function buttons(view: FormView, on: On): Button[] {
  const dialog = on === 'card' && view.pace === 'page' ? [asDialog(view)] : []
  return [...controls(view, ['next', 'back', 'stop']), ...dialog]
}

/** Not every client has dialogs, so the card is whole without one. */
const asDialog = (view: FormView): Button => ({
  label: 'Open as a dialog',
  verb: 'form.open',
  input: { draft: view.draft, page: view.page },
  opens: 'form',
})
