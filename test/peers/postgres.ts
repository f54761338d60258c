/** A real PostgreSQL of the test's own, where its programs are installed; it refuses to run as root, so it is run as `postgres` then. */
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { pathTo } from './needs.ts'
import { freePort } from './redis.ts'

const server = pathTo('postgres')
const bin = server && dirname(server)

/** Whether it can be started here. The second way to run the queue: its absence is told, and is no failure. */
export const postgresPresent = bin !== undefined

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
  const asRoot = process.getuid?.() === 0
  const run = (program: string, ...args: string[]): [string, string[]] =>
    asRoot ? ['runuser', ['-u', 'postgres', '--', `${bin}/${program}`, ...args]] : [`${bin}/${program}`, args]
  const exec = promisify(execFile)
  if (asRoot) await exec('chown', ['postgres', dir])
  await exec(...run('initdb', '-D', data, '-A', 'trust', '-U', 'muster', '--no-sync'), { cwd: dir })

  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off`
  // pg_ctl's own wait ends when the server answers; its output is not ours to hold open.
  async function control(...args: string[]): Promise<void> {
    const [program, rest] = run('pg_ctl', '-D', data, '-w', ...args)
    const [code] = await once(spawn(program, rest, { stdio: 'ignore', cwd: dir }), 'exit')
    if (code !== 0) throw new Error(`pg_ctl ${args.at(-1)} ended with ${code}`)
  }
  const start = () => control('-o', options, 'start')
  const kill = () => control('-m', 'immediate', 'stop')

  await start()
  return {
    url: `postgres://muster@127.0.0.1:${port}/postgres`,
    kill,
    restart: start,
    async close() {
      await kill()
      await rm(dir, { recursive: true, force: true })
    },
  }
}
