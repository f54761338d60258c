/**
 * A message as Adaptive Cards: one small function for each kind of block.
 *
 * @example renderMessage(message, {})[0] // { summary: 'JUNIPER: action for you', card: { type: 'AdaptiveCard', … } }
 */
import { type Drawer, drawWith } from '../../../src/chat/drawer.ts'
import { greedy } from '../../../src/chat/fit.ts'
import { numbered } from '../../../src/chat/pages.ts'
import { sayProgress } from '../../../src/chat/progress.ts'
import { toned } from '../../../src/chat/tones.ts'
import type { Figure, Message, Tone } from '../../../src/chat/words.ts'
import { LIMITS } from '../limits.ts'
import { buttonRows } from './button.ts'
import { drawFacts, drawQuietFacts } from './facts.ts'
import { type Card, cardOf, headline, type Part, paragraphs, small, weigh } from './kit.ts'
import { drawTable } from './table.ts'
import { LOOKS } from './tones.ts'

export interface Drawing {
  /** Where Teams can fetch a picture, or the picture itself as data; without it the figure is its sentence and its table. */
  readonly pictures?: { url(svg: string): string | undefined }
}

/** What one activity carries. */
export interface Page {
  /** For the lock screen. */
  readonly summary: string
  readonly card: Card
}

/** The message as Teams takes it: usually one page, several when it is too long for one. */
export function renderMessage(message: Message, drawing: Drawing): [Page, ...Page[]] {
  const groups = greedy(drawBlocks(message, drawing), { weight: LIMITS.cardBytes }, weigh)
  return numbered(message.summary, groups, (summary, parts, foot) => pageOf(summary, [...parts, ...small(foot)]))
}

export function pageOf(summary: string, body: readonly Part[]): Page {
  const card = cardOf(summary, body)
  return { summary: String(card.fallbackText), card }
}

/** All parts of a message, however many; a divider is a line above what follows it. A message without any says its summary. */
function drawBlocks(message: Message, drawing: Drawing): Part[] {
  const drawn: Part[] = []
  let divided = false
  for (const [place, block] of message.blocks.entries()) {
    const [first, ...more] = drawWith(drawer, block, drawing, place)
    if (first) drawn.push(divided ? { ...first, separator: true, spacing: 'medium' } : first, ...more)
    divided = block.kind === 'divider' || (divided && first === undefined)
  }
  return drawn.length ? drawn : paragraphs(message.summary)
}

const drawer: Drawer<Part[], [Drawing, place: number]> = {
  heading: ({ text }) => headline(text),
  text: ({ text, quiet }) => (quiet ? small(text) : paragraphs(text)),
  facts: ({ rows, quiet }) => (quiet ? drawQuietFacts(rows) : drawFacts(rows)),
  list: ({ items, ordered = false }) => drawList(items, ordered),
  table: ({ caption, columns, rows }) => drawTable(caption, columns, rows),
  figure: (figure, drawing, place) => drawFigure(figure, drawing, `figure-${place}`),
  progress: ({ label, done, of }) => paragraphs(sayProgress(label, done, of)),
  notice: ({ tone, text }) => drawNotice(tone, text),
  divider: () => [],
  actions: ({ buttons }) => buttonRows(buttons),
}

function drawList(items: readonly string[], ordered: boolean): Part[] {
  return items.flatMap((item, n) => {
    if (item.trim() === '') return []
    const [first, ...more] = paragraphs(`${ordered ? `${n + 1}.` : '•'} ${item}`)
    return first ? [n === 0 ? first : { ...first, spacing: 'small' }, ...more] : []
  })
}

export function drawNotice(tone: Tone, text: string): Part[] {
  const groups = greedy(paragraphs(toned(tone, text)), { weight: LIMITS.cardBytes / 2 }, weigh)
  return groups.map((items) => ({ type: 'Container', style: LOOKS[tone].style, items }))
}

/** The picture hides its numbers behind a button; where they cannot stay together, and where there is no picture, they stand open. */
function drawFigure(figure: Figure, drawing: Drawing, id: string): Part[] {
  const url = drawing.pictures?.url(figure.svg)
  const sentence = paragraphs(figure.sentence)
  const numbers = drawTable('', figure.table.columns, figure.table.rows)
  if (url === undefined) return [...sentence, ...numbers]
  const altText = figure.alt.trim() || figure.sentence.trim() || 'A picture of the numbers below'
  const picture: Part = { type: 'Image', url, altText, size: 'stretch' }
  const toggle = { type: 'Action.ToggleVisibility', title: 'Show or hide the numbers', targetElements: [id] }
  const hidden = { type: 'Container', id, isVisible: false, items: numbers }
  const items = [picture, ...sentence, ...(numbers.length ? [{ type: 'ActionSet', actions: [toggle] }, hidden] : [])]
  const together = { type: 'Container', items }
  return weigh(together) <= LIMITS.cardBytes ? [together] : [picture, ...sentence, ...numbers]
}
