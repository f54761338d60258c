import { type Address, DeliveryError, type Messenger } from '../ports.ts'
import type { Message } from './words.ts'

/**
 * The last door before a platform: what is for one person never stands where others read, whoever addressed it so (PR-6, PR-14); and whatever goes wrong
 * out there is told in the messenger's words.
 */
export function lastDoor(messenger: Messenger, failureOf: (error: unknown) => DeliveryError): Messenger {
  const failing = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work()
    } catch (error) {
      throw failureOf(error)
    }
  }
  return {
    ...messenger,
    post: (to, message, ...more) => failing(() => messenger.post(to, keptPrivate(to, message), ...more)),
    ...(messenger.find && { find: (to, line) => failing(async () => messenger.find?.(to, line)) }),
    update: (posted, message) => failing(() => messenger.update(posted, message)),
    remove: (posted, instead) => failing(() => messenger.remove(posted, instead)),
  }
}

function keptPrivate(to: Address, message: Message): Message {
  const shared = to.kind === 'place' && to.place.kind !== 'direct'
  if (shared && message.sensitivity === 'person') {
    throw new DeliveryError('too-sensitive', 'a message to one person was addressed to a channel', { permanent: true })
  }
  return message
}
