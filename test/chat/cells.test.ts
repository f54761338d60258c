/** A table, before a platform draws it. */
import { expect, it } from 'vitest'
import { rowByRow, squared } from '../../src/chat/cells.ts'

it('every row has a cell for every column, each in one line', () => {
  expect(squared(['Agency', 'Returned'], [['Health\n trust '], ['Police', 'yes', 'too much']])).toEqual([
    ['Health trust', ''],
    ['Police', 'yes'],
  ])
})

it('a table too wide is told row by row, and an empty one still says what it would hold', () => {
  const columns = ['Agency', 'Returned', 'Late']
  expect(rowByRow(columns, [['Health', 'yes', ''], ['Police']], ' · ')).toEqual([
    { label: 'Health', value: 'Returned: yes' },
    { label: 'Police', value: '' },
  ])
  expect(rowByRow(columns, [['Health', 'yes', 'no']], ' · ')[0]?.value).toBe('Returned: yes · Late: no')
  expect(rowByRow(['Agency'], [], ' · ')).toEqual([{ label: 'Agency', value: '' }])
})
