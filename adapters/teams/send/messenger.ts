/** Posts, updates and takes away messages. It tries as often as botbuilder does: the outbox knows when to try again, and what to do when it is in vain. */
import { lastDoor } from '../../../src/chat/last-door.ts'
import { inPlace, NOT_NEEDED, THERE_IS_MORE } from '../../../src/chat/pages.ts'
import { takeAway } from '../../../src/chat/take-away.ts'
import { type Message, quiet } from '../../../src/chat/words.ts'
import {
  type Address,
  type Attachment,
  DeliveryError,
  type Messenger,
  type Posted,
  type Removal,
} from '../../../src/ports.ts'
import type { TeamsHost } from '../host.ts'
import { paragraphs, small } from '../render/kit.ts'
import { type Drawing, type Page, pageOf, renderMessage } from '../render/message.ts'
import { failureOf, isGone } from './failure.ts'
import { postedIn, type Reach, readReach } from './reach.ts'

export function createMessenger(host: TeamsHost, drawing: Drawing): Messenger {
  const messenger: Messenger = {
    platform: 'teams',
    post: (to, message, attachments = []) => post(host, to, renderMessage(naming(attachments, message), drawing)),
    update: (posted, message) => update(host, posted, renderMessage(message, drawing)),
    remove: (posted, instead) => remove(host, posted, renderMessage(instead, drawing)[0]),
  }
  return lastDoor(messenger, failureOf)
}

/** Further pages follow the first; a channel has them in the thread below it. */
async function post(host: TeamsHost, to: Address, [first, ...more]: [Page, ...Page[]]): Promise<Posted> {
  const { reach, message } = await begin(host, to, first)
  const pages: string[] = []
  for (const page of more) pages.push(await host.send(reach, page))
  return postedIn({ ...reach, ...(pages.length ? { pages } : {}) }, message)
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

/** Where a posted message stands, and every page of it. */
function placeOf(host: TeamsHost, posted: Posted): { readonly reach: Reach; readonly stand: readonly string[] } {
  const reach = readReach(posted.reach) ?? { ...posted, serviceUrl: host.serviceUrl }
  return { reach, stand: [posted.message, ...(reach.pages ?? [])] }
}

/** Teams leaves "This message has been deleted" where it stood; where a bot may delete nothing, neutral words stand there. */
function remove(host: TeamsHost, posted: Posted, instead: Page): Promise<Removal> {
  const { reach, stand } = placeOf(host, posted)
  return takeAway(stand, {
    delete: (id) => host.remove(reach, id),
    overwrite: (id) => host.update(reach, id, instead),
    failureOf,
    isGone,
  })
}

async function update(host: TeamsHost, posted: Posted, pages: readonly Page[]): Promise<void> {
  const { reach, stand } = placeOf(host, posted)
  for (const { id, page } of inPlace(stand, pages, { empty: EMPTY, more: withMore })) await host.update(reach, id, page)
}

const EMPTY = pageOf(NOT_NEEDED, paragraphs(NOT_NEEDED))

const withMore = (page: Page): Page => pageOf(page.summary, [...page.card.body, ...small(THERE_IS_MORE)])

/** Teams takes no files from a bot, so the message says where they are. */
function naming(attachments: readonly Attachment[], message: Message): Message {
  const named = attachments.map(({ name }) =>
    quiet(`${name}: Teams takes no files from Muster; it comes by e-mail and is on the desk.`),
  )
  return named.length ? { ...message, blocks: [...message.blocks, ...named] } : message
}
