/** A year of meetings, every date around each counted by the rules D-61 to D-67 and compared with the wall planner. */
import { describe, expect, test } from 'vitest'
import { due, parseCount } from '../../src/calendar/rules.ts'
import { isWorkingDay } from '../../src/calendar/working-calendar.ts'
import { safeguarding, sure } from './calendars.ts'
import { meetingsOf2027, type PlannedMeeting } from './meetings-of-2027.ts'

const rules = {
  called: '15 working days before', // D-61
  papersIn: '8 working days before', // D-62
  papersOut: '5 working days before', // D-63
  deputies: '3 working days before', // D-64
  quorum: '2 working days before', // D-65
  actions: '2 working days', // D-66
  minutes: '10 working days', // D-67
} as const satisfies Partial<Record<keyof PlannedMeeting, string>>

const columns = Object.keys(rules) as (keyof typeof rules)[]

test('the year has 42 meetings: SLT 3, Executive 6, Partnership 3, sub-groups 8, 6, 6, 6 and 4', () => {
  const perGroup = Object.entries(Object.groupBy(meetingsOf2027, ({ group }) => group))
  expect(Object.fromEntries(perGroup.map(([group, meetings]) => [group, meetings?.length]))).toEqual({
    SLT: 3,
    Executive: 6,
    'Partnership event': 3,
    'Case Review': 8,
    'Quality Assurance': 6,
    'Training, L&D': 6,
    'Vulnerable Adolescents': 6,
    'Early Help (City)': 4,
  })
  expect(meetingsOf2027).toHaveLength(42)
})

describe('every date around every meeting is the one on the wall planner', () => {
  test.each(meetingsOf2027)('$group $no on $date', (meeting) => {
    expect(isWorkingDay(safeguarding, meeting.date)).toBe(true)
    const asked = columns.filter((column) => meeting[column] !== '-')
    const counted = asked.map((column) => [
      column,
      sure(due(safeguarding, sure(parseCount(rules[column])), meeting.date)).limit,
    ])
    expect(Object.fromEntries(counted)).toEqual(Object.fromEntries(asked.map((column) => [column, meeting[column]])))
  })
})
