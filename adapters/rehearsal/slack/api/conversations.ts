import { z } from 'zod'
import { channelJson, directChannel, findChannel, reachable } from '../directory.ts'
import { messageJson } from '../messages.ts'
import { isRefused, type Refused, refused } from '../refusal.ts'
import type { Channel, Json, Message, State } from '../state.ts'
import { type Method, method, page, paging } from './method.ts'

const asking = { channel: z.string() }
const reading = { ...asking, ...paging, include_all_metadata: z.stringbool().or(z.boolean()).default(false) }

export const conversationMethods: Record<string, Method> = {
  'conversations.open': method(
    { users: z.union([z.string(), z.array(z.string())]).optional(), channel: z.string().optional() },
    (state, args) => {
      if (args.channel) {
        const channel = findChannel(state, args.channel)
        return isRefused(channel) ? channel : { channel: channelJson(state, channel) }
      }
      const asked = (Array.isArray(args.users) ? args.users : (args.users ?? '').split(',')).filter(Boolean)
      if (asked.length === 0) return refused('users_list_not_supplied')
      if (asked.length > 8) return refused('too_many_users')
      const refusal = asked.map((id) => reachable(state, id)).find(isRefused)
      if (refusal) return refusal
      return { channel: channelJson(state, directChannel(state, asked)) }
    },
  ),

  'conversations.info': method(asking, (state, args) => {
    const channel = findChannel(state, args.channel)
    return isRefused(channel) ? channel : { channel: channelJson(state, channel) }
  }),

  'conversations.members': method({ ...asking, ...paging }, (state, args) => {
    const channel = findChannel(state, args.channel)
    if (isRefused(channel)) return channel
    const { items: members, response_metadata } = page([...channel.members], args)
    return { members, response_metadata }
  }),

  'conversations.list': method({ types: z.string().default('public_channel'), ...paging }, (state, args) => {
    const wanted = new Set(args.types.split(',').map((each) => each.trim()))
    const visible = [...state.channels.values()].filter(
      (each) => wanted.has(typeOf(each)) && !isRefused(findChannel(state, each.id)),
    )
    const { items, response_metadata } = page(visible, args)
    return { channels: items.map((each) => channelJson(state, each)), response_metadata }
  }),

  // Newest first, without what stands in threads.
  'conversations.history': method(reading, (state, args) => {
    const messages = messagesIn(state, args.channel)
    if (isRefused(messages)) return messages
    const { items, response_metadata } = page(messages.filter((one) => one.threadTs === undefined).reverse(), args)
    return { messages: items.map((one) => read(state, one, args.include_all_metadata)), response_metadata }
  }),

  // The message itself, then what stands below it, oldest first.
  'conversations.replies': method({ ...reading, ts: z.string() }, (state, args) => {
    const messages = messagesIn(state, args.channel)
    if (isRefused(messages)) return messages
    const thread = messages.filter(({ ts, threadTs }) => ts === args.ts || threadTs === args.ts)
    if (thread.length === 0) return refused('thread_not_found')
    const { items, response_metadata } = page(thread, args)
    return { messages: items.map((one) => read(state, one, args.include_all_metadata)), response_metadata }
  }),

  'conversations.join': method(asking, (state, args) => {
    const channel = findChannel(state, args.channel)
    if (isRefused(channel)) return channel
    if (typeOf(channel) !== 'public_channel') return refused('method_not_supported_for_channel_type')
    channel.members.add(state.app.botUserId)
    state.changed('channel', [...channel.members])
    return { channel: channelJson(state, channel) }
  }),
}

/** What everybody in a channel can read; the app only where it is a member. */
function messagesIn(state: State, id: string): readonly Message[] | Refused {
  const channel = findChannel(state, id)
  if (isRefused(channel)) return channel
  if (!channel.members.has(state.app.botUserId)) return refused('not_in_channel')
  return (state.messages.get(channel.id) ?? []).filter(({ deleted, onlyFor }) => !deleted && onlyFor === undefined)
}

function read(state: State, message: Message, withMetadata: boolean): Json {
  const { metadata, ...shown } = messageJson(state, message)
  const replies = (state.messages.get(message.channel) ?? []).filter(
    (one) => one.threadTs === message.ts && !one.deleted,
  )
  return {
    ...shown,
    ...(replies.length > 0 && { reply_count: replies.length }),
    ...(withMetadata && metadata !== undefined && { metadata }),
  }
}

function typeOf({ kind, isPrivate }: Channel): string {
  if (kind !== 'channel') return kind
  return isPrivate ? 'private_channel' : 'public_channel'
}
