/**
 * A message as a page. Its first heading names the page; each further one begins a section.
 *
 * @example renderMessage(message, frame) // '<!DOCTYPE html>…'
 */

import { commands } from '../../../src/chat/commands.ts'
import { type Drawer, drawWith } from '../../../src/chat/drawer.ts'
import { TONES } from '../../../src/chat/tones.ts'
import type { Block, Button, Message, Tone } from '../../../src/chat/words.ts'
import type { Frame } from './frame.ts'
import { renderTemplate } from './templates.ts'

export function renderMessage(message: Message, frame: Frame): string {
  const { title, blocks } = titled(message)
  return renderTemplate('message.njk', { frame, title, sections: sections(blocks).map(drawSection), commands })
}

/** A page needs one name: the first heading, else the words that are all it says, else its summary. */
function titled({ blocks, summary }: Message): { readonly title: string; readonly blocks: readonly Block[] } {
  const [first, ...rest] = blocks
  if (first?.kind === 'heading') return { title: first.text, blocks: rest }
  if (first?.kind === 'text' && first.text === summary) return { title: summary, blocks: rest }
  return { title: summary, blocks }
}

interface Section {
  readonly heading?: string
  readonly blocks: readonly Block[]
}

function sections(blocks: readonly Block[]): readonly Section[] {
  const found: { heading?: string; blocks: Block[] }[] = [{ blocks: [] }]
  for (const block of blocks) {
    if (block.kind === 'heading') found.push({ heading: block.text, blocks: [] })
    else if (block.kind === 'divider') found.push({ blocks: [] })
    else found.at(-1)?.blocks.push(block)
  }
  return found.filter((section) => section.heading !== undefined || section.blocks.length > 0)
}

function drawSection({ heading, blocks }: Section) {
  return { heading, blocks: blocks.map((block) => drawWith(drawer, block)) }
}

const asItIs = (block: Block) => block

const drawer: Drawer<object> = {
  heading: asItIs,
  text: asItIs,
  facts: (block) => ({ ...block, rows: block.rows.map((row) => ({ ...row, word: wordFor(row.tone) })) }),
  list: asItIs,
  table: asItIs,
  // As an image, an SVG can neither run a script nor reach the network, whatever is in it.
  figure: (block) => ({ ...block, source: `data:image/svg+xml;base64,${Buffer.from(block.svg).toString('base64')}` }),
  progress: asItIs,
  notice: (block) => ({ ...block, word: TONES[block.tone].word }),
  divider: asItIs,
  actions: (block) => ({ ...block, buttons: block.buttons.map(drawButton) }),
}

/** A neutral fact needs no sign. */
function wordFor(tone: Tone = 'neutral'): string | undefined {
  return tone === 'neutral' ? undefined : TONES[tone].word
}

function drawButton(button: Button): object {
  const { verb, subject, version, input = {} } = button
  const carried = [
    { name: 'verb', value: verb },
    ...(subject === undefined ? [] : [{ name: 'subject', value: subject }]),
    ...(version === undefined ? [] : [{ name: 'version', value: String(version) }]),
    ...Object.entries(input).map(([name, value]) => ({ name: `input/${name}`, value })),
  ]
  return { ...button, carried, classes: CLASSES[button.style ?? 'plain'] }
}

const CLASSES: Readonly<Record<NonNullable<Button['style']>, string>> = {
  plain: 'govuk-button--secondary',
  primary: '',
  danger: 'govuk-button--warning',
}
