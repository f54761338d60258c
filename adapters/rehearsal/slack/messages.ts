import type { z } from 'zod'
import { type Block, blockList, elementsIn } from './kit/blocks.ts'
import { explain } from './kit/explain.ts'
import { LIMITS } from './kit/limits.ts'
import { type Refused, refused } from './refusal.ts'
import { type Channel, type File, type Json, type Message, type State, seconds, type Wording } from './state.ts'

/** What is written, changed and taken away in conversations. */

const messageBlocks = blockList(LIMITS.messageBlocks)

/** Checks what the app wants to say; gives the wording with every id filled in, or Slack's refusal. */
export function wordingOf(
  state: State,
  said: { text?: string | undefined; blocks?: unknown; attachments?: unknown },
): Wording | Refused {
  const text = said.text ?? ''
  if (text.length > LIMITS.messageText) return refused('msg_too_long')
  const parsed = messageBlocks.safeParse(said.blocks ?? [])
  if (!parsed.success) return refused(blockError(said.blocks), explain(parsed.error, '/blocks'))
  const attachments = Array.isArray(said.attachments) ? said.attachments : []
  if (text === '' && parsed.data.length === 0 && attachments.length === 0) return refused('no_text')
  return { text, blocks: withIds(state, parsed.data), attachments }
}

const blockError = (blocks: unknown) => (Array.isArray(blocks) ? 'invalid_blocks' : 'invalid_blocks_format')

/** Slack names every block and element that has no name of its own. */
export function withIds(state: State, blocks: readonly z.infer<typeof messageBlocks>[number][]): Block[] {
  const named = structuredClone(blocks) as Block[]
  for (const block of named) block.block_id ||= state.nextId('b')
  for (const { element } of elementsIn(named)) element.action_id ||= state.nextId('a')
  return named
}

export interface NewMessage extends Wording {
  channel: string
  user: string
  threadTs?: string | undefined
  onlyFor?: string | undefined
  files?: readonly File[]
  metadata?: unknown
}

export function post(state: State, message: NewMessage): Message {
  const { threadTs, onlyFor, metadata, ...rest } = message
  const posted: Message = {
    files: [],
    ...rest,
    ...(threadTs && { threadTs }),
    ...(onlyFor && { onlyFor }),
    ...(metadata !== undefined && { metadata }),
    ts: state.nextTs(),
    deleted: false,
    reactions: [],
    history: [],
  }
  state.messages.get(posted.channel)?.push(posted)
  notify(state, posted)
  state.changed('message', readers(state, posted))
  return posted
}

export function edit(state: State, message: Message, wording: Wording): Message {
  const { text, blocks, attachments } = message
  return replace(state, {
    ...message,
    ...wording,
    // Slack marks only plain text as edited; a card is quietly redrawn.
    ...(wording.blocks.length === 0 && { editedAt: state.clock() }),
    history: [...message.history, { text, blocks, attachments }],
  })
}

export function remove(state: State, message: Message): Message {
  return replace(state, { ...message, deleted: true })
}

/** Puts a changed message in the place of the one with its ts. */
export function replace(state: State, changed: Message): Message {
  const all = state.messages.get(changed.channel) ?? []
  all[all.findIndex((each) => each.ts === changed.ts)] = changed
  state.changed('message', readers(state, changed))
  return changed
}

/** A message that is still there, ephemerals included. */
export function findMessage(state: State, channel: string, ts: string): Message | undefined {
  return state.messages.get(channel)?.find((each) => each.ts === ts && !each.deleted)
}

/** A message the Web API can reach: an ephemeral is out of its reach once sent. */
export function ownMessage(state: State, channel: Channel, ts: string, notMine: string): Message | Refused {
  const message = findMessage(state, channel.id, ts)
  if (!message || message.onlyFor) return refused('message_not_found')
  return message.user === state.app.botUserId ? message : refused(notMine)
}

function readers(state: State, message: Message): string[] {
  return message.onlyFor ? [message.onlyFor] : [...(state.channels.get(message.channel)?.members ?? [])]
}

// Lock screens and screen readers get the top-level text and nothing else. Ephemerals make no noise.
function notify(state: State, message: Message): void {
  if (message.onlyFor) return
  const direct = state.channels.get(message.channel)?.kind !== 'channel'
  const text = message.text || "This content can't be displayed."
  for (const userId of readers(state, message)) {
    if (userId === message.user || userId === state.app.botUserId) continue
    if (!direct && !message.text.includes(`<@${userId}>`)) continue
    state.notifications.push({ at: state.clock(), userId, text, channel: message.channel, ts: message.ts })
  }
}

/** The message as the API and the payloads show it. */
export function messageJson(state: State, message: Message): Json {
  const user = state.users.get(message.user)
  return {
    type: 'message',
    ...(message.files.length > 0 && {
      subtype: 'file_share',
      files: message.files.map((file) => fileJson(state, file)),
    }),
    user: message.user,
    team: user?.teamId ?? state.home.id,
    ...(user?.isBot && { bot_id: state.app.botId, app_id: state.app.id }),
    text: message.text,
    ts: message.ts,
    ...(message.blocks.length > 0 && { blocks: message.blocks }),
    ...(message.attachments.length > 0 && { attachments: message.attachments }),
    ...(message.threadTs && { thread_ts: message.threadTs }),
    ...(message.metadata !== undefined && { metadata: message.metadata }),
    ...(message.editedAt && { edited: { user: message.user, ts: `${seconds(message.editedAt)}.000000` } }),
  }
}

function fileJson(state: State, file: File): Json {
  const url = `${state.origin}/files/${file.id}/${encodeURIComponent(file.name)}`
  return { ...file, title: file.name, mode: 'hosted', is_external: false, url_private: url, url_private_download: url }
}
