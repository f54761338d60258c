/**
 * A letter as plain text: all that the page says, for those who read without HTML and for those who have it read to them.
 *
 * @example renderText(letter) // 'Muster for Priya Sampleton\n\nJUNIPER: action for you\n======…'
 */
import { labelled } from '../../../src/chat/labelled.ts'
import { TONES } from '../../../src/chat/tones.ts'
import type { Block, FactRow } from '../../../src/chat/words.ts'
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
    ...blocks.map(drawBlock),
    ...(answer ? [drawAnswer(answer)] : []),
    `-- \n${FOOT.join('\n')}`,
  ]
  return `${parts.filter((part) => part.trim() !== '').join('\n\n')}\n`
}

function drawBlock(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return underlined(oneLine(block.text), '-')
    case 'text':
      return clean(block.text).trim()
    case 'facts':
      return block.rows.map(drawFact).filter(said).join('\n')
    case 'list':
      return block.items
        .map((item, n) => (said(item) ? hanging(block.ordered ? `${n + 1}. ` : '* ', item) : ''))
        .filter(said)
        .join('\n')
    case 'table':
      return drawTable(block.caption, block.columns, block.rows)
    case 'figure':
      return [clean(block.sentence), drawTable('', block.table.columns, block.table.rows)].filter(said).join('\n\n')
    case 'progress':
      return `${oneLine(block.label)}: ${block.done} of ${block.of}`
    case 'notice':
      return hanging(`${TONES[block.tone].word}: `, block.text, '')
    case 'divider':
      return '-'.repeat(WIDEST)
    case 'actions':
      return [
        ...pressed(block.buttons).map(({ label }, n) => `${n === 0 ? `${CAN}:\n` : ''}* ${oneLine(label)}`),
        ...opened(block.buttons).map(({ label, url }) => (url ? `${oneLine(label)}:\n${url}` : oneLine(label))),
      ].join('\n')
    default:
      return block satisfies never
  }
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
