/** The process killed while it starts, before anybody could speak to it: the file it was making, or bringing up to date, is whole all the same. */
import { execFile } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { check } from '../../db/check.ts'
import { newVaultKey } from '../../db/seal.ts'
import { makeOldFile } from '../db/old-file.ts'
import { chanceOf } from './killed/chance.ts'
import { begin } from './killed/life.ts'

/** Told in the name of the stories; the same seed makes the same choices. */
const SEED = Number(process.env.KILLED_SEED ?? Date.now() % 1_000_000)
const KILLS = 6

let folder: string
let file: string
let environment: Record<string, string>
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'muster-start-'))
  file = join(folder, 'muster.db')
  // Credentials for a platform that nobody calls: a real house keeps its file from start to start.
  environment = {
    PORT: '0',
    DATABASE_FILE: file,
    MUSTER_KEY: newVaultKey().toString('base64'),
    TEAMS_EMULATOR: '1',
    LOG_LEVEL: 'warn',
  }
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** Kills it so many milliseconds after something new has appeared in its folder; or when it is ready, should that come first. */
async function killedAfter(ending: string, ms: number): Promise<void> {
  const entries = () => readdirSync(folder, { recursive: true }).map(String)
  const before = new Set(entries())
  // Without a queue it starts sooner, and would even run.
  const life = begin({ ...environment, QUEUE_URL: 'redis://127.0.0.1:9' }, 0)
  const ready = life.ready.then(() => true)
  while (!entries().some((entry) => entry.endsWith(ending) && !before.has(entry)))
    if (await Promise.race([ready, pause(1, false)])) break
  await Promise.race([ready, pause(ms)])
  life.kill()
  await life.over
}

/** It starts like any other, answers, and has nothing to complain of. */
async function startsWell(): Promise<void> {
  const life = begin(environment, 0)
  const address = await life.ready
  expect(life.said.filter((line) => !line.includes('No QUEUE_URL'))).toEqual([])
  expect((await fetch(`${address}/healthz`)).status).toBe(200)
  expect(await life.stop()).toBe(0)
  expect(check(file)).toEqual({ ok: true })
  const cli = ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, '../../cli.ts'), 'verify']
  const { stdout } = await promisify(execFile)(process.execPath, cli, { env: { ...process.env, ...environment } })
  expect(stdout).toContain('The record is whole')
}

describe(`killed while it starts (seed ${SEED})`, { timeout: 120_000 }, () => {
  const chance = chanceOf(SEED)

  it(`${KILLS} times while it makes its first file`, async () => {
    for (let kill = 0; kill < KILLS; kill += 1) {
      for (const rest of readdirSync(folder)) await rm(join(folder, rest), { recursive: true })
      await killedAfter('muster.db', chance.below(60))
    }
    // What the last of them left is gone on with.
    await startsWell()
  })

  it(`${KILLS} times while it brings an old file up to date, which it has backed up before`, async () => {
    makeOldFile(file, join(folder, 'migrations-of-then'))
    for (let kill = 0; kill < KILLS; kill += 1) {
      await killedAfter(chance.pick(['.unfinished', '.sqlite']), chance.below(30))
    }
    await startsWell()
    expect(readdirSync(join(folder, 'backups')).filter((entry) => entry.endsWith('.sqlite'))).not.toEqual([])
  })
})
