/** The house of the stories, and how its answers are read. */
import type { Reply } from '../../src/chat/intent.ts'
import type { Button } from '../../src/chat/words.ts'
import { aHouse, buttonsOf, wordsOf } from '../stories/house.ts'

export const livingHouse = (at: string) => aHouse({ at })

export type LivingHouse = ReturnType<typeof livingHouse>

export function words(reply: Reply): string {
  if (reply.kind === 'refusal') return `${reply.refusal.sentence} ${reply.refusal.next}`
  return reply.kind === 'nothing' || reply.kind === 'form' ? reply.kind : wordsOf(reply.message)
}

/** The button of an answer that has just been given. */
export function buttonIn(reply: Reply, label: string): Button {
  const found =
    reply.kind === 'message' || reply.kind === 'card'
      ? buttonsOf(reply.message).find((one) => one.label === label)
      : undefined
  if (found === undefined) throw new Error(`there is no "${label}" in: ${words(reply)}`)
  return found
}
