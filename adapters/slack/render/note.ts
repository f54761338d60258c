/** A modal that only says something. */
import type { types } from '@slack/bolt'
import type { Message } from '../../../src/chat/words.ts'
import { LIMITS } from '../limits.ts'
import { numbering } from './button.ts'
import { plain } from './kit.ts'
import { type Drawing, drawBlocks } from './message.ts'

/** Undefined when the message is larger than a modal: then it is better told directly. */
export function renderNote(message: Message, drawing: Drawing): types.ModalView | undefined {
  const blocks = drawBlocks(message, drawing, numbering())
  if (blocks.length > LIMITS.viewBlocks) return undefined
  return { type: 'modal', callback_id: 'note', title: plain('Muster'), close: plain('Close'), blocks }
}
