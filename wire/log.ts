/** Log lines: codes, ids and counts. Whatever might carry words about people is cut before it is written. */
import { createRequire } from 'node:module'
import type * as Pino from 'pino'
import type { Log } from '../src/ports.ts'

const CUT = [
  'text',
  'values',
  'answers',
  'input',
  'body',
  'message',
  'token',
  'secret',
  'authorization',
  'email',
  'url',
].flatMap((name) => [name, `*.${name}`])

/** What may be asked for, from nothing at all to everything. */
export const LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug'] as const
export type Level = (typeof LEVELS)[number]

/**
 * Writes what is as grave as `level` to standard output or to `to`. What writes is loaded for the first line: a quiet house has no need
 * of it.
 */
export function createLog(level: Level, to?: Pino.DestinationStream): Log {
  let opened: Pino.Logger | undefined
  const line =
    (kind: keyof Log): Log[keyof Log] =>
    (fields, words) => {
      if (LEVELS.indexOf(kind) > LEVELS.indexOf(level)) return
      opened ??= open(level, to)
      opened[kind](fields, words)
    }
  return { info: line('info'), warn: line('warn'), error: line('error') }
}

function open(level: Level, to: Pino.DestinationStream | undefined): Pino.Logger {
  const { pino }: typeof Pino = createRequire(import.meta.url)('pino')
  const options = {
    level,
    base: null,
    redact: { paths: CUT, censor: '[not logged]' },
    timestamp: pino.stdTimeFunctions.isoTime,
  }
  return to === undefined ? pino(options) : pino(options, to)
}
