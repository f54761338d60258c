import { type Delivery, notSent } from '../deliver/courier.ts'
import { type Choice, clientErrors } from '../inputs.ts'
import { clearModals, closeModal, findView, isModal, replaceModal, stackOf, takeAnswer } from '../modals.ts'
import type { Modal } from '../state.ts'
import { closed, submitted } from './payloads.ts'
import { fill, type Hand } from './press.ts'

/** Handing in a modal, or walking away from it. */

const TROUBLE = 'We had some trouble connecting. Try again?'

/** Fills what is given, then presses Submit on the modal in front. What was typed stays, whatever the app answers. */
export async function submit(hand: Hand, values: Record<string, Choice> = {}): Promise<Delivery> {
  const { state, courier, userId } = hand
  await fill(hand, inFront(hand), values)
  const front = inFront(hand)
  if (!front.view.submit) throw new Error(`"${front.view.title.text}" cannot be submitted`)
  if (front.view.submit_disabled) throw new Error(`"${front.view.title.text}" cannot be submitted yet`)

  const errors = clientErrors(front.view.blocks, front.values)
  if (Object.keys(errors).length > 0) {
    replaceModal(state, { ...front, errors })
    return notSent(state)
  }
  const delivery = await courier.deliver('interactive', submitted(state, front))
  if (delivery.outcome !== 'acknowledged') {
    state.tell(userId, TROUBLE)
    return delivery
  }
  const still = findView(state, (each) => each.id === front.id)
  const problem = still && isModal(still) ? takeAnswer(state, still, delivery.body) : undefined
  if (!problem) return delivery
  state.tell(userId, TROUBLE)
  return { ...delivery, problem }
}

/** Closes the modal in front (or, with the cross, all of them); the app hears of it where it asked to. */
export async function close(hand: Hand, everything = false): Promise<Delivery> {
  const { state, courier, userId } = hand
  const front = inFront(hand)
  const isCleared = everything || front.view.clear_on_close === true
  const gone = isCleared ? stackOf(state, userId).toReversed() : [front]
  if (isCleared) clearModals(state, userId)
  else closeModal(state, front)

  let last = notSent(state)
  for (const view of gone)
    if (view.view.notify_on_close) last = await courier.deliver('interactive', closed(state, view, isCleared))
  return last
}

function inFront({ state, userId }: Hand): Modal {
  const front = stackOf(state, userId).at(-1)
  if (!front) throw new Error(`${userId} has no modal open`)
  return front
}
