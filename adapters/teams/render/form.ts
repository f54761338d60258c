/**
 * A page of a form: in a dialog, or as a card in a conversation. Both say the same and bring the same back.
 *
 * @example renderForm(view, 'dialog') // { summary: 'Scoping: page 1 of 4', card: { …, body: [heading, inputs, buttons] } }
 */
import type { Button } from '../../../src/chat/words.ts'
import type { Field, FormView } from '../../../src/forms/view.ts'
import { LIMITS } from '../limits.ts'
import { buttonRows, type FromForm, type On } from './button.ts'
import { answers, drawField, type Frame } from './fields.ts'
import { bytesOf, headline, type Part, paragraphs, small } from './kit.ts'
import { drawNotice, type Page, pageOf } from './message.ts'

type AnswerLine = Extract<Field, { kind: 'answer' }>

export function renderForm(view: FormView, on: On): Page {
  const { page, pages } = view.progress
  const summary = `${view.title}: page ${page} of ${pages}`
  const walking = view.pace === 'walk' ? { w: true as const } : {}
  // Every button names the inputs that have an answer, so these are drawn once without buttons to find them.
  const bare = drawFields(view, { ...view, on, form: { f: [], ...walking } }, LIMITS.cardBytes)
  const form: FromForm = { f: answeredInputs(bare), ...walking }
  const foot = buttonRows(controls(view, on), on, form)
  const head = drawHead(view)
  const body = drawFields(view, { ...view, on, form }, LIMITS.cardBytes - bytesOf([...head, ...foot]))
  const whole = [...head, ...body, ...foot]
  return pageOf(summary, bytesOf(whole) <= LIMITS.cardBytes ? whole : [...headline(view.title), ...tooLarge(view, on)])
}

function drawHead(view: FormView): Part[] {
  const { page, pages, answered, of } = view.progress
  return [
    ...headline(view.heading),
    ...paragraphs(view.intro ?? ''),
    ...small(`Page ${page} of ${pages} · ${answered} of ${of} answered`),
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

function together(fields: readonly Field[]): (Field | AnswerLine[])[] {
  const groups: (Field | AnswerLine[])[] = []
  for (const field of fields) {
    const last = groups.at(-1)
    if (field.kind !== 'answer') groups.push(field)
    else if (Array.isArray(last) && last[0]?.page === field.page) last.push(field)
    else groups.push([field])
  }
  return groups
}

function answeredInputs(parts: readonly Part[]): string[] {
  return parts.flatMap((part): string[] => {
    if (part.type === 'Container') return answeredInputs(part.items as Part[])
    return part.type.startsWith('Input.') && part.value !== undefined ? [String(part.id)] : []
  })
}

function controls(view: FormView, on: On): Button[] {
  const go = (way: string) => ({ verb: 'form.page', input: { draft: view.draft, page: view.page, go: way } })
  return [
    { label: view.forward, style: 'primary', ...go('next') },
    ...(view.back ? [{ label: 'Back', ...go('back') }] : []),
    ...(view.stop ? [{ label: 'Save and stop for now', ...go('stop') }] : []),
    ...(on === 'card' && view.pace === 'page' ? [asDialog(view)] : []),
  ]
}

/** Not every client has dialogs, so the card is whole without one. */
const asDialog = (view: FormView): Button => ({
  label: 'Open as a dialog',
  verb: 'form.open',
  input: { draft: view.draft, page: view.page },
  opens: 'form',
})

/** Nothing is left out of a page: one too large for Teams is filled in on the desk. */
function tooLarge(view: FormView, on: On): Part[] {
  const question = view.fields[0]?.id
  const open: Button = {
    label: 'Open it on the desk',
    verb: 'desk.link',
    input: { draft: view.draft, ...(question === undefined ? {} : { question }) },
  }
  const words = 'This page is larger than Teams can show. Nothing is lost: it continues on the desk.'
  return [...paragraphs(words), ...buttonRows([open], on)]
}
