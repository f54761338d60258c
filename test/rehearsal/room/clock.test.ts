import { describe, expect, it } from 'vitest'
import { createMovableClock } from '../../../adapters/rehearsal/index.ts'
import type { Agenda } from '../../../adapters/rehearsal/room/stage.ts'
import { moveClock } from '../../../adapters/rehearsal/room/time-travel.ts'

/** A real clock that runs only when told. */
function realClock(at = '2026-07-01T10:00:00.000Z') {
  let now = Date.parse(at)
  const clock = () => new Date(now).toISOString()
  const pass = (ms: number) => {
    now += ms
  }
  return { clock, pass }
}

const holidays = { '2026-12-24': '2026-12-29' } as Record<string, string>
const nextWorkingDay = (after: string) => holidays[after]

describe('a clock that can be moved', () => {
  it('begins where the rehearsal begins, and time flows on from there', () => {
    const { clock: real, pass } = realClock()
    const clock = createMovableClock(real, '2026-12-17T16:40:00.000Z')
    pass(90_000)
    expect(clock.now()).toBe('2026-12-17T16:41:30.000Z')
  })

  it('keeps the real time when nobody says otherwise', () => {
    const { clock: real } = realClock()
    expect(createMovableClock(real).now()).toBe('2026-07-01T10:00:00.000Z')
  })

  it('a day later is the same time of day in London, though the clocks went forward in between', () => {
    const clock = createMovableClock(realClock().clock, '2027-03-27T09:00:00.000Z')
    clock.moveBy({ days: 1 })
    expect(clock.now()).toBe('2027-03-28T08:00:00.000Z')
  })

  it('whoever listens hears of every move until they stop', () => {
    const clock = createMovableClock(realClock().clock, '2026-12-17T16:40:00.000Z')
    const heard: string[] = []
    const stop = clock.onMove((now) => heard.push(now))
    clock.moveBy({ minutes: 5 })
    stop()
    clock.moveBy({ minutes: 5 })
    expect(heard).toEqual(['2026-12-17T16:45:00.000Z'])
  })

  it('refuses a moment that is none', () => {
    const clock = createMovableClock(realClock().clock)
    expect(() => clock.moveTo('tomorrow')).toThrow('not a moment')
  })
})

describe('moving it in the room', () => {
  const at = (start: string, agenda: Agenda = { nextDue: () => undefined, isAtRest: () => true }) => ({
    clock: createMovableClock(realClock().clock, start),
    nextWorkingDay,
    agenda,
  })

  it('the next working day after Christmas Eve is the Tuesday', async () => {
    expect(await moveClock(at('2026-12-24T12:00:00.000Z'), { by: 'working-day' })).toBe('2026-12-29T09:00:00.000Z')
  })

  it('the next nine o’clock is today’s before nine, and tomorrow’s after', async () => {
    expect(await moveClock(at('2027-06-01T05:00:00.000Z'), { by: 'morning' })).toBe('2027-06-01T08:00:00.000Z')
    expect(await moveClock(at('2027-06-01T08:00:00.000Z'), { by: 'morning' })).toBe('2027-06-02T08:00:00.000Z')
  })

  it('a time chosen is London’s', async () => {
    expect(await moveClock(at('2027-01-01T00:00:00.000Z'), { to: '2027-06-01T14:30' })).toBe('2027-06-01T13:30:00.000Z')
  })

  it('what has happened cannot be unhappened', async () => {
    const room = at('2026-12-24T12:00:00.000Z')
    expect(await moveClock(room, { to: '2026-12-23T12:00' })).toMatchObject({ refused: true, code: 'backwards' })
    expect(room.clock.now()).toBe('2026-12-24T12:00:00.000Z')
  })

  it('past the last year whose holidays are known, it does not guess', async () => {
    expect(await moveClock(at('2029-12-31T12:00:00.000Z'), { by: 'working-day' })).toMatchObject({
      code: 'calendar-unknown',
    })
  })

  it('on the way it stops wherever something is due, until that is done', async () => {
    const due = ['2026-12-21T09:00:00.000Z', '2026-12-22T09:00:00.000Z', '2026-12-24T08:00:00.000Z']
    const stops: string[] = []
    let busy = 0
    const room = at('2026-12-18T17:00:00.000Z', {
      nextDue: (before) => due.find((one) => one > room.clock.now() && one <= before),
      isAtRest: () => busy-- <= 0,
    })
    room.clock.onMove((now) => {
      stops.push(now)
      busy = 2
    })
    const moved = moveClock(room, { to: '2026-12-23T12:00' })
    expect(await moveClock(room, { by: 'hour' })).toMatchObject({ code: 'on-the-way' })
    expect(await moved).toBe('2026-12-23T12:00:00.000Z')
    expect(stops).toEqual(['2026-12-21T09:00:00.000Z', '2026-12-22T09:00:00.000Z', '2026-12-23T12:00:00.000Z'])
  })
})
