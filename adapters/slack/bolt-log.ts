import { type Logger, LogLevel } from '@slack/bolt'
import type { Log } from '../../src/ports.ts'

/** Bolt's log lines in the house's log: its debugging, which quotes payloads, is dropped, and so is whatever it adds to its warnings. */
export function boltLogger(log: Log): Logger {
  const first = (words: unknown[]) => (typeof words[0] === 'string' ? words[0].slice(0, 200) : 'an error in Bolt')
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: (...words) => log.warn({ from: 'bolt' }, first(words)),
    error: (...words) => log.error({ from: 'bolt' }, first(words)),
    setLevel: () => undefined,
    getLevel: () => LogLevel.WARN,
    setName: () => undefined,
  }
}
