import { z } from 'zod'
import { channelJson, directChannel, findChannel, reachable } from '../directory.ts'
import { isRefused, refused } from '../refusal.ts'
import type { Channel } from '../state.ts'
import { type Method, method, page, paging } from './method.ts'

const asking = { channel: z.string() }

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

  'conversations.join': method(asking, (state, args) => {
    const channel = findChannel(state, args.channel)
    if (isRefused(channel)) return channel
    if (typeOf(channel) !== 'public_channel') return refused('method_not_supported_for_channel_type')
    channel.members.add(state.app.botUserId)
    state.changed('channel', [...channel.members])
    return { channel: channelJson(state, channel) }
  }),
}

function typeOf({ kind, isPrivate }: Channel): string {
  if (kind !== 'channel') return kind
  return isPrivate ? 'private_channel' : 'public_channel'
}
