/**
 * The bell. The database intends, the queue only rings: what must happen is written in SQLite; the bell wakes the core at the right
 * moment and says which line to look at again. Empty the queue, or lose it for an hour: nothing is lost, only re-rung.
 *
 * @example
 *   const bell = createBell({ house, target: core, intended: () => db.intended(), clock, log })
 *   await bell.start()
 *   bell.ring({ outbox: [{ id }], refresh: [{ subject }] })   // after a commit; returns at once, never throws
 *   await bell.stop()                                         // waits for what is running
 */
import type { Clock } from '../src/kernel/time.ts'
import { LONDON } from '../src/kernel/time.ts'
import type { Intended, Log, Bell as Ringer } from '../src/ports.ts'
import { createCrew } from './crew.ts'
import { type DeliveryTarget, deliveryHandler } from './delivery.ts'
import { errandsFor, FORGOTTEN_WHEN_OVER, type NewErrand, type Persistence } from './errand.ts'
import { checkQueue, type Finding } from './health.ts'
import { type ErrandQueue, type QueueHouse, queuesOf, type WorkerTuning } from './house.ts'
import { wordsOf } from './presence.ts'

/** What the bell calls. Every method is idempotent: each may be called again for a thing already done, and by two processes at once. */
export interface BellTarget extends DeliveryTarget {
  /** The moment of an alarm has come, or was missed. */
  alarm(key: string): Promise<void>
  /** Draws every live copy of the subject's cards again. */
  refresh(subject: string): Promise<void>
  /** A minute has passed. */
  tick(): Promise<void>
}

/** Calls `work` every `ms` until the returned function is called. Injected, so that tests need not wait. */
export type Every = (ms: number, work: () => void) => () => void

export interface BellOptions {
  house: QueueHouse
  target: BellTarget
  clock: Clock
  /** Read afresh at each reconcile. */
  intended: () => Intended
  log: Log
  every?: Every
  /** How many errands of each kind run side by side in this process. */
  concurrency?: { alarms?: number; deliveries?: number; refreshes?: number }
  tuning?: Partial<Persistence> & Pick<WorkerTuning, 'lockDuration' | 'stalledInterval'> & { tickPattern?: string }
}

export interface BellHealth {
  /** Whether the bell can ring now. */
  ok: boolean
  kind: QueueHouse['kind']
  /** Why it cannot. */
  reason?: string
  /** Errands due but not begun, and errands whose time has not come; null while the queue does not say. */
  waiting: number | null
  delayed: number | null
  /** Errands given up since this process started; those the database still wants are rung again at the next reconcile. */
  failed: number
  /** What an administrator should put right about the server. */
  findings: Finding[]
}

export interface Bell extends Ringer {
  /** Begins to work, and puts everything into the queue that the database intends. */
  start(): Promise<void>
  /** Puts into the queue whatever the database intends and the queue has lost. Done at each reconnect and each minute. Never rejects. */
  reconcile(): Promise<void>
  /** The clock has been moved: the waiting alarms are set anew. Never rejects. */
  clockMoved(): Promise<void>
  /** Rings no more and waits for what is running. The house stays open: whoever opened it closes it. */
  stop(): Promise<void>
  health(): Promise<BellHealth>
}

const MINUTE_MS = 60_000
/**
 * What a dead process held is taken over within fifteen seconds; BullMQ's own figures are for long jobs, and would let people wait for a minute. To be taken
 * over says nothing against an errand: whether it is done stands in the database.
 */
const TAKING_OVER = { lockDuration: 10_000, stalledInterval: 5_000, maxStalledCount: 100 }
/** A burst beyond this is left to the next reconcile, so that memory stays bounded whatever the queue does. */
const MOST_PENDING = 10_000

export function createBell(options: BellOptions): Bell {
  const { house, target, clock, intended, log, every = everyInterval, concurrency = {}, tuning = {} } = options
  const { deliveryAttempts = 12, firstBackoff = 1_000, tickPattern = '* * * * *', ...workerTuning } = tuning
  const { alarms, deliveries, refreshes, minutes } = queuesOf(house)
  const crew = createCrew(house, log, { ...TAKING_OVER, ...workerTuning })

  let stopped = false
  /** True while the queue may hold alarms set by another clock, or by an earlier life of this process. */
  let alarmsOutOfDate = true
  let pending: NewErrands = { alarms: [], deliveries: [], refreshes: [] }
  let flushing: Promise<void> | undefined
  let reconciling: Promise<void> | undefined
  let stopListening = () => {}
  let stopMinutes = () => {}

  const errandsOf = (what: Intended) => errandsFor(what, clock(), { deliveryAttempts, firstBackoff })

  async function put(errands: NewErrands): Promise<void> {
    await Promise.all([
      addAll(alarms, errands.alarms),
      addAll(deliveries, errands.deliveries),
      addAll(refreshes, errands.refreshes),
    ])
  }

  async function flush(): Promise<void> {
    do {
      const batch = pending
      pending = { alarms: [], deliveries: [], refreshes: [] }
      try {
        await put(batch)
      } catch (error) {
        log.warn({ reason: wordsOf(error) }, 'Could not ring; the next reconcile will')
      }
    } while (sizeOf(pending) > 0)
    // In the same step as the last look: a ring between the two would find a flush that takes nothing more.
    flushing = undefined
  }

  async function setQueueRight(): Promise<void> {
    try {
      if (stopped || !house.up()) return
      const minute = { name: 'minute', data: { key: 'minute' }, opts: FORGOTTEN_WHEN_OVER }
      await minutes.upsertJobScheduler('minute', { pattern: tickPattern, tz: LONDON }, minute)
      if (alarmsOutOfDate) {
        await alarms.drain(true)
        alarmsOutOfDate = false
      }
      await put(errandsOf(intended()))
    } catch (error) {
      log.warn({ reason: wordsOf(error) }, 'Could not reconcile the queue; the next minute will')
    }
  }

  function reconcile(): Promise<void> {
    reconciling ??= setQueueRight().finally(() => {
      reconciling = undefined
    })
    return reconciling
  }

  /** As `reconcile`, but one that is under way may have read the database, or the clock, too early: then another follows it. */
  async function reconcileAnew(): Promise<void> {
    await reconciling
    await reconcile()
  }

  async function strikeMinute(): Promise<void> {
    try {
      // While it is there, the queue strikes the minute, once for all processes. While it is not, the core must still learn that time passes.
      if (!house.up()) await target.tick()
    } catch (error) {
      log.error({ reason: wordsOf(error) }, 'The minute failed')
    }
    await reconcile()
  }

  return {
    async start() {
      crew.open(alarms, (job) => target.alarm(job.data.key), concurrency.alarms ?? 4)
      crew.open(deliveries, deliveryHandler(target), concurrency.deliveries ?? 8)
      crew.open(refreshes, (job) => target.refresh(job.data.key), concurrency.refreshes ?? 4)
      crew.open(minutes, () => target.tick())
      stopMinutes = every(MINUTE_MS, () => void strikeMinute())
      stopListening = house.onUp(() => void reconcileAnew())
      await reconcile()
    },

    ring({ alarms = [], outbox = [], refresh = [] }) {
      if (stopped || !house.up() || sizeOf(pending) > MOST_PENDING) return
      const errands = errandsOf({ alarms, outbox, refresh })
      pending.alarms.push(...errands.alarms)
      pending.deliveries.push(...errands.deliveries)
      pending.refreshes.push(...errands.refreshes)
      flushing ??= flush()
    },

    reconcile,

    async clockMoved() {
      alarmsOutOfDate = true
      await reconcileAnew()
    },

    async stop() {
      stopped = true
      stopListening()
      stopMinutes()
      await Promise.all([flushing, reconciling])
      await crew.close()
    },

    async health() {
      const common = { kind: house.kind, failed: crew.failed(), findings: await checkQueue(house) }
      try {
        if (!house.up()) throw new Error(house.trouble() ?? 'not connected yet')
        const queues = Object.values(queuesOf(house))
        const counts = await Promise.all(queues.map((queue) => queue.getJobCounts('waiting', 'delayed')))
        const sum = (state: string) => counts.reduce((total, count) => total + (count[state] ?? 0), 0)
        return { ...common, ok: true, waiting: sum('waiting'), delayed: sum('delayed') }
      } catch (error) {
        return { ...common, ok: false, reason: wordsOf(error), waiting: null, delayed: null }
      }
    },
  }
}

type NewErrands = ReturnType<typeof errandsFor>

async function addAll(queue: ErrandQueue, errands: NewErrand[]): Promise<void> {
  for (let from = 0; from < errands.length; from += 1_000) await queue.addBulk(errands.slice(from, from + 1_000))
}

function sizeOf(errands: NewErrands): number {
  return errands.alarms.length + errands.deliveries.length + errands.refreshes.length
}

function everyInterval(ms: number, work: () => void): () => void {
  const timer = setInterval(work, ms)
  timer.unref()
  return () => clearInterval(timer)
}
