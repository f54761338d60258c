/**
 * @example
 *   const house = await openQueue(env.QUEUE_URL, { log })   // 'redis://…', 'rediss://…', 'postgres://…' or nothing at all
 *   const bell = createBell({ house, target: core, intended: db.intended, clock, log })
 */
import type { Log } from '../src/ports.ts'
import type { QueueHouse } from './house.ts'
import { openRedis } from './redis.ts'

/**
 * Opens the queue that `url` names; without one, an embedded queue in memory. Redis may be away and come later; PostgreSQL must be there.
 * Throws on an address that is none of these. The address may hold a password, so it is never repeated.
 */
export async function openQueue(url: string | undefined, { log }: { log: Log }): Promise<QueueHouse> {
  if (!url) return (await postgres()).openEmbedded(log)
  const scheme = url.slice(0, url.indexOf(':'))
  switch (scheme) {
    case 'redis':
    case 'rediss':
      return openRedis(url, log)
    case 'postgres':
    case 'postgresql':
      return (await postgres()).openPostgres(url, log)
    default:
      throw new Error('QUEUE_URL must begin with redis://, rediss:// or postgres://, or be left out')
  }
}

/** PostgreSQL's client and PGlite are loaded where they are used only: on Redis they would be dead weight. */
const postgres = () => import('./postgres.ts')
