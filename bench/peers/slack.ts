/** The process behind `kit/slack.ts`. */
import { randomUUID } from 'node:crypto'
import { createSlackWorld } from '../../adapters/rehearsal/slack/index.ts'
import { BOT_TOKEN, SIGNING_SECRET, TEAM } from '../kit/slack.ts'

const { USERS = '', LATENCY_MS = '0' } = process.env
const users = USERS.split(' ').filter(Boolean)

const world = createSlackWorld({
  // It stands still, so that triggers issued beforehand do not expire.
  clock: () => '2026-12-17T09:00:00.000Z',
  wallClock: () => new Date().toISOString(),
  random: randomUUID,
  signingSecret: SIGNING_SECRET,
  botToken: BOT_TOKEN,
  team: TEAM,
  latencyMs: Number(LATENCY_MS),
})
for (const id of users) world.users.add({ id, realName: id, email: `${id.toLowerCase()}@bench.example` })
const channels = Object.fromEntries(users.map((id) => [id, world.channels.dm(id).id]))

let messages: number[] = []
let modals = 0
world.onChange(({ what }) => {
  if (what === 'message') messages.push(performance.now())
  if (what === 'modal') modals += 1
})

function answer({ ask, user = '', count = 0 }: { ask: string; user?: string; count?: number }): unknown {
  if (ask === 'triggers') return Array.from({ length: count }, () => world.trigger(user))
  if (ask === 'channels') return channels
  const posting = { messages: messages.length, modals, first: messages[0] ?? 0, last: messages.at(-1) ?? 0 }
  messages = []
  modals = 0
  return posting
}

process.on('message', (question: Parameters<typeof answer>[0]) => process.send?.(answer(question)))
process.on('SIGTERM', () => process.exit(0))
await world.listen()
process.stdout.write(`ready: ${new URL(world.apiUrl).origin}\n`)
