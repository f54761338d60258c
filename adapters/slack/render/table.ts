/** A table as aligned text; one too wide for a phone, row by row. Slack's own table block is allowed once a message only. */
import { greedy, split } from '../../../src/chat/fit.ts'
import type { FactRow } from '../../../src/chat/words.ts'
import { LIMITS } from '../limits.ts'
import { drawFacts } from './facts.ts'
import { line, preformatted, rich, type SlackBlock } from './kit.ts'

type Cells = readonly string[]

/** About what a phone held sideways shows in one line. */
const WIDEST = 64
const GAP = '  '

export function drawTable(caption: string, columns: Cells, rows: readonly Cells[]): SlackBlock[] {
  const title = split(caption, LIMITS.section).map((bold) => rich([line({ bold })]))
  const clean = [columns, ...rows].map((row) => columns.map((_, n) => (row[n] ?? '').replaceAll(/\s+/g, ' ').trim()))
  const [head = [], ...body] = clean
  const widths = columns.map((_, n) => Math.max(...clean.map((row) => row[n]?.length ?? 0)))
  const width = widths.reduce((sum, each) => sum + each + GAP.length, -GAP.length)
  return [...title, ...(width <= WIDEST ? aligned(head, body, widths) : rowByRow(head, body))]
}

function aligned(head: Cells, body: readonly Cells[], widths: readonly number[]): SlackBlock[] {
  const draw = (row: Cells) =>
    row
      .map((cell, n) => cell.padEnd(widths[n] ?? 0))
      .join(GAP)
      .trimEnd()
  const top = [draw(head), widths.map((width) => '─'.repeat(width)).join(GAP)].join('\n')
  const room = LIMITS.section - top.length
  const groups = greedy(body.map(draw), { weight: room }, (text) => text.length + 1)
  return (groups.length ? groups : [[]]).flatMap((group) => {
    const text = [top, ...group].join('\n')
    return text.trim() === '' ? [] : [preformatted(text)]
  })
}

function rowByRow(head: Cells, body: readonly Cells[]): SlackBlock[] {
  const facts = body.map(([first = '', ...others]): FactRow => {
    const said = others.flatMap((cell, n) => (cell === '' ? [] : [`${head[n + 1]}: ${cell}`]))
    return { label: first, value: said.join(' · ') }
  })
  return drawFacts(facts.length ? facts : head.map((label) => ({ label, value: '' })))
}
