/** Whatever the core says, Slack takes it. The judge is the rehearsal's own copy of Slack's rules, written apart from the renderer's. */
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { z } from 'zod'
import { blockList } from '../../adapters/rehearsal/slack/kit/blocks.ts'
import { home, modal } from '../../adapters/rehearsal/slack/kit/views.ts'
import { exact, greedy, pagesOf, shorten, split } from '../../adapters/slack/fit.ts'
import { LIMITS } from '../../adapters/slack/limits.ts'
import { renderModal, renderWalk } from '../../adapters/slack/render/form.ts'
import { renderHome } from '../../adapters/slack/render/home.ts'
import { renderMessage } from '../../adapters/slack/render/message.ts'
import { anyMessage, anyView } from './any.ts'

const pictures = { url: (svg: string) => `https://muster.example/p/${svg.length}.png` }

function accepts(schema: z.ZodType, value: unknown): void {
  const { error } = schema.safeParse(value)
  expect(error?.issues ?? []).toEqual([])
}

/** Slack takes no empty text, in rich text neither, of which the judge knows little. */
function emptyTexts(value: unknown): object[] {
  if (typeof value !== 'object' || value === null) return []
  const own = 'text' in value && value.text === '' ? [value] : []
  return [...own, ...Object.values(value).flatMap(emptyTexts)]
}

describe('whatever is said, Slack takes it', () => {
  test('any message', () => {
    fc.assert(
      fc.property(anyMessage, (message) => {
        for (const page of renderMessage(message, { pictures })) {
          accepts(blockList(50), page.blocks)
          expect(emptyTexts(page.blocks)).toEqual([])
          expect(page.blocks.length).toBeGreaterThan(0)
          expect(page.text.length).toBeGreaterThan(0)
          expect(page.text).not.toMatch(/<|>/)
        }
      }),
      { numRuns: 150 },
    )
  })

  test('any home tab, on every page of it', () => {
    fc.assert(
      fc.property(anyMessage, fc.integer({ min: -1, max: 9 }), (message, page) =>
        accepts(home, renderHome(message, {}, page)),
      ),
      { numRuns: 100 },
    )
  })

  test('any page of a form, as a modal and as a message', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        accepts(modal, renderModal(view))
        accepts(blockList(50), renderWalk(view).blocks)
      }),
      { numRuns: 150 },
    )
  })
})

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

  it('keeps every block when a message becomes several pages', () => {
    const blocks = Array.from({ length: 120 }, (_, n) => ({ type: 'section', text: `${n}` }))
    const pages = pagesOf(blocks, 50)
    expect(pages.flat()).toEqual(blocks)
    expect(pages.map((page) => page.length)).toEqual([49, 49, 22])
    expect(greedy(['aaaa', 'b', 'cc'], { weight: 3 }, (each) => each.length)).toEqual([['aaaa'], ['b', 'cc']])
  })

  it('refuses to shorten an id: that is a mistake of ours, and is found at once', () => {
    expect(() => exact('x'.repeat(LIMITS.id + 1), LIMITS.id, 'a block id')).toThrow('a block id has 256 characters')
  })
})
