/** A message of many pages, and what becomes of them when it changes. */
import { describe, expect, it } from 'vitest'
import { inPlace, numbered } from '../../src/chat/pages.ts'

describe('a message drawn in pages', () => {
  const draw = (summary: string, parts: readonly string[], foot: string) => [summary, ...parts, foot].join(' | ')

  it('says nothing of pages when there is one', () => {
    expect(numbered('Register', [['a', 'b']], draw)).toEqual(['Register | a | b | '])
    expect(numbered('Register', [], draw)).toEqual(['Register | '])
  })

  it('says of each which it is, when there are several', () => {
    expect(numbered('Register', [['a'], ['b']], draw)).toEqual([
      'Register (1 of 2) | a | Page 1 of 2',
      'Register (2 of 2) | b | Page 2 of 2',
    ])
  })
})

describe('a message that has changed where it stands', () => {
  const says = { empty: 'not needed', more: (page: string) => `${page}, and more` }
  const stands = (pages: readonly string[]) => inPlace(['1', '2'], pages, says).map(({ id, page }) => `${id}: ${page}`)

  it('has each page in the place of the one before', () => {
    expect(stands(['x', 'y'])).toEqual(['1: x', '2: y'])
  })

  it('leaves no page standing that is out of date', () => {
    expect(stands(['x'])).toEqual(['1: x', '2: not needed'])
  })

  it('says that there is more rather than posting it again at every change', () => {
    expect(stands(['x', 'y', 'z'])).toEqual(['1: x', '2: y, and more'])
  })
})
