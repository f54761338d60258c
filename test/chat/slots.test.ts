/** The names of inputs, and what is read from them. */
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { answersFrom } from '../../src/chat/given.ts'
import { givenRow, joinDateTime, readSlot, type Slot, splitDateTime, writeSlot } from '../../src/chat/slots.ts'

describe('the name of an input', () => {
  test('is read back as it was written, whatever its field or its row is called', () => {
    const name = fc.string({ minLength: 1 })
    const slot = fc.record(
      { field: name, row: name, column: name, part: fc.constantFrom('date' as const, 'time' as const) },
      { requiredKeys: ['field'] },
    )
    fc.assert(
      fc.property(slot, (any) => {
        expect(readSlot(writeSlot(any as Slot))).toEqual(any)
      }),
    )
    expect(writeSlot({ field: 'E3', row: givenRow('housing'), column: 'relevant' })).toBe('E3|~housing|relevant')
  })

  it.each(['%', 'a|b|c|d|e', '', '|a'])('%s is not one of ours', (name) => {
    expect(readSlot(name)).toBeUndefined()
  })
})

describe('a date and time in two inputs', () => {
  it.each([
    ['2026-12-17', '16:40', '2026-12-17T16:40'],
    ['2026-12-17', '', '2026-12-17T'],
    ['', '16:40', 'T16:40'],
    ['', 'about four', 'Tabout four'],
    ['', '', ''],
  ])('%s and %s are one answer, and two again', (date, time, answer) => {
    expect(joinDateTime(date, time)).toBe(answer)
    expect(splitDateTime(answer)).toEqual({ date, time })
  })

  it('what was never in them is not put into them', () => {
    expect(splitDateTime('next Tuesday')).toBeUndefined()
  })
})

it('rows keep their order when the first of them was emptied, and those from a list their option', () => {
  const cell = (row: string, words: string) => ({ slot: { field: 'R', row, column: 'a' }, cell: words })
  expect(answersFrom([cell('0', ''), cell('2', 'third'), cell('1', 'second')])).toEqual({
    R: [{ a: 'second' }, { a: 'third' }],
  })
  expect(answersFrom([cell('~police', ''), cell('~housing', 'yes')])).toEqual({ R: [{ row: 'housing', a: 'yes' }] })
})
