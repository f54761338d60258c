import { describe, expect, test } from 'vitest'
import { bankHolidays, calendarWarning, isWorkingDay, kindOfDay } from '../../src/calendar/working-calendar.ts'
import { foi, safeguarding } from './calendars.ts'

const years = [2026, 2027, 2028]

/** The list of GOV.UK for England and Wales. */
const verified = {
  2026: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
  2027: '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28',
  2028: '01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26',
}

describe('bank holidays of England and Wales', () => {
  test.each(Object.entries(verified))(
    '%s is the list of GOV.UK, substitutes and all, and not a day more',
    (year, list) => {
      const ours = Object.keys(safeguarding.holidays).filter((date) => date.startsWith(year))
      expect(ours).toEqual(list.split(' ').map((day) => `${year}-${day}`))
    },
  )

  test('Boxing Day 2026 is a Saturday: its Monday is the holiday, the Saturday has no effect (10.2.1)', () => {
    expect(kindOfDay(safeguarding, '2026-12-26')).toBe('weekend')
    expect(safeguarding.holidays).not.toHaveProperty('2026-12-26')
    expect(kindOfDay(safeguarding, '2026-12-28')).toBe('bank-holiday')
  })

  test('Christmas 2027 at a weekend takes the Monday and the Tuesday, and New Year 2028 a Monday (10.2.2)', () => {
    for (const date of ['2027-12-27', '2027-12-28', '2028-01-03'])
      expect(kindOfDay(safeguarding, date)).toBe('bank-holiday')
    expect(isWorkingDay(safeguarding, '2027-12-24')).toBe(true)
    expect(isWorkingDay(safeguarding, '2027-12-29')).toBe(true)
  })

  test('Easter is never a fixed date (10.2.3)', () => {
    expect(
      ['2026-04-03', '2026-04-06', '2027-03-26', '2027-03-29'].map((date) => kindOfDay(safeguarding, date)),
    ).toEqual(Array(4).fill('bank-holiday'))
    expect(isWorkingDay(safeguarding, '2027-04-05')).toBe(true)
  })
})

describe('bank holidays in any part of the United Kingdom', () => {
  test.each([
    ['2026-01-02', 'Scotland'],
    ['2026-03-17', 'Northern Ireland'],
    ['2026-06-15', 'Scotland, once'],
    ['2026-07-13', 'Northern Ireland'],
    ['2026-08-03', 'Scotland'],
    ['2026-08-31', 'England'],
    ['2026-11-30', 'Scotland'],
  ])('%s stops an FOI clock (%s)', (date) => {
    expect(kindOfDay(foi, date)).toBe('bank-holiday')
  })

  test('Mon 15 Jun 2026 is a holiday for FOI and not for safeguarding (C-9)', () => {
    expect(kindOfDay(foi, '2026-06-15')).toBe('bank-holiday')
    expect(kindOfDay(safeguarding, '2026-06-15')).toBe('working-day')
  })
})

describe('a calendar the partnership can correct', () => {
  test('a one-off holiday is added and a moved one taken away, and the version says so', () => {
    const corrected = bankHolidays({
      region: 'england-and-wales',
      years,
      removed: ['2027-05-31'],
      extra: [{ date: '2027-06-03', name: 'Spring bank holiday, moved' }],
    })
    expect(kindOfDay(corrected, '2027-05-31')).toBe('working-day')
    expect(kindOfDay(corrected, '2027-06-03')).toBe('bank-holiday')
    expect(corrected.version).not.toBe(safeguarding.version)
  })

  test('the same holidays have the same version, in whatever order the years were given', () => {
    expect(bankHolidays({ region: 'england-and-wales', years: [2028, 2026, 2027] })).toEqual(safeguarding)
  })

  test('a calendar with a hole in it cannot be made', () => {
    expect(() => bankHolidays({ region: 'england-and-wales', years: [2026, 2028] })).toThrow('gap')
    expect(() => bankHolidays({ region: 'england-and-wales', years: [] })).toThrow('gap')
  })
})

describe('the end of what is known (10.2.41)', () => {
  test('a day in an unknown year is refused, even a Sunday, and never called a working day', () => {
    for (const date of ['2025-12-31', '2029-01-02', '2029-01-07']) {
      expect(kindOfDay(safeguarding, date)).toMatchObject({ refused: true, code: 'calendar-unknown' })
      expect(isWorkingDay(safeguarding, date)).toBe(false)
    }
  })

  test('nothing is said on 30 September, and a warning comes on 1 October', () => {
    expect(calendarWarning(safeguarding, '2028-09-30')).toBeUndefined()
    expect(calendarWarning(safeguarding, '2028-10-01')?.sentence).toContain('The bank holidays of 2029 are missing')
    expect(calendarWarning(safeguarding, '2027-12-31')).toBeUndefined()
  })

  test('a calendar that has run out keeps warning', () => {
    expect(calendarWarning(safeguarding, '2029-02-01')?.sentence).toContain('2029')
  })
})
