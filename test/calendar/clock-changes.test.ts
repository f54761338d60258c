/** The repeated hour of October, read as if in summer and as if in winter: Luxon alone answers by the season it is asked in. */

import { afterEach, describe, expect, test } from 'vitest'
import { icsOf } from '../../src/calendar/ics.ts'
import { due } from '../../src/calendar/rules.ts'
import { Settings } from '../../src/kernel/luxon.ts'
import { londonInstant } from '../../src/kernel/time.ts'
import { safeguarding, sure } from './calendars.ts'

const realNow = Settings.now
afterEach(() => {
  Settings.now = realNow
})

describe.each([
  ['summer', '2027-07-01T12:00:00Z'],
  ['winter', '2027-01-15T12:00:00Z'],
])('asked in %s', (_, today) => {
  const asIfToday = () => {
    Settings.now = () => Date.parse(today)
  }

  test('01:30 on 31 Oct 2027 is its first occurrence', () => {
    asIfToday()
    expect(londonInstant('2027-10-31T01:30')).toBe('2027-10-31T00:30:00.000Z')
    expect(londonInstant('2027-10-31T00:59')).toBe('2027-10-30T23:59:00.000Z')
    expect(londonInstant('2027-10-31T02:00')).toBe('2027-10-31T02:00:00.000Z')
  })

  test('the hour that does not exist on 28 Mar 2027 still gives a moment after the one before it', () => {
    asIfToday()
    expect(londonInstant('2027-03-28T00:59')).toBe('2027-03-28T00:59:00.000Z')
    expect(londonInstant('2027-03-28T01:30') >= '2027-03-28T01:00:00.000Z').toBe(true)
    expect(londonInstant('2027-03-28T02:00')).toBe('2027-03-28T01:00:00.000Z')
  })

  test('deadlines on either side of both changes end with the London day', () => {
    asIfToday()
    const endOf = (start: string) => sure(due(safeguarding, { kind: 'calendar-days-after', n: 0 }, start)).limitAt
    expect(['2027-03-27', '2027-03-28', '2027-10-30', '2027-10-31'].map(endOf)).toEqual([
      '2027-03-27T23:59:59.999Z',
      '2027-03-28T22:59:59.999Z',
      '2027-10-30T22:59:59.999Z',
      '2027-10-31T23:59:59.999Z',
    ])
  })

  test('a meeting in the repeated hour is written into calendars as it is on the wall', () => {
    asIfToday()
    const event = { uid: 'u', sequence: 0, title: 'Night call', starts: '2027-10-31T01:15', ends: '2027-10-31T01:45' }
    const text = icsOf(event, { method: 'PUBLISH', now: '2027-01-01T00:00:00.000Z' })
    expect(text).toContain('DTSTART;TZID=Europe/London:20271031T011500\r\n')
    expect(text).toContain('DTEND;TZID=Europe/London:20271031T014500\r\n')
  })
})
