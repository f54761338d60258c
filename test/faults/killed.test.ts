/**
 * The whole process killed, again and again, at moments chosen by chance: in the middle of its posts, of its work, of its start. The real `main.ts` on one
 * file, with Slack and Teams over the wire, while members call meetings, answer, begin reviews and acknowledge.
 */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { check } from '../../db/check.ts'
import { needs } from '../peers/needs.ts'
import { type RedisPeer, startRedis } from '../peers/redis.ts'
import { chanceOf } from './killed/chance.ts'
import { type Lives, livesOf } from './killed/lives.ts'
import { rowsOf, staleCards, unwritten, waitingIn } from './killed/reckoning.ts'
import { openStage, type Stage } from './killed/stage.ts'

/** Told in the name of every story; the same seed makes the same choices. */
const SEED = Number(process.env.KILLED_SEED ?? Date.now() % 1_000_000)

/** On a busy machine a start takes seconds. */
const PATIENCE = { timeout: 240_000 }

/** The moments at which the house begins to live again: each morning just before its alarms ring. */
const MORNINGS = ['2026-12-18T08:59:57Z', '2026-12-21T08:59:57Z', '2026-12-22T08:59:57Z']

describe.skipIf(!needs('redis-server'))(`on Redis (seed ${SEED})`, PATIENCE, () => killedAgainAndAgain(12, startRedis))
describe(`on the embedded queue (seed ${SEED})`, PATIENCE, () => killedAgainAndAgain(7, async () => undefined))

function killedAgainAndAgain(kills: number, startQueue: () => Promise<RedisPeer | undefined>) {
  let queue: RedisPeer | undefined
  let stage: Stage
  let lives: Lives
  /** How each life ended, the first one first. */
  const ends: string[] = []

  beforeAll(async () => {
    queue = await startQueue()
    stage = await openStage({ at: '2026-12-17T17:00', ...(queue && { queueUrl: queue.url }) })
    lives = livesOf(stage, chanceOf(SEED))
  }, 30_000)
  afterAll(async () => {
    lives?.kill9()
    await stage?.close()
    await queue?.close()
  })

  it(`it is killed ${kills} times while members work, and asked to stop once`, async () => {
    const tookMs = await lives.first()
    lives.startWork()
    for (let kill = 0; kill < kills; kill += 1) {
      ends.push(await lives.kill(tookMs))
      const morning = MORNINGS[Math.floor((kill * (MORNINGS.length + 1)) / kills) - 1]
      if (morning !== undefined && stage.clock.now() < morning) stage.clock.moveTo(morning)
    }
    expect(await lives.askToStop()).toBe(0)
    ends.push('asked')
    await lives.stopWork()
  })

  it('then it comes to rest: whatever was due has rung, been said or been redrawn', async () => {
    await lives.rest()
    expect(await lives.end()).toBe(0)
    expect(waitingIn(stage)).toEqual([])
    const { lines } = rowsOf(stage)
    expect(lines.filter(({ status }) => status === 'undeliverable')).toEqual([])
  })

  it('what a member was told had been taken is in the file', () => {
    const taken = lives.deeds.filter((deed) => deed.taken)
    expect(taken.length).toBeGreaterThan(kills)
    const lost = stage.store.read((tx) => taken.filter((deed) => !deed.stands(tx)).map(({ what }) => what))
    expect(lost).toEqual([])
  })

  it('every line that counts as sent has reached a platform, each way once', () => {
    const { lines, copies } = rowsOf(stage)
    const posted = new Set(copies.map(({ line }) => line))
    expect(lines.filter(({ id, status }) => status === 'sent' && !posted.has(id))).toEqual([])
    for (const { id } of lines) {
      const ways = copies.flatMap(({ line, platform, conversation }) =>
        line === id ? [`${platform} ${conversation}`] : [],
      )
      expect(new Set(ways).size, `${id}: ${ways}`).toBe(ways.length)
    }
  })

  it('a kill doubles at most one message, a stop none', () => {
    const doubled = unwritten(stage, lives.posts())
    for (const [life, how] of ends.entries()) {
      const twice = doubled.filter((post) => post.life === life)
      expect(twice.length, `life ${life}, ended ${how}: ${JSON.stringify(twice)}`).toBeLessThanOrEqual(
        how === 'asked' ? 0 : 1,
      )
    }
    // Slack is asked what each member was told before: there nobody hears a thing twice.
    expect(
      doubled.filter(({ platform, conversation }) => platform === 'slack' && conversation.startsWith('D')),
    ).toEqual([])
  })

  it('no card is left stale, on either platform', async () => {
    expect(await staleCards(stage)).toEqual([])
  })

  it('the record is whole, and so is the file', async () => {
    expect(check(stage.file)).toEqual({ ok: true })
    const cli = ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, '../../cli.ts'), 'verify']
    const { stdout } = await promisify(execFile)(process.execPath, cli, {
      env: { ...process.env, ...stage.environment },
    })
    expect(stdout).toContain('The record is whole')
  })
}
