/** Whatever the core says, Slack takes it. The judge is the rehearsal's own copy of Slack's rules, written apart from the renderer's. */
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { z } from 'zod'
import { blockList } from '../../adapters/rehearsal/slack/kit/blocks.ts'
import { home, modal } from '../../adapters/rehearsal/slack/kit/views.ts'
import { renderModal, renderWalk } from '../../adapters/slack/render/form.ts'
import { renderHome } from '../../adapters/slack/render/home.ts'
import { renderMessage } from '../../adapters/slack/render/message.ts'
import { pagesOf } from '../../adapters/slack/render/pages.ts'
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

it('keeps every block when a message becomes several pages', () => {
  const blocks = Array.from({ length: 120 }, (_, n) => ({ type: 'section', text: `${n}` }))
  const pages = pagesOf(blocks, 50)
  expect(pages.flat()).toEqual(blocks)
  expect(pages.map((page) => page.length)).toEqual([49, 49, 22])
})
