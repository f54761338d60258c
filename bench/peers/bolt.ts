/** The peer: a bare Bolt app. With FILE its handler makes one bare SQLite transaction; with QUEUE_URL it has a BullMQ queue and a worker as well. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { App, ExpressReceiver } from '@slack/bolt'
import express from 'express'

const { FILE, QUEUE_URL, SLACK_API_URL = '', SIGNING_SECRET = '', BOT_TOKEN = '' } = process.env

// Mounted as Muster mounts its own receiver: on an Express app behind one HTTP server.
const web = express()
const app = new App({
  receiver: new ExpressReceiver({ signingSecret: SIGNING_SECRET, app: web }),
  token: BOT_TOKEN,
  clientOptions: { slackApiUrl: SLACK_API_URL },
})
const write = FILE === undefined ? () => {} : await writer(FILE)
app.command('/rapid-review', async ({ command, ack }) => {
  write(command.trigger_id, command.text)
  await ack()
})
if (QUEUE_URL !== undefined) await openQueue(QUEUE_URL)

const server = createServer(web)
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`ready: http://127.0.0.1:${(server.address() as AddressInfo).port}\n`)
})
process.on('SIGTERM', () => process.exit(0))

/** One insert, one commit, as durable as Muster's own. */
async function writer(file: string): Promise<(id: string, text: string) => void> {
  const { default: Database } = await import('better-sqlite3')
  const database = new Database(file)
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.exec('CREATE TABLE IF NOT EXISTS commands (id TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT')
  const insert = database.prepare('INSERT INTO commands (id, text) VALUES (?, ?)')
  return database.transaction((id: string, text: string) => void insert.run(id, text))
}

async function openQueue(url: string): Promise<void> {
  const [{ Queue, Worker }, { Redis }] = await Promise.all([import('bullmq'), import('ioredis')])
  const connection = new Redis(url, { maxRetriesPerRequest: null })
  await new Queue('bare', { connection }).waitUntilReady()
  await new Worker('bare', async () => {}, { connection }).waitUntilReady()
}
