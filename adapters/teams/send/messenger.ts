/** Posts and updates messages. It tries as often as botbuilder does: the outbox knows when to try again, and what to do when it is in vain. */
import { type Message, quiet } from '../../../src/chat/words.ts'
import { type Address, type Attachment, DeliveryError, type Messenger, type Posted } from '../../../src/ports.ts'
import type { TeamsHost } from '../host.ts'
import { paragraphs, small } from '../render/kit.ts'
import { type Drawing, type Page, pageOf, renderMessage } from '../render/message.ts'
import { failureOf } from './failure.ts'
import { baseOf, type Reach, readReach, writeReach } from './reach.ts'

export function createMessenger(host: TeamsHost, drawing: Drawing): Messenger {
  return {
    platform: 'teams',
    post: (to, message, attachments = []) =>
      failing(() => post(host, to, renderMessage(naming(attachments, keptPrivate(to, message)), drawing))),
    update: (posted, message) => failing(() => update(host, posted, renderMessage(message, drawing))),
  }
}

/** Further pages follow the first; a channel has them in the thread below it. */
async function post(host: TeamsHost, to: Address, [first, ...more]: [Page, ...Page[]]): Promise<Posted> {
  const { reach, message } = await begin(host, to, first)
  const pages: string[] = []
  for (const page of more) pages.push(await host.send(reach, page))
  const { tenant, conversation } = reach
  return {
    platform: 'teams',
    tenant,
    conversation: baseOf(conversation),
    message,
    reach: writeReach({ ...reach, ...(pages.length ? { pages } : {}) }),
  }
}

async function begin(host: TeamsHost, to: Address, page: Page): Promise<{ reach: Reach; message: string }> {
  switch (to.kind) {
    case 'person': {
      const reach = readReach(to.door.reach) ?? (await host.openChat(to.door))
      return { reach, message: await host.send(reach, page) }
    }
    case 'place': {
      const { tenant, conversation, kind, reach: written } = to.place
      const known = readReach(written)
      const at = { tenant, conversation, ...(known ? { serviceUrl: known.serviceUrl } : {}) }
      if (kind === 'channel') return host.openThread(at, page)
      const reach = known ?? { serviceUrl: host.serviceUrl, tenant, conversation }
      return { reach, message: await host.send(reach, page) }
    }
    case 'email':
      throw new DeliveryError('wrong-door', 'Teams delivers no e-mail', { permanent: true })
    default:
      return to satisfies never
  }
}

/**
 * Each page takes the place of the one before, and a page too many says so. What has grown by a page cannot be added to: every later update would add it
 * again. So the last page says that there is more.
 */
async function update(host: TeamsHost, posted: Posted, pages: readonly Page[]): Promise<void> {
  const reach = readReach(posted.reach) ?? { ...posted, serviceUrl: host.serviceUrl }
  const stand = [posted.message, ...(reach.pages ?? [])]
  for (const [n, message] of stand.entries()) {
    const grown = n === stand.length - 1 && pages.length > stand.length
    const page = pages[n] ?? EMPTY
    await host.update(reach, message, grown ? withMore(page) : page)
  }
}

const withMore = (page: Page): Page =>
  pageOf(page.summary, [
    ...page.card.body,
    ...small('There is more of this now than fits here. Ask for it again to see all of it.'),
  ])

const EMPTY: Page = pageOf('This page is no longer needed.', paragraphs('This page is no longer needed.'))

/** Teams takes no files from a bot, so the message says where they are. */
function naming(attachments: readonly Attachment[], message: Message): Message {
  const named = attachments.map(({ name }) =>
    quiet(`${name}: Teams takes no files from Muster; it comes by e-mail and is on the desk.`),
  )
  return named.length ? { ...message, blocks: [...message.blocks, ...named] } : message
}

/** The last door before a channel: what is for one person never stands where others read (PR-6, PR-14). */
function keptPrivate(to: Address, message: Message): Message {
  const shared = to.kind === 'place' && to.place.kind !== 'direct'
  if (shared && message.sensitivity === 'person') {
    throw new DeliveryError('too-sensitive', 'a message to one person was addressed to a channel', { permanent: true })
  }
  return message
}

async function failing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw failureOf(error)
  }
}
