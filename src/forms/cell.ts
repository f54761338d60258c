import { ONE_LINE } from './field.ts'
import type { Row } from './form.ts'
import type { Field, RowField } from './view.ts'

/** A field that is answered where it stands, with one input. */
export type Question = Exclude<Field, { kind: 'rows' | 'desk' | 'answer' }>

/** A cell of a row as the small field it is, so that every platform draws both alike. */
export function fieldOfCell(column: RowField, row: Row): Question {
  const { id, label, required, max, options = [] } = column
  const value = row[id]
  const common = { id, label, required, ...(value === undefined ? {} : { value }) }
  switch (column.kind) {
    case 'text':
      return { ...common, kind: max !== undefined && max > ONE_LINE ? 'long' : 'short', max: max ?? 300 }
    case 'number':
      return { ...common, kind: 'number', min: 0, max: max ?? 99_999 }
    case 'select':
    case 'checkboxes':
      return { ...common, kind: column.kind, options }
    case 'date':
    case 'datetime':
      return { ...common, kind: column.kind }
    default:
      return column.kind satisfies never
  }
}
