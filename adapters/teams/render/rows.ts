/** Rows of the same small questions: one input for each cell; rows already written, then a few blank ones. */
import { addedRows, givenCells, MORE_ROWS, type PlacedCell, type RowsField } from '../../../src/chat/rows.ts'
import { drawInput } from './inputs.ts'
import { bytesOf, type Part, paragraphs, small, wrong } from './kit.ts'

/** The rows as inputs; undefined when those already written take more than `room` bytes. */
export function drawRows(field: RowsField, room: number): Part[] | undefined {
  const title = [...paragraphs(field.label, { weight: 'bolder' }), ...small(field.hint ?? '')]
  const drawn = field.labels ? givenCells(field).flatMap(drawCell) : drawAdded(field, room - bytesOf(title))
  const parts = [...title, ...drawn]
  return bytesOf(parts) <= room ? parts : undefined
}

/** A cell with its error above it. */
const drawCell = ({ slot, field }: PlacedCell): Part[] => [
  ...(field.error ? wrong(field.error) : []),
  ...drawInput(slot, field),
]

/** Blank rows are added while they fit. */
function drawAdded(field: RowsField, room: number): Part[] {
  const { written, blank } = addedRows(field)
  const draw = (cells: readonly PlacedCell[], n: number): Part => ({
    type: 'Container',
    separator: true,
    items: [...paragraphs(`${n + 1}.`, { weight: 'bolder' }), ...cells.flatMap(drawCell)],
  })
  const more = small(MORE_ROWS)
  const parts = written.map(draw)
  for (const cells of blank) {
    const row = draw(cells, parts.length)
    if (bytesOf([...parts, row, ...more]) > room) break
    parts.push(row)
  }
  return parts.length < field.max ? [...parts, ...more] : parts
}
