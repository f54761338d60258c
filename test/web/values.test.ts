import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { narrativeIn, readValues } from '../../adapters/web/parse/values.ts'
import { joinDate, splitDate } from '../../adapters/web/typed-date.ts'

describe('a date in its boxes', () => {
  test.each([
    [{ day: '17', month: '12', year: '2026', time: '16:40' }, '17/12/2026 16:40'],
    [{ day: '17', month: '12', year: '2026' }, '17/12/2026'],
    [{ day: '17', month: '12' }, '17/12'],
    [{ day: '17', month: '', year: '2026' }, '17//2026'],
    [{ day: '17', month: 'Dec', year: '2026' }, '17 Dec 2026'],
    [{ time: '16:40' }, '16:40'],
    [{ day: '', month: '', year: '', time: '' }, ''],
  ])('%j is read as %j, and stands in the same boxes again', (typed, line) => {
    expect(joinDate(typed)).toBe(line)
    expect(splitDate(line)).toEqual({ day: '', month: '', year: '', time: '', ...typed })
  })

  test('the core’s own spelling is taken apart', () => {
    expect(splitDate('2026-02-05T09:05')).toEqual({ day: '5', month: '2', year: '2026', time: '09:05' })
  })

  test('words said in chat are kept', () => {
    expect(splitDate('last Tuesday').day).toBe('last Tuesday')
  })

  test('nothing typed in figures is lost on the way there and back', () => {
    const figures = (max: number) => fc.oneof(fc.constant(''), fc.nat(max).map(String))
    const boxes = fc.record({
      day: figures(99),
      month: figures(99),
      year: fc.nat(9999).map(String),
      time: fc.constantFrom('', '16:40', '4pm'),
    })
    fc.assert(
      fc.property(boxes, (typed) => {
        expect(splitDate(joinDate(typed))).toEqual(typed)
      }),
    )
  })
})

describe('what a browser sends', () => {
  test('is read by the kind in its name', () => {
    expect(
      readValues({
        csrf: 'token',
        page: 'A1',
        'text/A1': 'words',
        'one/A%2F2': 'yes',
        'many/A3': ['', 'x', 'y'],
        'date/A4/day': '5',
        'date/A4/month': '2',
        'date/A4/year': '2026',
        'rows/A5/1/text/what': 'second',
        'rows/A5/0/text/what': 'first',
        'rows/A5/0/date/when/day': '1',
      }),
    ).toEqual({
      A1: 'words',
      'A/2': 'yes',
      A3: ['x', 'y'],
      A4: '5/2/2026',
      A5: [{ what: 'first', when: '1' }, { what: 'second' }],
    })
  })

  test('whatever it is, it is read without a fault and touches no prototype', () => {
    const name = fc.oneof(
      fc.string(),
      fc.constantFrom(
        'text/__proto__',
        'text/%E0%A4%A',
        'rows/x',
        'rows/x/y/rows/z/0/text/a',
        'date/d/__proto__',
        'many/',
      ),
    )
    fc.assert(
      fc.property(fc.dictionary(name, fc.oneof(fc.string(), fc.array(fc.string()))), (body) => {
        readValues(body)
        narrativeIn(body)
        expect(({} as Record<string, unknown>).words).toBeUndefined()
      }),
    )
  })

  test('the words in it can be handed back, those in rows too, and nothing else', () => {
    const body = {
      csrf: 'token',
      'one/A1': 'yes',
      'text/A2': 'Words',
      'text/A3': ' ',
      'rows/A4/0/text/what': 'More',
      'rows/A4/0/one/kind': 'x',
    }
    expect(narrativeIn(body)).toEqual(['Words', 'More'])
  })
})
