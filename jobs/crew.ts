import type { Log } from '../src/ports.ts'
import type { ErrandHandler, ErrandQueue, ErrandWorker, QueueHouse, WorkerTuning } from './house.ts'

/** The workers of this process: opened together, counted, and closed only when they have finished what they hold. */
export function createCrew(house: QueueHouse, log: Log, tuning: WorkerTuning) {
  const workers: ErrandWorker[] = []
  const running = new Set<Promise<unknown>>()
  let failed = 0

  return {
    /** How many errands were given up since this process started. */
    failed: () => failed,

    open(queue: ErrandQueue, handle: ErrandHandler, concurrency = 1): void {
      // Counted here as well as by BullMQ, which cannot wait for them once the server is away.
      const counted: ErrandHandler = (job, token) => {
        const work = handle(job, token)
        running.add(work)
        const over = () => running.delete(work)
        work.then(over, over)
        return work
      }
      const worker = house.worker(queue.name, counted, { ...tuning, concurrency })
      worker.on('failed', (job, error) => {
        const facts = { queue: queue.name, key: job?.data.key, attempt: job?.attemptsMade, reason: error.message }
        if (job && job.finishedOn === undefined) return log.warn(facts, 'An errand failed and will be tried again')
        failed += 1
        log.error(facts, 'An errand was given up')
      })
      worker.on('stalled', (id) => log.warn({ queue: queue.name, id }, 'An errand was taken over from a dead worker'))
      workers.push(worker)
    },

    /** Takes nothing new, waits for what is running, and closes. */
    async close(): Promise<void> {
      if (house.up()) await Promise.all(workers.map((worker) => worker.close()))
      await Promise.allSettled(running)
      await Promise.all(workers.map((worker) => worker.close(true)))
    },
  }
}
