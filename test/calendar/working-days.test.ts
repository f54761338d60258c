import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plusDays } from '../../src/calendar/days.ts'
import { isWorkingDay } from '../../src/calendar/working-calendar.ts'
import {
  clearWorkingDaysBefore,
  monthsAfter,
  previousWorkingDay,
  workingDaysAfter,
  workingDaysBefore,
  workingDaysBetween,
} from '../../src/calendar/working-days.ts'
import { safeguarding as cal, sure } from './calendars.ts'

// Any day of 2027 can be counted 200 working days either way without leaving 2026 to 2028.
const day = fc.integer({ min: 0, max: 364 }).map((n) => plusDays('2027-01-01', n))
const workingDay = day.filter((date) => isWorkingDay(cal, date))
const steps = fc.integer({ min: 1, max: 200 })

describe('counting working days holds for every day of the year', () => {
  test('it never lands on a day off', () => {
    fc.assert(
      fc.property(day, steps, (date, n) => {
        for (const count of [workingDaysAfter, workingDaysBefore, clearWorkingDaysBefore]) {
          expect(isWorkingDay(cal, sure(count(cal, date, n)))).toBe(true)
        }
      }),
    )
  })

  test('a later start or a longer count is never due sooner', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 60 }), steps, (date, later, n) => {
        const due = sure(workingDaysAfter(cal, date, n))
        expect(sure(workingDaysAfter(cal, plusDays(date, later), n)) >= due).toBe(true)
        expect(sure(workingDaysAfter(cal, date, n + 1)) > due).toBe(true)
      }),
    )
  })

  test('counting back undoes counting on, from a working day', () => {
    fc.assert(
      fc.property(workingDay, steps, (date, n) => {
        expect(workingDaysBefore(cal, sure(workingDaysAfter(cal, date, n)), n)).toBe(date)
      }),
    )
  })

  test('the days between are the days that were counted, forwards and backwards', () => {
    fc.assert(
      fc.property(workingDay, steps, (date, n) => {
        const due = sure(workingDaysAfter(cal, date, n))
        expect(workingDaysBetween(cal, date, due)).toBe(n)
        expect(workingDaysBetween(cal, due, date)).toBe(-n)
      }),
    )
  })

  test('clear days are one working day earlier', () => {
    fc.assert(
      fc.property(day, steps, (date, n) => {
        const before = sure(workingDaysBefore(cal, date, n))
        expect(clearWorkingDaysBefore(cal, date, n)).toBe(sure(previousWorkingDay(cal, before)))
      }),
    )
  })

  test('the target of a month limit is a working day, and never after the limit', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 12 }), (date, n) => {
        const { limit, target } = sure(monthsAfter(cal, date, n))
        expect(isWorkingDay(cal, target)).toBe(true)
        expect(target === limit || (target < limit && !isWorkingDay(cal, limit))).toBe(true)
      }),
    )
  })

  test('past the last known year there is a refusal, never a guess', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 45, max: 400 }), (before, n) => {
        const date = plusDays('2028-12-31', -before)
        expect(workingDaysAfter(cal, date, n)).toMatchObject({ code: 'calendar-unknown' })
        expect(workingDaysBetween(cal, date, plusDays('2028-12-31', n))).toMatchObject({ code: 'calendar-unknown' })
        expect(monthsAfter(cal, date, 12)).toMatchObject({ code: 'calendar-unknown' })
      }),
    )
  })
})

describe('the edges of a calendar', () => {
  test('the last working day known can still be reached, and not one step further', () => {
    expect(workingDaysAfter(cal, '2028-12-28', 1)).toBe('2028-12-29')
    expect(workingDaysAfter(cal, '2028-12-29', 1)).toMatchObject({ code: 'calendar-unknown' })
    expect(workingDaysBefore(cal, '2026-01-02', 1)).toMatchObject({ code: 'calendar-unknown' })
  })

  test('the next and the previous working day step over Christmas, and never stay where they are', () => {
    expect(workingDaysAfter(cal, '2026-12-24', 1)).toBe('2026-12-29')
    expect(previousWorkingDay(cal, '2026-12-29')).toBe('2026-12-24')
    expect(workingDaysAfter(cal, '2026-12-29', 1)).toBe('2026-12-30')
  })

  test('a weekend is no working day late, so nothing is overdue by it', () => {
    expect(workingDaysBetween(cal, '2027-01-16', '2027-01-15')).toBe(0)
    expect(workingDaysBetween(cal, '2027-01-18', '2027-01-15')).toBe(-1)
  })

  test('the dashboard of Tue 22 Dec 2026 says twelve working days, that of Tue 23 Nov 2027 seven', () => {
    expect(workingDaysBetween(cal, '2026-12-22', '2027-01-12')).toBe(12)
    expect(workingDaysBetween(cal, '2027-11-23', '2027-12-02')).toBe(7)
  })

  test('nonsense is a bug, not an answer', () => {
    expect(() => workingDaysAfter(cal, '2027-02-30', 1)).toThrow('not a local date')
    expect(() => workingDaysAfter(cal, '2027-02-01T10:00', 1)).toThrow('not a local date')
    expect(() => workingDaysAfter(cal, '2027-02-01', 1.5)).toThrow('not a number of working days')
  })
})
