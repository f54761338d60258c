import { afterEach, describe, expect, test } from 'vitest'
import { createBell } from '../../jobs/bell.ts'
import { openQueue } from '../../jobs/queue.ts'
import { postgresPresent, startPostgres } from '../peers/postgres.ts'
import { bellContract } from './contract.ts'
import { FakeCore, quiet, Rehearsal } from './core.ts'
import { until } from './until.ts'

// PostgreSQL is the second way to run the queue: where its programs are not installed, these stories are not told.
const withPostgres = describe.skipIf(!postgresPresent)

withPostgres('the bell over PostgreSQL', () => {
  bellContract(async () => {
    const postgres = await startPostgres()
    const house = await openQueue(postgres.url, { log: quiet })
    return {
      house,
      async close() {
        await house.close()
        await postgres.close()
      },
    }
  })
})

withPostgres('when PostgreSQL fails us', () => {
  const closers: (() => Promise<void>)[] = []
  afterEach(async () => {
    for (const close of closers.splice(0).reverse()) await close()
  })

  test('a dead server does not hold up the press of a button, and a revived one delivers everything', async () => {
    const postgres = await startPostgres()
    closers.push(postgres.close)
    const house = await openQueue(postgres.url, { log: quiet })
    closers.push(house.close)
    const clock = new Rehearsal()
    const core = new FakeCore(clock)
    const bell = createBell({ house, target: core, clock: clock.now, intended: core.intended, log: quiet })
    closers.push(bell.stop)
    await bell.start()

    await postgres.kill()
    await until('its absence is noticed', () => !house.up())
    for (let line = 0; line < 20; line++) bell.ring(core.writes(`out_${line}`))
    expect(await bell.health()).toMatchObject({ ok: false, findings: [{ code: 'queue-away' }] })

    await postgres.restart()
    await until('all is sent', () => [...core.outbox.values()].every((status) => status === 'sent'))
    expect(await bell.health()).toMatchObject({ ok: true, failed: 0, findings: [] })
  })

  test('a server that dies while every connection is at work is missed all the same', async () => {
    const postgres = await startPostgres()
    closers.push(postgres.close)
    const house = await openQueue(postgres.url, { log: quiet })
    closers.push(house.close)
    let dying = false
    const work = async () => {
      while (!dying) await house.inspect().catch(() => {})
    }
    const busy = Promise.all(Array.from({ length: 60 }, work))

    await postgres.kill()
    dying = true
    await busy
    await until('its absence is noticed', () => !house.up())

    await postgres.restart()
    await until('its return is noticed', () => house.up())
  })
})
