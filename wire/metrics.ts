/** Counts for those who run Muster. They name nobody: a verb, an outcome, a platform. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Handle } from '../src/chat/intent.ts'
import type { Intended, Messenger } from '../src/ports.ts'

export interface Metrics {
  readonly registry: Registry
  /** The same entrance, counted and timed. */
  counted(handle: Handle): Handle
  /** The same messenger, counted. */
  watched(messenger: Messenger): Messenger
}

export function createMetrics(intended: () => Intended, elapsed: () => number): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const intents = new Counter({
    name: 'muster_intents_total',
    help: 'Intents handled',
    labelNames: ['verb', 'reply'],
    registers: [registry],
  })
  const seconds = new Histogram({
    name: 'muster_intent_seconds',
    help: 'Time to decide and commit an intent',
    buckets: [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1],
    registers: [registry],
  })
  const posts = new Counter({
    name: 'muster_posts_total',
    help: 'Calls to platforms',
    labelNames: ['platform', 'what', 'outcome'],
    registers: [registry],
  })
  new Gauge({
    name: 'muster_waiting',
    help: 'What the database still wants done',
    labelNames: ['what'],
    registers: [registry],
    collect() {
      for (const [what, waiting] of Object.entries(intended())) this.set({ what }, waiting.length)
    },
  })

  const count = async <T>(platform: string, what: string, work: Promise<T>): Promise<T> => {
    try {
      const result = await work
      posts.inc({ platform, what, outcome: 'ok' })
      return result
    } catch (problem) {
      posts.inc({ platform, what, outcome: 'failed' })
      throw problem
    }
  }

  return {
    registry,
    counted: (handle) => (intent) => {
      const began = elapsed()
      const reply = handle(intent)
      seconds.observe((elapsed() - began) / 1000)
      // A verb is a label only when it exists: what strangers send must not fill the memory.
      intents.inc({
        verb: reply.kind === 'refusal' && reply.refusal.code === 'unknown-verb' ? 'unknown' : intent.verb,
        reply: reply.kind,
      })
      return reply
    },
    watched: (messenger) => ({
      platform: messenger.platform,
      post: (...args) => count(messenger.platform, 'post', messenger.post(...args)),
      update: (...args) => count(messenger.platform, 'update', messenger.update(...args)),
      remove: (...args) => count(messenger.platform, 'remove', messenger.remove(...args)),
    }),
  }
}
