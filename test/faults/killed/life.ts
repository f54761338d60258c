/** One life of the whole process: `main.ts` as `npm start` runs it, from its start until somebody ends it. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import packageJson from '../../../package.json' with { type: 'json' }

const ROOT = join(import.meta.dirname, '../../..')
const READY = /\bready: (http:\/\/\S+)/

export interface Life {
  /** Where it listens, once it does; undefined when it ended before. */
  readonly ready: Promise<string | undefined>
  /** What it ended with: a code, or nothing when it was killed. */
  readonly over: Promise<number | null>
  /** What it said of troubles, line by line. */
  readonly said: readonly string[]
  /** Ends it this instant: no farewell, no last write. */
  kill(): void
  /** Asks it to end, as a machine does that shuts down. */
  stop(): Promise<number | null>
}

/** Whatever ends the tests, no house goes on running. */
const children = new Set<ChildProcess>()
process.on('exit', () => {
  for (const child of children) child.kill('SIGKILL')
})

/** Begins a life with nothing in its environment but what it is given. `aheadMs`: what its clock is ahead of the real one. */
export function begin(environment: Readonly<Record<string, string>>, aheadMs: number): Life {
  const [, ...flags] = packageJson.scripts.start.split(' ').slice(0, -1)
  const clock = ['--import', join(import.meta.dirname, 'clock.ts')]
  const child = spawn(process.execPath, [...clock, ...flags, 'main.ts'], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, AHEAD_MS: String(aheadMs), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  children.add(child.once('exit', () => children.delete(child)))
  const said: string[] = []
  const { promise: ready, resolve } = Promise.withResolvers<string | undefined>()
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      const [, address] = READY.exec(line) ?? []
      if (address) resolve(address)
      else if (line !== '') said.push(line)
    })
  }
  const over = once(child, 'exit').then(([code]) => {
    resolve(undefined)
    return code as number | null
  })
  return {
    ready,
    over,
    said,
    kill: () => void child.kill('SIGKILL'),
    stop() {
      child.kill('SIGTERM')
      return over
    },
  }
}
