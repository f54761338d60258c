import { App, LogLevel } from '@slack/bolt'
import { onTestFinished } from 'vitest'
import { createSlackWorld, type SlackWorld, type SlackWorldOptions } from '../../../adapters/rehearsal/slack/index.ts'

/** A workspace of three people, the real Bolt app connected to it over HTTP, and a clock that can be moved. */
export interface Stage {
  slack: SlackWorld
  app: App
  /** Moves the world's clock on. */
  pass(ms: number): void
}

export const SECRET = 'rehearsal-signing-secret'
const TEAM = { id: 'T1', name: 'Copperfield SCP', domain: 'copperfield' }
const QUIET = { logLevel: LogLevel.ERROR, logger: silentLogger() }

/** A world with nobody in it; closed when the test is over. */
export function emptyWorld(options: Partial<SlackWorldOptions> = {}) {
  let now = Date.parse('2026-12-17T16:40:00.000Z')
  let count = 0
  const slack = createSlackWorld({
    clock: () => new Date(now).toISOString(),
    wallClock: () => new Date().toISOString(),
    random: () => `secret${(++count).toString(36)}`,
    signingSecret: SECRET,
    team: TEAM,
    ...options,
  })
  onTestFinished(() => slack.close())
  const pass = (ms: number) => {
    now += ms
  }
  return { slack, pass }
}

function populate(slack: SlackWorld): void {
  slack.users.add({ id: 'UADA', realName: 'Ada', email: 'ada@council.example' })
  slack.users.add({ id: 'UBEN', realName: 'Ben', email: 'ben@police.example' })
  slack.users.add({ id: 'UCAT', realName: 'Cat', email: 'cat@health.example', teamId: 'T2' })
  slack.channels.add({ id: 'CPARTNERS', name: 'partners', members: ['UADA', 'UBEN', slack.bot.userId] })
  slack.channels.add({ id: 'COTHER', name: 'other', members: ['UADA'] })
  slack.channels.add({ id: 'GCLOSED', name: 'closed', isPrivate: true, members: ['UBEN'] })
}

/** Starts the world and a Bolt app over HTTP; `wire` registers its listeners. */
export async function stage(
  wire: (app: App) => void = () => {},
  options: Partial<SlackWorldOptions> = {},
): Promise<Stage> {
  const { slack, pass } = emptyWorld(options)
  populate(slack)
  await slack.listen()
  const app = new App({
    token: slack.tokens.bot,
    signingSecret: SECRET,
    clientOptions: { slackApiUrl: slack.apiUrl, retryConfig: { retries: 1, minTimeout: 1 } },
    ...QUIET,
  })
  app.error(async () => {})
  wire(app)
  const server = await app.start({ port: 0, host: '127.0.0.1' })
  onTestFinished(async () => void (await app.stop()))
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('the app has no port')
  slack.deliverTo({ url: `http://127.0.0.1:${address.port}/slack/events` })
  return { slack, app, pass }
}

/** The same over Socket Mode. */
export async function stageOnSocket(wire: (app: App) => void): Promise<Stage> {
  const { slack, pass } = emptyWorld({ deliver: { socketMode: true } })
  populate(slack)
  await slack.listen()
  const clientOptions = { slackApiUrl: slack.apiUrl }
  const app = new App({
    token: slack.tokens.bot,
    appToken: slack.tokens.app,
    socketMode: true,
    clientOptions,
    installerOptions: { clientOptions },
    ...QUIET,
  })
  wire(app)
  await app.start()
  onTestFinished(async () => void (await app.stop()))
  return { slack, app, pass }
}

/** Calls the Web API as a bare client would, without Bolt. */
export async function callApi(slack: SlackWorld, method: string, args: object = {}, token = slack.tokens.bot) {
  const response = await fetch(`${slack.apiUrl}${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(args),
  })
  return (await response.json()) as Reply
}

export interface Reply {
  ok: boolean
  error?: string
  ts: string
  message_ts: string
  response_metadata?: { messages?: string[]; next_cursor?: string }
  channel?: { id: string }
  view: { id: string; hash: string }
  members: unknown[]
}

/** A modal with one question, the shortest that Slack accepts. */
export function question(title = 'Notify', more: object = {}) {
  return {
    type: 'modal' as const,
    callback_id: 'notify',
    title: { type: 'plain_text' as const, text: title },
    submit: { type: 'plain_text' as const, text: 'Send' },
    blocks: [
      {
        type: 'input' as const,
        block_id: 'when',
        label: { type: 'plain_text' as const, text: 'When?' },
        element: { type: 'datepicker' as const, action_id: 'incident_date' },
      },
      {
        type: 'input' as const,
        block_id: 'who',
        label: { type: 'plain_text' as const, text: 'Which agency?' },
        element: { type: 'plain_text_input' as const, action_id: 'agency' },
      },
    ],
    ...more,
  }
}

export function buttons(...actionIds: string[]) {
  return {
    type: 'actions' as const,
    elements: actionIds.map((action_id) => ({
      type: 'button' as const,
      action_id,
      value: `value of ${action_id}`,
      text: { type: 'plain_text' as const, text: action_id },
    })),
  }
}

function silentLogger() {
  const nothing = () => {}
  return {
    debug: nothing,
    info: nothing,
    warn: nothing,
    error: nothing,
    setLevel: nothing,
    getLevel: () => LogLevel.ERROR,
    setName: nothing,
  }
}
