import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { queueBoard } from '../../jobs/board.ts'
import type { QueueHouse } from '../../jobs/house.ts'
import { openQueue } from '../../jobs/queue.ts'
import { needs } from '../peers/needs.ts'
import { type RedisPeer, startRedis } from '../peers/redis.ts'
import { quiet } from './core.ts'
import { until } from './until.ts'

describe.skipIf(!needs('redis-server'))('the board of queues', () => {
  let redis: RedisPeer
  let house: QueueHouse
  let server: Server
  let base: string

  beforeAll(async () => {
    redis = await startRedis()
    house = await openQueue(redis.url, { log: quiet })
    await until('the queue is there', () => house.up())
    const errand = { name: 'alarm', data: { key: 'rr-KELP/T-2' }, opts: { jobId: 'waiting-alarm', delay: 60_000 } }
    await house.queue('alarms').addBulk([errand])
    server = express().use('/admin/queues', queueBoard(house, '/admin/queues')).listen(0, '127.0.0.1')
    await once(server, 'listening')
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/admin/queues`
  })
  afterAll(async () => {
    server.close()
    await house.close()
    await redis.close()
  })

  test('an administrator sees what waits', async () => {
    const page = await fetch(base)
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('queues (redis)')
    const shown = await (await fetch(`${base}/api/queues?activeQueue=alarms&status=delayed`)).json()
    expect(shown).toMatchObject({ queues: [{ name: 'alarms', jobs: [{ data: { key: 'rr-KELP/T-2' } }] }, {}, {}, {}] })
  })

  test('nobody empties a queue from it', async () => {
    const cleaning = await fetch(`${base}/api/queues/alarms/clean/delayed`, { method: 'PUT' })
    const removal = await fetch(`${base}/api/queues/alarms/waiting-alarm/clean`, { method: 'PUT' })
    expect([cleaning.status, removal.status]).toEqual([405, 405])
    expect(await house.queue('alarms').getJobCounts('delayed')).toEqual({ delayed: 1 })
  })
})
