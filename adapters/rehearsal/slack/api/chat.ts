import { z } from 'zod'
import { directChannel, findChannel, reachable } from '../directory.ts'
import { edit, messageJson, ownMessage, post, remove, replace, wordingOf } from '../messages.ts'
import { isRefused, type Refused, refused } from '../refusal.ts'
import type { Channel, State } from '../state.ts'
import { type Method, method } from './method.ts'

const saying = {
  channel: z.string(),
  text: z.string().optional(),
  blocks: z.unknown().optional(),
  attachments: z.unknown().optional(),
  thread_ts: z.string().optional(),
}
const pointing = { channel: z.string(), ts: z.string() }

export const chatMethods: Record<string, Method> = {
  'chat.postMessage': method({ ...saying, metadata: z.unknown().optional() }, (state, args) => {
    const channel = writable(state, args.channel)
    if (isRefused(channel)) return channel
    const wording = wordingOf(state, args)
    if (isRefused(wording)) return wording
    const { thread_ts: threadTs, metadata } = args
    const posted = post(state, { ...wording, channel: channel.id, user: state.app.botUserId, threadTs, metadata })
    return { channel: channel.id, ts: posted.ts, message: messageJson(state, posted) }
  }),

  'chat.update': method({ ...saying, ...pointing }, (state, args) => {
    const message = mine(state, args, 'cant_update_message')
    if (isRefused(message)) return message
    // Text alone takes the old blocks away; without either, they stay.
    const blocks = args.blocks ?? (args.text === undefined ? message.blocks : undefined)
    const wording = wordingOf(state, { ...args, blocks })
    if (isRefused(wording)) return wording
    const edited = edit(state, message, wording)
    return { channel: message.channel, ts: message.ts, text: edited.text, message: messageJson(state, edited) }
  }),

  'chat.delete': method(pointing, (state, args) => {
    const message = mine(state, args, 'cant_delete_message')
    if (isRefused(message)) return message
    if (state.exportsForCompliance) return refused('compliance_exports_prevent_deletion')
    remove(state, message)
    return { channel: message.channel, ts: message.ts }
  }),

  'chat.postEphemeral': method({ ...saying, user: z.string() }, (state, args) => {
    const channel = writable(state, args.channel)
    if (isRefused(channel)) return channel
    if (!channel.members.has(args.user)) return refused('user_not_in_channel')
    const wording = wordingOf(state, args)
    if (isRefused(wording)) return wording
    const about = { channel: channel.id, user: state.app.botUserId, onlyFor: args.user, threadTs: args.thread_ts }
    return { message_ts: post(state, { ...wording, ...about }).ts }
  }),

  'chat.getPermalink': method({ channel: z.string(), message_ts: z.string() }, (state, args) => {
    const channel = findChannel(state, args.channel)
    if (isRefused(channel)) return channel
    const known = state.messages.get(channel.id)?.some((each) => each.ts === args.message_ts && !each.deleted)
    if (!known) return refused('message_not_found')
    const point = `p${args.message_ts.replace('.', '')}`
    return {
      channel: channel.id,
      permalink: `https://${state.home.domain}.slack.com/archives/${channel.id}/${point}`,
    }
  }),

  'reactions.add': method(
    { channel: z.string(), timestamp: z.string(), name: z.string() },
    (state, { channel: asked, timestamp, name }) => {
      const channel = findChannel(state, asked)
      if (isRefused(channel)) return channel
      const message = state.messages.get(channel.id)?.find((each) => each.ts === timestamp && !each.deleted)
      if (!message) return refused('message_not_found')
      const reaction = { name, user: state.app.botUserId }
      if (message.reactions.some((each) => each.name === name && each.user === reaction.user))
        return refused('already_reacted')
      replace(state, { ...message, reactions: [...message.reactions, reaction] })
      return {}
    },
  ),
}

/** Where the app may write: a channel it is in (by id or name), or a person, whose direct conversation is opened for it. */
function writable(state: State, asked: string): Channel | Refused {
  if (state.users.has(asked)) {
    const user = reachable(state, asked)
    return isRefused(user) ? user : directChannel(state, [user.id])
  }
  const name = asked.replace(/^#/, '')
  const named = [...state.channels.values()].find((each) => each.kind === 'channel' && each.name === name)
  const channel = findChannel(state, named?.id ?? asked)
  if (isRefused(channel)) return channel
  return channel.members.has(state.app.botUserId) ? channel : refused('not_in_channel')
}

function mine(state: State, { channel: asked, ts }: { channel: string; ts: string }, notMine: string) {
  const channel = findChannel(state, asked)
  return isRefused(channel) ? channel : ownMessage(state, channel, ts, notMine)
}
