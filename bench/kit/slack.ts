/** The stateful fake of Slack, in a process of its own: what it costs must not count for whoever calls it. */
import { join } from 'node:path'
import { type Program, startProgram } from './program.ts'

export const SIGNING_SECRET = 'bench-signing-secret'
export const BOT_TOKEN = 'xoxb-rehearsal'
export const TEAM = { id: 'T0BENCH', name: 'Bench', domain: 'bench' }

export interface Posting {
  /** Messages posted, and modals opened, since last asked. */
  readonly messages: number
  readonly modals: number
  /** When the first and the last message was posted, in ms on the fake's own watch; 0 when there was none. */
  readonly first: number
  readonly last: number
}

export interface FakeSlack {
  readonly apiUrl: string
  /** Triggers as if this person had just done something; they do not expire. */
  triggers(user: string, count: number): Promise<string[]>
  /** What the app has done since this was last asked. */
  posting(): Promise<Posting>
  channels(): Promise<Record<string, string>>
  stop(): Promise<void>
}

/** Starts it with these people in the workspace; every call of its Web API takes `latencyMs`. */
export async function startSlack(users: readonly string[], latencyMs: number): Promise<FakeSlack> {
  const program: Program = await startProgram(join(import.meta.dirname, '../peers/slack.ts'), {
    USERS: users.join(' '),
    LATENCY_MS: String(latencyMs),
  })
  return {
    apiUrl: `${program.address}/api/`,
    triggers: (user, count) => program.ask({ ask: 'triggers', user, count }),
    posting: () => program.ask({ ask: 'posting' }),
    channels: () => program.ask({ ask: 'channels' }),
    stop: program.stop,
  }
}
