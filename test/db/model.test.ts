/** Whatever people and jobs do, in whatever order, the store remembers what a few maps would. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openStore } from '../../db/open.ts'
import type { Alarm, OutboxLine, Store, Tx } from '../../src/ports.ts'
import { aCopy, aLine, anAlarm, at, key, later } from './given.ts'

const moments = ['2026-12-01T09:00:00.000Z', at, later] as const
const end = '2099-01-01T00:00:00.000Z'

interface Model {
  alarms: Map<string, Pick<Alarm, 'at' | 'status' | 'rungAt' | 'outcome'>>
  outbox: Map<string, Pick<OutboxLine, 'notBefore' | 'status' | 'attempts'>>
  copies: Map<string, { subject: string; drawn: string }>
  touches: Map<string, { touched: number; settled: number }>
}

interface Step {
  readonly says: string
  store(tx: Tx): void
  model(model: Model): void
}

const name = fc.constantFrom('a', 'b', 'c')
const moment = fc.constantFrom(...moments)
const count = fc.nat({ max: 3 })

const put = fc.tuple(name, moment).map(
  ([key, when]): Step => ({
    says: `put ${key} for ${when}`,
    store: (tx) => tx.alarms.put(anAlarm(key, when)),
    model({ alarms }) {
      const known = alarms.get(key)
      if (known?.status !== 'rung' || known.at !== when) alarms.set(key, { at: when, status: 'waiting' })
    },
  }),
)

const cancel = name.map(
  (key): Step => ({
    says: `cancel ${key}`,
    store: (tx) => tx.alarms.cancel(key),
    model({ alarms }) {
      const known = alarms.get(key)
      if (known?.status === 'waiting') alarms.set(key, { ...known, status: 'cancelled' })
    },
  }),
)

const ring = name.map(
  (key): Step => ({
    says: `ring ${key}`,
    store: (tx) => tx.alarms.get(key) && tx.alarms.rung(key, at, 'sent'),
    model({ alarms }) {
      const known = alarms.get(key)
      if (known) alarms.set(key, { ...known, status: 'rung', rungAt: at, outcome: 'sent' })
    },
  }),
)

const write = fc.tuple(name, moment).map(
  ([key, notBefore]): Step => ({
    says: `write ${key} not before ${notBefore}`,
    store: (tx) => tx.outbox.add(aLine(key, { notBefore })),
    model({ outbox }) {
      if (!outbox.has(key)) outbox.set(key, { notBefore, status: 'waiting', attempts: 0 })
    },
  }),
)

const send = fc.tuple(name, fc.constantFrom('sent', 'skipped', 'undeliverable', 'waiting')).map(
  ([key, status]): Step => ({
    says: `try ${key}, which is then ${status}`,
    store(tx) {
      if (tx.outbox.get(`out_${key}`) === undefined) return
      tx.outbox.attempted(`out_${key}`)
      tx.outbox.mark(`out_${key}`, status, at, 'as it went')
    },
    model({ outbox }) {
      const known = outbox.get(key)
      if (known) outbox.set(key, { ...known, status, attempts: known.attempts + 1 })
    },
  }),
)

const post = fc.tuple(name, name).map(
  ([id, subject]): Step => ({
    says: `post a card of ${subject} as ${id}`,
    store: (tx) => tx.copies.add(aCopy(id, { subject })),
    model: ({ copies }) => void copies.set(id, { subject, drawn: 'hash-1' }),
  }),
)

const redraw = fc.tuple(name, count).map(
  ([id, drawn]): Step => ({
    says: `redraw ${id} as ${drawn}`,
    store: (tx) => tx.copies.at(aCopy(id).posted) && tx.copies.redrawn(id, `hash-${drawn}`, later),
    model({ copies }) {
      const known = copies.get(id)
      if (known) copies.set(id, { ...known, drawn: `hash-${drawn}` })
    },
  }),
)

const retire = name.map(
  (id): Step => ({
    says: `retire ${id}`,
    store: (tx) => tx.copies.retire(id),
    model: ({ copies }) => void copies.delete(id),
  }),
)

const touch = name.map(
  (subject): Step => ({
    says: `touch ${subject}`,
    store: (tx) => tx.copies.touch(subject),
    model({ touches }) {
      const known = touches.get(subject) ?? { touched: 0, settled: 0 }
      touches.set(subject, { ...known, touched: known.touched + 1 })
    },
  }),
)

/** `behind` touches have come in since the cards were drawn; undefined settles them all. */
const settle = fc.tuple(name, fc.option(count, { nil: undefined })).map(
  ([subject, behind]): Step => ({
    says: `settle ${subject}, ${behind ?? 'not counting'} behind`,
    store(tx) {
      const touched = behind === undefined ? undefined : Math.max(0, tx.copies.touched(subject) - behind)
      tx.copies.settled(subject, touched)
    },
    model({ touches }) {
      const known = touches.get(subject)
      if (known) touches.set(subject, { ...known, settled: Math.max(known.settled, known.touched - (behind ?? 0)) })
    },
  }),
)

const step = fc.oneof(put, cancel, ring, write, send, post, redraw, retire, touch, settle)
const press = fc.record({ steps: fc.array(step, { maxLength: 6 }), fails: fc.boolean() })

/** A press that fails must leave no trace, so the model does not take part in it. */
function act(store: Store, model: Model, { steps, fails }: { steps: readonly Step[]; fails: boolean }): void {
  const work = (tx: Tx) => {
    for (const one of steps) one.store(tx)
    if (fails) throw new Error('halfway')
  }
  if (fails) expect(() => store.transaction(work)).toThrow('halfway')
  else {
    store.transaction(work)
    for (const one of steps) one.model(model)
  }
}

function expectAlike(store: Store, { alarms, outbox, copies, touches }: Model): void {
  store.read((tx) => {
    for (const when of moments) {
      const due = [...alarms].filter(([, alarm]) => alarm.status === 'waiting' && alarm.at <= when).map(([key]) => key)
      expect(
        tx.alarms
          .due(when)
          .map((alarm) => alarm.key)
          .sort(),
      ).toEqual(due.sort())
      const waits = [...outbox]
        .filter(([, line]) => line.status === 'waiting' && line.notBefore <= when)
        .map(([key]) => key)
      expect(
        tx.outbox
          .waiting(when)
          .map((line) => line.key)
          .sort(),
      ).toEqual(waits.sort())
    }
    expect(tx.alarms.due(end)).toEqual(tx.alarms.waiting())
    for (const [key, alarm] of alarms) expect(tx.alarms.get(key)).toEqual({ ...anAlarm(key), ...alarm })
    for (const [key, line] of outbox) expect(tx.outbox.get(`out_${key}`)).toMatchObject(line)
    for (const subject of ['a', 'b', 'c']) {
      const alive = [...copies].filter(([, copy]) => copy.subject === subject)
      expect(
        tx.copies
          .of(subject)
          .map((copy) => [copy.id, { subject, drawn: copy.drawn }])
          .sort(),
      ).toEqual(alive.sort())
    }
    const stale = [...touches].filter(([, one]) => one.touched > one.settled).map(([subject]) => subject)
    expect(tx.copies.stale()).toEqual(stale.sort())
  })
}

describe('alarms, outbox and copies', () => {
  it('are what a few maps would be, whatever happens and whatever fails', () => {
    fc.assert(
      fc.property(fc.array(press, { maxLength: 12 }), (presses) => {
        const store = openStore({ file: ':memory:', key, clock: () => at })
        const model: Model = { alarms: new Map(), outbox: new Map(), copies: new Map(), touches: new Map() }
        try {
          for (const one of presses) {
            act(store, model, one)
            expectAlike(store, model)
          }
        } finally {
          store.close()
        }
      }),
      { numRuns: 60 },
    )
  })
})
