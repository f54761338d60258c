import type { BellTarget } from '../../jobs/bell.ts'
import { DateTime } from '../../src/kernel/luxon.ts'
import type { Instant } from '../../src/kernel/time.ts'
import type { Intended } from '../../src/ports.ts'

/** A clock that runs as ours does, but may be moved: a rehearsal's. */
export class Rehearsal {
  #ahead = 0
  now = (): Instant => this.after(0)
  /** The moment so many ms from now. */
  after(ms: number): Instant {
    return DateTime.utc()
      .plus({ milliseconds: this.#ahead + ms })
      .toISO()
  }
  move(ms: number): void {
    this.#ahead += ms
  }
}

/** The core as the bell sees it: a database that remembers what must happen, and what has. It writes down every call. */
export class FakeCore implements BellTarget {
  readonly alarms = new Map<string, { at: Instant; done: boolean }>()
  readonly outbox = new Map<string, 'waiting' | 'sent' | 'undeliverable'>()
  readonly stale = new Set<string>()
  /** Each call, in order, e.g. `alarm rr-1/T-2`. */
  readonly calls: { what: string; at: Instant }[] = []
  /** The alarms that found something still owed. */
  readonly reminders: { key: string; at: Instant }[] = []
  readonly undeliverables: { id: string; reason: string }[] = []
  readonly clock: Rehearsal
  #weather = new Map<string, (attempt: number) => unknown>()

  constructor(clock: Rehearsal) {
    this.clock = clock
  }

  intended = (): Intended => ({
    alarms: [...this.alarms].filter(([, { done }]) => !done).map(([key, { at }]) => ({ key, at })),
    outbox: [...this.outbox].filter(([, status]) => status === 'waiting').map(([id]) => ({ id })),
    refresh: [...this.stale].map((subject) => ({ subject })),
  })

  /** How the platform behaves towards a line or subject: what `behave` gives is awaited, what it throws is thrown. */
  when(id: string, behave: (attempt: number) => unknown): void {
    this.#weather.set(id, behave)
  }

  owes(key: string, at: Instant): Intended {
    this.alarms.set(key, { at, done: false })
    return { alarms: [{ key, at }], outbox: [], refresh: [] }
  }

  writes(id: string): Intended {
    this.outbox.set(id, 'waiting')
    return { alarms: [], outbox: [{ id }], refresh: [] }
  }

  changes(subject: string): Intended {
    this.stale.add(subject)
    return { alarms: [], outbox: [], refresh: [{ subject }] }
  }

  async alarm(key: string): Promise<void> {
    this.#note('alarm', key)
    const alarm = this.alarms.get(key)
    if (!alarm || alarm.done || alarm.at > this.clock.now()) return
    alarm.done = true
    this.reminders.push({ key, at: this.clock.now() })
  }

  async deliver(id: string): Promise<void> {
    const attempt = this.#note('deliver', id)
    if (this.outbox.get(id) !== 'waiting') return
    await this.#weather.get(id)?.(attempt)
    this.outbox.set(id, 'sent')
  }

  async undeliverable(id: string, reason: string): Promise<void> {
    this.outbox.set(id, 'undeliverable')
    this.undeliverables.push({ id, reason })
  }

  async refresh(subject: string): Promise<void> {
    const attempt = this.#note('refresh', subject)
    this.stale.delete(subject)
    await this.#weather.get(subject)?.(attempt)
  }

  async tick(): Promise<void> {
    this.#note('tick', 'minute')
  }

  times(what: string): number {
    return this.calls.filter((call) => call.what === what).length
  }

  #note(verb: string, key: string): number {
    this.calls.push({ what: `${verb} ${key}`, at: this.clock.now() })
    return this.times(`${verb} ${key}`)
  }
}

/** A log nobody reads. */
export const quiet = { info() {}, warn() {}, error() {} }
