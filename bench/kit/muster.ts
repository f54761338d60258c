/** Muster itself, `main.ts` and nothing less: on a file prepared for it, Redis, and the fake Slack. */
import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { openStore } from '../../db/open.ts'
import packageJson from '../../package.json' with { type: 'json' }
import type { Store } from '../../src/ports.ts'
import { readPapers } from '../../wire/profiles.ts'
import { type Program, startProgram } from './program.ts'
import { BOT_TOKEN, SIGNING_SECRET, TEAM } from './slack.ts'

/** Handed on to the processes that open the same files. */
export const KEY = process.env.MUSTER_KEY ? Buffer.from(process.env.MUSTER_KEY, 'base64') : randomBytes(32)
const ROOT = join(import.meta.dirname, '../..')

/** Everybody of the fictional partnership who is on Slack. */
export const people: readonly string[] = [
  ...readPapers(join(ROOT, 'profiles'), 'wt2018-chscp', 'people-fictional').roster.people,
].flatMap((person) => (person.reach.includes('slack') ? [person.id] : []))

/** The Slack account of a person. */
export const accountOf = (person: string): string => `U-${person.toUpperCase()}`

/** A folder on the same disk as the working tree, where a commit costs what it will cost; removed at the end. */
export function aFolder(): { readonly path: string; remove(): void } {
  mkdirSync(join(ROOT, 'data'), { recursive: true })
  const path = mkdtempSync(join(ROOT, 'data/bench-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/** Opens the file, lets everybody in by their Slack account, and whatever else is to be in it before Muster starts. */
export function prepare(file: string, more: (store: Store) => void = () => {}): void {
  const clock = () => new Date().toISOString()
  const store = openStore({ file, key: KEY, clock })
  store.transaction((tx) => {
    for (const person of people) {
      const door = { platform: 'slack', tenant: TEAM.id, user: accountOf(person) } as const
      tx.doors.put({ ...door, person, how: 'email', since: clock(), lastUsed: clock() })
    }
  })
  more(store)
  store.close()
}

/** Starts it as `npm start` does. */
export function startMuster(at: { file: string; queueUrl: string; slackApiUrl: string }): Promise<Program> {
  const environment = {
    PORT: '0',
    DATABASE_FILE: at.file,
    QUEUE_URL: at.queueUrl,
    SLACK_API_URL: at.slackApiUrl,
    SLACK_BOT_TOKEN: BOT_TOKEN,
    SLACK_SIGNING_SECRET: SIGNING_SECRET,
    MUSTER_KEY: KEY.toString('base64'),
    LOG_LEVEL: 'error',
  }
  const [, ...flags] = packageJson.scripts.start.split(' ').slice(0, -1)
  return startProgram(join(ROOT, 'main.ts'), environment, flags)
}
