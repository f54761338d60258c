/**
 * Real peers a suite may need and a machine may lack. What is missing is said by name, and its stories are skipped.
 *
 * @example
 *   describe.skipIf(!needs('chromium'))('the desk in a browser', …)
 */
import { accessSync, constants, existsSync, readdirSync, readFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'

export type Part = 'chromium' | 'redis-server' | 'playground' | 'postgres'

export const CHROMIUM = '/usr/bin/chromium'
/** Microsoft's own Teams client for developers, started with node. */
export const PLAYGROUND_CLI = join(import.meta.dirname, '../../node_modules/@microsoft/m365agentsplayground/cli.js')

const whereabouts: Record<Part, () => string | undefined> = {
  chromium: () => (isProgram(CHROMIUM) ? CHROMIUM : undefined),
  'redis-server': () => onPath('redis-server'),
  playground: () => (existsSync(PLAYGROUND_CLI) ? PLAYGROUND_CLI : undefined),
  postgres: () => (mayRunPostgres() ? [...debianPostgres(), onPath('postgres')].find(isWholePostgres) : undefined),
}

const told = new Set<Part>()

/** Is the part here? With MUSTER_TEST_ALL=1 a missing part fails the suite, so that a complete run cannot skip in silence. */
export function needs(part: Part): boolean {
  const found = isHere(part)
  if (!found && process.env.MUSTER_TEST_ALL === '1') throw new Error(`MUSTER_TEST_ALL=1, and ${part} is missing here`)
  return found
}

/** The same for a part that no run insists on. */
export function isHere(part: Part): boolean {
  const found = pathTo(part) !== undefined
  if (!found && !told.has(part)) console.warn(`${part} is missing here: what needs it is skipped`)
  told.add(part)
  return found
}

/** Where the part's program lies; undefined when it is missing, or cannot be run. */
export function pathTo(part: Part): string | undefined {
  return whereabouts[part]()
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function onPath(program: string): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  return folders.map((folder) => join(folder, program)).find(isProgram)
}

/** Debian keeps the server program beside its version, off the PATH. */
function debianPostgres(): readonly string[] {
  const root = '/usr/lib/postgresql'
  const versions = existsSync(root) ? readdirSync(root) : []
  return versions.map((version) => join(root, version, 'bin/postgres'))
}

/** The client alone brings some of its programs too; all of these are needed. */
function isWholePostgres(server: string | undefined): boolean {
  return server !== undefined && [server, besides(server, 'initdb'), besides(server, 'pg_ctl')].every(isProgram)
}

const besides = (program: string, other: string) => join(dirname(program), other)

/** PostgreSQL refuses to run as root: then it is run as the user of its own that every package of it makes. */
export function userOfPostgres(): { readonly uid: number; readonly gid: number } | undefined {
  const users = existsSync('/etc/passwd') ? readFileSync('/etc/passwd', 'utf8').split('\n') : []
  const [, , uid, gid] = users.find((line) => line.startsWith('postgres:'))?.split(':') ?? []
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined
}

export const isRoot = (): boolean => process.getuid?.() === 0

const mayRunPostgres = () => !isRoot() || userOfPostgres() !== undefined
