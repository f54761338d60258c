/**
 * A page of a form: as a modal, or (one question in a conversation) as a message. Both say the same and bring the same back.
 *
 * @example renderModal(view) // { type: 'modal', title: …, submit: …, private_metadata: '{"draft":"draft_9","page":"A1"}', blocks: […] }
 */
import type { types } from '@slack/bolt'
import { exact, shorten } from '../../../src/chat/fit.ts'
import { type Belongs, byPage, controls, sayPlace, summaryOf, together, tooLarge } from '../../../src/chat/form-page.ts'
import { toned } from '../../../src/chat/tones.ts'
import type { Button } from '../../../src/chat/words.ts'
import type { FormView } from '../../../src/forms/view.ts'
import { LIMITS } from '../limits.ts'
import { buttonRows, type Numbering, numbering } from './button.ts'
import { answers, drawField } from './fields.ts'
import { escaped, headline, paragraphs, plain, type SlackBlock, small } from './kit.ts'
import type { Page } from './message.ts'

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
  return { text: escaped(summaryOf(view)), blocks }
}

function drawPage(view: FormView, max: number, buttons: readonly Button[]): SlackBlock[] {
  const next = numbering()
  const head = [
    ...headline(view.heading),
    ...paragraphs(view.intro ?? ''),
    ...small(sayPlace(view)),
    ...(view.problem ? paragraphs(toned('bad', view.problem)) : []),
  ]
  const foot = buttonRows(buttons, next)
  const room = max - head.length - foot.length
  const roomy = drawFields(view, next, room, byPage)
  const body = roomy.length <= room ? roomy : drawFields(view, next, room, allTogether)
  if (body.length <= room) return [...head, ...body, ...foot]
  const { words, open } = tooLarge(view, 'Slack')
  return [...headline(view.title), ...paragraphs(words), ...buttonRows([open], next), ...foot]
}

/** Rows share what room the other fields leave. */
function drawFields(view: FormView, next: Numbering, room: number, belongs: Belongs): SlackBlock[] {
  const fixed = view.fields.filter((field) => field.kind !== 'rows')
  const taken = fixed.reduce((sum, field) => sum + drawField(field, view, numbering(), room).length, 0)
  const share = Math.floor((room - taken) / (view.fields.length - fixed.length))
  return together(view.fields, belongs).flatMap((field) =>
    Array.isArray(field) ? answers(field, view, next) : drawField(field, view, next, share),
  )
}

const allTogether: Belongs = () => true
