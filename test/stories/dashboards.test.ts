/** The five dashboards of DOMAIN 9.4, as docs/juniper.md shows them: the card, its timeline and the pictures that were made of them say what the table says. */
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inlinePictures } from '../../adapters/teams/pictures.ts'
import type { Figure } from '../../src/chat/words.ts'
import { wordsOf } from './house.ts'
import { DASHBOARDS, tellJuniper } from './juniper.ts'

interface Dashboard {
  readonly on: string
  /** What the card says. */
  readonly card: readonly string[]
  /** Rows of the timeline: step, planned, done, limit, standing. */
  readonly rows: readonly (readonly [string, string, string, string, string])[]
  /** How the picture says it. */
  readonly drawn: readonly string[]
}

const SUBMIT = 'Submit the Rapid Review to the Panel, and record that it was sent'
const RECEIPT = 'Confirm the request has arrived, and whether you were involved'
const ACKNOWLEDGE = 'Read the Rapid Review, and acknowledge it or raise a point'
const DELAY = 'Approve or refuse the delay of the practice review'
const PUBLISH = 'Publish the practice review'
const ADVANCE = 'Send advance copies to the Panel and the Secretary of State'

const FIVE: readonly Dashboard[] = [
  {
    on: 'Tue 22 Dec 2026 09:00: seven of nine have acknowledged; D-08 is due today, D-15 in twelve working days',
    card: [
      `${RECEIPT}: 7 of 9`,
      `${RECEIPT}: Tue 22 Dec 2026 (due today)`,
      `${SUBMIT}: Tue 12 Jan 2027 (in 12 working days)`,
    ],
    rows: [
      [RECEIPT, 'Tue 22 Dec 2026', 'Fri 18 Dec 2026', 'Tue 22 Dec 2026', 'open'],
      [SUBMIT, 'Mon 11 Jan 2027', '', 'Tue 12 Jan 2027', 'open'],
    ],
    drawn: ['7 of 9, due today', 'due Tue 12 Jan'],
  },
  {
    on: 'Mon 11 Jan 2027 14:00: four of five have acknowledged, and it is submitted tomorrow at the latest',
    card: [
      `${ACKNOWLEDGE}: 4 of 5`,
      'Waiting for Met Police.',
      `${SUBMIT}: Tue 12 Jan 2027 (due on the next working day)`,
    ],
    rows: [
      [ACKNOWLEDGE, 'Mon 11 Jan 2027', 'Fri 8 Jan 2027, Mon 11 Jan 2027', 'Mon 11 Jan 2027', 'open'],
      [SUBMIT, 'Mon 11 Jan 2027', '', 'Tue 12 Jan 2027', 'open'],
    ],
    drawn: ['4 of 5, due today', 'due Tue 12 Jan'],
  },
  {
    on: 'Thu 4 Feb 2027 16:00: the partners meet again by Thu 11 Feb',
    card: ['Meet with the partners and review the decision: Thu 11 Feb 2027 (in 5 working days)'],
    rows: [
      ['Meet with the partners and review the decision', 'Thu 11 Feb 2027', '', 'Thu 11 Feb 2027', 'open'],
      [
        'Report the Panel’s response back to the partners',
        'Thu 4 Feb 2027',
        'Thu 4 Feb 2027',
        'Thu 4 Feb 2027',
        'in time',
      ],
    ],
    drawn: ['due Thu 11 Feb', 'done Thu 4 Feb'],
  },
  {
    on: 'Thu 24 Jun 2027 15:00: four approve the delay and one is to come',
    card: [
      `${DELAY}: 4 of 5`,
      'Approve the delay: 4. Waiting for City of London Police.',
      `${PUBLISH}: Tue 10 Aug 2027`,
    ],
    rows: [
      [DELAY, 'Tue 27 Jul 2027', 'Thu 24 Jun 2027', 'Tue 27 Jul 2027', 'open'],
      [PUBLISH, 'Tue 10 Aug 2027', '', 'Tue 10 Aug 2027', 'open'],
    ],
    drawn: ['4 of 5, due Tue 27 Jul', 'due Tue 10 Aug'],
  },
  {
    on: 'Tue 23 Nov 2027 09:00: the advance copies have gone, and it is published in seven working days',
    card: [
      `${PUBLISH}: Thu 2 Dec 2027 (in 7 working days)`,
      'Delayed, approved: the six months ended on Tue 10 Aug 2027.',
    ],
    rows: [
      [ADVANCE, 'Tue 23 Nov 2027', 'Mon 22 Nov 2027', 'Tue 23 Nov 2027', 'in time'],
      [PUBLISH, 'Thu 2 Dec 2027', '', 'Tue 10 Aug 2027', 'open'],
    ],
    drawn: ['done Mon 22 Nov', 'due Thu 2 Dec'],
  },
]

describe('the dashboards of JUNIPER', () => {
  const { story, until } = tellJuniper()
  const timeline = (): Figure => {
    const input = { view: 'timeline' }
    const reply = story.say('slack', 'spa', { verb: 'matter.see', subject: story.subject, input })
    const found = 'message' in reply ? reply.message.blocks.find((block) => block.kind === 'figure') : undefined
    if (found?.kind !== 'figure') throw new Error('there is no timeline')
    return found
  }
  /** What the picture writes, line by line; a label that was put on two lines is one again. */
  const writtenIn = ({ svg }: Figure) =>
    [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, said]) => said).join(' ')

  it.each(FIVE.map((dashboard, n) => ({ ...dashboard, n })))('$on', async ({ card, rows, drawn, n }) => {
    await until(DASHBOARDS[n] ?? '')
    const board = wordsOf(story.card('spa', 'slack'))
    for (const said of card) expect(board).toContain(said)
    const figure = timeline()
    for (const row of rows) expect(figure.table.rows).toContainEqual(row)
    // However long the review has gone on, Teams takes its picture inside the card.
    expect(inlinePictures.url(figure.svg)).toMatch(/^data:image\/png;base64,/)
    const written = writtenIn(figure)
    for (const said of drawn) expect(written).toContain(said)
    for (const [step = ''] of figure.table.rows) expect(written).toContain(step.replaceAll('&', '&amp;'))
  })

  it('each has its picture in the documents, with words for those who do not see it, and small enough to be kept', () => {
    const docs = join(import.meta.dirname, '../../docs')
    const page = readFileSync(join(docs, 'juniper.md'), 'utf8')
    for (const n of FIVE.keys()) {
      expect(page).toMatch(new RegExp(`!\\[[^\\]]{60,}\\]\\(pictures/juniper-${n + 1}\\.png\\)`))
      expect(statSync(join(docs, `pictures/juniper-${n + 1}.png`)).size).toBeLessThan(300_000)
    }
  })
})
