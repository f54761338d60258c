/**
 * A message in Block Kit: one small function for each kind of block.
 *
 * @example renderMessage(message, {})[0] // { text: 'JUNIPER: action for you', blocks: [{ type: 'header', … }, …] }
 */
import { type Drawer, drawWith } from '../../../src/chat/drawer.ts'
import { greedy, shorten } from '../../../src/chat/fit.ts'
import { numbered } from '../../../src/chat/pages.ts'
import { sayProgress } from '../../../src/chat/progress.ts'
import { toned } from '../../../src/chat/tones.ts'
import type { Figure, Message } from '../../../src/chat/words.ts'
import { LIMITS } from '../limits.ts'
import { buttonRows, type Numbering, numbering } from './button.ts'
import { drawFacts, drawQuietFacts } from './facts.ts'
import { escaped, headline, paragraphs, rich, type SlackBlock, small } from './kit.ts'
import { pagesOf } from './pages.ts'
import { drawTable } from './table.ts'

export interface Drawing {
  /** Where Slack can fetch a picture; without it the figure is its sentence and its table. */
  readonly pictures?: { url(svg: string): string }
}

/** What one `chat.postMessage` carries. */
export interface Page {
  readonly text: string
  readonly blocks: SlackBlock[]
}

/** The message as Slack takes it: usually one page, several when it is too long for one. */
export function renderMessage(message: Message, drawing: Drawing): [Page, ...Page[]] {
  const blocks = drawBlocks(message, drawing, numbering())
  const text = escaped(shorten(message.summary, LIMITS.summary))
  return numbered(text, pagesOf(blocks, LIMITS.messageBlocks), (text, parts, foot) => ({
    text,
    blocks: [...parts, ...small(foot)],
  }))
}

/** All blocks of a message, however many. A message without any says its summary. */
export function drawBlocks(message: Message, drawing: Drawing, next: Numbering): SlackBlock[] {
  const drawn = message.blocks.flatMap((block) => drawWith(drawer, block, drawing, next))
  return drawn.length ? drawn : paragraphs(message.summary)
}

const drawer: Drawer<SlackBlock[], [Drawing, Numbering]> = {
  heading: ({ text }) => headline(text),
  text: ({ text, quiet }) => (quiet ? small(text) : paragraphs(text)),
  facts: ({ rows, quiet }) => (quiet ? drawQuietFacts(rows) : drawFacts(rows)),
  list: ({ items, ordered = false }) => drawList(items, ordered),
  table: ({ caption, columns, rows }) => drawTable(caption, columns, rows),
  figure: drawFigure,
  progress: ({ label, done, of }) => paragraphs(sayProgress(label, done, of)),
  notice: ({ tone, text }) => paragraphs(toned(tone, text)),
  divider: () => [{ type: 'divider' }],
  actions: ({ buttons }, _, next) => buttonRows(buttons, next),
}

function drawList(items: readonly string[], ordered: boolean): SlackBlock[] {
  const numbered = items.map((text, n) => ({ text, n })).filter((item) => item.text.trim() !== '')
  return greedy(numbered, { weight: LIMITS.section }, (item) => item.text.length).flatMap((group): SlackBlock[] => {
    const [first] = group
    if (!first) return []
    if (first.text.length > LIMITS.section) return paragraphs(`${ordered ? `${first.n + 1}.` : '•'} ${first.text}`)
    return [
      rich([
        {
          type: 'rich_text_list',
          style: ordered ? 'ordered' : 'bullet',
          ...(ordered && first.n > 0 ? { offset: first.n } : {}),
          elements: group.map(({ text }) => ({ type: 'rich_text_section', elements: [{ type: 'text', text }] })),
        },
      ]),
    ]
  })
}

function drawFigure(figure: Figure, drawing: Drawing): SlackBlock[] {
  const url = drawing.pictures?.url(figure.svg)
  const drawable = url !== undefined && url.length <= LIMITS.imageUrl
  const alt = shorten(figure.alt.trim() || figure.sentence, LIMITS.imageAlt)
  return [
    ...(drawable ? [{ type: 'image' as const, image_url: url, alt_text: alt }] : []),
    ...paragraphs(figure.sentence),
    ...(figure.alt.length > LIMITS.imageAlt ? paragraphs(figure.alt) : []),
    ...drawTable('', figure.table.columns, figure.table.rows),
  ]
}
