import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bankHolidays } from '../../src/calendar/working-calendar.ts'
import { calendarsIn } from '../../wire/calendars.ts'

/** By which the house really counts: the days listed in `profiles/bank-holidays.yaml`. */
const listed = calendarsIn(join(import.meta.dirname, '../../profiles'))
const years = [2024, 2025, 2026, 2027, 2028]
const proclaimedOnce = { 'england-and-wales': [], 'any-uk': [{ date: '2026-06-15', name: 'Scotland, once' }] }

test.each(['england-and-wales', 'any-uk'] as const)(
  'no day is missing from the list of %s, and none too many',
  (region) => {
    const computed = bankHolidays({ region, years, extra: proclaimedOnce[region] })
    expect(Object.keys(listed(region, []).holidays)).toEqual(Object.keys(computed.holidays))
  },
)

test('a holiday proclaimed while the house is open comes on top, for a calendar of another version', () => {
  const before = listed('england-and-wales', [])
  const after = listed('england-and-wales', [{ date: '2027-06-07', name: 'A coronation' }])
  expect(after.holidays).toEqual({ ...before.holidays, '2027-06-07': 'A coronation' })
  expect(after.version).not.toBe(before.version)
})
