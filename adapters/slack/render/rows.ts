/** Rows of the same small questions: one input for each cell; rows already written, then a few blank ones. */
import { addedRows, givenCells, MORE_ROWS, type PlacedCell, type RowsField } from '../../../src/chat/rows.ts'
import { toned } from '../../../src/chat/tones.ts'
import { drawInput } from './inputs.ts'
import { headline, paragraphs, type SlackBlock, small } from './kit.ts'

/** The rows as inputs; undefined when those already written do not fit into `room` blocks. */
export function drawRows(field: RowsField, room: number): SlackBlock[] | undefined {
  const title = [...paragraphs(field.label), ...small(field.hint ?? '')]
  const drawn = field.labels ? givenCells(field).flatMap(drawCell) : drawAdded(field, room - title.length)
  const blocks = [...title, ...drawn]
  return blocks.length <= room ? blocks : undefined
}

/** A cell with its error above it. */
const drawCell = ({ slot, field }: PlacedCell): SlackBlock[] => [
  ...(field.error ? paragraphs(toned('bad', field.error)) : []),
  ...drawInput(slot, field),
]

/** Blank rows are added while they fit; a blank row is no answer, so nothing in it is required by Slack. */
function drawAdded(field: RowsField, room: number): SlackBlock[] {
  const { written, blank } = addedRows(field)
  const draw = (cells: readonly PlacedCell[], n: number): SlackBlock[] => [
    ...headline(`${n + 1}.`),
    ...cells.flatMap(({ slot, field: cell }) => drawCell({ slot, field: { ...cell, required: false } })),
  ]
  const blocks = written.flatMap(draw)
  let rows = written.length
  for (const cells of blank) {
    const more = draw(cells, rows)
    if (blocks.length + more.length + 1 > room) break
    blocks.push(...more)
    rows += 1
  }
  return rows < field.max ? [...blocks, ...small(MORE_ROWS)] : blocks
}
