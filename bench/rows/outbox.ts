/** The outbox to a Slack that takes 50 ms: Muster against a raw BullMQ worker of equal concurrency making the same call. */

import type { Store } from '../../src/ports.ts'
import { people, prepare, startMuster } from '../kit/muster.ts'
import { type Row, rowOf } from '../kit/row.ts'
import type { FakeSlack } from '../kit/slack.ts'
import { onStage } from '../kit/stage.ts'

const LATENCY_MS = 50
/** What Muster's bell uses (`jobs/bell.ts`). */
const CONCURRENCY = 8

export function outbox({ messages = 10_000 } = {}): Promise<Row[]> {
  return onStage(LATENCY_MS, async ({ redis, slack, file, peer }) => {
    const channels = Object.values(await slack.channels())
    prepare(file('muster.db'), (store) => fill(store, messages))

    const muster = await startMuster({ file: file('muster.db'), queueUrl: redis.url, slackApiUrl: slack.apiUrl })
    const ours = await rateOf(slack, messages)
    await muster.stop()

    const worker = await peer('worker', {
      QUEUE_URL: redis.url,
      CONCURRENCY: String(CONCURRENCY),
      COUNT: String(messages),
      CHANNELS: channels.join(' '),
    })
    const theirs = await rateOf(slack, messages)
    await worker.stop()

    return [
      rowOf({
        name: `${messages} outbox messages to a Slack that takes ${LATENCY_MS} ms`,
        goal: 0.9,
        wants: 'at least',
        ours: [ours],
        peer: [theirs],
        unit: 'a second',
        dominates: 'the call',
      }),
    ]
  })
}

function fill(store: Store, messages: number): void {
  const at = new Date().toISOString()
  store.transaction((tx) => {
    for (let index = 0; index < messages; index++) {
      const text = `Notice ${index}`
      tx.outbox.add({
        id: `out_${index}`,
        key: `bench/${index}`,
        to: { person: people[index % people.length] ?? '' },
        content: { message: { summary: text, sensitivity: 'person', blocks: [{ kind: 'text', text }] } },
        statutory: false,
        notBefore: at,
        writtenAt: at,
      })
    }
  })
}

/** Messages a second, as Slack saw them, from the first to the last. */
async function rateOf(slack: FakeSlack, messages: number): Promise<number> {
  let [seen, began, ended] = [0, 0, 0]
  while (seen < messages) {
    await new Promise((resolve) => setTimeout(resolve, 500))
    const { messages: more, first, last } = await slack.posting()
    if (more === 0) continue
    if (seen === 0) began = first
    ended = last
    seen += more
  }
  return ((seen - 1) * 1000) / (ended - began)
}
