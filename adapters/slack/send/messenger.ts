/** Posts and updates messages. It tries once: the outbox knows when to try again, and what to do when it is in vain. */
import { z } from 'zod'
import type { Message } from '../../../src/chat/words.ts'
import { type Address, type Attachment, DeliveryError, type Messenger, type Posted } from '../../../src/ports.ts'
import { escaped, paragraphs } from '../render/kit.ts'
import { type Drawing, type Page, renderMessage } from '../render/message.ts'
import { failureOf } from './failure.ts'
import { type Client, directWith, saying } from './perform.ts'

export function createMessenger(client: Client, drawing: Drawing): Messenger {
  const chats: Chats = new Map()
  return {
    platform: 'slack',
    post: (to, message, attachments = []) =>
      failing(() => post(client, chats, to, renderMessage(keptPrivate(to, message), drawing), attachments)),
    update: (posted, message) => failing(() => update(client, posted, renderMessage(message, drawing))),
  }
}

/** The direct conversations opened so far, by user. One never changes, so asking again before every message would only double the calls. */
type Chats = Map<string, string>

/** Further pages stand in the thread below the first, so that one message remains one place. */
async function post(
  client: Client,
  chats: Chats,
  to: Address,
  pages: Page[],
  attachments: readonly Attachment[],
): Promise<Posted> {
  const channel = await channelOf(client, chats, to)
  const [first, ...more] = await inOrder<Page, string>(pages, (page, before) => say(client, channel, page, before[0]))
  if (first === undefined) throw new Error('a message has at least one page')
  for (const file of attachments) await attach(client, channel, first, file)
  const tenant = to.kind === 'person' ? to.door.tenant : to.kind === 'place' ? to.place.tenant : ''
  const reach = more.length ? { reach: JSON.stringify({ pages: more }) } : {}
  return { platform: 'slack', tenant, conversation: channel, message: first, ...reach }
}

const pagesPosted = z.object({ pages: z.array(z.string()) })

/** Each page takes the place of the one before; a page too many says so, a page too few is added to the thread. */
async function update(client: Client, posted: Posted, pages: Page[]): Promise<void> {
  const { conversation: channel, message } = posted
  const stand = [message, ...(posted.reach ? pagesPosted.parse(JSON.parse(posted.reach)).pages : [])]
  for (const [n, ts] of stand.entries()) await client.chat.update({ channel, ts, ...(pages[n] ?? EMPTY) })
  await inOrder(pages.slice(stand.length), (page) => say(client, channel, page, message))
}

const pageOf = (text: string): Page => ({ text: escaped(text), blocks: paragraphs(text) })
const EMPTY = pageOf('This page is no longer needed.')

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

/** One after the other: the order of messages is the order of posting. */
async function inOrder<T, R>(items: readonly T[], work: (item: T, before: readonly R[]) => Promise<R>): Promise<R[]> {
  const done: R[] = []
  for (const item of items) done.push(await work(item, done))
  return done
}
