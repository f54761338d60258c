/**
 * The contract every queue server fulfils for us: Redis, PostgreSQL, or the embedded PGlite. Nothing but `jobs/` looks behind it.
 */
import type { Job, Processor, Queue } from 'bullmq'

/** All that ever lies in the queue: which line of the database to look at again. Never its content. */
export interface Errand {
  key: string
}

export type ErrandQueue = Pick<
  Queue<Errand, void>,
  'name' | 'addBulk' | 'drain' | 'getJobCounts' | 'upsertJobScheduler' | 'close'
>
export type ErrandHandler = Processor<Errand, void>

/** The part of BullMQ's Worker that is the same on every server. */
export interface ErrandWorker {
  readonly name: string
  /** `job` is absent when it was taken over once too often and is gone already. */
  on(event: 'failed', listener: (job: Job<Errand, void> | undefined, error: Error) => void): unknown
  on(event: 'stalled', listener: (id: string) => void): unknown
  /** Waits for the errands it is running, unless forced. */
  close(force?: boolean): Promise<void>
}

export interface WorkerTuning {
  /** How many errands this process runs side by side. */
  concurrency?: number
  /** After how many ms without a sign of life an errand may be taken over by another process. */
  lockDuration?: number
  /** How often, in ms, this process looks for errands whose worker has died. */
  stalledInterval?: number
  /** How often an errand may be taken over from a dead process before it is given up. */
  maxStalledCount?: number
}

/** What the server says of itself; only what it said is present. */
export interface ServerFacts {
  version?: string
  /** Redis: what happens when memory is full; anything but `noeviction` may drop waiting errands. */
  maxmemoryPolicy?: string
  /** Redis: whether every write also goes to the append-only file. */
  appendOnly?: boolean
}

export interface QueueHouse {
  readonly kind: 'redis' | 'postgres' | 'embedded'
  /** The one queue of that name; made on the first call. */
  queue(name: string): ErrandQueue
  /** A worker that begins at once and goes on until it is closed. */
  worker(name: string, handler: ErrandHandler, tuning?: WorkerTuning): ErrandWorker
  /** Whether the server is there at this moment; costs nothing. */
  up(): boolean
  /** Why it is not, in the server's or the network's words. */
  trouble(): string | undefined
  /** Calls `listener` each time the server comes (back), and now if it is there. Returns how to stop listening. */
  onUp(listener: () => void): () => void
  /** Asks the server about itself. Rejects when it does not answer. */
  inspect(): Promise<ServerFacts>
  /** Closes queues and connections. Workers are closed before, by whoever opened them. */
  close(): Promise<void>
}

/** Every queue of Muster. */
export function queuesOf(house: QueueHouse) {
  return {
    alarms: house.queue('alarms'),
    deliveries: house.queue('deliveries'),
    refreshes: house.queue('refreshes'),
    minutes: house.queue('minutes'),
  }
}
