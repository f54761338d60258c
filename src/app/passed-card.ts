/**
 * A press on a card that is only a line by now, from a client that missed the change and still shows its buttons. The press counts as any other; whoever
 * made it is answered in private, and that copy is drawn as the line it is, so that there stays one place to press.
 */
import type { Intent, Reply } from '../chat/intent.ts'
import type { Message } from '../chat/words.ts'
import type { Copy } from '../ports.ts'
import { asItStood, drawCard } from './cards.ts'
import { pointer } from './overtaken.ts'
import { drawnHash, NOT_KNOWN } from './posted.ts'
import { redraw, type Work } from './work.ts'

/** The reply to a press, where it must not unfold a card that has been overtaken. */
export function keptShort(work: Work, intent: Intent, reply: Reply): Reply {
  const copy = pressed(work, intent)
  if (copy === undefined || reply.kind === 'nothing') return reply
  const face = reply.kind === 'card' ? reply.message : drawCard(work, copy, copy.viewer)
  if (face === undefined || !isShort(copy, face)) return reply
  work.tx.copies.redrawn(copy.id, NOT_KNOWN, copy.at)
  redraw(work, copy.subject)
  return reply.kind === 'card' ? { kind: 'message', message: asItStood(face, work.at, copy.subject) } : reply
}

/** Whether a copy of a card with this face is the line that is left of it. */
export const isShort = ({ drawn }: Copy, face: Message): boolean => drawn === drawnHash(pointer(face))

function pressed({ tx }: Work, { pressed: at, where, verb }: Intent): Copy | undefined {
  // The pages of a form stand in a message of their own.
  if (at === undefined || verb === 'form.page') return undefined
  return tx.copies.at({ platform: where.platform, ...at })
}
