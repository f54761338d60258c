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
import { bytesOf, type Part, paragraphs, small } from './kit.ts'

type RowsField = Extract<Field, { kind: 'rows' }>

/** So many blank rows are offered at a time: more would hide what comes after them on a phone. */
const BLANK_ROWS = 4

/** The rows as inputs; undefined when those already written take more than `room` bytes. */
export function drawRows(field: RowsField, room: number): Part[] | undefined {
  const title = [...paragraphs(field.label, { weight: 'bolder' }), ...small(field.hint ?? '')]
  const parts = [...title, ...(field.labels ? givenRows(field) : addedRows(field, room - bytesOf(title)))]
  return bytesOf(parts) <= room ? parts : undefined
}

function givenRows(field: RowsField): Part[] {
  const rows = rowsOf(field)
  return (field.labels ?? []).flatMap(({ value, label }) => {
    const row = rows.find((each) => each[ROW] === value) ?? {}
    return field.columns.flatMap((column) =>
      drawCell({ field: field.id, row: `=${value}`, column: column.id }, column, row, {
        label: field.columns.length === 1 ? label : `${label}: ${column.label}`,
        required: field.required && column.required,
      }),
    )
  })
}

/** Blank rows are added while they fit. */
function addedRows(field: RowsField, room: number): Part[] {
  const rows = rowsOf(field).filter((row) => !isBlankRow(row))
  const draw = (row: Row, n: number): Part => ({
    type: 'Container',
    separator: true,
    items: [
      ...paragraphs(`${n + 1}.`, { weight: 'bolder' }),
      ...field.columns.flatMap((column) =>
        drawCell({ field: field.id, row: String(n), column: column.id }, column, row, column),
      ),
    ],
  })
  const more = small('More rows? Fill these, go on, and come back to this page: there will be more.')
  const parts = rows.map(draw)
  const most = Math.min(field.max, rows.length + BLANK_ROWS)
  for (let n = rows.length; n < most; n++) {
    const longer = [...parts, draw({}, n)]
    if (bytesOf([...longer, ...more]) > room) break
    parts.push(...longer.slice(-1))
  }
  return parts.length < field.max ? [...parts, ...more] : parts
}

const rowsOf = (field: RowsField): readonly Row[] =>
  field.value !== undefined && isRows(field.value) ? field.value : []

function drawCell(slot: Slot, column: RowField, row: Row, asked: { label: string; required: boolean }): Part[] {
  const { label, required } = asked
  const cell = row[column.id]
  switch (column.kind) {
    case 'text':
      return textInput(slot, { label, required }, column.max ?? 300, asText(cell), (column.max ?? 0) > 100)
    case 'number':
      return numberInput(slot, { label, required }, {}, asText(cell))
    case 'date':
      return dateInput(slot, { label, required }, asText(cell))
    case 'datetime':
      return dateTimeInput(slot, { label, required }, asText(cell))
    case 'select':
      return choiceInput(slot, { label, required }, column.options ?? [], asText(cell), 'menu')
    case 'checkboxes':
      return choicesInput(slot, { label, required }, column.options ?? [], asList(cell))
    default:
      return column.kind satisfies never
  }
}
