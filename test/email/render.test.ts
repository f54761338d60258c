/** Whatever a message says, a letter says all of it and nothing else. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { letterOf } from '../../adapters/email/render/letter.ts'
import { renderPage } from '../../adapters/email/render/page.ts'
import { renderText } from '../../adapters/email/render/text.ts'
import { type Block, facts, type Message, notice, progress, table } from '../../src/chat/words.ts'
import type { Address } from '../../src/ports.ts'
import { startBrowser } from '../peers/browser.ts'
import { needs } from '../peers/needs.ts'
import { anyMessage } from '../slack/any.ts'
import { everything, LINK, priya } from './given.ts'
import { wordsOnPage } from './well-formed.ts'

const to = priya({ link: LINK }) as Extract<Address, { kind: 'email' }>
const drawn = (message: Message) => {
  const letter = letterOf(to, message)
  return { letter, page: renderPage(letter), text: renderText(letter) }
}
const saying = (...blocks: Block[]) => drawn({ summary: 'JUNIPER', sensitivity: 'person', blocks })

/** Letters only: lines may be broken and control characters dropped, but no letter may be lost. */
const letters = (words: string) => words.toWellFormed().replaceAll(/[\s\p{Cc}\ufffe\uffff]/gu, '')

function visibleIn(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
    case 'text':
    case 'notice':
      return [block.text]
    case 'facts':
      return block.rows.flatMap(({ label, value, note = '' }) => [label, value, note])
    case 'list':
      return block.items
    case 'table':
      return [block.caption, ...block.columns, ...block.rows.flat()]
    case 'figure':
      return [block.sentence, ...block.table.columns, ...block.table.rows.flat()]
    case 'progress':
      return [block.label, `${block.done} of ${block.of}`]
    case 'actions':
      return block.buttons.map(({ label }) => label)
    case 'divider':
      return []
    default:
      return block satisfies never
  }
}

describe('any message at all', () => {
  it('is a well-formed page and a text, and neither loses a word', () => {
    fc.assert(
      fc.property(anyMessage, (message) => {
        const { letter, page, text } = drawn(message)
        const onPage = letters(wordsOnPage(page))
        const inText = letters(text)
        expect(letters(letter.subject)).toBe(letters(message.summary))
        expect(letter.subject).not.toMatch(/[\r\n]/)
        for (const words of message.blocks.flatMap(visibleIn).map(letters)) {
          expect(onPage.includes(words)).toBe(true)
          expect(inText.includes(words)).toBe(true)
        }
      }),
      { numRuns: 150 },
    )
  })
})

describe('a letter', () => {
  it('says a tone in words', () => {
    for (const drawing of [
      saying(notice('bad', 'Not quorate')),
      saying(facts([{ label: 'Quorum', value: 'Not quorate', tone: 'bad' }])),
    ]) {
      expect(drawing.text).toContain('Problem: Not quorate')
      expect(letters(wordsOnPage(drawing.page))).toContain('Problem:Notquorate')
    }
  })

  it('lays a wide table out row by row in text, so that it can be read on any screen', () => {
    const wide = table(
      'Attendance',
      ['Agency', 'Representative', 'Reply'],
      [['Housing', 'A. Long Name '.repeat(5), 'accepts']],
    )
    expect(saying(wide).text).toContain('* Agency: Housing\n  Representative: A. Long Name')
    expect(saying(table('', ['A', 'B'], [['1', '']])).text).toContain('A  B\n-  -\n1\n')
  })

  it('draws a bar that never leaves its frame', () => {
    const widths = (done: number, of: number) =>
      [...saying(progress('Returns', done, of)).page.matchAll(/width="(\d+)%"/g)].map(([, width]) => Number(width))
    expect(widths(5, 7)).toEqual([71, 29])
    expect(widths(0, 7)).toEqual([100])
    for (const [done, of] of [
      [9, 7],
      [-1, 7],
      [0, 0],
      [3, 0],
    ] as const)
      expect(widths(done, of).reduce((sum, width) => sum + width)).toBe(100)
  })
})

describe.skipIf(!needs('chromium'))('in a browser', () => {
  it('a letter fits a phone, has one title, and asks the network for nothing', async () => {
    const browser = await startBrowser()
    try {
      const page = await browser.newPage({ viewport: { width: 360, height: 740 } })
      const requests: string[] = []
      page.on('request', (request) => requests.push(request.url()))
      await page.setContent(drawn(everything).page)
      expect(requests).toEqual([])
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360)
      expect(await page.getByRole('heading', { level: 1 }).allInnerTexts()).toEqual([
        'JUNIPER: send the rapid review to the Panel',
      ])
      expect(await page.getByRole('table', { name: 'Agency returns' }).getByRole('columnheader').count()).toBe(3)
      expect(await page.getByRole('rowheader', { name: 'Safety plan' }).count()).toBe(1)
      expect(await page.getByRole('link', { name: /Answer on the desk/ }).getAttribute('href')).toBe(LINK)
    } finally {
      await browser.close()
    }
  })
})
