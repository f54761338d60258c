/**
 * Slack, as far as an app can tell: a small emulator that remembers. The real app connects to it over the wire.
 *
 * @example
 *   const slack = createSlackWorld({ clock, wallClock, random, signingSecret, team, deliver: { url } })
 *   await slack.listen()                           // then: new App({ clientOptions: { slackApiUrl: slack.apiUrl }, … })
 *   slack.users.add({ id: 'U1', realName: 'Ada', email: 'ada@example.org' })
 *   await slack.as('U1').slash('/rapid-review', 'start')
 *   await slack.as('U1').submit({ incident_date: '2026-12-17' })
 *   slack.sees('U1', 'Rapid Review opened')
 */
import type { Server } from 'node:http'
import type { Clock } from '../../../src/kernel/time.ts'
import { listen } from './api/server.ts'
import { type Courier, createCourier, type Delivery, type Destination } from './deliver/courier.ts'
import type { Answer, RawRequest } from './deliver/http.ts'
import { createSocketLink } from './deliver/socket.ts'
import { addChannel, addUser, directChannel, type NewChannel, type NewUser, userJson, userOf } from './directory.ts'
import { createFaults, type Faults } from './faults.ts'
import { valuesOf } from './inputs.ts'
import { remove } from './messages.ts'
import { eventCallback } from './people/payloads.ts'
import { type Person, person } from './people/person.ts'
import { choicesIn } from './people/press.ts'
import { createRates } from './rates.ts'
import { isSeen, type Screen, screenOf } from './screen.ts'
import {
  type ApiCall,
  type Change,
  type Channel,
  createState,
  type Message,
  type Team,
  type User,
  type Values,
} from './state.ts'
import { issueTrigger } from './triggers.ts'
import { until } from './until.ts'

export type { Delivery } from './deliver/courier.ts'
export { encode } from './deliver/courier.ts'
export type { RawRequest } from './deliver/http.ts'
export type { Choice } from './inputs.ts'
export type { Screen } from './screen.ts'
export type { Channel, Message, Modal } from './state.ts'

export interface SlackWorldOptions {
  /** The world's time: message times, trigger and response_url expiry. */
  clock: Clock
  /** The real time, for signatures, which the app compares with its own clock. */
  wallClock: Clock
  /** A new unguessable word each time. */
  random: () => string
  signingSecret: string
  team: Team
  /** Where to deliver; can be set later with `deliverTo`. */
  deliver?: Destination
  botName?: string
  botToken?: string
  appToken?: string
  /** The events the app has subscribed to. */
  events?: readonly string[]
  /** Slack waits three seconds; a test of lateness need not. */
  ackWithinMs?: number
  latencyMs?: number
}

const SUBSCRIBED = [
  'app_mention',
  'app_home_opened',
  'message.im',
  'member_joined_channel',
  'member_left_channel',
  'team_join',
  'user_change',
]

export interface SlackWorld {
  readonly team: Team
  readonly bot: { userId: string; botId: string; appId: string }
  readonly tokens: { bot: string; app: string }
  /** For `clientOptions.slackApiUrl`, once listening. */
  readonly apiUrl: string
  listen(port?: number): Promise<{ port: number; apiUrl: string }>
  close(): Promise<void>
  deliverTo(destination: Destination): void

  readonly teams: { add(team: Team): void }
  readonly users: {
    add(user: NewUser): User
    get(id: string): User
    /** Adds someone and tells the app (`team_join`). */
    arrive(user: NewUser): Promise<Delivery>
    /** Deactivates an account and tells the app (`user_change`). */
    deactivate(id: string): Promise<Delivery>
  }
  readonly channels: {
    add(channel: NewChannel): Channel
    /** The direct conversation of this person with the app. */
    dm(userId: string): Channel
  }

  /** Acts as this person. */
  as(userId: string): Person
  seenBy(userId: string): Screen
  /** What this person has chosen and typed in a message, the app's own suggestions included. */
  heldIn(userId: string, message: Message): Values
  /** Whether these words are on the person's screen. */
  sees(userId: string, words: string): boolean
  /** Everything ever said in a conversation, deleted messages included (and ephemerals until a reload), each with its history. */
  messages(channel: string): readonly Message[]

  /** An owner of the workspace deletes a message, whoever wrote it. */
  moderate(ts: string): void
  /** The workspace exports for compliance: from now on nobody deletes anything. */
  exportForCompliance(): void

  readonly faults: Faults
  readonly calls: readonly ApiCall[]
  readonly deliveries: readonly Delivery[]
  redeliver(delivery: Delivery, reason?: string): Promise<Delivery>
  raw(request: RawRequest): Promise<Answer>
  /** A trigger as if this person had just done something. */
  trigger(userId: string): string
  readonly socket: { disconnect(abruptly?: boolean): void; readonly connections: number }

  onChange(listener: (change: Change) => void): () => void
  /** Waits for the app to have done something: the first true answer, asked again at each change. */
  until<T>(check: () => T | undefined | false, withinMs?: number): Promise<T>
}

export function createSlackWorld(options: SlackWorldOptions): SlackWorld {
  const state = createState({ ...options, botName: options.botName ?? 'Muster' })
  const faults = createFaults(options.latencyMs)
  const rates = createRates(options.wallClock)
  const socket = createSocketLink(state)
  const courier: Courier = createCourier({
    state,
    socket,
    signingSecret: options.signingSecret,
    wallClock: options.wallClock,
    ackWithinMs: options.ackWithinMs ?? 3_000,
    to: options.deliver ?? { socketMode: true },
  })
  const tokens = { bot: options.botToken ?? 'xoxb-rehearsal', app: options.appToken ?? 'xapp-rehearsal' }
  const subscribed = new Set(options.events ?? SUBSCRIBED)
  let server: Server | undefined

  const tellAboutUser = (type: 'team_join' | 'user_change', user: User) => {
    const event = { type, user: userJson(state, user), event_ts: state.nextTs() }
    return courier.deliver('events_api', eventCallback(state, event))
  }

  return {
    team: options.team,
    bot: { userId: state.app.botUserId, botId: state.app.botId, appId: state.app.id },
    tokens,
    get apiUrl() {
      return `${state.origin}/api/`
    },
    async listen(port = 0) {
      server = await listen({ state, faults, rates, tokens, socketUrl: socket.url }, port)
      socket.attach(server)
      return { port: Number(new URL(state.origin).port), apiUrl: `${state.origin}/api/` }
    },
    async close() {
      socket.disconnect(true)
      server?.closeAllConnections()
      await new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()))
    },
    deliverTo(destination) {
      courier.to = destination
    },
    teams: { add: (team) => state.teams.set(team.id, team) },
    users: {
      add: (user) => addUser(state, user),
      get: (id) => userOf(state, id),
      arrive: (user) => tellAboutUser('team_join', addUser(state, user)),
      deactivate(id) {
        const user = userOf(state, id)
        user.deleted = true
        return tellAboutUser('user_change', user)
      },
    },
    channels: {
      add: (channel) => addChannel(state, channel),
      dm: (userId) => directChannel(state, [userId]),
    },
    as: (userId) => person({ state, courier, subscribed }, userId),
    seenBy: (userId) => screenOf(state, userId),
    heldIn: (userId, message) => valuesOf(message.blocks, choicesIn(state, userId, message)),
    sees: (userId, words) => isSeen(screenOf(state, userId), words),
    messages: (channel) => state.messages.get(channel) ?? [],
    moderate(ts) {
      for (const all of state.messages.values()) for (const one of all) if (one.ts === ts) remove(state, one)
    },
    exportForCompliance: () => {
      state.exportsForCompliance = true
    },
    faults,
    calls: state.calls,
    deliveries: courier.deliveries,
    redeliver: courier.redeliver,
    raw: courier.raw,
    trigger: (userId) => issueTrigger(state, userId),
    socket,
    onChange: state.onChange,
    until: (check, withinMs) => until(state, check, withinMs),
  }
}
