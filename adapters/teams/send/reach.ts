/** All that is needed to speak in a conversation again: kept as JSON beside a door, a channel or a posted message. */
import { z } from 'zod'
import type { Posted } from '../../../src/ports.ts'

const reach = z.object({
  serviceUrl: z.string().min(1),
  /** With `;messageid=…` for one thread of a channel. */
  conversation: z.string().min(1),
  tenant: z.string(),
  /** Further pages of a posted message, by their ids. */
  pages: z.array(z.string()).optional(),
})

export type Reach = z.infer<typeof reach>

export const writeReach = (to: Reach): string => JSON.stringify(to)

/** Undefined for what was not written by `writeReach`. */
export function readReach(json: string | undefined): Reach | undefined {
  try {
    return reach.safeParse(JSON.parse(json ?? '')).data
  } catch {
    return undefined
  }
}

/** The conversation without its thread: what a channel, and every card in it, is known by. */
export const baseOf = (conversation: string): string => conversation.split(';messageid=')[0] ?? conversation

/** A message that stands in a conversation, as the house writes it down. */
export function postedIn(reach: Reach, message: string): Posted {
  const { conversation, tenant } = reach
  return { platform: 'teams', tenant, conversation: baseOf(conversation), message, reach: writeReach(reach) }
}
