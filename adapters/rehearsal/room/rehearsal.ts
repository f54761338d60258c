import type { Router } from 'express'
import type { Clock, LocalDate } from '../../../src/kernel/time.ts'
import { createSlackWorld, type SlackWorld } from '../slack/index.ts'
import { createTeamsWorld, type TeamsWorld } from '../teams/world.ts'
import { assemble, type Cast, type GroupInput, type PersonInput } from './cast.ts'
import type { MovableClock } from './clock.ts'
import { createPostOffice, type PostOffice } from './mail.ts'
import { createReading } from './reading.ts'
import { roomRouter } from './router.ts'
import type { Agenda } from './stage.ts'

export interface RehearsalOptions {
  /** The story's time. */
  readonly clock: MovableClock
  /** The real time, for signatures and tokens. */
  readonly wallClock: Clock
  /** A new unguessable word each time. */
  readonly random: () => string
  readonly people: readonly PersonInput[]
  readonly groups: readonly GroupInput[]
  /** The next working day after a date; undefined past the last year whose holidays are known. */
  readonly nextWorkingDay: (after: LocalDate) => LocalDate | undefined
  /** What is due when, so that the clock does not leap over it; left out, it does. */
  readonly agenda?: Agenda
  /** What can be typed, offered under the line people write in: `rapid-review start`. */
  readonly commands?: readonly { readonly words: string; readonly says: string }[]
  /** A fresh personal link to the desk of this person, where the desk can give one. */
  readonly deskLink?: (personId: string) => string
  readonly partnership?: string
  readonly botName?: string
}

/** What the real adapters need in order to talk to these worlds as they would to Slack and Microsoft. */
export interface Wiring {
  readonly slack: { readonly botToken: string; readonly signingSecret: string; readonly apiUrl: string }
  readonly teams: { readonly appId: string; readonly tenant: string; readonly serviceUrl: string } & ReturnType<
    TeamsWorld['settingsForBot']
  >
}

export interface Rehearsal extends Cast {
  readonly partnership: string
  readonly clock: MovableClock
  readonly slack: SlackWorld
  readonly teams: TeamsWorld
  readonly mail: PostOffice
  /** Opens both worlds on 127.0.0.1. Everything else comes after this. */
  listen(): Promise<Wiring>
  /** Where the bot hears; the worlds deliver there from now on. */
  connect(where: { slackEventsUrl: string; teamsMessagesUrl: string }): void
  /** Installs Muster for everybody in Teams, as an administrator would, so that the bot hears of each person and team. */
  arrive(): Promise<void>
  /** The room itself: `/` and `/room/…`. Answers nobody but this machine. */
  readonly router: Router
  close(): Promise<void>
}

const APP_ID = '00000000-0000-4000-8000-00000000c0de'
const TENANT_ID = '00000000-0000-4000-8000-000000000001'

/**
 * Both worlds and the post, filled with these people, and the room in which each of them can be played.
 *
 * @example
 *   const clock = createMovableClock(realClock, '2026-12-17T16:40:00.000Z')
 *   const rehearsal = createRehearsal({ clock, wallClock: realClock, random, people, groups, nextWorkingDay })
 *   const { slack, teams } = await rehearsal.listen()          // for slackApp and the CloudAdapter
 *   rehearsal.connect({ slackEventsUrl, teamsMessagesUrl })
 *   server.use(rehearsal.router)                               // before the desk: it answers at /
 */
export function createRehearsal(options: RehearsalOptions): Rehearsal {
  const { clock, wallClock, random, partnership = 'CHSCP', botName = 'Muster' } = options
  const signingSecret = random()
  const slack = createSlackWorld({
    clock: clock.now,
    wallClock,
    random,
    signingSecret,
    team: { id: 'T0CHSCP', name: partnership, domain: partnership.toLowerCase() },
    botName,
  })
  const teams = createTeamsWorld({
    clock: clock.now,
    wallClock: () => Date.parse(wallClock()),
    appId: APP_ID,
    botName,
    tenant: { id: TENANT_ID, name: partnership },
  })
  const mail = createPostOffice(clock.now)
  const cast = assemble(options.people, options.groups, slack, teams)
  const worlds = { ...cast, partnership, clock, slack, teams, mail }

  return {
    ...worlds,
    async listen() {
      const { apiUrl } = await slack.listen()
      const serviceUrl = await teams.listen()
      return {
        slack: { botToken: slack.tokens.bot, signingSecret, apiUrl },
        teams: { appId: APP_ID, tenant: TENANT_ID, serviceUrl, ...teams.settingsForBot() },
      }
    },
    connect({ slackEventsUrl, teamsMessagesUrl }) {
      slack.deliverTo({ url: slackEventsUrl })
      teams.connectBot(teamsMessagesUrl)
    },
    async arrive() {
      const there = cast.people.flatMap(({ teamsId }) => teamsId ?? [])
      for (const id of there) await teams.as(id).install()
      for (const { teamsChannel, members } of cast.groups) {
        const first = cast.people.find(({ id, teamsId }) => teamsId && members.includes(id))?.teamsId
        if (teamsChannel && first) await teams.as(first).addBotTo(teamsChannel)
      }
    },
    router: roomRouter({ ...worlds, ...extrasOf(options), reading: createReading(worlds) }),
    close: async () => void (await Promise.all([slack.close(), teams.close()])),
  }
}

function extrasOf({ nextWorkingDay, agenda = NOTHING_DUE, commands = [], deskLink }: RehearsalOptions) {
  return { nextWorkingDay, agenda, commands, ...(deskLink && { deskLink }) }
}

const NOTHING_DUE: Agenda = { nextDue: () => undefined, isAtRest: () => true }
