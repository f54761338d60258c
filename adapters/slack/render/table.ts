/** A table as aligned text; one too wide for a phone, row by row. Slack's own table block is allowed once a message only. */
import { type Cells, rowByRow, squared } from '../../../src/chat/cells.ts'
import { greedy, split } from '../../../src/chat/fit.ts'
import { LIMITS } from '../limits.ts'
import { drawFacts } from './facts.ts'
import { line, preformatted, rich, type SlackBlock } from './kit.ts'

/** About what a phone held sideways shows in one line. */
const WIDEST = 64
const GAP = '  '

export function drawTable(caption: string, columns: Cells, rows: readonly Cells[]): SlackBlock[] {
  const title = split(caption, LIMITS.section).map((bold) => rich([line({ bold })]))
  const clean = squared(columns, [columns, ...rows])
  const [head = [], ...body] = clean
  const widths = columns.map((_, n) => Math.max(...clean.map((row) => row[n]?.length ?? 0)))
  const width = widths.reduce((sum, each) => sum + each + GAP.length, -GAP.length)
  return [...title, ...(width <= WIDEST ? aligned(head, body, widths) : drawFacts(rowByRow(head, body, ' · ')))]
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
