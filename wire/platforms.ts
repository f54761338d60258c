/** Slack, Teams and e-mail: whichever this house has credentials for; in a rehearsal, the fakes. */
import type { Router } from 'express'
import type { Wiring } from '../adapters/rehearsal/index.ts'
import { slackApp } from '../adapters/slack/app.ts'
import { type TeamsSettings, teamsSettings } from '../adapters/teams/settings.ts'
import type { Core } from '../src/app/core.ts'
import type { Door, Handle } from '../src/chat/intent.ts'
import type { Clock } from '../src/kernel/time.ts'
import type { Log, Messenger } from '../src/ports.ts'
import type { Environment } from './environment.ts'

export interface Platforms {
  /** To be mounted before any body parser. */
  readonly routers: readonly Router[]
  readonly messengers: readonly Messenger[]
  /** The Slack account of whoever holds this address; undefined where there is no Slack, or nobody does. */
  findInSlack(email: string): Promise<Door | undefined>
  start(): Promise<void>
  stop(): Promise<void>
}

export interface PlatformOptions {
  readonly environment: Environment
  readonly wiring: Wiring | undefined
  readonly core: Core
  readonly handle: Handle
  readonly log: Log
  readonly wallClock: Clock
  /** The messenger for those on neither platform, where mail is set up. */
  readonly mail: Messenger | undefined
  /** Where Slack fetches pictures from; Teams gets them inside the card. */
  readonly pictures: { url(svg: string): string }
}

export async function openPlatforms(options: PlatformOptions): Promise<Platforms> {
  const { core, handle, log, wallClock, mail, wiring, environment, pictures } = options
  const slackEnv = wiring?.slack ?? slackCredentials(environment)
  const slack = slackEnv && slackApp({ handle, ...core.doors, log, wallClock, pictures, env: slackEnv })
  const teamsEnv = wiring ? inRehearsal(wiring) : teamsSettings(environment.raw)
  const teams = teamsEnv && (await import('./teams.ts')).openTeams(teamsEnv, { handle, ...core.doors, log })
  return {
    routers: [slack, teams].flatMap((app) => app?.router ?? []),
    messengers: [...[slack, teams].flatMap((app) => app?.messenger ?? []), ...(mail ? [mail] : [])],
    findInSlack: async (email) => slack?.findByEmail(email),
    start: async () => slack?.start(),
    stop: async () => slack?.stop(),
  }
}

function slackCredentials({ SLACK_BOT_TOKEN, SLACK_SIGNING_SECRET, SLACK_APP_TOKEN, SLACK_API_URL }: Environment) {
  if (SLACK_BOT_TOKEN === undefined) return undefined
  return {
    botToken: SLACK_BOT_TOKEN,
    signingSecret: SLACK_SIGNING_SECRET ?? '',
    ...(SLACK_APP_TOKEN === undefined ? {} : { appToken: SLACK_APP_TOKEN }),
    ...(SLACK_API_URL === undefined ? {} : { apiUrl: SLACK_API_URL }),
  }
}

function inRehearsal({ teams: { configuration, credentials, serviceUrl, tenant } }: Wiring): TeamsSettings {
  return { configuration, credentials, serviceUrl, trustedTenants: [tenant] }
}
