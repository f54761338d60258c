import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isWorkingDay } from '../../src/calendar/working-calendar.ts'
import { afterQuiet, isQuiet } from '../../src/chasing/quiet.ts'
import { dateOf, type Instant, londonInstant, timeOf } from '../../src/kernel/time.ts'
import { safeguarding } from '../calendar/calendars.ts'

const quiet = { from: '18:00', until: '08:00' }
const spoken = (local: string) => afterQuiet(londonInstant(local), quiet, safeguarding)
const at = londonInstant

describe('people are left alone', () => {
  it.each([
    ['in the evening', '2027-02-25T18:00', '2027-02-26T08:00'],
    ['at night', '2027-02-25T03:12', '2027-02-25T08:00'],
    ['until the last minute', '2027-02-25T07:59', '2027-02-25T08:00'],
    ['over a weekend', '2027-02-26T18:30', '2027-03-01T08:00'],
    ['over Christmas 2026, whose Boxing Day is a Saturday', '2026-12-24T19:00', '2026-12-29T08:00'],
    ['on Christmas morning', '2026-12-25T09:00', '2026-12-29T08:00'],
    ['over Christmas 2027, with both substitute days', '2027-12-24T18:00', '2027-12-29T08:00'],
    ['over the New Year', '2026-12-31T18:00', '2027-01-04T08:00'],
    ['over Easter, when the clocks go forward', '2027-03-25T20:00', '2027-03-30T08:00'],
    ['on the Sunday on which the clocks go back', '2027-10-31T01:30', '2027-11-01T08:00'],
  ])('%s: %s waits until %s', (_, said, then) => {
    expect(isQuiet(at(said), quiet, safeguarding)).toBe(true)
    expect(spoken(said)).toBe(at(then))
  })

  it('eight in the morning is eight in London, in summer and in winter', () => {
    expect(spoken('2027-03-29T03:00')).toBe('2027-03-30T07:00:00.000Z')
    expect(spoken('2027-03-25T03:00')).toBe('2027-03-25T08:00:00.000Z')
    expect(spoken('2027-10-29T03:00')).toBe('2027-10-29T07:00:00.000Z')
    expect(spoken('2027-11-01T03:00')).toBe('2027-11-01T08:00:00.000Z')
  })
})

describe('people may be reached', () => {
  it.each(['2027-02-25T08:00', '2027-02-25T12:30', '2027-02-25T17:59'])('at %s at once', (said) => {
    expect(isQuiet(at(said), quiet, safeguarding)).toBe(false)
    expect(spoken(said)).toBe(at(said))
  })

  it('always at some moment: never before it was said, on a working day, in the day, and no second wait', () => {
    const moment = fc
      .integer({ min: Date.parse('2026-01-01'), max: Date.parse('2028-12-20') })
      .map((ms): Instant => new Date(ms).toISOString())
    fc.assert(
      fc.property(moment, (said) => {
        const then = afterQuiet(said, quiet, safeguarding)
        expect(then >= said).toBe(true)
        expect(isQuiet(then, quiet, safeguarding)).toBe(false)
        expect(isWorkingDay(safeguarding, dateOf(then))).toBe(true)
        expect(timeOf(then) >= quiet.until && timeOf(then) < quiet.from).toBe(true)
        expect(afterQuiet(then, quiet, safeguarding)).toBe(then)
      }),
    )
  })

  it('in the end, even past the last year whose holidays are known', () => {
    const then = afterQuiet(londonInstant('2029-06-01T20:00'), quiet, safeguarding)
    expect(then > londonInstant('2029-06-01T20:00')).toBe(true)
    expect(then < londonInstant('2029-07-01T00:00')).toBe(true)
  })
})
