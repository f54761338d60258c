import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Count, parseCount, sayCount } from '../../src/calendar/count.ts'

describe('a counting rule is written the way people say it', () => {
  test.each<[string, Count]>([
    ['15 working days', { kind: 'working-days-after', n: 15 }],
    ['1 working day after', { kind: 'working-days-after', n: 1 }],
    ['5 working days before', { kind: 'working-days-before', n: 5 }],
    [' 5  Clear working days before ', { kind: 'clear-working-days-before', n: 5 }],
    ['6 months', { kind: 'months-after', n: 6 }],
    ['72 hours', { kind: 'hours-after', n: 72 }],
    ['7 days', { kind: 'calendar-days-after', n: 7 }],
    ['1 calendar day', { kind: 'calendar-days-after', n: 1 }],
    ['same day', { kind: 'calendar-days-after', n: 0 }],
  ])('%j', (text, count) => {
    expect(parseCount(text)).toEqual(count)
  })

  test.each([
    '',
    '15',
    'working days',
    '0 working days',
    '-5 days',
    '1.5 days',
    '5 clear working days',
    '5 days before',
    '2 fortnights',
    '15 calendar working days',
    '99999 months',
  ])('%j is refused, with an example of what to write', (text) => {
    expect(parseCount(text)).toMatchObject({ code: 'count-unclear', next: expect.stringContaining('15 working days') })
  })

  test('every count reads back as itself', () => {
    const kinds: Count['kind'][] = [
      'working-days-after',
      'working-days-before',
      'clear-working-days-before',
      'months-after',
      'hours-after',
      'calendar-days-after',
    ]
    const counts = fc.record({ kind: fc.constantFrom(...kinds), n: fc.integer({ min: 1, max: 9999 }) })
    fc.assert(
      fc.property(counts, (count) => {
        expect(parseCount(sayCount(count))).toEqual(count)
      }),
    )
  })
})
