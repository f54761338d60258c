/** Repeating groups: one card a row, a blank one to fill in, and buttons that save and draw the page again, so that no script is needed. */
import { isRows, ROW } from '../../../src/forms/answer.ts'
import { errorAt, fieldOfCell, rowName } from '../../../src/forms/cell.ts'
import type { Row } from '../../../src/forms/form.ts'
import type { Field } from '../../../src/forms/view.ts'
import { anchorOf, cellName, nameOf } from '../names.ts'
import { type Control, controlOf, labelOf } from './field.ts'

type Rows = Extract<Field, { kind: 'rows' }>

export interface DrawnRows {
  readonly draws: 'rows'
  readonly anchor: string
  readonly label: string
  readonly hint?: string
  readonly error?: string
  readonly rows: readonly DrawnRow[]
  /** What the button that adds a row sends; none where the rows are given, or there are as many as there may be. */
  readonly add?: string
}

interface DrawnRow {
  readonly anchor: string
  readonly legend: string
  readonly hint?: string
  readonly controls: readonly Control[]
  /** Which option a given row stands for. */
  readonly fixed?: { readonly name: string; readonly value: string }
  /** What the button that takes this row out sends. */
  readonly remove?: string
}

/** `adding`: somebody asked for one more row. Without any row there is a blank one to begin with. */
export function drawRows(field: Rows, adding: boolean): DrawnRows {
  const given = field.value !== undefined && isRows(field.value) ? field.value : []
  const wanted = adding && given.length < field.max
  const blank = field.labels === undefined && (given.length === 0 || wanted)
  const rows = field.labels === undefined ? [...given, ...(blank ? [{}] : [])] : labelled(field.labels, given)
  return {
    draws: 'rows',
    anchor: anchorOf(field.id),
    label: labelOf(field),
    ...(field.hint === undefined ? {} : { hint: field.hint }),
    // Where its cells are wrong, each says so itself.
    ...(field.error === undefined || field.wrong ? {} : { error: field.error }),
    rows: rows.map((row, index) => drawRow(field, row, index, blank && index === given.length)),
    ...(field.labels === undefined && rows.length < field.max ? { add: field.id } : {}),
  }
}

/** Where the blank row of a table is. */
export function newRowAnchor(field: string): string {
  return anchorOf(field, 'new')
}

const cellAnchor = (field: string, row: number, column: string) => anchorOf(field, row, column)

/** Each wrong cell, named by its row and column, and where it is in the page. */
export function cellErrors(
  field: Rows,
): readonly { readonly at: string; readonly error: string; readonly anchor: string }[] {
  return (field.wrong ?? []).map(({ row, column, error }) => ({
    at: `${rowName(field.labels, row)}, ${field.columns.find(({ id }) => id === column)?.label ?? column}`,
    error,
    anchor: cellAnchor(field.id, row, column),
  }))
}

/** Every option has its row, in the list's order, whether or not it has been filled in. */
function labelled(labels: NonNullable<Rows['labels']>, given: readonly Row[]): readonly Row[] {
  return labels.map(({ value }) => given.find((row) => row[ROW] === value) ?? { [ROW]: value })
}

function drawRow(field: Rows, row: Row, index: number, isNew: boolean): DrawnRow {
  const label = field.labels?.[index]
  return {
    anchor: isNew ? newRowAnchor(field.id) : anchorOf(field.id, index),
    legend: rowName(field.labels, index),
    ...(label?.hint === undefined ? {} : { hint: label.hint }),
    controls: field.columns.map((column) =>
      controlOf(fieldOfCell(column, row, errorAt(field, index, column.id)), {
        anchor: cellAnchor(field.id, index, column.id),
        name: (own) => cellName(field.id, index, own),
        size: 's',
      }),
    ),
    ...(label === undefined
      ? {}
      : { fixed: { name: cellName(field.id, index, nameOf('one', ROW)), value: label.value } }),
    ...(label === undefined && !isNew ? { remove: `${encodeURIComponent(field.id)}/${index}` } : {}),
  }
}
