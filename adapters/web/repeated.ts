import type { Handle, Reply } from '../../src/chat/intent.ts'

/**
 * A browser shows the answer to the last click, and the core answers a repeated intent with nothing: so the answer to the first is given again.
 * Only the latest few are kept, and only in memory; after a restart a repetition leads back to the page.
 */
export function rememberReplies(handle: Handle, most = 100): Handle {
  const replies = new Map<string, Reply>()
  return (intent) => {
    const reply = handle(intent)
    if (reply.kind === 'nothing') return replies.get(intent.id) ?? reply
    replies.set(intent.id, reply)
    const oldest = replies.size > most ? replies.keys().next().value : undefined
    if (oldest !== undefined) replies.delete(oldest)
    return reply
  }
}
