/** Posts, updates and takes away messages. It tries once: the outbox knows when to try again, and what to do when it is in vain. */
import { z } from 'zod'
import { lastDoor } from '../../../src/chat/last-door.ts'
import { inPlace, NOT_NEEDED, THERE_IS_MORE } from '../../../src/chat/pages.ts'
import { takeAway } from '../../../src/chat/take-away.ts'
import {
  type Address,
  type Attachment,
  DeliveryError,
  type Messenger,
  type Posted,
  type Removal,
} from '../../../src/ports.ts'
import { escaped, paragraphs, small } from '../render/kit.ts'
import { type Drawing, type Page, renderMessage } from '../render/message.ts'
import { failureOf } from './failure.ts'
import { type Client, directWith, saying } from './perform.ts'
import { createRecall, marked } from './recall.ts'

export function createMessenger(client: Client, drawing: Drawing): Messenger {
  const chats: Chats = new Map()
  const recall = createRecall(client)
  const messenger: Messenger = {
    platform: 'slack',
    async post(to, message, attachments = [], line?: string) {
      const channel = await channelOf(client, chats, to)
      try {
        return await post(client, channel, to, renderMessage(message, drawing), attachments, line)
      } catch (error) {
        recall.doubt(channel)
        throw error
      }
    },
    finds: isDirect,
    async find(to, line) {
      const channel = await channelOf(client, chats, to)
      const found = await recall.find(channel, line)
      return found && postedAt(to, channel, found.message, found.pages)
    },
    update: (posted, message) => update(client, posted, renderMessage(message, drawing)),
    remove: (posted, instead) => remove(client, posted, renderMessage(instead, drawing)[0]),
  }
  return lastDoor(messenger, failureOf)
}

/** The direct conversations opened so far, by user. One never changes, so asking again before every message would only double the calls. */
type Chats = Map<string, string>

/** Further pages stand in the thread below the first, so that one message remains one place. */
async function post(
  client: Client,
  channel: string,
  to: Address,
  [first, ...more]: [Page, ...Page[]],
  attachments: readonly Attachment[],
  line: string | undefined,
): Promise<Posted> {
  const message = await say(client, channel, { ...first, ...marked(line, 0) })
  const further: string[] = []
  for (const [place, page] of more.entries())
    further.push(await say(client, channel, { ...page, ...marked(line, place + 1) }, message))
  for (const file of attachments) await attach(client, channel, message, file)
  return postedAt(to, channel, message, further)
}

function postedAt(to: Address, channel: string, message: string, further: readonly string[]): Posted {
  const tenant = to.kind === 'person' ? to.door.tenant : to.kind === 'place' ? to.place.tenant : ''
  const reach = further.length ? { reach: JSON.stringify({ pages: further }) } : {}
  return { platform: 'slack', tenant, conversation: channel, message, ...reach }
}

const isDirect = (to: Address) => to.kind === 'person' || (to.kind === 'place' && to.place.kind === 'direct')

const pagesPosted = z.object({ pages: z.array(z.string()) })

/** Every page of a posted message. */
function pagesOf({ message, reach }: Posted): readonly string[] {
  return [message, ...(reach ? pagesPosted.parse(JSON.parse(reach)).pages : [])]
}

async function update(client: Client, posted: Posted, pages: readonly Page[]): Promise<void> {
  const { conversation: channel } = posted
  for (const { id, page } of inPlace(pagesOf(posted), pages, { empty: EMPTY, more: withMore })) {
    await client.chat.update({ channel, ts: id, ...page })
  }
}

/** Slack deletes only what the bot itself has posted, and nothing at all while compliance exports are on; then neutral words stand there. */
function remove(client: Client, posted: Posted, instead: Page): Promise<Removal> {
  const { conversation: channel } = posted
  return takeAway(pagesOf(posted), {
    delete: (ts) => client.chat.delete({ channel, ts }),
    overwrite: (ts) => client.chat.update({ channel, ts, ...instead }),
    failureOf,
    isGone: ({ code }) => code === 'message_not_found',
  })
}

const pageOf = (text: string): Page => ({ text: escaped(text), blocks: paragraphs(text) })
const EMPTY = pageOf(NOT_NEEDED)

/** In the place of its foot, since a page may be as full as it can be. */
const withMore = (page: Page): Page => ({ ...page, blocks: [...page.blocks.slice(0, -1), ...small(THERE_IS_MORE)] })

async function say(client: Client, channel: string, page: Page, thread?: string): Promise<string> {
  const { ts } = await client.chat.postMessage({ channel, ...saying(page), ...(thread ? { thread_ts: thread } : {}) })
  if (!ts) throw new DeliveryError('no-ts', 'Slack posted nothing')
  return ts
}

/** A file below its message. Without it the message still counts, and is not sent again: the thread says where the file is. */
async function attach(client: Client, channel: string, thread: string, file: Attachment): Promise<void> {
  const content = { filename: file.name, file: Buffer.from(file.base64, 'base64') }
  try {
    await client.filesUploadV2({ channel_id: channel, thread_ts: thread, ...content })
  } catch {
    await say(client, channel, pageOf(`${file.name} could not be attached here. You find it on the desk.`), thread)
  }
}

async function channelOf(client: Client, chats: Chats, to: Address): Promise<string> {
  switch (to.kind) {
    case 'person':
      return to.door.reach ?? chatWith(to.door.user, client, chats)
    case 'place':
      return to.place.conversation
    case 'email':
      throw new DeliveryError('wrong-door', 'Slack delivers no e-mail', { permanent: true })
    default:
      return to satisfies never
  }
}

async function chatWith(user: string, client: Client, chats: Chats): Promise<string> {
  const chat = chats.get(user) ?? (await directWith(user, client))
  chats.set(user, chat)
  return chat
}
