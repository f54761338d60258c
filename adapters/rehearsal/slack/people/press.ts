import { type Courier, type Delivery, notSent } from '../deliver/courier.ts'
import { type Choice, choose, fieldOf } from '../inputs.ts'
import { elementsIn, type Placed } from '../kit/blocks.ts'
import { findView, isModal, replaceModal } from '../modals.ts'
import type { AnyView, Json, Message, State, Values } from '../state.ts'
import { type Aim, blocksOf, find, look, type Place, type Seen } from './look.ts'
import { pressedInMessage, pressedInView, suggestion } from './payloads.ts'

/** Pressing and choosing, in messages, modals and the home page. */

export interface Hand {
  state: State
  courier: Courier
  userId: string
}

/** Presses a button, or makes a choice. In a form, a choice stays on the screen unless the app asked to hear of it. */
export async function press(hand: Hand, place: Place, aim: Aim, choice?: Choice): Promise<Delivery> {
  const { state, courier, userId } = hand
  const seen = look(state, userId, place)
  const placed = find(blocksOf(seen), aim)
  const { element, block } = placed
  const held = element.type === 'button' ? undefined : choose(element, choice ?? null)
  if (held && element.type !== 'overflow') hold(hand, seen, placed, held)
  if (block.type === 'input' && !block.dispatch_action) return notSent(state)

  const action = actionOf(state, placed, held)
  const delivery = await courier.deliver('interactive', bodyOf(hand, seen, action))
  if (delivery.outcome !== 'acknowledged') state.tell(userId, `That did not work: ${delivery.outcome}`)
  return delivery
}

/** Fills several fields, each named by its action_id or block_id. */
export async function fill(hand: Hand, place: Place, values: Record<string, Choice>): Promise<void> {
  for (const [name, choice] of Object.entries(values)) {
    // Looked at afresh each time: the app may have changed the form after the answer before.
    const blocks = blocksOf(look(hand.state, hand.userId, place))
    const field = elementsIn(blocks).find((it) => it.element.action_id === name || it.block.block_id === name)
    if (!field?.element.action_id) throw new Error(`there is no field ${name} to fill`)
    const { action_id } = field.element
    const { block_id } = field.block
    await press(hand, place, { action_id, ...(block_id && { block_id }) }, choice)
  }
}

/** Types into a menu whose options come from the app. */
export function suggest(hand: Hand, place: Place, aim: Aim, typed: string): Promise<Delivery> {
  const { state, courier, userId } = hand
  const seen = look(state, userId, place)
  const { element, block } = find(blocksOf(seen), aim)
  const about = { action_id: element.action_id, block_id: block.block_id, value: typed }
  const [container, where] = inside(seen)
  return courier.deliver('interactive', suggestion(state, userId, container, { ...about, ...where }))

  function inside(seen: Seen): [Json, Json] {
    if (seen.kind === 'view') return [{ type: 'view', view_id: seen.view.id }, { view: { id: seen.view.id } }]
    const { channel, ts } = seen.message
    return [{ type: 'message', message_ts: ts, channel_id: channel }, { channel: { id: channel } }]
  }
}

function bodyOf({ state, userId }: Hand, seen: Seen, action: Json): Json {
  if (seen.kind === 'message')
    return pressedInMessage(state, userId, seen.message, choicesIn(state, userId, seen.message), action)
  const view = findView(state, (each) => each.id === seen.view.id) as AnyView
  return pressedInView(state, view, action)
}

function actionOf(state: State, { element, block }: Placed, held: Json | undefined): Json {
  const about = {
    type: element.type,
    action_id: element.action_id,
    block_id: block.block_id,
    action_ts: state.nextTs(),
  }
  if (element.type === 'button') {
    const { text, value, url, style } = element
    return { ...about, text, ...(value !== undefined && { value }), ...(url && { url }), ...(style && { style }) }
  }
  const field = fieldOf(element) ?? ''
  const placeholder = 'placeholder' in element && element.placeholder ? { placeholder: element.placeholder } : {}
  return { ...about, [field]: held?.[field], ...placeholder }
}

/** What was chosen stays on the screen, and in `state.values`. */
function hold({ state, userId }: Hand, seen: Seen, { element, block }: Placed, held: Json): void {
  const add = (values: Values): Values => {
    const blockId = block.block_id ?? ''
    return { ...values, [blockId]: { ...values[blockId], [element.action_id ?? '']: held } }
  }
  if (seen.kind === 'message') {
    state.choices.set(keyOf(userId, seen.message), add(choicesIn(state, userId, seen.message)))
  } else if (isModal(seen.view)) {
    const { [block.block_id ?? '']: _mended, ...errors } = seen.view.errors
    replaceModal(state, { ...seen.view, values: add(seen.view.values), errors })
  } else {
    state.homes.set(userId, { ...seen.view, values: add(seen.view.values) })
  }
}

/** What this person has chosen and typed in a message. */
export function choicesIn(state: State, userId: string, message: Pick<Message, 'channel' | 'ts'>): Values {
  return state.choices.get(keyOf(userId, message)) ?? {}
}

const keyOf = (userId: string, { channel, ts }: Pick<Message, 'channel' | 'ts'>) => `${userId} ${channel} ${ts}`
