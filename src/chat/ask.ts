import { refuse } from '../kernel/result.ts'
import { whereOf } from '../kernel/where.ts'
import type { Log } from '../ports.ts'
import type { Handle, Intent, Reply } from './intent.ts'

/**
 * Asks the core, and draws what it says. Whoever asked is always told something: also when the press was never one of ours (no intent), and when the core
 * itself or the drawing fails. Of that the log is told where, and not what was said.
 */
export function ask<T>(
  intent: Intent | undefined,
  { handle, log }: { readonly handle: Handle; readonly log: Log },
  draw: (reply: Reply) => T,
): T {
  if (!intent) return draw({ kind: 'refusal', refusal: GARBLED })
  try {
    return draw(handle(intent))
  } catch (error) {
    const { verb, id, who } = intent
    log.error({ platform: who.platform, verb, intent: id, ...whereOf(error) }, 'an intent failed')
    return draw({ kind: 'refusal', refusal: FAILED })
  }
}

const GARBLED = refuse(
  'garbled',
  'This button says something Muster does not understand, perhaps because it is very old.',
  'Nothing was changed. Ask for a fresh one: say "muster help".',
)

const FAILED = refuse(
  'failed',
  'Something went wrong inside Muster, and nothing was changed.',
  'Please try again in a minute. If it happens again, tell the support team.',
)
