/** The queues, for the administrator alone: behind the desk's session and the authority table. Everybody else is told that there is nothing here. */
import type { RequestHandler } from 'express'
import { readSession } from '../adapters/web/guard/cookie.ts'
import type { QueueHouse } from '../jobs/house.ts'
import { isRefusal } from '../src/kernel/result.ts'
import { may } from '../src/partnership/authority/may.ts'
import { onFirstVisit } from './first-visit.ts'
import type { Household } from './household.ts'

export const BOARD_PATH = '/desk/queues'

/** Shows the board to whoever may see how Muster is doing; it is loaded when somebody first looks, since hardly anybody does. */
export function boardFor({ core, house }: Household, queue: QueueHouse): RequestHandler {
  const board = onFirstVisit(async () => {
    const { queueBoard } = await import('../jobs/board.ts')
    return queueBoard(queue, BOARD_PATH)
  })
  return (req, res, next) => {
    const session = readSession(req.headers.cookie, house.baseUrl.startsWith('https:'))
    const visitor = session === undefined ? undefined : core.access.personOf(session)
    const allowed = visitor && may(house.partnership(), visitor.person, 'muster.health', {}, house.clock())
    if (allowed === undefined || isRefusal(allowed)) return next()
    board(req, res, next)
  }
}
