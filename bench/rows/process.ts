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
/** Whatever else the machine does can only make a start slower: of so many, of both in turn, the quickest is what the program itself takes. */
const STARTS = 3

type Start = () => Promise<Program>

export function process({ rounds = 7 } = {}): Promise<Row[]> {
  return onStage(0, async ({ redis, slack, file, peer }) => {
    prepare(file('muster.db'))
    const ours = () => startMuster({ file: file('muster.db'), queueUrl: redis.url, slackApiUrl: slack.apiUrl })
    const theirs = () => peer('bolt', { QUEUE_URL: redis.url })
    // A first start keeps what it compiled; every later one is a second.
    await quickest(slack, [ours, theirs])
    const ready = { ours: [] as number[], peer: [] as number[] }
    const memory = { ours: [] as number[], peer: [] as number[] }
    for (let round = 0; round < rounds; round++) {
      const [our = Number.NaN, their = Number.NaN] = await quickest(slack, [ours, theirs])
      ready.ours.push(our)
      ready.peer.push(their)
    }
    for (let round = 0; round < rounds; round++) {
      memory.ours.push(await memoryOf(slack, ours))
      memory.peer.push(await memoryOf(slack, theirs))
    }
    return [
      rowOf({ name: 'time to ready', goal: 1.5, ...ready, unit: 'ms', dominates: 'loading modules' }),
      rowOf({ name: 'memory (RSS)', goal: 1.5, ...memory, unit: 'MB', dominates: 'loaded code' }),
    ]
  })
}

/** Milliseconds of the quickest of so many starts of each, taking turns. */
async function quickest(slack: FakeSlack, programs: readonly Start[]): Promise<number[]> {
  const best = programs.map(() => Number.POSITIVE_INFINITY)
  for (let turn = 0; turn < STARTS; turn++) {
    for (const [index, start] of programs.entries()) {
      const { ms } = await asked(slack, start)
      best[index] = Math.min(best[index] ?? ms, ms)
    }
  }
  return best
}

/** What it keeps a moment after its first answer, in MB. */
async function memoryOf(slack: FakeSlack, start: Start): Promise<number> {
  const { memory } = await asked(slack, start, SETTLE_MS)
  return memory
}

/** Ready is not what it says but what it does: until the first signed command has been acknowledged. */
async function asked(slack: FakeSlack, start: Start, settle = 0): Promise<{ ms: number; memory: number }> {
  const { [WHO]: channel = '' } = await slack.channels()
  const [trigger = ''] = await slack.triggers(WHO, 1)
  const began = performance.now()
  const program = await start()
  try {
    await send(program.address, { user: WHO, channel, command: '/rapid-review', text: 'start', trigger })
    const ms = performance.now() - began
    await pause(settle)
    return { ms, memory: program.memory() }
  } finally {
    await program.stop()
  }
}
