/** A real PostgreSQL of the test's own, where its programs are installed. */
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chown, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { isHere, isRoot, pathTo, userOfPostgres } from './needs.ts'
import { freePort } from './redis.ts'

const server = pathTo('postgres')
const bin = server && dirname(server)

/** Whether it can be started here. The second way to run the queue: its absence is told, and is no failure. */
export const postgresPresent = isHere('postgres')

export interface PostgresPeer {
  readonly url: string
  kill(): Promise<void>
  restart(): Promise<void>
  close(): Promise<void>
}

export async function startPostgres(): Promise<PostgresPeer> {
  const port = await freePort()
  const dir = await mkdtemp(join(tmpdir(), 'muster-postgres-'))
  const data = join(dir, 'data')
  const user = isRoot() ? userOfPostgres() : undefined
  if (user) await chown(dir, user.uid, user.gid)
  const as = { cwd: dir, ...user }
  await promisify(execFile)(`${bin}/initdb`, ['-D', data, '-A', 'trust', '-U', 'muster', '--no-sync'], as)

  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off`
  // pg_ctl's own wait ends when the server answers; its output is not ours to hold open.
  async function control(...args: string[]): Promise<void> {
    const [code] = await once(spawn(`${bin}/pg_ctl`, ['-D', data, '-w', ...args], { stdio: 'ignore', ...as }), 'exit')
    if (code !== 0) throw new Error(`pg_ctl ${args.at(-1)} ended with ${code}`)
  }
  let running = false
  const start = async () => {
    await control('-o', options, 'start')
    running = true
  }
  const kill = async () => {
    running = false
    await control('-m', 'immediate', 'stop')
  }

  await start()
  return {
    url: `postgres://muster@127.0.0.1:${port}/postgres`,
    kill,
    restart: start,
    async close() {
      if (running) await kill()
      await rm(dir, { recursive: true, force: true })
    },
  }
}
