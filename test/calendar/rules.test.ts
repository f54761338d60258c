import { describe, expect, test } from 'vitest'
import { sayDates } from '../../src/calendar/because.ts'
import { type Due, due, parseCount, standing } from '../../src/calendar/rules.ts'
import { londonInstant } from '../../src/kernel/time.ts'
import { safeguarding as cal, sure } from './calendars.ts'

/** Counts as a person would say it; `start` is a date, or a wall-clock time in London. */
function dueIn(words: string, start: string): Due {
  return sure(due(cal, sure(parseCount(words)), start.includes('T') ? londonInstant(start) : start))
}

const juniper = dueIn('15 working days', '2026-12-17T16:40')

describe('a due date carries its whole sum (C-10)', () => {
  test('the rapid review of JUNIPER', () => {
    expect(juniper).toEqual({
      count: { kind: 'working-days-after', n: 15 },
      start: '2026-12-17T16:40:00.000Z',
      limit: '2027-01-12',
      limitAt: '2027-01-12T23:59:59.999Z',
      cutOff: '2027-01-12T17:00:00.000Z',
      target: '2027-01-11',
      amberFrom: '2027-01-11',
      because: '15 working days from Thu 17 Dec 2026 (day 0), skipping 25 and 28 Dec and 1 Jan',
      skipped: ['2026-12-25', '2026-12-28', '2027-01-01'],
      calendarVersion: cal.version,
    })
  })

  test('ten minutes to midnight is still that Friday (C-3), in summer too, when it is a quarter to eleven in UTC', () => {
    expect(dueIn('5 working days', '2026-12-11T23:50').limit).toBe('2026-12-18')
    expect(dueIn('5 working days', '2027-06-11T23:50').limit).toBe('2027-06-18')
  })

  test('a summer day ends at 23:00 UTC, and its office at 16:00 (C-4)', () => {
    expect(dueIn('5 working days', '2027-06-11')).toMatchObject({
      limitAt: '2027-06-18T22:59:59.999Z',
      cutOff: '2027-06-18T16:00:00.000Z',
    })
  })

  test('the internal target is one working day earlier (C-5), but never before the thing has happened', () => {
    expect(dueIn('5 working days', '2026-12-11').target).toBe('2026-12-17')
    expect(dueIn('1 working day', '2026-12-17').target).toBe('2026-12-17')
    expect(dueIn('1 working day', '2026-12-19').target).toBeUndefined()
  })

  test('a deadline over both spring and Easter counts days, not hours (10.2.4)', () => {
    expect(dueIn('5 working days', '2027-03-24').limitAt).toBe('2027-04-02T22:59:59.999Z')
    expect(dueIn('5 working days', '2027-10-28').limitAt).toBe('2027-11-04T23:59:59.999Z')
  })

  test.each(['15 working days', '6 months', '30 days'])(
    '%s past the known holidays are refused, not guessed',
    (words) => {
      expect(due(cal, sure(parseCount(words)), '2028-12-15')).toMatchObject({ code: 'calendar-unknown' })
    },
  )

  test('72 hours need no calendar, so they are counted past its end', () => {
    expect(dueIn('72 hours', '2028-12-30T12:00').limit).toBe('2029-01-02')
  })

  test('72 hours from a mere date are refused: nobody knows when they began', () => {
    expect(due(cal, { kind: 'hours-after', n: 72 }, '2026-12-24')).toMatchObject({ code: 'moment-needed' })
  })
})

describe('every date explains itself', () => {
  test.each([
    ['5 working days', '2027-01-13', '5 working days from Wed 13 Jan 2027 (day 0)'],
    ['1 working day', '2027-05-28', '1 working day from Fri 28 May 2027 (day 0), skipping 31 May'],
    ['5 working days', '2026-12-19', '5 working days from Sat 19 Dec 2026 (day 0), skipping 25 and 28 Dec'],
    ['5 working days before', '2027-04-01', '5 working days before Thu 1 Apr 2027 (day 0), skipping 26 and 29 Mar'],
    [
      '5 clear working days before',
      '2027-04-01',
      '5 clear working days before Thu 1 Apr 2027, neither that day nor the day of sending counted, skipping 26 and 29 Mar',
    ],
    ['6 months', '2027-02-10', '6 months from Wed 10 Feb 2027'],
    ['6 months', '2026-08-28', '6 months from Fri 28 Aug 2026; that is a Sunday, so work to Fri 26 Feb 2027'],
    [
      '6 months',
      '2026-08-31',
      '6 months from Mon 31 Aug 2026, ending with the month as Feb is shorter; that is a Sunday, so work to Fri 26 Feb 2027',
    ],
    [
      '1 month',
      '2027-02-26',
      '1 month from Fri 26 Feb 2027; that is a bank holiday (Good Friday), so work to Thu 25 Mar 2027',
    ],
    ['7 days', '2027-01-13', '7 days from Wed 13 Jan 2027, weekends and bank holidays counted'],
    ['same day', '2027-02-04T16:00', 'the same day as it happened, Thu 4 Feb 2027'],
    ['same day', '2027-02-06', 'the same day as it happened, Sat 6 Feb 2027; that is a Saturday'],
    [
      '72 hours',
      '2026-12-24T17:00',
      '72 hours from Thu 24 Dec 2026 17:00, counted through nights, weekends and bank holidays',
    ],
    [
      '72 hours',
      '2027-03-27T10:00',
      '72 hours from Sat 27 Mar 2027 10:00, counted through nights, weekends and bank holidays; clocks go forward on 28 Mar',
    ],
    [
      '24 hours',
      '2027-10-31T00:30',
      '24 hours from Sun 31 Oct 2027 00:30, counted through nights, weekends and bank holidays; clocks go back on 31 Oct',
    ],
    [
      '24 hours',
      '2027-10-31T03:00',
      '24 hours from Sun 31 Oct 2027 03:00, counted through nights, weekends and bank holidays',
    ],
  ])('%s, %s', (words, start, sentence) => {
    expect(dueIn(words, start).because).toBe(sentence)
  })

  test('dates are gathered by month, and listed as one would say them', () => {
    expect(sayDates(['2027-03-26'])).toBe('26 Mar')
    expect(sayDates(['2026-12-25', '2026-12-28', '2026-12-29'])).toBe('25, 28 and 29 Dec')
    expect(sayDates(['2027-03-26', '2027-03-29', '2027-05-03', '2027-08-30'])).toBe('26 and 29 Mar, 3 May and 30 Aug')
  })
})

describe('where a due date stands (C-4)', () => {
  test.each([
    ['2027-01-08T23:59', 'ahead'],
    ['2027-01-11T00:00', 'amber'],
    ['2027-01-11T23:59', 'amber'],
    ['2027-01-12T00:00', 'red'],
    ['2027-01-12T17:01', 'red'],
    ['2027-01-12T23:59', 'red'],
    ['2027-01-13T00:00', 'overdue'],
  ])('JUNIPER at %s is %s', (at, expected) => {
    expect(standing(juniper, londonInstant(at))).toBe(expected)
  })

  test('a Monday’s deadline is amber from Friday and through the weekend', () => {
    const monday = dueIn('5 working days', '2027-01-11')
    expect(monday.limit).toBe('2027-01-18')
    const seen = ['2027-01-14T12:00', '2027-01-15T12:00', '2027-01-17T12:00', '2027-01-18T12:00']
    expect(seen.map((at) => standing(monday, londonInstant(at)))).toEqual(['ahead', 'amber', 'amber', 'red'])
  })

  test('a count in hours is overdue the moment it is over, not at the end of the day', () => {
    const breach = dueIn('72 hours', '2026-12-24T17:00')
    const seen = ['2026-12-25T12:00', '2026-12-26T12:00', '2026-12-27T17:00', '2026-12-27T17:01']
    expect(seen.map((at) => standing(breach, londonInstant(at)))).toEqual(['ahead', 'amber', 'red', 'overdue'])
  })
})
