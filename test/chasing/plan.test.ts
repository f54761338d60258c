import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plusDays } from '../../src/calendar/days.ts'
import { due } from '../../src/calendar/rules.ts'
import { callsFor } from '../../src/chasing/ladder.ts'
import type { Limit, Owed } from '../../src/chasing/owed.ts'
import { roundKey } from '../../src/chasing/owed.ts'
import { plan, reconcile, type WantedAlarm } from '../../src/chasing/plan.ts'
import { isRefusal } from '../../src/kernel/result.ts'
import { dateOf, londonInstant } from '../../src/kernel/time.ts'
import type { Alarm } from '../../src/ports.ts'
import { safeguarding } from '../calendar/calendars.ts'
import { demo } from '../partnership/demo.ts'

const { chase } = demo().profile

/** Something owed by an agency until a date. */
function owed(limit: string | undefined, more: Partial<Owed> = {}): Owed {
  const counted = limit === undefined ? undefined : due(safeguarding, { kind: 'calendar-days-after', n: 0 }, limit)
  return {
    subject: 'rr-2026-04',
    key: 'returns/housing',
    round: 1,
    step: 'returns',
    what: 'Agency return',
    obligor: { label: 'Housing', people: ['housing'] },
    status: 'open',
    openedAt: '2026-12-01T10:00:00.000Z',
    statutory: false,
    urgent: false,
    does: [],
    ...(counted === undefined || isRefusal(counted) ? {} : { limit: counted as unknown as Limit }),
    ...more,
  }
}

const planOf = (...all: Owed[]) => plan(all, chase, safeguarding)

/** A store of alarms in a few lines: what the database does. */
class Shelf {
  readonly alarms = new Map<string, Alarm>()
  want(wanted: readonly WantedAlarm[]) {
    const waiting = [...this.alarms.values()].filter((one) => one.status === 'waiting')
    const change = reconcile(wanted, waiting, (key) => this.alarms.get(key))
    for (const alarm of change.put) {
      const known = this.alarms.get(alarm.key)
      if (known?.status === 'rung' && known.at === alarm.at) continue
      this.alarms.set(alarm.key, { ...alarm, status: 'waiting' })
    }
    for (const key of change.cancel) this.alarms.set(key, { ...(this.alarms.get(key) as Alarm), status: 'cancelled' })
    return change
  }
  ring(key: string) {
    this.alarms.set(key, { ...(this.alarms.get(key) as Alarm), status: 'rung' })
  }
  waiting() {
    return [...this.alarms.values()].filter((one) => one.status === 'waiting')
  }
}

describe('the ladder', () => {
  it('calls the owner five and two working days before, then more people, each at nine in London', () => {
    const calls = callsFor(owed('2027-01-12'), chase, safeguarding)
    expect(calls.map(({ rung, at }) => [rung, at])).toEqual([
      ['T-5', '2027-01-05T09:00:00.000Z'],
      ['T-2', '2027-01-08T09:00:00.000Z'],
      ['T-1', '2027-01-11T09:00:00.000Z'],
      ['T', '2027-01-12T09:00:00.000Z'],
      ['T+1', '2027-01-13T09:00:00.000Z'],
      ['T+2', '2027-01-14T09:00:00.000Z'],
      ['T+5', '2027-01-19T09:00:00.000Z'],
    ])
  })

  it('steps over Christmas and the New Year', () => {
    const days = callsFor(owed('2026-12-29'), chase, safeguarding).map(({ rung, at }) => [rung, dateOf(at)])
    expect(days).toContainEqual(['T-1', '2026-12-24'])
    expect(days).toContainEqual(['T-2', '2026-12-23'])
    expect(days).toContainEqual(['T+5', '2027-01-06'])
  })

  it('works to the Friday where a limit falls on a Sunday, and tells nobody twice on the Monday', () => {
    const days = callsFor(owed('2027-02-21'), chase, safeguarding).map(({ rung, at }) => [rung, dateOf(at)])
    expect(days).toEqual([
      ['T-5', '2027-02-12'],
      ['T-2', '2027-02-17'],
      ['T-1', '2027-02-18'],
      ['T', '2027-02-19'],
      ['T+1', '2027-02-22'],
      ['T+2', '2027-02-23'],
      ['T+5', '2027-02-26'],
    ])
  })

  it('keeps nine o’clock through both changes of the clock', () => {
    expect(callsFor(owed('2027-03-30'), chase, safeguarding).find(({ rung }) => rung === 'T')?.at).toBe(
      '2027-03-30T08:00:00.000Z',
    )
    expect(callsFor(owed('2027-03-25'), chase, safeguarding).find(({ rung }) => rung === 'T')?.at).toBe(
      '2027-03-25T09:00:00.000Z',
    )
    expect(callsFor(owed('2027-10-29'), chase, safeguarding).find(({ rung }) => rung === 'T')?.at).toBe(
      '2027-10-29T08:00:00.000Z',
    )
    expect(callsFor(owed('2027-11-01'), chase, safeguarding).find(({ rung }) => rung === 'T')?.at).toBe(
      '2027-11-01T09:00:00.000Z',
    )
  })

  it('calls the adviser and the commissioner earlier where the law sets the clock, and everything of it alone', () => {
    const calls = callsFor(owed('2027-01-12', { statutory: true }), chase, safeguarding)
    expect(calls.every(({ alone }) => alone)).toBe(true)
    expect(calls.find(({ rung }) => rung === 'T-2')?.to).toEqual(expect.arrayContaining(['owner', 'spa', 'icsc']))
    expect(calls.find(({ rung }) => rung === 'T-5')?.to).toEqual(['owner'])
  })

  it('says nothing of what has no limit, nor of moments before it was asked', () => {
    expect(callsFor(owed(undefined), chase, safeguarding)).toEqual([])
    const late = callsFor(owed('2027-01-12', { openedAt: '2027-01-11T12:00:00.000Z' }), chase, safeguarding)
    expect(late.map(({ rung }) => rung)).toEqual(['T', 'T+1', 'T+2', 'T+5'])
  })

  it('does not guess where the holidays are not known', () => {
    const edge = callsFor(owed('2028-12-29'), chase, safeguarding)
    expect(edge.map(({ rung }) => rung)).toEqual(['T-5', 'T-2', 'T-1', 'T'])
  })
})

describe('the plan', () => {
  it('is of what is open, with keys a person can read', () => {
    expect(planOf(owed('2027-01-12')).map(({ key }) => key)).toContain('rr-2026-04/returns/housing/T-2')
    expect(planOf(owed('2027-01-12', { status: 'done' }), owed('2027-01-12', { status: 'gap' }))).toEqual([])
  })

  it('of a second round is another plan', () => {
    const [first] = planOf(owed('2027-01-12'))
    const [second] = planOf(owed('2027-01-12', { round: 2 }))
    expect(second?.key).not.toBe(first?.key)
    expect(roundKey(owed('2027-01-12', { round: 2 }))).toBe('rr-2026-04/returns/housing~2')
  })
})

describe('bringing the store into line', () => {
  const date = fc.integer({ min: 0, max: 500 }).map((days) => plusDays('2026-12-10', days))
  const things = fc.uniqueArray(
    fc.record({
      key: fc.constantFrom('scope', 'returns/housing', 'returns/police', 'draft', 'agree'),
      limit: date,
      round: fc.integer({ min: 1, max: 3 }),
    }),
    { selector: ({ key }) => key, maxLength: 5 },
  )
  const planFor = (all: readonly { key: string; limit: string; round: number }[]) =>
    planOf(...all.map(({ key, limit, round }) => owed(limit, { key, round })))

  it('changes nothing when the store already wants exactly this', () => {
    fc.assert(
      fc.property(things, (all) => {
        const shelf = new Shelf()
        shelf.want(planFor(all))
        expect(shelf.want(planFor(all))).toEqual({ put: [], cancel: [] })
      }),
    )
  })

  it('ends with exactly what is wanted, whatever was wanted before', () => {
    fc.assert(
      fc.property(fc.array(things, { minLength: 1, maxLength: 5 }), (plans) => {
        const shelf = new Shelf()
        for (const all of plans) shelf.want(planFor(all))
        const wanted = planFor(plans.at(-1) ?? [])
        const bySort = (one: { key: string }, other: { key: string }) => one.key.localeCompare(other.key)
        expect(
          shelf
            .waiting()
            .map(({ key, at, about }) => ({ key, at, about }))
            .sort(bySort),
        ).toEqual(wanted.map(({ key, at, about }) => ({ key, at, about })).sort(bySort))
      }),
    )
  })

  it('never rings twice for the same moment, however often it is planned', () => {
    fc.assert(
      fc.property(things, fc.nat(), (all, n) => {
        const shelf = new Shelf()
        const wanted = planFor(all)
        shelf.want(wanted)
        const rung = wanted[n % Math.max(1, wanted.length)]
        if (rung === undefined) return
        shelf.ring(rung.key)
        shelf.want(wanted)
        expect(shelf.alarms.get(rung.key)?.status).toBe('rung')
      }),
    )
  })

  it('a date that has moved is rung for again, at its new moment', () => {
    const shelf = new Shelf()
    shelf.want(planOf(owed('2027-01-12')))
    shelf.ring('rr-2026-04/returns/housing/T')
    shelf.want(planOf(owed('2027-01-13')))
    expect(shelf.alarms.get('rr-2026-04/returns/housing/T')).toMatchObject({
      status: 'waiting',
      at: londonInstant('2027-01-13T09:00'),
    })
  })

  it('what is done is called off; what is owed again is called for again', () => {
    const shelf = new Shelf()
    shelf.want(planOf(owed('2027-01-12')))
    shelf.want([])
    expect(shelf.waiting()).toEqual([])
    shelf.want(planOf(owed('2027-01-12')))
    expect(shelf.waiting()).toHaveLength(7)
  })

  it('every alarm remembers the limit it was set for, so that whoever’s date moves can be told the old one', () => {
    const shelf = new Shelf()
    shelf.want(planOf(owed('2027-01-12')))
    expect(new Set(shelf.waiting().map(({ about }) => about.limit))).toEqual(new Set(['2027-01-12']))
  })
})
