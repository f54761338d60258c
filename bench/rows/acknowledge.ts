/** A signed slash command to its acknowledgement, at a hundred a second: Muster against bare Bolt whose handler makes one bare SQLite transaction. */
import { accountOf, prepare, startMuster } from '../kit/muster.ts'
import { send, steadily } from '../kit/person.ts'
import type { Program } from '../kit/program.ts'
import { quantile, type Row, rowOf } from '../kit/row.ts'
import type { FakeSlack } from '../kit/slack.ts'
import { onStage } from '../kit/stage.ts'

const PER_SECOND = 100
/** Who may start a Rapid Review. */
const WHO = accountOf('spa')

export function acknowledgement({ rounds = 12, seconds = 5, warmUp = 20 } = {}): Promise<Row[]> {
  return onStage(0, async ({ redis, slack, file, peer }) => {
    prepare(file('muster.db'))
    const muster = await startMuster({ file: file('muster.db'), queueUrl: redis.url, slackApiUrl: slack.apiUrl })
    const bolt = await peer('bolt', { FILE: file('bolt.db') })
    try {
      const { [WHO]: channel = '' } = await slack.channels()
      for (const program of [muster, bolt]) await press(program, slack, channel, warmUp)
      const ours: number[][] = []
      const theirs: number[][] = []
      for (let round = 0; round < rounds; round++) {
        ours.push(await press(muster, slack, channel, seconds))
        theirs.push(await press(bolt, slack, channel, seconds))
      }
      const { modals } = await slack.posting()
      const expected = (warmUp + rounds * seconds) * PER_SECOND
      // What was acknowledged must also have been done.
      if (modals < expected) throw new Error(`only ${modals} of ${expected} forms were opened`)
      return [0.5, 0.99].map((share) =>
        rowOf({
          name: `slash command to acknowledgement at ${PER_SECOND}/s, p${share * 100}`,
          goal: share === 0.5 ? 1.3 : 1.5,
          ours: ours.map((waits) => quantile(waits, share)),
          peer: theirs.map((waits) => quantile(waits, share)),
          unit: 'ms',
          dominates: 'the commit',
        }),
      )
    } finally {
      await muster.stop()
      await bolt.stop()
    }
  })
}

async function press({ address }: Program, slack: FakeSlack, channel: string, seconds: number): Promise<number[]> {
  const triggers = await slack.triggers(WHO, PER_SECOND * seconds)
  return steadily(PER_SECOND, triggers.length, (index) =>
    send(address, { user: WHO, channel, command: '/rapid-review', text: 'start', trigger: triggers[index] ?? '' }),
  )
}
