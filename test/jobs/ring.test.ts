import { expect, test } from 'vitest'
import { createBell } from '../../jobs/bell.ts'
import type { ErrandQueue, QueueHouse } from '../../jobs/house.ts'
import { FakeCore, quiet, Rehearsal } from './core.ts'
import { gate, until } from './until.ts'

/** A queue server that takes errands when the story lets it, and writes down what it was given. */
function slowHouse() {
  const taken: string[] = []
  let slow: Promise<void> | undefined
  const listeners: (() => void)[] = []
  const queue = (name: string): ErrandQueue => ({
    name,
    addBulk: async (errands) => {
      await slow
      taken.push(...errands.map(({ data }) => data.key))
      return []
    },
    drain: async () => {},
    getJobCounts: async () => ({}),
    upsertJobScheduler: async () => ({}) as never,
    close: async () => {},
  })
  const house: QueueHouse = {
    kind: 'embedded',
    queue,
    worker: (name) => ({ name, on: () => undefined, close: async () => {} }),
    up: () => true,
    trouble: () => undefined,
    onUp: (listener) => {
      listeners.push(listener)
      return () => {}
    },
    inspect: async () => ({}),
    close: async () => {},
  }
  return {
    house,
    taken,
    slowDown(until: Promise<void>) {
      slow = until
    },
    comesBack: () => {
      for (const listener of listeners) listener()
    },
  }
}

async function given() {
  const clock = new Rehearsal()
  const core = new FakeCore(clock)
  const server = slowHouse()
  const every = () => () => {}
  const bell = createBell({
    house: server.house,
    target: core,
    clock: clock.now,
    intended: core.intended,
    log: quiet,
    every,
  })
  await bell.start()
  return { bell, core, server }
}

test('a change in the very step in which the last ring is over is rung too', async () => {
  // JavaScript ends an async function over several steps; in none of them may a ring fall between two stools.
  for (let step = 0; step < 12; step++) {
    const { bell, core, server } = await given()
    const busy = gate()
    server.slowDown(busy.opened)
    bell.ring(core.changes('rr-KELP'))
    busy.open()
    for (let passed = 0; passed < step; passed++) await undefined
    bell.ring(core.changes('rr-FERN'))
    await bell.stop()
    expect(server.taken, `${step} steps later`).toEqual(['rr-KELP', 'rr-FERN'])
  }
})

test('when the queue comes back during a reconcile, what was written meanwhile is rung at once', async () => {
  const { bell, core, server } = await given()
  core.changes('rr-KELP')
  const busy = gate()
  server.slowDown(busy.opened)
  const underWay = bell.reconcile()
  for (let passed = 0; passed < 12; passed++) await undefined
  core.changes('rr-FERN')
  server.comesBack()
  busy.open()
  await underWay
  await until('the new change is rung', () => server.taken.includes('rr-FERN'))
  await bell.stop()
})
