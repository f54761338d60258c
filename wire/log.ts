/** Log lines: codes, ids and counts. Whatever might carry words about people is cut before it is written. */
import { type DestinationStream, pino } from 'pino'
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

export function createLog(level: string, to?: DestinationStream): Log {
  const options = {
    level,
    base: null,
    redact: { paths: CUT, censor: '[not logged]' },
    timestamp: pino.stdTimeFunctions.isoTime,
  }
  const log = to === undefined ? pino(options) : pino(options, to)
  return {
    info: (fields, words) => log.info(fields, words),
    warn: (fields, words) => log.warn(fields, words),
    error: (fields, words) => log.error(fields, words),
  }
}
