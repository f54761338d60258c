/** Programs as they would be run for real: each in a process of its own, ready when it says where it listens. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

export interface Program {
  /** Where it listens. */
  readonly address: string
  /** Milliseconds from its start until it said so. */
  readonly tookMs: number
  /** Resident memory in MB. */
  memory(): number
  /** Asks it something over IPC; only the fake Slack answers. */
  ask<T>(question: Readonly<Record<string, unknown>>): Promise<T>
  stop(): Promise<void>
}

const READY = /\bready: (http:\/\/\S+)/
const PATIENCE_MS = 60_000

/** Whatever ends the bench, nothing of it goes on running. */
const children = new Set<ChildProcess>()
process.on('exit', () => {
  for (const child of children) child.kill('SIGKILL')
})

/** Starts a program of this repository with nothing in its environment but what it is given. */
export async function startProgram(
  file: string,
  environment: Readonly<Record<string, string>>,
  flags: readonly string[] = ['--disable-warning=ExperimentalWarning'],
): Promise<Program> {
  const began = performance.now()
  const child = spawn(process.execPath, [...flags, file], {
    cwd: join(import.meta.dirname, '../..'),
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...environment },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  children.add(child.once('exit', () => children.delete(child)))
  const address = await readiness(child, file)
  return {
    address,
    tookMs: performance.now() - began,
    memory: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1024,
    async ask(question) {
      child.send(question)
      const [answer] = await once(child, 'message')
      return answer
    },
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}

async function readiness(child: ChildProcess, file: string): Promise<string> {
  const late = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS)
  try {
    for await (const line of createInterface({ input: child.stdout as NodeJS.ReadableStream })) {
      const [, address] = READY.exec(line) ?? []
      if (address) return address
    }
  } finally {
    clearTimeout(late)
  }
  throw new Error(`${file} ended, or took a minute, before it was ready`)
}
