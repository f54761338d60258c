import { type Refused, refused } from './refusal.ts'
import type { Channel, Json, State, Team, User } from './state.ts'

/** Who is there, and where they talk. */

export interface NewUser {
  id: string
  /** The handle; the id in small letters when left out. */
  name?: string
  realName: string
  email: string
  /** A workspace other than the app's makes them a Slack Connect user. */
  teamId?: string
  isStranger?: boolean
}

export function addUser(state: State, user: NewUser): User {
  const added: User = {
    id: user.id,
    teamId: user.teamId ?? state.home.id,
    name: user.name ?? user.id.toLowerCase(),
    realName: user.realName,
    email: user.email,
    isBot: false,
    isStranger: user.isStranger ?? false,
    deleted: false,
  }
  state.users.set(added.id, added)
  state.changed('person', [added.id])
  return added
}

export interface NewChannel {
  id: string
  /** Without #. */
  name: string
  isPrivate?: boolean
  isExtShared?: boolean
  /** User ids; list the bot to have it in. */
  members: readonly string[]
}

export function addChannel(state: State, channel: NewChannel): Channel {
  const added: Channel = {
    id: channel.id,
    name: channel.name,
    kind: 'channel',
    isPrivate: channel.isPrivate ?? false,
    isExtShared: channel.isExtShared ?? false,
    members: new Set(channel.members),
  }
  return keep(state, added)
}

/** The conversation of exactly these people and the bot, made if there is none yet. */
export function directChannel(state: State, userIds: readonly string[]): Channel {
  const members = new Set([state.app.botUserId, ...userIds])
  const found = [...state.channels.values()].find(
    (each) => each.kind !== 'channel' && each.members.symmetricDifference(members).size === 0,
  )
  if (found) return found
  const kind = userIds.length === 1 ? 'im' : 'mpim'
  const id = state.nextId(kind === 'im' ? 'D' : 'G')
  const name = kind === 'im' ? 'directmessage' : `mpdm-${[...members].join('--')}`
  return keep(state, { id, name, kind, isPrivate: true, isExtShared: false, members })
}

function keep(state: State, channel: Channel): Channel {
  state.channels.set(channel.id, channel)
  state.messages.set(channel.id, [])
  state.changed('channel', [...channel.members])
  return channel
}

export function userOf(state: State, id: string): User {
  const user = state.users.get(id)
  if (!user) throw new Error(`nobody has the id ${id}`)
  return user
}

export function teamOf(state: State, user: User): Team {
  return state.teams.get(user.teamId) ?? { id: user.teamId, name: user.teamId, domain: user.teamId.toLowerCase() }
}

/** A channel the bot may know of. A private one it is not in does not exist for it. */
export function findChannel(state: State, id: string): Channel | Refused {
  const channel = state.channels.get(id)
  if (!channel || (channel.isPrivate && !channel.members.has(state.app.botUserId))) return refused('channel_not_found')
  return channel
}

/** A person the app may write to directly. */
export function reachable(state: State, id: string): User | Refused {
  const user = state.users.get(id)
  if (!user) return refused('user_not_found')
  if (user.deleted) return refused('user_disabled')
  if (user.isStranger) return refused('user_not_visible')
  if (user.isBot) return refused('cannot_dm_bot')
  return user
}

export function userJson(state: State, user: User): Json {
  const away = user.teamId !== state.home.id
  return {
    id: user.id,
    team_id: user.teamId,
    name: user.name,
    real_name: user.realName,
    deleted: user.deleted,
    tz: 'Europe/London',
    is_bot: user.isBot,
    is_app_user: false,
    is_admin: false,
    is_owner: false,
    is_restricted: false,
    is_ultra_restricted: false,
    ...(away && { is_stranger: user.isStranger }),
    profile: {
      real_name: user.realName,
      display_name: user.name,
      team: user.teamId,
      ...(user.email && { email: user.email }),
    },
  }
}

export function channelJson(state: State, channel: Channel): Json {
  const direct = channel.kind === 'im' ? [...channel.members].find((id) => id !== state.app.botUserId) : undefined
  return {
    id: channel.id,
    is_channel: channel.kind === 'channel' && !channel.isPrivate,
    is_group: channel.kind === 'channel' && channel.isPrivate,
    is_im: channel.kind === 'im',
    is_mpim: channel.kind === 'mpim',
    is_private: channel.isPrivate,
    is_archived: false,
    is_ext_shared: channel.isExtShared,
    is_shared: channel.isExtShared,
    is_member: channel.members.has(state.app.botUserId),
    context_team_id: state.home.id,
    ...(direct ? { user: direct } : { name: channel.name, num_members: channel.members.size }),
  }
}
