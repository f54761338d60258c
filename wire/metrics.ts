/**
 * Counts for those who run Muster. They name nobody: a verb, an outcome, a platform. What counts is loaded a moment after the start, so that the first
 * press need not wait for it; what happens before that is counted then.
 */
import { createRequire } from 'node:module'
import type { Registry } from 'prom-client'
import type { Handle } from '../src/chat/intent.ts'
import type { Intended, Messenger } from '../src/ports.ts'

export interface Metrics {
  readonly registry: Pick<Registry, 'metrics' | 'contentType'>
  /** The same entrance, counted and timed. */
  counted(handle: Handle): Handle
  /** The same messenger, counted. */
  watched(messenger: Messenger): Messenger
}

const LOADED_AFTER_MS = 1_000

export function createMetrics(intended: () => Intended, elapsed: () => number): Metrics {
  let counters: Counters | undefined
  const early: ((counters: Counters) => void)[] = []

  function open(): Counters {
    counters ??= createCounters(intended)
    for (const note of early.splice(0)) note(counters)
    return counters
  }

  function take(note: (counters: Counters) => void): void {
    if (counters === undefined) early.push(note)
    else note(counters)
  }

  setTimeout(open, LOADED_AFTER_MS).unref()

  const count = async <T>(platform: string, what: string, work: Promise<T>): Promise<T> => {
    try {
      const result = await work
      take(({ posts }) => posts.inc({ platform, what, outcome: 'ok' }))
      return result
    } catch (problem) {
      take(({ posts }) => posts.inc({ platform, what, outcome: 'failed' }))
      throw problem
    }
  }

  return {
    registry: {
      metrics: () => open().registry.metrics(),
      get contentType() {
        return open().registry.contentType
      },
    },
    counted: (handle) => (intent) => {
      const began = elapsed()
      const reply = handle(intent)
      const took = (elapsed() - began) / 1000
      take(({ seconds, intents }) => {
        seconds.observe(took)
        // A verb is a label only when it exists: what strangers send must not fill the memory.
        intents.inc({
          verb: reply.kind === 'refusal' && reply.refusal.code === 'unknown-verb' ? 'unknown' : intent.verb,
          reply: reply.kind,
        })
      })
      return reply
    },
    watched: (messenger) => ({
      ...messenger,
      post: (...args) => count(messenger.platform, 'post', messenger.post(...args)),
      update: (...args) => count(messenger.platform, 'update', messenger.update(...args)),
      remove: (...args) => count(messenger.platform, 'remove', messenger.remove(...args)),
    }),
  }
}

type Counters = ReturnType<typeof createCounters>

function createCounters(intended: () => Intended) {
  const library: typeof import('prom-client') = createRequire(import.meta.url)('prom-client')
  const registry = new library.Registry()
  const registers = [registry]
  library.collectDefaultMetrics({ register: registry })
  new library.Gauge({
    name: 'muster_waiting',
    help: 'What the database still wants done',
    labelNames: ['what'],
    registers,
    collect() {
      for (const [what, waiting] of Object.entries(intended())) this.set({ what }, waiting.length)
    },
  })
  return {
    registry,
    intents: new library.Counter({
      name: 'muster_intents_total',
      help: 'Intents handled',
      labelNames: ['verb', 'reply'],
      registers,
    }),
    seconds: new library.Histogram({
      name: 'muster_intent_seconds',
      help: 'Time to decide and commit an intent',
      buckets: [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1],
      registers,
    }),
    posts: new library.Counter({
      name: 'muster_posts_total',
      help: 'Calls to platforms',
      labelNames: ['platform', 'what', 'outcome'],
      registers,
    }),
  }
}
