/**
 * Real peers a suite may need and a machine may lack.
 *
 * @example
 *   describe.skipIf(!needs('chromium'))('the desk in a browser', …)
 */
import { existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'

export type Part = 'chromium' | 'redis-server' | 'playground' | 'postgres'

export const CHROMIUM = '/usr/bin/chromium'
/** Microsoft's own Teams client for developers, started with node. */
export const PLAYGROUND_CLI = join(import.meta.dirname, '../../node_modules/@microsoft/m365agentsplayground/cli.js')

const whereabouts: Record<Part, () => string | undefined> = {
  chromium: () => (existsSync(CHROMIUM) ? CHROMIUM : undefined),
  'redis-server': () => onPath('redis-server'),
  playground: () => (existsSync(PLAYGROUND_CLI) ? PLAYGROUND_CLI : undefined),
  postgres: () => onPath('postgres') ?? debianPostgres(),
}

/** Is the part here? With MUSTER_TEST_ALL=1 a missing part fails the suite, so that a complete run cannot skip in silence. */
export function needs(part: Part): boolean {
  const found = pathTo(part) !== undefined
  if (!found && process.env.MUSTER_TEST_ALL === '1') throw new Error(`MUSTER_TEST_ALL=1, and ${part} is missing here`)
  return found
}

/** Where the part's program lies; undefined when it is missing. */
export function pathTo(part: Part): string | undefined {
  return whereabouts[part]()
}

function onPath(program: string): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return folders.map((folder) => join(folder, program)).find((candidate) => existsSync(candidate))
}

/** Debian keeps the server program beside its version, off the PATH. */
function debianPostgres(): string | undefined {
  const root = '/usr/lib/postgresql'
  const versions = existsSync(root) ? readdirSync(root) : []
  return versions.map((version) => join(root, version, 'bin/postgres')).find((candidate) => existsSync(candidate))
}
