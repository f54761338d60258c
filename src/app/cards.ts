/** Cards: each is (kind of card, subject, viewer), drawn from state whenever it is needed, so no copy of it can say anything else. */
import type { Reply } from '../chat/intent.ts'
import { actions, type Message, quiet } from '../chat/words.ts'
import { isRefusal } from '../kernel/result.ts'
import { sayMoment } from '../kernel/time.ts'
import { memberById } from '../partnership/partnership.ts'
import { DRAFT_NOTE, type OutboxLine } from '../ports.ts'
import type { Ctx } from './ctx.ts'
import { digestFace } from './digest.ts'
import { drawNote } from './draft-note.ts'
import { loadMatter, type Work } from './work.ts'

export type Card = Extract<OutboxLine['content'], { card: string }>

/** Draws a card for a viewer, or its read-only mirror; nothing when its subject is gone, nor for somebody who has left. */
export function drawCard(
  work: Pick<Work, 'house' | 'tx' | 'at'>,
  card: Card,
  viewer: string | undefined,
): Message | undefined {
  if (viewer !== undefined && memberById(work.house.partnership(), viewer, work.at) === undefined) return undefined
  const input = card.input ?? {}
  if (card.card === 'digest') return viewer === undefined ? undefined : digestFace(work, viewer)
  if (card.card === DRAFT_NOTE) return drawNote(work, card.subject, viewer)
  const matter = loadMatter(work, card.subject)
  if (isRefusal(matter)) return undefined
  if (card.card === 'task' && matter.kind.task) {
    return matter.kind.task(matter.state, input.owed ?? '', { ...input, ...(viewer === undefined ? {} : { viewer }) })
  }
  return matter.kind.face(matter.state, viewer, input)
}

/** A face shown as an answer stays as it is, unlike a card: so it says of when it is, and a press on it shows it as it is now, in the same place. */
export function asItStood(message: Message, at: string, subject: string, view = 'face'): Message {
  const again = { label: 'Look again', verb: 'matter.see', subject, input: { view } }
  return { ...message, blocks: [...message.blocks, actions([again]), quiet(`As it stood on ${sayMoment(at)}.`)] }
}

/** The present face of the copy that was pressed; for a retry, and for a press on something that has changed meanwhile. */
export function faceOfPressed(ctx: Ctx): Reply | undefined {
  const { pressed, where } = ctx.intent
  const copy = pressed && ctx.tx.copies.at({ platform: where.platform, ...pressed })
  const message = copy && drawCard(ctx, copy, copy.viewer)
  return message && { kind: 'card', message }
}
