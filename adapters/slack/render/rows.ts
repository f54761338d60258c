/** Rows of the same small questions: one input for each cell; rows already written, then a few blank ones. */
import { isBlankRow, isRows, ROW } from '../../../src/forms/answer.ts'
import type { Row } from '../../../src/forms/form.ts'
import type { Field, RowField } from '../../../src/forms/view.ts'
import type { Slot } from '../slots.ts'
import {
  asList,
  asText,
  choiceInput,
  choicesInput,
  dateInput,
  dateTimeInput,
  numberInput,
  textInput,
} from './inputs.ts'
import { headline, paragraphs, type SlackBlock, small } from './kit.ts'

type RowsField = Extract<Field, { kind: 'rows' }>

/** So many blank rows are offered at a time: more would hide what comes after them on a phone. */
const BLANK_ROWS = 4

/** The rows as inputs; undefined when those already written do not fit into `room` blocks. */
export function drawRows(field: RowsField, room: number): SlackBlock[] | undefined {
  const title = [...paragraphs(field.label), ...small(field.hint ?? '')]
  const drawn = field.labels ? givenRows(field) : addedRows(field, room - title.length)
  const blocks = drawn && [...title, ...drawn]
  return blocks && blocks.length <= room ? blocks : undefined
}

function givenRows(field: RowsField): SlackBlock[] {
  const rows = rowsOf(field)
  return (field.labels ?? []).flatMap(({ value, label }) => {
    const row = rows.find((each) => each[ROW] === value) ?? {}
    return field.columns.flatMap((column) =>
      drawCell({ field: field.id, row: `~${value}`, column: column.id }, column, row, {
        label: field.columns.length === 1 ? label : `${label}: ${column.label}`,
        required: field.required && column.required,
      }),
    )
  })
}

/** Blank rows are added while they fit; a blank row is no answer, so nothing in it is required by Slack. */
function addedRows(field: RowsField, room: number): SlackBlock[] | undefined {
  const rows = rowsOf(field).filter((row) => !isBlankRow(row))
  const draw = (row: Row, n: number): SlackBlock[] => [
    ...headline(`${n + 1}.`),
    ...field.columns.flatMap((column) =>
      drawCell({ field: field.id, row: String(n), column: column.id }, column, row, {
        label: column.label,
        required: false,
      }),
    ),
  ]
  const written = rows.flatMap(draw)
  if (written.length > room) return undefined
  const blocks = [...written]
  const most = Math.min(field.max, rows.length + BLANK_ROWS)
  let n = rows.length
  for (; n < most; n++) {
    const blank = draw({}, n)
    if (blocks.length + blank.length + 1 > room) break
    blocks.push(...blank)
  }
  if (n < field.max)
    blocks.push(...small('More rows? Fill these, go on, and come back to this page: there will be more.'))
  return blocks
}

const rowsOf = (field: RowsField): readonly Row[] =>
  field.value !== undefined && isRows(field.value) ? field.value : []

function drawCell(slot: Slot, column: RowField, row: Row, asked: { label: string; required: boolean }): SlackBlock[] {
  const cell = row[column.id]
  switch (column.kind) {
    case 'text':
      return textInput(slot, asked, column.max ?? 300, asText(cell), (column.max ?? 0) > 100)
    case 'number':
      return numberInput(slot, asked, column.max === undefined ? {} : { max: column.max }, asText(cell))
    case 'date':
      return dateInput(slot, asked, asText(cell))
    case 'datetime':
      return dateTimeInput(slot, asked, asText(cell))
    case 'select':
      return choiceInput(slot, asked, column.options ?? [], asText(cell), 'menu')
    case 'checkboxes':
      return choicesInput(slot, asked, column.options ?? [], asList(cell), 'menu')
    default:
      return column.kind satisfies never
  }
}
