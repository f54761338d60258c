/** What every row over the wire needs, opened in order and closed in the opposite one. */
import { join } from 'node:path'
import { type RedisPeer, startRedis } from '../../test/peers/redis.ts'
import { accountOf, aFolder, KEY, people } from './muster.ts'
import { type Program, startProgram } from './program.ts'
import { BOT_TOKEN, type FakeSlack, SIGNING_SECRET, startSlack } from './slack.ts'

export interface Stage {
  readonly redis: RedisPeer
  readonly slack: FakeSlack
  /** A file in this stage's own folder. */
  file(name: string): string
  /** Runs a program of `bench/peers`, with Slack's address and secrets in its environment. */
  peer(name: string, environment?: Readonly<Record<string, string>>): Promise<Program>
}

/** Opens Redis and the fake Slack, whose every call takes `latencyMs`, lets `play` run, and closes both whatever happens. */
export async function onStage<T>(latencyMs: number, play: (stage: Stage) => Promise<T>): Promise<T> {
  const folder = aFolder()
  const redis = await startRedis()
  const slack = await startSlack(people.map(accountOf), latencyMs)
  try {
    return await play({
      redis,
      slack,
      file: (name) => join(folder.path, name),
      peer: (name, environment = {}) =>
        startProgram(join(import.meta.dirname, `../peers/${name}.ts`), {
          SLACK_API_URL: slack.apiUrl,
          SIGNING_SECRET,
          BOT_TOKEN,
          MUSTER_KEY: KEY.toString('base64'),
          ...environment,
        }),
    })
  } finally {
    await slack.stop()
    await redis.close()
    folder.remove()
  }
}
