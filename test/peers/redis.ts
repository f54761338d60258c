/** A real Redis of the test's own: on a free port, in a temporary folder, killed and started again as the story wants. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

export interface RedisPeer {
  readonly url: string
  /** Sends one command and gives the raw answer. */
  command(line: string): Promise<string>
  /** Pulls the plug: no farewell, no last write. */
  kill(): Promise<void>
  /** Starts it again on the same port, with whatever its append-only file remembers. */
  restart(): Promise<void>
  close(): Promise<void>
}

/** Starts a Redis, on the given port or any free one. */
export async function startRedis(wanted?: number): Promise<RedisPeer> {
  const port = wanted ?? (await freePort())
  const dir = await mkdtemp(join(tmpdir(), 'muster-redis-'))
  let server: ChildProcess | undefined

  async function command(line: string): Promise<string> {
    const socket = connect(port, '127.0.0.1')
    try {
      await once(socket, 'connect')
      socket.write(`${line}\r\n`)
      const [answer] = await once(socket, 'data')
      return String(answer)
    } finally {
      socket.destroy()
    }
  }

  async function start(): Promise<void> {
    const settings = ['--port', String(port), '--bind', '127.0.0.1', '--dir', dir, '--save', '', '--appendonly', 'yes']
    server = spawn('redis-server', settings, { stdio: 'ignore' })
    for (let attempt = 0; attempt < 200; attempt++) {
      const answer = await command('PING').catch(() => '')
      if (answer.startsWith('+PONG')) return
      await pause(25)
    }
    await kill()
    throw new Error('redis-server did not answer within five seconds')
  }

  async function kill(): Promise<void> {
    if (!server || server.exitCode !== null || server.signalCode !== null) return
    const gone = once(server, 'exit')
    server.kill('SIGKILL')
    await gone
  }

  await start()
  return {
    url: `redis://127.0.0.1:${port}`,
    command,
    kill,
    restart: start,
    async close() {
      await kill()
      await rm(dir, { recursive: true, force: true })
    },
  }
}

/** A port nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}
