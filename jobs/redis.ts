import { Redis } from 'ioredis'
import type { Log } from '../src/ports.ts'
import { Queue, Worker } from './bullmq.ts'
import type { Errand, ErrandHandler, QueueHouse, WorkerTuning } from './house.ts'
import { createPresence } from './presence.ts'

const PREFIX = 'muster'
/** A command that is not answered within this many ms will not be: without it, a ring would hang on a cut network cable. */
const COMMAND_TIMEOUT = 5_000

/** Soon at first, then every two seconds, for ever: a queue that comes back is found again whatever took it away. */
const retryStrategy = (attempt: number) => Math.min(50 * 2 ** Math.min(attempt, 10), 2_000)

/**
 * BullMQ on Redis, the production way. Returns at once, whether or not the server is there.
 *
 * Two kinds of connection: the one that rings fails at once when Redis is away (reconcile will ring again), while those that work wait
 * for it with what they have finished.
 */
export function openRedis(url: string, log: Log): QueueHouse {
  const presence = createPresence(log)
  const bell = new Redis(url, {
    maxRetriesPerRequest: 0,
    enableOfflineQueue: false,
    commandTimeout: COMMAND_TIMEOUT,
    connectTimeout: COMMAND_TIMEOUT,
    retryStrategy,
  })
  const work = new Redis(url, { maxRetriesPerRequest: null, connectTimeout: COMMAND_TIMEOUT, retryStrategy })
  bell.on('ready', presence.arrived)
  bell.on('error', (error) => (bell.status === 'ready' ? presence.mishap(error) : presence.left(error)))
  bell.on('close', () => presence.left(undefined))
  work.on('error', presence.mishap)
  const queues = new Map<string, Queue<Errand, void>>()

  return {
    kind: 'redis',
    up: presence.up,
    trouble: presence.trouble,
    onUp: presence.onUp,

    queue(name) {
      const known = queues.get(name)
      if (known) return known
      // Asking for the version could fail once, at the first connect, and leave the queue unusable for good: health asks instead.
      const queue = new Queue<Errand, void>(name, { connection: bell, prefix: PREFIX, skipVersionCheck: true })
      queue.on('error', presence.mishap)
      queues.set(name, queue)
      return queue
    },

    worker(name: string, handler: ErrandHandler, tuning: WorkerTuning = {}) {
      const worker = new Worker<Errand, void>(name, handler, {
        connection: work,
        prefix: PREFIX,
        runRetryDelay: 1_000,
        ...tuning,
      })
      worker.on('error', presence.mishap)
      return worker
    },

    async inspect() {
      // INFO, not CONFIG: hosted Redis often forbids the latter.
      const info = await bell.info()
      const line = (name: string) => new RegExp(`^${name}:(.*?)\\r?$`, 'm').exec(info)?.[1]
      return {
        version: line('redis_version'),
        maxmemoryPolicy: line('maxmemory_policy'),
        appendOnly: line('aof_enabled') === '1',
      }
    },

    async close() {
      await Promise.all([...queues.values()].map((queue) => queue.close()))
      bell.removeAllListeners('close')
      bell.disconnect()
      work.disconnect()
    },
  }
}
