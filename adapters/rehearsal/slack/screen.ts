import { userOf } from './directory.ts'
import { stackOf } from './modals.ts'
import type { Channel, Home, Message, Modal, Notice, State, User } from './state.ts'

/** What one person has in front of them: nothing they could not see in Slack, and all that they could. */
export interface Screen {
  user: User
  /** Conversations they are in, each with its messages and their own ephemerals, oldest first. */
  conversations: { channel: Channel; messages: Message[] }[]
  home: Home | undefined
  /** The modal in front is last. */
  modals: readonly Modal[]
  /** What made their phone buzz: the top-level `text` of messages. */
  notifications: Notice[]
  /** What Slack itself told them, such as `/command failed with the error "operation_timeout"`. */
  notices: Notice[]
}

export function screenOf(state: State, userId: string): Screen {
  const own = (notice: Notice) => notice.userId === userId
  const conversations = [...state.channels.values()]
    .map((channel) => ({ channel, messages: visibleIn(state, channel, userId) }))
    .filter(({ channel, messages }) => channel.members.has(userId) || messages.length > 0)
  return {
    user: userOf(state, userId),
    conversations,
    home: state.homes.get(userId),
    modals: stackOf(state, userId),
    notifications: state.notifications.filter(own),
    notices: state.notices.filter(own),
  }
}

function visibleIn(state: State, { id, members }: Channel, userId: string): Message[] {
  const all = state.messages.get(id) ?? []
  return all.filter((it) => !it.deleted && (it.onlyFor ? it.onlyFor === userId : members.has(userId)))
}

/** Whether these words stand anywhere on the screen. Lock-screen notifications do not count. */
export function isSeen({ conversations, home, modals, notices }: Screen, words: string): boolean {
  const shown = conversations.flatMap(({ messages }) =>
    messages.map(({ text, blocks }) => (blocks.length > 0 ? blocks : text)),
  )
  const forms = modals.map(({ view, values, errors }) => [view.title, view.blocks, view.submit, values, errors])
  return stringsIn([shown, home?.view.blocks, forms, notices.map((each) => each.text)]).some((it) => it.includes(words))
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : []
}
