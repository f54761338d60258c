/**
 * What an earlier life of the process, or an attempt whose answer was lost, has posted of a line without writing it down. Where the platform can be asked, it
 * is asked, so that nobody hears a thing twice; and what is found becomes a live card like any other.
 */
import type { Message } from '../chat/words.ts'
import { type Address, DeliveryError, type OutboxLine, type Posted } from '../ports.ts'
import type { House } from './house.ts'
import { messengerFor } from './ways.ts'

export interface Earlier {
  readonly way: Address
  readonly posted: Posted
}

/** The earlier posts of a line, drawn as things stand now. Throws a DeliveryError when a platform cannot say at the moment. */
export async function earlierPosts(
  house: House,
  line: OutboxLine,
  message: Message,
  ways: readonly Address[],
): Promise<readonly Earlier[]> {
  const found: Earlier[] = []
  for (const way of ways) {
    const posted = await earlierPost(house, line, message, way)
    if (posted) found.push({ way, posted })
  }
  return found
}

async function earlierPost(
  house: House,
  line: OutboxLine,
  message: Message,
  way: Address,
): Promise<Posted | undefined> {
  const messenger = messengerFor(house, way)
  if (messenger?.find === undefined || !messenger.finds?.(way)) return undefined
  try {
    const posted = await messenger.find(way, line.id)
    if (posted) await messenger.update(posted, message)
    return posted
  } catch (thrown) {
    // Where it may not be asked, or what it found cannot be changed, to say it once more is better than never.
    if (thrown instanceof DeliveryError && thrown.permanent) return undefined
    throw thrown
  }
}
