/** Answers to a command, as the person who gave it reads them. */
import type { Reply } from '../../src/chat/intent.ts'
import type { Figure } from '../../src/chat/words.ts'
import { buttonsOf, wordsOf as wordsOfMessage } from '../stories/house.ts'

export { refusalIn } from '../procedures/story.ts'
export { aHouse } from '../stories/house.ts'

export const wordsOf = (reply: Reply): string => (reply.kind === 'message' ? wordsOfMessage(reply.message) : reply.kind)

export function figureIn(reply: Reply): Figure {
  const found = 'message' in reply ? reply.message.blocks.find((block) => block.kind === 'figure') : undefined
  if (found?.kind !== 'figure') throw new Error('there is no picture in this')
  return found
}

export const labelsOf = (reply: Reply): readonly string[] =>
  reply.kind === 'message' ? buttonsOf(reply.message).map(({ label }) => label) : []
