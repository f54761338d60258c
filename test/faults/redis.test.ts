/** Redis gone, or emptied: commands still answer, nothing is lost, and what comes late says so. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { until } from '../jobs/until.ts'
import { needs } from '../peers/needs.ts'
import { type RedisPeer, startRedis } from '../peers/redis.ts'
import { notificationForHackney } from '../stories/main-job/answers.ts'
import { openStage, type Stage } from '../stories/main-job/stage.ts'

describe.skipIf(!needs('redis-server'))('without Redis', () => {
  let redis: RedisPeer
  let stage: Stage
  beforeAll(async () => {
    redis = await startRedis()
    stage = await openStage({ at: '2026-12-17T17:00', queueUrl: redis.url })
  }, 30_000)
  afterAll(async () => {
    await stage.close()
    await redis.close()
  })

  it('a review can be begun all the same: the form is answered at once', async () => {
    await redis.kill()
    const spa = stage.slack('spa')
    await spa.types('/rapid-review', 'start')
    expect(await spa.fill(notificationForHackney)).toEqual({})
    await spa.sees('is open')
    expect(stage.core.intended().outbox.length).toBeGreaterThan(0)
    expect(stage.slack('slt-hac').reads('RR-2026-01')).toEqual([])
  })

  it('health says that the queue is away, and that everything else works', async () => {
    const health = await fetch(`${stage.address}/readyz`)
    expect(health.status).toBe(200)
    expect(await health.text()).toContain('queue-away')
  })

  it('when Redis is back everybody hears of it, and a reminder missed meanwhile says that it is late', async () => {
    stage.rehearsal.clock.moveTo('2026-12-18T15:00:00.000Z')
    await redis.restart()
    await until('the queue is there again', async () => (await stage.running.bell.health()).ok)
    await stage.running.bell.reconcile()
    await stage.settle()
    expect(stage.slack('slt-hac').reads('RR-2026-01')).not.toEqual([])
    expect(stage.slack('spa').reads().join()).toContain('This reminder is late: it was meant for Fri 18 Dec 2026 09:00')
  })

  it('an emptied Redis loses nothing: the next reconcile rings everything again', async () => {
    const { bell } = stage.running
    const { delayed } = await bell.health()
    expect(delayed).toBeGreaterThan(1)
    await redis.command('FLUSHALL')
    expect(await bell.health()).toMatchObject({ delayed: 0 })
    await bell.reconcile()
    expect(await bell.health()).toMatchObject({ delayed })
  })
})
