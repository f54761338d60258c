import { createBullBoard } from '@bull-board/api'
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter'
import { ExpressAdapter } from '@bull-board/express'
import type { Queue } from 'bullmq'
import type { RequestHandler } from 'express'
import { type QueueHouse, queuesOf } from './house.ts'

/**
 * The queues, to look at: bull-board, read-only, on every kind of queue. It shows ids and keys, as there is nothing else in them.
 *
 * It does not ask who is looking: mount it behind the administrator's sign-in, at `path`.
 *
 * @example
 *   desk.use('/admin/queues', administratorsOnly, queueBoard(house, '/admin/queues'))
 */
export function queueBoard(house: QueueHouse, path: string): RequestHandler {
  const serverAdapter = new ExpressAdapter().setBasePath(path)
  createBullBoard({
    serverAdapter,
    // The house shows less of BullMQ's queues than they are; the board wants the whole.
    queues: Object.values(queuesOf(house)).map(
      (queue) => new BullMQAdapter(queue as unknown as Queue, { readOnlyMode: true }),
    ),
    options: { uiConfig: { boardTitle: `Muster's queues (${house.kind})` } },
  })
  return serverAdapter.getRouter()
}
