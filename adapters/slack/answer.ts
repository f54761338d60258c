/**
 * From a reply to what Slack must be told: first the acknowledgement, then steps over the network. Pure; `send/perform.ts` takes the steps.
 *
 * @example answer({ kind: 'card', message }, { verb, input, origin }, {}) // { steps: [{ do: 'respond', replace: true, … }] }
 */
import type { types } from '@slack/bolt'
import type { Intent, Reply } from '../../src/chat/intent.ts'
import { givenRow, readSlot, type Slot } from '../../src/chat/slots.ts'
import { type Message, refusalMessage, say as words } from '../../src/chat/words.ts'
import type { Field, FormView } from '../../src/forms/view.ts'
import type { Refusal } from '../../src/kernel/result.ts'
import { LIMITS } from './limits.ts'
import type { Origin } from './parse/origin.ts'
import { renderModal, renderWalk } from './render/form.ts'
import { renderHome } from './render/home.ts'
import { type Drawing, type Page, renderMessage } from './render/message.ts'
import { renderNote } from './render/note.ts'

/** One call of Slack. `otherwise` is taken when it fails, so that nobody is left without an answer. */
export type Step = {
  readonly otherwise?: readonly Step[]
  /** Not taken in this person's own conversation with Muster: what it would point to stands just above. */
  readonly elsewhereThan?: { readonly user: string; readonly channel: string }
} & (
  | { readonly do: 'respond'; readonly url: string; readonly page: Page; readonly replace: boolean }
  /** To one person in a channel, seen by nobody else. */
  | {
      readonly do: 'whisper'
      readonly channel: string
      readonly user: string
      readonly thread?: string
      readonly page: Page
    }
  | { readonly do: 'post'; readonly channel: string; readonly page: Page }
  /** In the direct conversation with this person, wherever that is. */
  | { readonly do: 'tell'; readonly user: string; readonly page: Page }
  | { readonly do: 'update'; readonly channel: string; readonly message: string; readonly page: Page }
  | { readonly do: 'open' | 'push'; readonly trigger: string; readonly view: types.ModalView }
  /** `seen`: only while the modal is as it was when this was asked for, or still on that page. */
  | { readonly do: 'redraw'; readonly view: types.ModalView; readonly id: string; readonly seen?: string }
  | { readonly do: 'home'; readonly user: string; readonly view: types.HomeView }
)

export interface Answer {
  /** The body of the acknowledgement; Slack reads one from a submitted modal only. */
  readonly ack?: Readonly<Record<string, unknown>>
  readonly steps: readonly Step[]
}

export interface Asked {
  readonly origin: Origin
  readonly verb?: Intent['verb']
  readonly input?: Intent['input']
}

/** The verb of a form's own buttons: only those stand on a message that the next question may replace. Any other button stands on a card. */
const STEP = 'form.page'

export function answer(reply: Reply, asked: Asked, drawing: Drawing): Answer {
  switch (reply.kind) {
    case 'message':
      return tell(reply.message, asked, drawing)
    case 'card':
      return card(reply.message, asked, drawing)
    case 'form':
      return reply.view.pace === 'walk' ? walk(reply.view, asked, drawing) : form(reply.view, asked, drawing)
    case 'done':
      return done(reply.message, asked, drawing)
    case 'refusal':
      return refusal(reply.refusal, asked, drawing)
    case 'nothing':
      return { steps: [] }
    default:
      return reply satisfies never
  }
}

/** Words for this person alone, as close as can be to where they asked. */
function tell(message: Message, { origin, verb, input }: Asked, drawing: Drawing): Answer {
  const { user, view, trigger, channel, thread, respond } = origin
  const pages = renderMessage(message, drawing)
  const directly = pages.map((page): Step => ({ do: 'tell', user, page }))
  if (view?.kind === 'home' && (verb === 'home' || !trigger)) {
    return { steps: [{ do: 'home', user, view: renderHome(message, drawing, Number(input?.page ?? 1)) }] }
  }
  if (view && trigger) {
    const note = renderNote(message, drawing)
    if (!note) return { steps: directly }
    if (origin.submitted) return { ack: { response_action: 'push', view: note }, steps: [] }
    return { steps: [{ do: view.kind === 'modal' ? 'push' : 'open', trigger, view: note, otherwise: directly }] }
  }
  if (origin.direct && channel && !respondsAlone(origin)) {
    return { steps: pages.map((page) => ({ do: 'post', channel, page })) }
  }
  if (respond && pages.length < LIMITS.responseUrlUses) {
    return {
      steps: pages.map((page) => ({
        do: 'respond',
        url: respond,
        page,
        replace: false,
        otherwise: [{ do: 'tell', user, page }],
      })),
    }
  }
  if (channel && !origin.direct) {
    const where = { channel, user, ...(thread ? { thread } : {}) }
    return { steps: pages.map((page) => ({ do: 'whisper', ...where, page, otherwise: [{ do: 'tell', user, page }] })) }
  }
  return { steps: directly }
}

/** In a direct conversation only `response_url` answers a command (it may be typed between two people) or an ephemeral message. */
const respondsAlone = (origin: Origin) => origin.respond !== undefined && (origin.pressed?.ephemeral ?? true)

/** The pressed message's new face; its further pages, if any, follow it. */
function card(message: Message, asked: Asked, drawing: Drawing): Answer {
  const [face, ...more] = renderMessage(message, drawing)
  const steps = replacing(face, asked.origin)
  if (!steps) return tell(message, asked, drawing)
  return { steps: [...steps, ...more.map((page): Step => ({ do: 'tell', user: asked.origin.user, page }))] }
}

function replacing(page: Page, { pressed, channel, respond }: Origin): Step[] | undefined {
  if (!pressed || !channel) return undefined
  const update: Step[] = pressed.ephemeral ? [] : [{ do: 'update', channel, message: pressed.message, page }]
  return respond ? [{ do: 'respond', url: respond, page, replace: true, otherwise: update }] : update
}

/** A page of a form in a modal: in the one that is open, or in a new one. */
function form(view: FormView, asked: Asked, drawing: Drawing): Answer {
  const { origin } = asked
  const modal = renderModal(view)
  if (origin.submitted) {
    const errors = besideFields(view, origin.view?.inputs ?? [])
    return {
      ack: errors ? { response_action: 'errors', errors } : { response_action: 'update', view: modal },
      steps: [],
    }
  }
  const { trigger } = origin
  if (origin.view?.kind === 'modal' && asked.verb?.startsWith('form.')) {
    const { id, hash: seen } = origin.view
    if (isChoice(asked) && seen !== undefined) return { steps: [{ do: 'redraw', id, view: modal, seen }] }
    return { steps: [{ do: 'redraw', id, view: modal, otherwise: tell(PRESS_AGAIN, asked, drawing).steps }] }
  }
  // Without a trigger (a message, a mention) Slack opens no modal: the same page is asked in the conversation.
  if (!trigger) return walk(view, asked, drawing)
  const how = origin.view?.kind === 'modal' ? 'push' : 'open'
  return { steps: [{ do: how, trigger, view: modal, otherwise: aside(PRESS_AGAIN, origin, drawing) }] }
}

/** A choice that may bring other questions up: it stays on its page, and turns it for nobody. */
export const isChoice = ({ input }: Pick<Asked, 'input'>) => input?.go === 'again'

const PRESS_AGAIN = words('Slack waited too long and did not open the form. Nothing is lost: please press again.')

/** The trigger is spent: what remains is to say it where it was pressed, or directly. */
const aside = (message: Message, { view, trigger: _spent, ...origin }: Origin, drawing: Drawing) =>
  tell(message, { origin }, drawing).steps

const isSlotOf = (field: string, blockId: string) => readSlot(blockId)?.field === field

/** Slack's own errors beside the fields, when every one of them has an input in the modal that was submitted. */
function besideFields(view: FormView, inputs: readonly string[]): Record<string, string> | undefined {
  const wrong = view.fields.filter((field) => field.error !== undefined)
  const placed = wrong.flatMap((field) => placedErrors(field, inputs))
  const here = view.fields.every((field) => field.kind === 'desk' || inputs.some((id) => isSlotOf(field.id, id)))
  if (wrong.length === 0 || !here || placed.some(([id]) => id === undefined)) return undefined
  return Object.fromEntries(placed.map(([id, error]) => [id ?? '', error]))
}

/** Where each error of a field stands in the modal, if it has a place there: that of a table in its cells, where its rows are given and so have names. */
function placedErrors(field: Field, inputs: readonly string[]): (readonly [id: string | undefined, error: string])[] {
  if (field.kind !== 'rows' || field.wrong === undefined)
    return [[inputs.find((id) => isSlotOf(field.id, id)), field.error ?? '']]
  return field.wrong.map(({ row, column, error }) => {
    const given = field.labels?.[row]
    const isCell = (slot: Slot | undefined) =>
      given !== undefined && slot?.field === field.id && slot.row === givenRow(given.value) && slot.column === column
    return [inputs.find((id) => isCell(readSlot(id))), error]
  })
}

/** One question in the direct conversation, each taking the place of the one before. */
function walk(view: FormView, { origin, verb }: Asked, drawing: Drawing): Answer {
  const { user, channel } = origin
  const page = renderWalk(view)
  const stepping = verb === STEP ? replacing(page, origin) : undefined
  if (stepping) return { steps: stepping }
  if (origin.direct && channel && !respondsAlone(origin)) return { steps: [{ do: 'post', channel, page }] }
  const asked: Step = { do: 'tell', user, page }
  if (origin.submitted) return { ack: { response_action: 'clear' }, steps: [asked] }
  const pointing = tell(ASKED_DIRECTLY, { origin }, drawing).steps
  return { steps: [asked, ...pointing.map((step) => (channel ? { ...step, elsewhereThan: { user, channel } } : step))] }
}

const ASKED_DIRECTLY = words('I have sent you the first question in a direct message.')

/** The form is finished: its modal closes, or its last question becomes the words. */
function done(message: Message, asked: Asked, drawing: Drawing): Answer {
  const { origin, verb } = asked
  const pages = renderMessage(message, drawing)
  const directly = pages.map((page): Step => ({ do: 'tell', user: origin.user, page }))
  if (origin.submitted) return { ack: { response_action: 'clear' }, steps: directly }
  if (origin.view?.kind === 'modal') {
    const note = renderNote(message, drawing)
    return { steps: note ? [{ do: 'redraw', id: origin.view.id, view: note, otherwise: directly }] : directly }
  }
  return verb === STEP ? card(message, asked, drawing) : tell(message, asked, drawing)
}

/** What is the matter and what to do now: beside the field when it is about one, otherwise privately. */
function refusal(why: Refusal, asked: Asked, drawing: Drawing): Answer {
  const { origin } = asked
  const at = why.field === undefined ? undefined : origin.view?.inputs.find((id) => isSlotOf(why.field ?? '', id))
  if (origin.submitted && at) {
    return { ack: { response_action: 'errors', errors: { [at]: `${why.sentence} ${why.next}` } }, steps: [] }
  }
  return tell(refusalMessage(why), asked, drawing)
}
