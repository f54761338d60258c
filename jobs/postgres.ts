import type { EventEmitter } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { createPostgresBackend, type PgPool, runMigrations, withBackend } from 'bullmq'
import pg from 'pg'
import type { Log } from '../src/ports.ts'
import type { Errand, ErrandHandler, QueueHouse, WorkerTuning } from './house.ts'
import { openPglitePool } from './pglite.ts'
import { createPresence } from './presence.ts'

/** BullMQ checks a pool that it was given against this schema, and no other. */
const SCHEMA = 'bullmq'

const RETRY_MS = 1_000

const backed = withBackend(createPostgresBackend)

/** BullMQ's PostgreSQL backend. Creates or upgrades its schema; throws when the server cannot be reached. */
export async function openPostgres(url: string, log: Log): Promise<QueueHouse> {
  const pool = new pg.Pool({
    connectionString: url,
    options: `-c search_path=${SCHEMA}`,
    application_name: 'muster',
    // Each worker keeps one connection to itself, to listen.
    max: 20,
    keepAlive: true,
    connectionTimeoutMillis: 5_000,
    query_timeout: 30_000,
    // Idle connections stay, so that somebody notices when the server goes.
    idleTimeoutMillis: 0,
  })
  try {
    return await overPool('postgres', pool, log)
  } catch (error) {
    await pool.end()
    throw error
  }
}

/** The same backend over PGlite in memory: no server, no disk, three seconds to start; rebuilt from the database each time. */
export async function openEmbedded(log: Log): Promise<QueueHouse> {
  log.warn(
    {},
    'No QUEUE_URL: the queue lives in this process and is rebuilt at every start. Fit for a trial; use Redis in production',
  )
  return overPool('embedded', await openPglitePool(), log)
}

async function overPool(kind: 'postgres' | 'embedded', pool: PgPool & EventEmitter, log: Log): Promise<QueueHouse> {
  const presence = createPresence(log)
  // Every queue and worker listens for errors of the one pool.
  pool.setMaxListeners(0)
  let closed = false

  function lost(error: unknown): void {
    if (closed) return
    const wasUp = presence.up()
    presence.left(error)
    if (wasUp) void seek()
  }
  pool.on('error', lost)
  // The pool speaks for its idle connections only. When all are lent to workers as the server dies, each worker is told of its own query
  // and puts its connection away: then the end of a connection is all there is to see.
  pool.on('connect', (session: EventEmitter) => {
    session.on('error', lost)
    session.on('end', () => void doubt())
  })

  /** A connection has ended, as they also do in peace: is the server still there? */
  async function doubt(): Promise<void> {
    if (closed || !presence.up()) return
    try {
      await pool.query('SELECT 1')
    } catch (error) {
      lost(error)
    }
  }

  /** One lost connection may mean a lost server, and nobody tells when that returns: ask until it answers. */
  async function seek(): Promise<void> {
    while (!closed && !presence.up()) {
      try {
        await pool.query('SELECT 1')
        presence.arrived()
      } catch {
        await setTimeout(RETRY_MS, undefined, { ref: false })
      }
    }
  }

  const session = await pool.connect()
  try {
    await runMigrations(session, SCHEMA)
    await session.query(`SET search_path TO ${SCHEMA}`)
  } finally {
    session.release()
  }
  presence.arrived()

  const queues = new Map<string, InstanceType<typeof backed.Queue<Errand, void>>>()
  return {
    kind,
    up: presence.up,
    trouble: presence.trouble,
    onUp: presence.onUp,

    queue(name) {
      const known = queues.get(name)
      if (known) return known
      const queue = new backed.Queue<Errand, void>(name, { connection: pool })
      queue.on('error', presence.mishap)
      queues.set(name, queue)
      return queue
    },

    worker(name: string, handler: ErrandHandler, tuning: WorkerTuning = {}) {
      const worker = new backed.Worker<Errand, void>(name, handler, {
        connection: pool,
        runRetryDelay: RETRY_MS,
        ...tuning,
      })
      worker.on('error', presence.mishap)
      return worker
    },

    async inspect() {
      const { rows } = await pool.query<{ version: string }>(`SELECT current_setting('server_version') AS version`)
      return { version: rows[0]?.version }
    },

    async close() {
      closed = true
      await Promise.all([...queues.values()].map((queue) => queue.close()))
      await pool.end()
    },
  }
}
