/**
 * A page of a form: as a modal, or (one question in a conversation) as a message. Both say the same and bring the same back.
 *
 * @example renderModal(view) // { type: 'modal', title: …, submit: …, private_metadata: '{"draft":"draft_9","page":"A1"}', blocks: […] }
 */
import type { types } from '@slack/bolt'
import { exact, shorten } from '../../../src/chat/fit.ts'
import { toned } from '../../../src/chat/tones.ts'
import type { Button } from '../../../src/chat/words.ts'
import type { Field, FormView } from '../../../src/forms/view.ts'
import { LIMITS } from '../limits.ts'
import { buttonRows, type Numbering, numbering } from './button.ts'
import { answers, drawField } from './fields.ts'
import { escaped, headline, paragraphs, plain, type SlackBlock, small } from './kit.ts'
import type { Page } from './message.ts'

type AnswerLine = Extract<Field, { kind: 'answer' }>

export function renderModal(view: FormView): types.ModalView {
  return {
    type: 'modal',
    callback_id: 'form',
    private_metadata: exact(
      JSON.stringify({ draft: view.draft, page: view.page }),
      LIMITS.metadata,
      'a form’s address',
    ),
    title: plain(shorten(view.title, LIMITS.viewTitle)),
    submit: plain(shorten(view.forward, LIMITS.viewButton)),
    close: plain('Close'),
    notify_on_close: true,
    blocks: drawPage(view, LIMITS.viewBlocks, controls(view, ['back', 'stop'])),
  }
}

/** The same page as a message, its forward button among the others. */
export function renderWalk(view: FormView): Page {
  const blocks = drawPage(view, LIMITS.messageBlocks, controls(view, ['next', 'back', 'stop']))
  return { text: escaped(`${view.title}: page ${view.progress.page} of ${view.progress.pages}`), blocks }
}

function drawPage(view: FormView, max: number, buttons: readonly Button[]): SlackBlock[] {
  const next = numbering()
  const head = [
    ...headline(view.heading),
    ...paragraphs(view.intro ?? ''),
    ...small(
      `Page ${view.progress.page} of ${view.progress.pages} · ${view.progress.answered} of ${view.progress.of} answered`,
    ),
    ...(view.problem ? paragraphs(toned('bad', view.problem)) : []),
  ]
  const foot = buttonRows(buttons, next)
  const room = max - head.length - foot.length
  const roomy = drawFields(view, next, room, byPage)
  const body = roomy.length <= room ? roomy : drawFields(view, next, room, allTogether)
  return body.length <= room ? [...head, ...body, ...foot] : [...headline(view.title), ...tooLarge(view, next), ...foot]
}

/** Rows share what room the other fields leave. */
function drawFields(view: FormView, next: Numbering, room: number, belongs: Belongs): SlackBlock[] {
  const fixed = view.fields.filter((field) => field.kind !== 'rows')
  const taken = fixed.reduce((sum, field) => sum + drawField(field, view, numbering(), room).length, 0)
  const share = Math.floor((room - taken) / (view.fields.length - fixed.length))
  return grouped(view.fields, belongs).flatMap((field) =>
    Array.isArray(field) ? answers(field, view, next) : drawField(field, view, next, share),
  )
}

type Belongs = (line: AnswerLine, before: AnswerLine) => boolean
const byPage: Belongs = (line, before) => line.page === before.page
const allTogether: Belongs = () => true

/** Lines of "check your answers" that belong together, as one group; every other field by itself. */
function grouped(fields: readonly Field[], belongs: Belongs): (Field | AnswerLine[])[] {
  const groups: (Field | AnswerLine[])[] = []
  for (const field of fields) {
    const last = groups.at(-1)
    if (field.kind !== 'answer') groups.push(field)
    else if (Array.isArray(last) && last[0] && belongs(field, last[0])) last.push(field)
    else groups.push([field])
  }
  return groups
}

function controls(view: FormView, wanted: readonly ('next' | 'back' | 'stop')[]): Button[] {
  const go = (way: string) => ({ verb: 'form.page', input: { draft: view.draft, page: view.page, go: way } })
  const all = {
    next: [{ label: view.forward, style: 'primary' as const, ...go('next') }],
    back: view.back ? [{ label: 'Back', ...go('back') }] : [],
    stop: view.stop ? [{ label: 'Save and stop for now', ...go('stop') }] : [],
  }
  return wanted.flatMap((each) => all[each])
}

/** Nothing is left out of a page: one too large for Slack is filled in on the desk. */
function tooLarge(view: FormView, next: Numbering): SlackBlock[] {
  const question = view.fields[0]?.id
  const open: Button = {
    label: 'Open it on the desk',
    verb: 'desk.link',
    input: { draft: view.draft, ...(question === undefined ? {} : { question }) },
  }
  const words = 'This page is larger than Slack can show. Nothing is lost: it continues on the desk.'
  return [...paragraphs(words), ...buttonRows([open], next)]
}
