/** The post of the year, and how an answer is read. */
import type { Platform, Reply } from '../../../src/chat/intent.ts'
import type { Message } from '../../../src/chat/words.ts'
import type { Instant, LocalDate } from '../../../src/kernel/time.ts'
import { type aHouse, type Letter, wordsOf } from '../house.ts'

export type House = ReturnType<typeof aHouse>

/** One message as it was when it came. */
export interface Sent {
  /** A person, or `#` and a channel. */
  readonly to: string
  readonly platform: Platform
  readonly at: Instant
  readonly day: LocalDate
  /** What the house calls it: `slt-2027-02-25/agenda/slt-nhs`. */
  readonly key: string
  readonly summary: string
  readonly words: string
  readonly letter: Letter
}

/** The words of an answer, or of its refusal. */
export function answerOf(reply: Reply): string {
  if (reply.kind === 'refusal') return `${reply.refusal.sentence} ${reply.refusal.next}`
  return wordsOf(messageOf(reply))
}

export function messageOf(reply: Reply): Message {
  if (reply.kind === 'message' || reply.kind === 'card' || reply.kind === 'done') return reply.message
  throw new Error(
    `no message: ${reply.kind === 'refusal' ? `${reply.refusal.sentence} ${reply.refusal.next}` : reply.kind}`,
  )
}

/** What people do by habit is never refused. */
export function expectDone(reply: Reply): void {
  messageOf(reply)
}
