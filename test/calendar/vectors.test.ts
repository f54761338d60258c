/** The date vectors V1 to V18: what a naive calendar gets wrong. */
import { describe, expect, test } from 'vitest'
import { avoidances, everyMonths } from '../../src/calendar/cadence.ts'
import { type Due, due, parseCount } from '../../src/calendar/rules.ts'
import { bankHolidays, isWorkingDay, type WorkingCalendar } from '../../src/calendar/working-calendar.ts'
import { londonInstant, sayMoment } from '../../src/kernel/time.ts'
import { foi, safeguarding, sure } from './calendars.ts'

/** Counts as a person would say it; `start` is a date, or a wall-clock time in London. */
function dueIn(words: string, start: string, cal: WorkingCalendar = safeguarding): Due {
  return sure(due(cal, sure(parseCount(words)), start.includes('T') ? londonInstant(start) : start))
}

describe('working days after', () => {
  test.each([
    ['V1', 'aware late on a Friday: Friday is day 0', '2026-12-11T16:50', '5 working days', '2026-12-18'],
    ['V2', 'aware on a Saturday: Saturday is day 0', '2026-12-19', '5 working days', '2026-12-29'],
    ['V3', 'notified before Christmas 2026', '2026-12-17', '15 working days', '2027-01-12'],
    ['V4', 'notified before Easter 2027', '2027-03-22', '15 working days', '2027-04-14'],
    ['V5', 'notified before Christmas 2027', '2027-12-23', '15 working days', '2028-01-18'],
    ['V6', 'aware before Easter 2027', '2027-03-24', '5 working days', '2027-04-02'],
    ['V17', 'aware on Christmas Eve 2027', '2027-12-24T18:30', '5 working days', '2028-01-05'],
  ])('%s: %s', (_, __, start, words, limit) => {
    expect(dueIn(words, start).limit).toBe(limit)
  })

  test('V12: FOI received Thu 11 Jun 2026 counts Scotland’s one-off holiday', () => {
    expect(dueIn('20 working days', '2026-06-11', foi).limit).toBe('2026-07-10')
    expect(dueIn('20 working days', '2026-06-11').limit).toBe('2026-07-09')
  })
})

describe('working days before', () => {
  test.each([
    ['V7', 'papers for Thu 1 Apr 2027', '2027-04-01', 5, '2027-03-23', '2027-03-22'],
    ['V8', 'papers for Tue 1 Jun 2027', '2027-06-01', 5, '2027-05-24', '2027-05-21'],
    ['V11', 'advance copy for publication on Thu 2 Dec 2027', '2027-12-02', 7, '2027-11-23', '2027-11-22'],
  ])('%s: %s, and a day earlier when the days must be clear', (_, __, day, n, before, clear) => {
    expect(dueIn(`${n} working days before`, day).limit).toBe(before)
    expect(dueIn(`${n} clear working days before`, day).limit).toBe(clear)
  })
})

describe('months after', () => {
  test.each([
    ['V9', 'from Fri 28 Aug 2026, on a Sunday', '2026-08-28'],
    ['V10', 'from Mon 31 Aug 2026, as there is no 31 February', '2026-08-31'],
  ])('%s: six months %s', (_, __, start) => {
    expect(dueIn('6 months', start)).toMatchObject({ limit: '2027-02-28', target: '2027-02-26' })
  })
})

describe('hours and wall clocks', () => {
  test('V13: 72 hours run through Christmas', () => {
    const breach = dueIn('72 hours', '2026-12-24T17:00')
    expect(sayMoment(breach.limitAt)).toBe('Sun 27 Dec 2026 17:00')
  })

  test('V14: 72 hours across the spring change end an hour later on the wall', () => {
    const breach = dueIn('72 hours', '2027-03-27T10:00')
    expect(sayMoment(breach.limitAt)).toBe('Tue 30 Mar 2027 11:00')
  })

  test('V15: nine in the morning is nine in the morning, before and after the change', () => {
    expect(londonInstant('2027-03-25T09:00')).toBe('2027-03-25T09:00:00.000Z')
    expect(londonInstant('2027-03-30T09:00')).toBe('2027-03-30T08:00:00.000Z')
  })
})

describe('proposals', () => {
  test('V16: every two months from Tue 19 Jan 2027 never lands on a day off', () => {
    const proposals = sure(
      everyMonths(safeguarding, { first: '2027-01-19', every: 2, times: 6, avoid: [avoidances.holidayEve] }),
    )
    expect(proposals.map(({ date }) => date)).toEqual([
      '2027-01-19',
      '2027-03-16',
      '2027-05-18',
      '2027-07-20',
      '2027-09-21',
      '2027-11-16',
    ])
    expect(proposals.every(({ date }) => isWorkingDay(safeguarding, date))).toBe(true)
  })
})

describe('a holiday proclaimed while the clock runs', () => {
  const withOneOff = (date: string) =>
    bankHolidays({
      region: 'england-and-wales',
      years: [2026, 2027, 2028],
      extra: [{ date, name: 'One-off bank holiday' }],
    })

  test('V18: the limit moves one working day later, and each says by which calendar it was counted', () => {
    const before = dueIn('15 working days', '2027-06-01')
    const after = dueIn('15 working days', '2027-06-01', withOneOff('2027-06-11'))
    expect([before.limit, after.limit]).toEqual(['2027-06-22', '2027-06-23'])
    expect(after.because).toBe('15 working days from Tue 1 Jun 2027 (day 0), skipping 11 Jun')
    expect(after.calendarVersion).not.toBe(before.calendarVersion)
  })

  test('V18: a holiday outside the clock moves nothing, so nobody is troubled', () => {
    const before = dueIn('15 working days', '2027-06-01')
    expect(dueIn('15 working days', '2027-06-01', withOneOff('2027-07-01')).limit).toBe(before.limit)
  })
})
