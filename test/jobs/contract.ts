/** What the bell promises on every queue server. The same stories for Redis, PostgreSQL and the embedded one. */
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Bell, type BellOptions, createBell } from '../../jobs/bell.ts'
import { type QueueHouse, queuesOf } from '../../jobs/house.ts'
import { FakeCore, quiet, Rehearsal } from './core.ts'
import { gate, until } from './until.ts'

const DAY = 24 * 60 * 60_000

export function bellContract(open: () => Promise<{ house: QueueHouse; close(): Promise<void> }>): void {
  let house: QueueHouse
  let closeHouse: () => Promise<void>
  let clock: Rehearsal
  let core: FakeCore
  let bell: Bell

  async function begin(options: Partial<BellOptions> = {}): Promise<void> {
    // On Redis the search for dead workers is shared, and goes by the interval of whoever searched last.
    const tuning = { stalledInterval: 300, ...options.tuning }
    const { now } = clock
    bell = createBell({ house, target: core, clock: now, intended: core.intended, log: quiet, ...options, tuning })
    await bell.start()
  }

  beforeAll(async () => {
    const opened = await open()
    house = opened.house
    closeHouse = opened.close
    await until('the queue is there', () => house.up())
  })
  afterAll(() => closeHouse())
  beforeEach(() => {
    clock = new Rehearsal()
    core = new FakeCore(clock)
  })
  afterEach(async () => {
    await bell.stop()
    await Promise.all(Object.values(queuesOf(house)).map((queue) => queue.drain(true)))
  })

  test('an alarm rings when its moment has come, never before', async () => {
    await begin()
    const at = clock.after(400)
    bell.ring(core.owes('rr-KELP/returns/housing/T-2', at))
    await until('the alarm has rung', () => core.reminders.length > 0)
    // The minute may strike meanwhile; that is no alarm.
    expect(core.calls.filter(({ what }) => what.startsWith('alarm'))).toHaveLength(1)
    expect(core.reminders[0]!.at >= at).toBe(true)
  })

  test('what was missed while nobody was there rings at the start', async () => {
    core.owes('rr-KELP/submit/overdue', clock.after(-3 * DAY))
    core.writes('out_1')
    core.changes('rr-KELP')
    await begin()
    await until('everything is done', () => core.reminders.length === 1 && core.outbox.get('out_1') === 'sent')
    await until('the card is drawn again', () => core.stale.size === 0)
  })

  test('the same alarm rung again and again rings once', async () => {
    await begin()
    const owed = core.owes('section-11/school/T-5', clock.after(500))
    bell.ring(owed)
    bell.ring(owed)
    await bell.reconcile()
    await bell.reconcile()
    await until('the alarm has rung', () => core.reminders.length > 0)
    bell.ring(core.writes('after'))
    await until('something later is done', () => core.outbox.get('after') === 'sent')
    expect(core.times('alarm section-11/school/T-5')).toBe(1)
  })

  test('an alarm put off falls silent at the old moment and rings at the new one', async () => {
    await begin()
    bell.ring(core.owes('meeting/2027-02/papers', clock.after(200)))
    const later = clock.after(700)
    bell.ring(core.owes('meeting/2027-02/papers', later))
    await until('the alarm has rung', () => core.reminders.length > 0)
    expect(core.reminders).toHaveLength(1)
    expect(core.reminders[0]!.at >= later).toBe(true)
  })

  test('an alarm far ahead stays in the database until it is near', async () => {
    core.owes('annual-report/T-30', clock.after(8 * DAY))
    core.owes('annual-report/T-37', clock.after(DAY))
    await begin()
    expect(await house.queue('alarms').getJobCounts('delayed')).toMatchObject({ delayed: 1 })
  })

  test('when the clock is moved a week on, what is due rings now and the rest still waits', async () => {
    core.owes('rr-KELP/T-2', clock.after(6 * DAY))
    core.owes('rr-KELP/T-0', clock.after(8 * DAY))
    await begin()
    clock.move(7 * DAY)
    await bell.clockMoved()
    await until('the alarm has rung', () => core.reminders.length > 0)
    expect(core.reminders.map(({ key }) => key)).toEqual(['rr-KELP/T-2'])
    expect(await house.queue('alarms').getJobCounts('delayed')).toMatchObject({ delayed: 1 })
  })

  test('when the queue has been emptied, reconcile rings everything again', async () => {
    await begin()
    bell.ring(core.owes('dispute/stage-2', clock.after(600)))
    await until('it is queued', async () => ((await house.queue('alarms').getJobCounts('delayed')).delayed ?? 0) > 0)
    await house.queue('alarms').drain(true)
    await bell.reconcile()
    await until('the alarm has rung', () => core.reminders.length > 0)
  })

  test('a delivery that fails is tried again until it arrives, and then no more', async () => {
    core.when('out_1', (attempt) => {
      if (attempt < 3) throw new Error('502 from the platform')
    })
    await begin({ tuning: { firstBackoff: 30 } })
    bell.ring(core.writes('out_1'))
    await until('the line is sent', () => core.outbox.get('out_1') === 'sent')
    await bell.reconcile()
    expect(core.times('deliver out_1')).toBe(3)
    expect(core.undeliverables).toEqual([])
  })

  test('a delivery that always fails is reported undeliverable once, with the reason', async () => {
    core.when('out_1', () => {
      throw new Error('the channel is archived')
    })
    await begin({ tuning: { firstBackoff: 20, deliveryAttempts: 3 } })
    bell.ring(core.writes('out_1'))
    await until('it is given up', async () => (await bell.health()).failed === 1)
    expect(core.undeliverables).toEqual([{ id: 'out_1', reason: 'the channel is archived' }])
    expect(core.times('deliver out_1')).toBe(3)
  })

  test('what can never arrive is not tried again', async () => {
    core.when('out_1', () => {
      throw Object.assign(new Error('the bot is not installed there'), { permanent: true })
    })
    await begin()
    bell.ring(core.writes('out_1'))
    await until('it is given up', () => core.undeliverables.length === 1)
    expect(core.times('deliver out_1')).toBe(1)
  })

  test('a platform that says "later" is not asked before, and its "later" costs no attempt', async () => {
    core.when('out_1', (attempt) => {
      if (attempt < 4) throw Object.assign(new Error('429'), { retryAfterMs: 250 })
    })
    await begin({ tuning: { deliveryAttempts: 2, firstBackoff: 1 } })
    bell.ring(core.writes('out_1'))
    await until('the line is sent', () => core.outbox.get('out_1') === 'sent')
    const asked = core.calls.filter(({ what }) => what === 'deliver out_1').map(({ at }) => Date.parse(at))
    expect(asked).toHaveLength(4)
    for (const [i, at] of asked.slice(1).entries()) expect(at - asked[i]!).toBeGreaterThanOrEqual(250)
    expect(core.undeliverables).toEqual([])
  })

  test('changes during a redraw cause one more redraw, not none and not five', async () => {
    const slow = gate()
    core.when('rr-KELP', (attempt) => (attempt === 1 ? slow.opened : undefined))
    await begin()
    bell.ring(core.changes('rr-KELP'))
    await until('the card is being drawn', () => core.times('refresh rr-KELP') === 1)
    for (let change = 0; change < 5; change++) bell.ring(core.changes('rr-KELP'))
    bell.ring(core.writes('after'))
    await until('the changes are queued', () => core.outbox.get('after') === 'sent')
    slow.open()
    await until('it is drawn again', () => core.times('refresh rr-KELP') === 2)
    await bell.stop()
    expect(core.times('refresh rr-KELP')).toBe(2)
  })

  test('stopping waits for the message that is on its way', async () => {
    const slow = gate()
    // The platform takes its time even then.
    core.when('out_1', () => slow.opened.then(() => pause(300)))
    await begin()
    bell.ring(core.writes('out_1'))
    await until('the message is on its way', () => core.times('deliver out_1') === 1)
    const stopping = bell.stop().then(() => core.outbox.get('out_1'))
    slow.open()
    expect(await stopping).toBe('sent')
  })

  test('a stopped bell takes nothing new', async () => {
    await begin()
    await bell.stop()
    bell.ring(core.writes('out_1'))
    await bell.reconcile()
    expect(await house.queue('deliveries').getJobCounts('waiting')).toMatchObject({ waiting: 0 })
  })

  test('what a dead worker held is taken over by a living one', async () => {
    const held = gate()
    const dying = house.worker('deliveries', () => held.opened.then(() => new Promise(() => {})), {
      lockDuration: 400,
      stalledInterval: 300,
    })
    await house.queue('deliveries').addBulk([{ name: 'delivery', data: { key: 'out_1' }, opts: { jobId: 'held' } }])
    await until('it is held', async () => ((await house.queue('deliveries').getJobCounts('active')).active ?? 0) === 1)
    await dying.close(true)
    core.outbox.set('out_1', 'waiting')
    // Not rung anew: the living worker must find the held one.
    await begin({ intended: () => ({ alarms: [], outbox: [], refresh: [] }) })
    await until('the line is sent', () => core.outbox.get('out_1') === 'sent')
  })

  test('the minute is struck by the queue, once however often it is set up', async () => {
    await begin({ tuning: { tickPattern: '* * * * * *' } })
    for (let again = 0; again < 5; again++) await bell.reconcile()
    await until('three have been struck', () => core.times('tick minute') >= 3)
    const struck = core.calls.filter(({ what }) => what === 'tick minute').map(({ at }) => Date.parse(at))
    expect(struck.at(-1)! - struck[0]!).toBeGreaterThanOrEqual((struck.length - 2) * 1_000)
  })

  test('two processes that reconcile at once ring once', async () => {
    core.owes('rr-KELP/T-2', clock.after(-1))
    for (let line = 0; line < 20; line++) core.writes(`out_${line}`)
    await begin()
    const second = createBell({ house, target: core, clock: clock.now, intended: core.intended, log: quiet })
    await second.start()
    await Promise.all([bell.reconcile(), second.reconcile()])
    await until('all is sent', () => [...core.outbox.values()].every((status) => status === 'sent'))
    await until('the alarm has rung', () => core.reminders.length > 0)
    await second.stop()
    expect(core.reminders).toHaveLength(1)
  })

  test('health counts what waits for its time', async () => {
    core.owes('rr-KELP/T-2', clock.after(DAY))
    await begin()
    expect(await bell.health()).toMatchObject({ ok: true, kind: house.kind, waiting: 0, delayed: 2, failed: 0 })
  })
}
