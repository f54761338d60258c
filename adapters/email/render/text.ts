/**
 * A letter as plain text: all that the page says, for those who read without HTML and for those who have it read to them.
 *
 * @example renderText(letter) // 'Muster for Priya Sampleton\n\nJUNIPER: action for you\n======…'
 */
import { type Drawer, drawWith } from '../../../src/chat/drawer.ts'
import { labelled } from '../../../src/chat/labelled.ts'
import { TONES } from '../../../src/chat/tones.ts'
import type { FactRow } from '../../../src/chat/words.ts'
import {
  ANSWER,
  ANSWER_ELSEWHERE,
  ANSWER_NOTE,
  type Answer,
  CAN,
  FOOT,
  grid,
  type Letter,
  opened,
  pressed,
  worded,
} from './letter.ts'
import { clean, oneLine } from './markup.ts'

/** What a mail programme shows in a line of fixed width. */
const WIDEST = 72

export function renderText({ reader, title, blocks, answer }: Letter): string {
  const parts = [
    `Muster for ${reader}`,
    underlined(title, '='),
    ...blocks.map((block) => drawWith(drawer, block)),
    ...(answer ? [drawAnswer(answer)] : []),
    `-- \n${FOOT.join('\n')}`,
  ]
  return `${parts.filter((part) => part.trim() !== '').join('\n\n')}\n`
}

const drawer: Drawer<string> = {
  heading: ({ text }) => underlined(oneLine(text), '-'),
  text: ({ text }) => clean(text).trim(),
  facts: ({ rows }) => rows.map(drawFact).filter(said).join('\n'),
  list: ({ items, ordered = false }) => drawList(items, ordered),
  table: ({ caption, columns, rows }) => drawTable(caption, columns, rows),
  figure: ({ sentence, table }) =>
    [clean(sentence), drawTable('', table.columns, table.rows)].filter(said).join('\n\n'),
  progress: ({ label, done, of }) => `${oneLine(label)}: ${done} of ${of}`,
  notice: ({ tone, text }) => hanging(`${TONES[tone].word}: `, text, ''),
  divider: () => '-'.repeat(WIDEST),
  actions: ({ buttons }) =>
    [
      ...pressed(buttons).map(({ label }, n) => `${n === 0 ? `${CAN}:\n` : ''}* ${oneLine(label)}`),
      ...opened(buttons).map(({ label, url }) => (url ? `${oneLine(label)}:\n${url}` : oneLine(label))),
    ].join('\n'),
}

function drawList(items: readonly string[], ordered: boolean): string {
  const drawn = items.map((item, n) => (said(item) ? hanging(ordered ? `${n + 1}. ` : '* ', item) : ''))
  return drawn.filter(said).join('\n')
}

function drawAnswer(answer: Answer): string {
  return answer.at === 'desk' ? `${ANSWER}:\n${answer.link}\n${ANSWER_NOTE}` : ANSWER_ELSEWHERE
}

function drawFact(row: FactRow): string {
  const label = oneLine(row.label)
  const line = hanging(label === '' ? '' : `${labelled(label)} `, worded(row), '    ').trimEnd()
  return said(row.note ?? '') ? `${line}\n${hanging('    ', row.note ?? '')}` : line
}

/** Aligned when it fits into a line, else row by row. */
function drawTable(caption: string, columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const { head, body, width } = grid(columns, rows)
  const widths = Array.from({ length: width }, (_, n) => Math.max(...[head, ...body].map((row) => row[n]?.length ?? 0)))
  const total = widths.reduce((sum, each) => sum + each + GAP.length, 0)
  const line = (row: readonly string[]) =>
    row
      .map((cell, n) => cell.padEnd(widths[n] ?? 0))
      .join(GAP)
      .trimEnd()
  const aligned = () => [line(head), widths.map((each) => '-'.repeat(each)).join(GAP), ...body.map(line)]
  const rowByRow = () => (body.length > 0 ? body.map((row) => drawRow(head, row)) : head)
  return [oneLine(caption), ...(total <= WIDEST ? aligned() : rowByRow())].filter(said).join('\n')
}

const GAP = '  '

function drawRow(head: readonly string[], row: readonly string[]): string {
  return row.map((cell, n) => `${n === 0 ? '* ' : '  '}${said(head[n] ?? '') ? `${head[n]}: ` : ''}${cell}`).join('\n')
}

function underlined(words: string, line: string): string {
  return said(words) ? `${words}\n${line.repeat(Math.min(words.length, WIDEST))}` : ''
}

/** Further lines stand below the first, not below its mark. */
function hanging(mark: string, words: string, indent = ' '.repeat(mark.length)): string {
  return mark + clean(words).trim().replaceAll('\n', `\n${indent}`)
}

const said = (words: string) => words.trim() !== ''
