import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  avoidances,
  candidateDates,
  electionRunUps,
  everyMonths,
  overTheYear,
  type Weekday,
} from '../../src/calendar/cadence.ts'
import { plusDays } from '../../src/calendar/days.ts'
import { isWorkingDay } from '../../src/calendar/working-calendar.ts'
import type { LocalDate } from '../../src/kernel/time.ts'
import { safeguarding as cal, sure } from './calendars.ts'

const elections = { keepAwayDays: 14, days: [{ on: '2026-05-07', says: 'Hackney elections' }] }
const everyReason = [...Object.values(avoidances), ...electionRunUps(elections)]

describe('candidate dates', () => {
  test('the Mondays of May 2027 leave out both bank holidays', () => {
    const mondays = sure(candidateDates(cal, { from: '2027-05-01', to: '2027-05-31', weekday: 1 }))
    expect(mondays.map(({ date }) => date)).toEqual(['2027-05-10', '2027-05-17', '2027-05-24'])
  })

  test.each<[LocalDate, Weekday, string, string]>([
    ['2027-03-25', 4, 'holiday-eve', 'Maundy Thursday'],
    ['2027-05-28', 5, 'holiday-eve', 'the Friday before a bank holiday Monday'],
    ['2026-05-07', 4, 'run-up', 'polling day'],
    ['2026-04-23', 4, 'run-up', 'two weeks before it'],
    ['2027-08-10', 2, 'august', 'a Tuesday in August'],
    ['2026-12-22', 2, 'christmas', 'the last school week of the year'],
  ])('%s (weekday %i) has %s against it: %s', (date, weekday, name) => {
    const [only] = sure(candidateDates(cal, { from: date, to: date, weekday, avoid: everyReason }))
    expect(only?.against.map((one) => one.name)).toEqual([name])
  })

  test('dates in an unknown year are refused', () => {
    expect(candidateDates(cal, { from: '2028-12-01', to: '2029-01-31', weekday: 2 })).toMatchObject({
      code: 'calendar-unknown',
    })
  })
})

describe('every so many months', () => {
  test('a bank holiday moves the proposal to the nearest same weekday, and says so', () => {
    const mondays = sure(everyMonths(cal, { first: '2027-02-01', every: 3, times: 3 }))
    expect(mondays).toEqual([
      { date: '2027-02-01', because: '1st Monday of February 2027' },
      { date: '2027-05-10', because: 'moved from Mon 3 May 2027: that is a bank holiday (Early May bank holiday)' },
      { date: '2027-08-02', because: '1st Monday of August 2027' },
    ])
  })

  test('the fifth week of a month means its last', () => {
    const dates = sure(everyMonths(cal, { first: '2027-04-29', every: 1, times: 3 })).map(({ date }) => date)
    expect(dates).toEqual(['2027-04-29', '2027-05-27', '2027-06-24'])
  })

  test('what cannot be avoided is proposed all the same, with the reason against it', () => {
    const halfYear = Array.from({ length: 26 }, (_, i) => plusDays('2027-01-05', 7 * i))
    const avoids = (_: unknown, date: string) => halfYear.includes(date)
    const taken = { name: 'taken', reason: 'the Executive meets', avoids }
    const [proposal] = sure(everyMonths(cal, { first: '2027-03-16', every: 1, times: 1, avoid: [taken] }))
    expect(proposal).toEqual({
      date: '2027-03-16',
      because: '3rd Tuesday of March 2027, although the Executive meets',
    })
  })

  test('a proposal past the known holidays is refused', () => {
    expect(everyMonths(cal, { first: '2028-09-19', every: 2, times: 3 })).toMatchObject({ code: 'calendar-unknown' })
  })

  test('a series may not begin at a weekend', () => {
    expect(() => everyMonths(cal, { first: '2027-01-16', every: 2, times: 6 })).toThrow('weekend')
  })
})

describe('spread over the year', () => {
  test('three SLT meetings fall in February, June and October', () => {
    const slt = sure(overTheYear(cal, { from: '2027-01-01', times: 3, weekday: 4, week: 4 }))
    expect(slt.map(({ date }) => date)).toEqual(['2027-02-25', '2027-06-24', '2027-10-28'])
  })

  test('a meeting that would fall in August moves out of it', () => {
    const dates = sure(
      overTheYear(cal, { from: '2027-01-01', times: 4, weekday: 2, week: 2, avoid: [avoidances.august] }),
    )
    expect(dates[2]).toEqual({
      date: '2027-07-27',
      because: 'moved from Tue 10 Aug 2027: in August schools are closed and many are away',
    })
  })

  test('a financial year begins in April (10.2.8)', () => {
    const dates = sure(overTheYear(cal, { from: '2027-04-01', times: 4, weekday: 3, week: 2 })).map(({ date }) => date)
    expect(dates).toEqual(['2027-05-12', '2027-08-11', '2027-11-10', '2028-02-09'])
  })

  test('whatever is asked for: as many as asked, in order, never on a day off', () => {
    const asked = fc.record({
      from: fc.constantFrom('2026-01-01', '2026-04-01', '2027-01-01', '2028-01-01'),
      times: fc.integer({ min: 1, max: 12 }),
      weekday: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const, 5 as const),
      week: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const, 'last' as const),
    })
    fc.assert(
      fc.property(asked, (wish) => {
        const dates = sure(overTheYear(cal, wish)).map(({ date }) => date)
        expect(dates).toHaveLength(wish.times)
        expect(dates).toEqual([...new Set(dates)].sort())
        expect(dates.every((date) => isWorkingDay(cal, date))).toBe(true)
      }),
    )
  })
})
