/**
 * Rows of the same small questions: what is asked in each, and where its answer goes. Rows already written come first, then a few blank ones. A platform
 * draws the cells and knows what fits.
 */
import { isBlankRow, isRows, ROW } from '../forms/answer.ts'
import { errorAt, fieldOfCell, type Question } from '../forms/cell.ts'
import type { Row } from '../forms/form.ts'
import type { Field } from '../forms/view.ts'
import { givenRow, type Slot } from './slots.ts'

export type RowsField = Extract<Field, { kind: 'rows' }>

/** A cell, which is a small field with a place of its own. */
export interface PlacedCell {
  readonly slot: Slot
  readonly field: Question
}

/** So many blank rows are offered at a time: more would hide what comes after them on a phone. */
const BLANK_ROWS = 4

export const MORE_ROWS = 'More rows? Fill these, go on, and come back to this page: there will be more.'

/** The cells of rows that come from a list, each labelled for its row. */
export function givenCells(field: RowsField): PlacedCell[] {
  const rows = rowsOf(field)
  return (field.labels ?? []).flatMap(({ value, label }, place) => {
    const row = rows.find((each) => each[ROW] === value) ?? {}
    return cellsOf(field, row, givenRow(value), place).map(({ slot, field: cell }) => ({
      slot,
      field: {
        ...cell,
        label: field.columns.length === 1 ? label : `${label}: ${cell.label}`,
        required: field.required && cell.required,
      },
    }))
  })
}

/** The rows that people add, cell by cell: those that are written, and the blank ones that may follow. */
export function addedRows(field: RowsField): { written: PlacedCell[][]; blank: PlacedCell[][] } {
  const rows = rowsOf(field).flatMap((row, place) => (isBlankRow(row) ? [] : [{ row, place }]))
  const spare = Math.max(0, Math.min(field.max - rows.length, BLANK_ROWS))
  return {
    written: rows.map(({ row, place }, n) => cellsOf(field, row, String(n), place)),
    blank: Array.from({ length: spare }, (_, n) => cellsOf(field, {}, String(rows.length + n))),
  }
}

/** `place`: which of the rows it is, for what is wrong with it; a blank one has nothing wrong. */
function cellsOf(field: RowsField, row: Row, name: string, place?: number): PlacedCell[] {
  return field.columns.map((column) => ({
    slot: { field: field.id, row: name, column: column.id },
    field: fieldOfCell(column, row, place === undefined ? undefined : errorAt(field, place, column.id)),
  }))
}

const rowsOf = ({ value }: RowsField): readonly Row[] => (value !== undefined && isRows(value) ? value : [])
