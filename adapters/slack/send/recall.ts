/**
 * What has been posted already: a process that is ended between a post and writing it down leaves a message that nobody knows of. Every message from the
 * outbox carries the id of its line, unseen by people, and by it is found again in the conversation. Only direct conversations are read; a channel never is.
 */
import { z } from 'zod'
import type { Client } from './perform.ts'

const EVENT = 'muster_line'
const mark = z.object({
  event_type: z.literal(EVENT),
  event_payload: z.object({ line: z.string(), page: z.number() }),
})

/** What a page of a line carries with it. */
export const marked = (line: string | undefined, page: number) =>
  line === undefined ? {} : { metadata: { event_type: EVENT, event_payload: { line, page } } }

export interface Found {
  readonly message: string
  /** Further pages, in the thread below it. */
  readonly pages: readonly string[]
}

export interface Recall {
  /** The message of this line in a direct conversation, if it stands there. Throws when Slack cannot say. */
  find(channel: string, line: string): Promise<Found | undefined>
  /** Something may have been posted there without our hearing of it: it is read again before the next answer. */
  doubt(channel: string): void
}

/** More than enough: what is looked for is the last that was posted before an end. */
const NEWEST = 200

export function createRecall(client: Client): Recall {
  // What this process posts it writes down itself, so that a conversation is read once, however many lines are asked for.
  const read = new Map<string, Promise<ReadonlyMap<string, string>>>()

  async function lines(channel: string): Promise<ReadonlyMap<string, string>> {
    const { messages = [] } = await client.conversations.history({ channel, limit: NEWEST, include_all_metadata: true })
    return new Map(
      messages.flatMap(({ ts, metadata }) => {
        const { data } = mark.safeParse(metadata)
        return ts !== undefined && data?.event_payload.page === 0 ? [[data.event_payload.line, ts]] : []
      }),
    )
  }

  async function pagesBelow(channel: string, ts: string, line: string): Promise<readonly string[]> {
    const { messages = [] } = await client.conversations.replies({
      channel,
      ts,
      limit: NEWEST,
      include_all_metadata: true,
    })
    return messages.flatMap((one) => {
      const { data } = mark.safeParse(one.metadata)
      return one.ts !== undefined && one.ts !== ts && data?.event_payload.line === line ? [one.ts] : []
    })
  }

  return {
    async find(channel, line) {
      const known = read.get(channel) ?? lines(channel)
      read.set(channel, known)
      known.catch(() => read.delete(channel))
      const message = (await known).get(line)
      return message === undefined ? undefined : { message, pages: await pagesBelow(channel, message, line) }
    },
    doubt: (channel) => void read.delete(channel),
  }
}
