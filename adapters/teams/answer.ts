/**
 * From a reply to what Teams must be told: steps over the network, and the body of the invoke's answer. Pure; `send/perform.ts` takes the steps.
 *
 * @example answer({ kind: 'card', message }, origin, {}) // { steps: [], body: { statusCode: 200, type: '…card.adaptive', value: { … } } }
 */

import { shorten } from '../../src/chat/fit.ts'
import type { Reply } from '../../src/chat/intent.ts'
import { type Message, refusalMessage } from '../../src/chat/words.ts'
import type { FormView } from '../../src/forms/view.ts'
import { LIMITS } from './limits.ts'
import type { Origin } from './parse/origin.ts'
import { renderForm } from './render/form.ts'
import { CARD_TYPE, plain } from './render/kit.ts'
import { type Drawing, type Page, renderMessage } from './render/message.ts'

export type Step =
  /** To this person alone, in the chat of their own with Muster. */
  | { readonly do: 'tell'; readonly page: Page }
  /** Where it was asked, for everybody there to read. */
  | { readonly do: 'say'; readonly page: Page | string }

export interface Answer {
  readonly steps: readonly Step[]
  /** The answer to an invoke; a message has none. */
  readonly body?: Body
  /** Instead, when the person could not be told. */
  readonly untold: { readonly steps: readonly Step[]; readonly body?: Body }
}

export type Body = Readonly<Record<string, unknown>>

export function answer(reply: Reply, origin: Origin, drawing: Drawing): Answer {
  switch (reply.kind) {
    case 'message':
      return tell(reply.message, origin, drawing)
    case 'card':
      return card(reply.message, origin, drawing)
    case 'form':
      return form(reply.view, origin)
    case 'done':
      return origin.form && origin.via === 'card'
        ? card(reply.message, origin, drawing)
        : tell(reply.message, origin, drawing)
    case 'refusal':
      return tell(refusalMessage(reply.refusal), origin, drawing)
    case 'nothing':
      return acknowledged(origin, ALREADY)
    default:
      return reply satisfies never
  }
}

/** Words for this person alone: in a note beside what was pressed when they are few, else in their own chat. */
function tell(message: Message, origin: Origin, drawing: Drawing): Answer {
  if ((origin.via === 'fetch' || origin.via === 'submit') && isOnlyLinks(message)) return inFront(message, drawing)
  const few = origin.via === 'message' || origin.via === 'arrival' ? undefined : fewWords(message)
  return few === undefined ? told(renderMessage(message, drawing), origin) : acknowledged(origin, few)
}

/** A personal link asked for in a dialog stands in it, where the eye is: in the chat it would lie behind. */
function inFront(message: Message, drawing: Drawing): Answer {
  const [{ card: content }] = renderMessage(message, drawing)
  return answered({ task: { type: 'continue', value: { title: 'Muster', card: { contentType: CARD_TYPE, content } } } })
}

/** A dialog takes no other buttons of a card than those that lead elsewhere. */
function isOnlyLinks({ blocks }: Message): boolean {
  const buttons = blocks.flatMap((block) => (block.kind === 'actions' ? block.buttons : []))
  return buttons.length > 0 && buttons.every(({ url }) => url !== undefined)
}

/** The pressed card's new face; its further pages follow it. What only this person may read never stands where others do. */
function card(message: Message, origin: Origin, drawing: Drawing): Answer {
  const aloud = origin.direct || message.sensitivity !== 'person'
  if (origin.via !== 'card' || !aloud) return tell(message, origin, drawing)
  const [face, ...more] = renderMessage(message, drawing)
  return { ...redrawn(face), steps: more.map((page) => ({ do: 'say', page })) }
}

/** A page of a form: where there is one already in its place, otherwise in a dialog or in the person's own chat. */
function form(view: FormView, origin: Origin): Answer {
  if (origin.via === 'fetch' || origin.via === 'submit') {
    const { card: content } = renderForm(view, 'dialog')
    const value = { title: shorten(view.title, LIMITS.dialogTitle), card: { contentType: CARD_TYPE, content } }
    return answered({ task: { type: 'continue', value } })
  }
  const page = renderForm(view, 'card')
  return origin.form && origin.via === 'card' && origin.direct ? redrawn(page) : told([page], origin)
}

function told(pages: readonly Page[], origin: Origin): Answer {
  const steps = pages.map((page): Step => ({ do: 'tell', page }))
  const { direct, via } = origin
  if (via === 'arrival') return { steps, untold: { steps: [] } }
  // A dialog over the chat in which the answer now stands would only be in its way: no body closes it.
  if (via === 'submit' && direct) return { steps, untold: acknowledged(origin, FAILED) }
  if (via !== 'message')
    return {
      ...acknowledged(origin, direct ? BELOW : ELSEWHERE),
      steps,
      untold: acknowledged(origin, direct ? FAILED : UNREACHED),
    }
  if (direct) return { steps, untold: { steps: [] } }
  return { steps: [...steps, { do: 'say', page: ELSEWHERE }], untold: { steps: [{ do: 'say', page: UNREACHED }] } }
}

const BELOW = 'The answer stands in this chat.'
const ELSEWHERE = 'I have answered you in our own chat.'
const UNREACHED =
  'I can answer this only in a chat between the two of us, and Teams lets me open none. Add Muster to your apps, then ask again.'
const FAILED = 'Teams did not take the answer. What you did is recorded; please ask for it again.'
const ALREADY = 'Muster has this already.'

const redrawn = ({ card: value }: Page): Answer => answered({ statusCode: 200, type: CARD_TYPE, value })

const answered = (body: Body): Answer => ({ steps: [], body, untold: { steps: [], body } })

/** A short text in the answer to an invoke, seen by nobody else. */
function acknowledged({ via }: Origin, words: string): Answer {
  if (via === 'message' || via === 'arrival') return { steps: [], untold: { steps: [] } }
  if (via !== 'card') return answered({ task: { type: 'message', value: words } })
  return answered({ statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: words })
}

/** The message as one short text; undefined when it is more than that, or leads somewhere. */
function fewWords({ blocks }: Message): string | undefined {
  const said = blocks.map((block) => (block.kind === 'text' || block.kind === 'notice' ? block.text : undefined))
  const words = plain(said.join(' ')).trim()
  const few = words !== '' && words.length <= LIMITS.note && !/https?:/.test(words)
  return few && !said.includes(undefined) ? words : undefined
}
