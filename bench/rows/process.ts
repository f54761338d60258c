/** The process itself: how soon it is of use, and what it keeps, against a bare Bolt and BullMQ process; both on Redis. */
import { setTimeout as pause } from 'node:timers/promises'
import { accountOf, prepare, startMuster } from '../kit/muster.ts'
import { send } from '../kit/person.ts'
import type { Program } from '../kit/program.ts'
import { type Row, rowOf } from '../kit/row.ts'
import type { FakeSlack } from '../kit/slack.ts'
import { onStage } from '../kit/stage.ts'

const WHO = accountOf('spa')
const SETTLE_MS = 2_000

interface Found {
  readonly readyMs: number
  readonly memory: number
}

export function process({ rounds = 7 } = {}): Promise<Row[]> {
  return onStage(0, async ({ redis, slack, file, peer }) => {
    prepare(file('muster.db'))
    const startOurs = () => startMuster({ file: file('muster.db'), queueUrl: redis.url, slackApiUrl: slack.apiUrl })
    const startTheirs = () => peer('bolt', { QUEUE_URL: redis.url })
    // A first start keeps what it compiled; every later one is a second.
    for (const start of [startOurs, startTheirs]) await lookAt(slack, start)
    const ours: Found[] = []
    const theirs: Found[] = []
    for (let round = 0; round < rounds; round++) {
      ours.push(await lookAt(slack, startOurs))
      theirs.push(await lookAt(slack, startTheirs))
    }
    return [
      rowOf({
        name: 'time to ready',
        goal: 1.5,
        ours: ours.map((one) => one.readyMs),
        peer: theirs.map((one) => one.readyMs),
        unit: 'ms',
        dominates: 'loading modules',
      }),
      rowOf({
        name: 'memory (RSS)',
        goal: 1.5,
        ours: ours.map((one) => one.memory),
        peer: theirs.map((one) => one.memory),
        unit: 'MB',
        dominates: 'loaded code',
      }),
    ]
  })
}

/** Ready is not what it says but what it does: until the first signed command has been acknowledged. Memory is what it keeps a moment later. */
async function lookAt(slack: FakeSlack, start: () => Promise<Program>): Promise<Found> {
  const { [WHO]: channel = '' } = await slack.channels()
  const [trigger = ''] = await slack.triggers(WHO, 1)
  const began = performance.now()
  const program = await start()
  try {
    await send(program.address, { user: WHO, channel, command: '/rapid-review', text: 'start', trigger })
    const readyMs = performance.now() - began
    await pause(SETTLE_MS)
    return { readyMs, memory: program.memory() }
  } finally {
    await program.stop()
  }
}
