import type { Clock, Instant } from '../../../src/kernel/time.ts'
import type { Block } from './kit/blocks.ts'
import type { HomeView, ModalView } from './kit/views.ts'

/** What Slack's servers remember. Everything else in this folder reads or changes this. */

export type Json = Record<string, unknown>

export interface Team {
  readonly id: string
  readonly name: string
  readonly domain: string
}

export interface User {
  readonly id: string
  readonly teamId: string
  /** The handle, without @. */
  readonly name: string
  readonly realName: string
  readonly email: string
  readonly isBot: boolean
  /** From another workspace and in no channel the app shares: Slack will not open a conversation with them. */
  readonly isStranger: boolean
  /** Has left: their account is deactivated. */
  deleted: boolean
}

export interface Channel {
  readonly id: string
  readonly name: string
  readonly kind: 'channel' | 'im' | 'mpim'
  readonly isPrivate: boolean
  /** Shared with another workspace (Slack Connect). */
  readonly isExtShared: boolean
  readonly members: Set<string>
}

export interface File {
  readonly id: string
  readonly name: string
  readonly mimetype: string
  readonly size: number
}

/** What a message said at one time. */
export interface Wording {
  readonly text: string
  readonly blocks: readonly Block[]
  readonly attachments: readonly unknown[]
}

export interface Message extends Wording {
  readonly channel: string
  readonly ts: string
  /** Who wrote it. */
  readonly user: string
  readonly threadTs?: string
  /** Seen by this person alone, until they reload. */
  readonly onlyFor?: string
  readonly files: readonly File[]
  readonly metadata?: unknown
  readonly editedAt?: Instant
  readonly deleted: boolean
  readonly reactions: readonly { name: string; user: string }[]
  /** What it said before each edit, oldest first. */
  readonly history: readonly Wording[]
}

/** What a person has chosen or typed, as Slack reports it: block_id, action_id, value. */
export type Values = Record<string, Record<string, Json>>

interface ViewBase {
  readonly id: string
  readonly userId: string
  readonly hash: string
  readonly values: Values
  /** Beside which block which error stands. */
  readonly errors: Readonly<Record<string, string>>
  readonly rootId: string
  readonly previousId: string | null
}
export interface Modal extends ViewBase {
  readonly view: ModalView
}
export interface Home extends ViewBase {
  readonly view: HomeView
}
export type AnyView = Modal | Home

export interface Trigger {
  readonly id: string
  readonly userId: string
  readonly at: Instant
  /** The modal it was pressed in, if any: only such a trigger may push. */
  readonly viewId?: string
  used: boolean
}

export interface ResponseUrl {
  readonly token: string
  readonly channel: string
  readonly userId: string
  readonly at: Instant
  /** The message it belongs to; a slash command has none. */
  readonly messageTs?: string
  uses: number
}

/** What Slack itself tells a person: a failed command, a warning triangle, a lock-screen notification. */
export interface Notice {
  readonly at: Instant
  readonly userId: string
  readonly text: string
  readonly channel?: string
  readonly ts?: string
}

/** One call of the Web API, as it came and as it was answered. */
export interface ApiCall {
  readonly method: string
  readonly args: Json
  readonly reply: Json
}

export interface Change {
  readonly what: 'message' | 'modal' | 'home' | 'notice' | 'person' | 'channel' | 'delivery'
  /** Whose screen it touches; all when left out. */
  readonly users?: readonly string[]
}

export interface State {
  readonly clock: Clock
  readonly home: Team
  readonly app: { id: string; botUserId: string; botId: string; token: string }
  readonly teams: Map<string, Team>
  readonly users: Map<string, User>
  readonly channels: Map<string, Channel>
  /** By channel id, in order of ts, ephemerals among them. */
  readonly messages: Map<string, Message[]>
  /** By user id, the modal on top last. */
  readonly modals: Map<string, Modal[]>
  readonly homes: Map<string, Home>
  /** What people have chosen in messages: `user channel ts` to values. */
  readonly choices: Map<string, Values>
  readonly triggers: Map<string, Trigger>
  readonly responseUrls: Map<string, ResponseUrl>
  readonly notifications: Notice[]
  readonly notices: Notice[]
  readonly calls: ApiCall[]
  /** While it is on, no message can be deleted, by whomever. */
  exportsForCompliance: boolean
  /** Where this server listens, once it does. */
  origin: string
  /** The next id of its kind: `nextId('D')` gives D0000001. */
  nextId(prefix: string): string
  /** A word nobody can guess. */
  secret(): string
  /** The time of a new message: unlike any before and later than all. */
  nextTs(): string
  /** Slack itself tells a person something. */
  tell(userId: string, text: string): void
  changed(what: Change['what'], users?: readonly string[]): void
  onChange(listener: (change: Change) => void): () => void
}

export interface StateOptions {
  clock: Clock
  random: () => string
  team: Team
  botName: string
}

const MICROSECONDS = 1_000_000

/** An empty workspace with the app's bot in it. */
export function createState({ clock, random, team, botName }: StateOptions): State {
  let count = 0
  let lastTs = 0
  const notices: Notice[] = []
  const listeners = new Set<(change: Change) => void>()
  const changed: State['changed'] = (what, users) => {
    for (const listener of listeners) listener({ what, ...(users && { users }) })
  }
  const bot: User = {
    id: 'U0BOT',
    teamId: team.id,
    name: botName.toLowerCase(),
    realName: botName,
    email: '',
    isBot: true,
    isStranger: false,
    deleted: false,
  }
  return {
    clock,
    home: team,
    app: { id: 'A0REHEARSE', botUserId: bot.id, botId: 'B0BOT', token: 'verification-token' },
    teams: new Map([[team.id, team]]),
    users: new Map([[bot.id, bot]]),
    channels: new Map(),
    messages: new Map(),
    modals: new Map(),
    homes: new Map(),
    choices: new Map(),
    triggers: new Map(),
    responseUrls: new Map(),
    notifications: [],
    notices,
    calls: [],
    exportsForCompliance: false,
    origin: '',
    nextId: (prefix) => `${prefix}${(++count).toString(36).toUpperCase().padStart(8, '0')}`,
    secret: random,
    nextTs() {
      // The rehearsal's clock may stand still or be put back; the order of messages may not.
      lastTs = Math.max(Date.parse(clock()) * 1000, lastTs + 1)
      return `${Math.floor(lastTs / MICROSECONDS)}.${String(lastTs % MICROSECONDS).padStart(6, '0')}`
    },
    tell(userId, text) {
      notices.push({ at: clock(), userId, text })
      changed('notice', [userId])
    },
    changed,
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** Milliseconds from one moment to another, by the world's clock. */
export function elapsed(from: Instant, to: Instant): number {
  return Date.parse(to) - Date.parse(from)
}

/** A moment as Slack writes most times: whole seconds since 1970. */
export function seconds(at: Instant): number {
  return Math.floor(Date.parse(at) / 1000)
}
