import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, test } from 'vitest'
import { type Bell, type BellOptions, createBell, type Every } from '../../jobs/bell.ts'
import { checkQueue } from '../../jobs/health.ts'
import type { QueueHouse } from '../../jobs/house.ts'
import { openQueue } from '../../jobs/queue.ts'
import { needs } from '../peers/needs.ts'
import { freePort, type RedisPeer, startRedis } from '../peers/redis.ts'
import { bellContract } from './contract.ts'
import { FakeCore, quiet, Rehearsal } from './core.ts'
import { gate, until } from './until.ts'

const withRedis = describe.skipIf(!needs('redis-server'))

withRedis('the bell over Redis', () => {
  bellContract(async () => {
    const redis = await startRedis()
    const house = await openQueue(redis.url, { log: quiet })
    return {
      house,
      async close() {
        await house.close()
        await redis.close()
      },
    }
  })
})

withRedis('when Redis fails us', () => {
  const clock = new Rehearsal()
  let core: FakeCore
  let redis: RedisPeer | undefined
  let house: QueueHouse
  let bell: Bell

  async function begin(url: string, options: Partial<BellOptions> = {}): Promise<void> {
    core = new FakeCore(clock)
    house = await openQueue(url, { log: quiet })
    bell = createBell({ house, target: core, clock: clock.now, intended: core.intended, log: quiet, ...options })
    await bell.start()
  }

  async function beginOn(peer: RedisPeer, options: Partial<BellOptions> = {}): Promise<void> {
    redis = peer
    await begin(peer.url, options)
    await until('the queue is there', () => house.up())
  }

  afterEach(async () => {
    await bell.stop()
    await house.close()
    await redis?.close()
    redis = undefined
  })

  test('an emptied Redis loses nothing: the next reconcile rings everything again', async () => {
    await beginOn(await startRedis())
    bell.ring(core.owes('rr-KELP/T-2', clock.after(500)))
    bell.ring(core.owes('rr-KELP/T-0', clock.after(600)))
    await until('both are queued', async () => (await bell.health()).delayed === 3)
    await redis!.command('FLUSHALL')
    expect(await bell.health()).toMatchObject({ delayed: 0 })
    await bell.reconcile()
    await until('both have rung', () => core.reminders.length === 2)
  })

  test('a dead Redis does not hold up the press of a button, and a revived one delivers everything', async () => {
    await beginOn(await startRedis())
    await redis!.kill()
    await until('its absence is noticed', () => !house.up())
    for (let line = 0; line < 50; line++) bell.ring(core.writes(`out_${line}`))
    bell.ring(core.owes('rr-KELP/T-2', clock.now()))
    bell.ring(core.changes('rr-KELP'))
    const health = await bell.health()
    expect(health).toMatchObject({ ok: false, waiting: null, findings: [{ code: 'queue-away' }] })
    expect(health.reason).toBeTruthy()
    expect(core.calls.filter(({ what }) => !what.startsWith('tick'))).toEqual([])

    await redis!.restart()
    await until('all is sent', () => [...core.outbox.values()].every((status) => status === 'sent'))
    await until('the rest is done', () => core.reminders.length === 1 && core.stale.size === 0)
    expect(await bell.health()).toMatchObject({ ok: true, failed: 0 })
  })

  test('a message under way when Redis dies is not sent again when it returns', async () => {
    const slow = gate()
    await beginOn(await startRedis())
    core.when('out_1', () => slow.opened)
    bell.ring(core.writes('out_1'))
    await until('it is on its way', () => core.times('deliver out_1') === 1)
    await redis!.kill()
    slow.open()
    await until('it has arrived', () => core.outbox.get('out_1') === 'sent')
    await redis!.restart()
    bell.ring(core.writes('out_2'))
    await until('the bell rings again', () => house.up() && core.outbox.get('out_2') === 'sent')
    expect(core.times('deliver out_1')).toBe(1)
  })

  test('started before Redis is there, the bell begins when it comes', async () => {
    const port = await freePort()
    await begin(`redis://127.0.0.1:${port}`)
    core.owes('rr-KELP/T-2', clock.now())
    expect(await bell.health()).toMatchObject({ ok: false })
    redis = await startRedis(port)
    await until('the alarm has rung', () => core.reminders.length === 1)
  })

  test('without Redis the minute is struck all the same', async () => {
    const strikes: (() => void)[] = []
    const every: Every = (_ms, work) => {
      strikes.push(work)
      return () => {}
    }
    await begin(`redis://127.0.0.1:${await freePort()}`, { every })
    for (const strike of strikes) strike()
    await until('the core hears of the minute', () => core.times('tick minute') === 1)
  })

  test('stopping does not wait for a Redis that is away, but does wait for a message on its way', async () => {
    const slow = gate()
    await beginOn(await startRedis())
    // The platform takes its time even then.
    core.when('out_1', () => slow.opened.then(() => pause(300)))
    bell.ring(core.writes('out_1'))
    await until('it is on its way', () => core.times('deliver out_1') === 1)
    await redis!.kill()
    await until('its absence is noticed', () => !house.up())
    const stopping = bell.stop().then(() => core.outbox.get('out_1'))
    slow.open()
    expect(await stopping).toBe('sent')
  })

  test('what a killed process was doing is done by another', async () => {
    const peer = await startRedis()
    const holder = spawn(process.execPath, [fileURLToPath(new URL('holder.ts', import.meta.url)), peer.url], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const [words] = await once(holder.stdout, 'data')
    expect(String(words)).toBe('holding out_1\n')
    holder.kill('SIGKILL')
    await once(holder, 'exit')

    // It intends nothing itself: the line can only come from the dead process.
    await beginOn(peer, { intended: () => ({ alarms: [], outbox: [], refresh: [] }), tuning: { stalledInterval: 300 } })
    core.outbox.set('out_1', 'waiting')
    await until('the line is sent', () => core.outbox.get('out_1') === 'sent')
  })

  test('a Redis fit for production raises no finding; a forgetful one that evicts raises two, each with a way out', async () => {
    await beginOn(await startRedis())
    expect(await checkQueue(house)).toEqual([])
    expect(await redis!.command('CONFIG SET maxmemory-policy allkeys-lru')).toBe('+OK\r\n')
    expect(await redis!.command('CONFIG SET appendonly no')).toBe('+OK\r\n')
    const findings = await checkQueue(house)
    expect(findings.map(({ code }) => code)).toEqual(['redis-evicts', 'redis-forgets'])
    expect(findings.every(({ sentence, next }) => sentence !== '' && next.includes('redis.conf'))).toBe(true)
    expect(await bell.health()).toMatchObject({ ok: true })
  })

  test('nothing but keys lies in Redis', async () => {
    await beginOn(await startRedis(), { tuning: { tickPattern: '0 0 1 1 *' } })
    bell.ring(core.owes('rr-KELP/T-2', clock.after(60_000)))
    await until('it is queued', async () => (await bell.health()).delayed === 2)
    const [id] = (await redis!.command('ZRANGE muster:alarms:delayed 0 -1')).match(/e[0-9a-f]{40}/) ?? []
    expect(await redis!.command(`HGET muster:alarms:${id} data`)).toContain('{"key":"rr-KELP/T-2"}')
  })
})
