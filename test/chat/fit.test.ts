/** What does not fit is split, never cut. */
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { chunk, exact, greedy, shorten, split } from '../../src/chat/fit.ts'

describe('what does not fit is split, never cut', () => {
  const text = fc.oneof(fc.string({ maxLength: 400 }), fc.lorem({ maxCount: 80 }))
  const bare = (words: string) => words.replaceAll(/\s+/g, '')

  test('every character that is not a space is still there', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 90 }), (words, max) => {
        const parts = split(words, max)
        for (const part of parts) expect(part.length).toBeLessThanOrEqual(max)
        expect(bare(parts.join(''))).toBe(bare(words))
      }),
    )
  })

  it('breaks between sentences rather than within them, and never within a character', () => {
    expect(split('One sentence. And another.', 15)).toEqual(['One sentence.', 'And another.'])
    expect(split('😀😀😀', 3)).toEqual(['😀', '😀', '😀'])
    expect(shorten('😀😀😀', 4)).toBe('😀…')
  })

  it('groups as full as they can be, what is too heavy standing alone', () => {
    expect(greedy(['aaaa', 'b', 'cc'], { weight: 3 }, (each) => each.length)).toEqual([['aaaa'], ['b', 'cc']])
    expect(greedy([1, 1, 1], { weight: 9, count: 2 }, (each) => each)).toEqual([[1, 1], [1]])
    expect(chunk([1, 2, 3], 2)).toEqual([[1, 2], [3]])
  })

  test('no group is too large, and nothing is lost or moved', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 9 })), fc.integer({ min: 9, max: 30 }), (items, weight) => {
        const groups = greedy(items, { weight, count: 4 }, (each) => each)
        expect(groups.flat()).toEqual(items)
        for (const group of groups) {
          expect(group.length).toBeLessThanOrEqual(4)
          expect(group.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(weight)
        }
      }),
    )
  })

  it('refuses to shorten an id: that is a mistake of ours, and is found at once', () => {
    expect(() => exact('x'.repeat(256), 255, 'a block id')).toThrow('a block id has 256 characters; 255 are allowed')
    expect(exact('x'.repeat(255), 255, 'a block id')).toHaveLength(255)
  })
})
