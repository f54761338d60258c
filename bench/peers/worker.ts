/** The peer: a raw BullMQ worker. Each job is one call of Slack, made with Slack's own client. */
import { webApi } from '@slack/bolt'
import { Queue, Worker } from 'bullmq'
import { Redis } from 'ioredis'

const { QUEUE_URL = '', SLACK_API_URL = '', BOT_TOKEN = '', CONCURRENCY = '', COUNT = '', CHANNELS = '' } = process.env
const channels = CHANNELS.split(' ')
const client = new webApi.WebClient(BOT_TOKEN, { slackApiUrl: SLACK_API_URL })

const connection = new Redis(QUEUE_URL, { maxRetriesPerRequest: null })
const options = { removeOnComplete: true, attempts: 12, backoff: { type: 'exponential', delay: 1_000 } }
const jobs = Array.from({ length: Number(COUNT) }, (_, index) => ({
  name: 'post',
  data: { channel: channels[index % channels.length] ?? '', text: `Notice ${index}` },
  opts: options,
}))
const queue = new Queue<(typeof jobs)[number]['data']>('bare', { connection })
for (let from = 0; from < jobs.length; from += 1_000) await queue.addBulk(jobs.slice(from, from + 1_000))
new Worker<(typeof jobs)[number]['data']>(
  'bare',
  async ({ data: { channel, text } }) => {
    await client.chat.postMessage({ channel, text, blocks: [{ type: 'section', text: { type: 'mrkdwn', text } }] })
  },
  { connection, concurrency: Number(CONCURRENCY) },
)
process.stdout.write('ready: http://none\n')
process.on('SIGTERM', () => process.exit(0))
