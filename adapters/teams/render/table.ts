/** A table; one too wide for a phone, or with long texts in it, is told row by row. */
import { type Cells, rowByRow, squared } from '../../../src/chat/cells.ts'
import { greedy } from '../../../src/chat/fit.ts'
import { LIMITS } from '../limits.ts'
import { drawFacts } from './facts.ts'
import { bytesOf, type Look, line, type Part, paragraphs } from './kit.ts'

/** Half a card at most, so that a table and what stands around it part well. */
const ROOM = LIMITS.cardBytes / 2

export function drawTable(caption: string, columns: Cells, rows: readonly Cells[]): Part[] {
  const title = paragraphs(caption, { weight: 'bolder' })
  const clean = squared(columns, rows)
  const narrow = columns.length > 0 && columns.length <= LIMITS.tableColumns
  const light = [columns, ...clean].every((row) => row.join('').length <= LIMITS.tableRow)
  return [...title, ...(narrow && light ? grid(columns, clean) : drawFacts(rowByRow(columns, clean, '\n')))]
}

function grid(columns: Cells, rows: readonly Cells[]): Part[] {
  const head = drawRow(columns, { weight: 'bolder' })
  const groups = greedy(
    rows.map((row) => drawRow(row)),
    { weight: ROOM - bytesOf(head) },
    bytesOf,
  )
  return (groups.length ? groups : [[]]).map((group) => ({
    type: 'Table',
    columns: columns.map(() => ({ type: 'TableColumnDefinition', width: 1 })),
    firstRowAsHeader: true,
    showGridLines: true,
    rows: [head, ...group],
  }))
}

function drawRow(cells: Cells, look: Look = {}): Part {
  return {
    type: 'TableRow',
    cells: cells.map((cell) => ({ type: 'TableCell', items: cell.trim() === '' ? [] : [line([cell, look])] })),
  }
}
