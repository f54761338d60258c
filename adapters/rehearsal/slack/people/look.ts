import { type Block, elementsIn, type Placed } from '../kit/blocks.ts'
import { findView } from '../modals.ts'
import type { AnyView, Message, State } from '../state.ts'

/** What a person points at: something that is on their screen, or was when they last looked. */

/** A message (or the snapshot of one: then the person presses what they saw, however it has changed since), or a view. */
export type Place = { channel: string; ts: string } | Message | { id: string } | AnyView

/** An action_id, and where several rows share it, which of them. */
export type Aim = string | { action_id: string; block_id?: string; value?: string }

export type Seen = { kind: 'message'; message: Message } | { kind: 'view'; view: AnyView }

/** What is there for this person. Throws when they could not see it: nobody can press what is not on their screen. */
export function look(state: State, userId: string, place: Place): Seen {
  if ('id' in place) {
    const view = findView(state, (each) => each.id === place.id && each.userId === userId)
    if (!view) throw new Error(`${userId} has no view ${place.id} open`)
    return { kind: 'view', view }
  }
  const { channel, ts } = place
  const kept = state.messages.get(channel)?.find((each) => each.ts === ts)
  const message = 'blocks' in place ? { ...(kept ?? place), blocks: place.blocks } : kept?.deleted ? undefined : kept
  const visible = message?.onlyFor ? message.onlyFor === userId : state.channels.get(channel)?.members.has(userId)
  if (!message || !visible) throw new Error(`${userId} sees no message ${ts} in ${channel}`)
  return { kind: 'message', message }
}

export function blocksOf(seen: Seen): readonly Block[] {
  return seen.kind === 'message' ? seen.message.blocks : seen.view.view.blocks
}

/** The one element aimed at. Throws when there is none, or more than one. */
export function find(blocks: readonly Block[], aim: Aim): Placed {
  const wanted = typeof aim === 'string' ? { action_id: aim } : aim
  const found = elementsIn(blocks).filter(
    ({ element, block }) =>
      element.action_id === wanted.action_id &&
      (wanted.block_id === undefined || block.block_id === wanted.block_id) &&
      (wanted.value === undefined || ('value' in element && element.value === wanted.value)),
  )
  if (found[0] && found.length === 1) return found[0]
  const there = elementsIn(blocks).map(({ element }) => element.action_id)
  throw new Error(`${found.length} elements are ${JSON.stringify(aim)}; there are: ${there.join(', ') || 'none'}`)
}
