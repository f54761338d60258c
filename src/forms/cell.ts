import type { Row } from './form.ts'
import type { Field, RowField } from './view.ts'

type Rows = Pick<Extract<Field, { kind: 'rows' }>, 'labels' | 'wrong'>

/** A field that is answered where it stands, with one input. */
export type Question = Exclude<Field, { kind: 'rows' | 'desk' | 'answer' }>

/** Longer than this wants a box of several lines. */
export const ONE_LINE = 120

/** What is wrong with one cell of a table, if anything. */
export function errorAt({ wrong = [] }: Rows, row: number, column: string): string | undefined {
  return wrong.find((cell) => cell.row === row && cell.column === column)?.error
}

/** What a row is called: by the option it stands for, or by its place. */
export const rowName = (labels: Rows['labels'], row: number): string => labels?.[row]?.label ?? `Row ${row + 1}`

/** A cell of a row as the small field it is, so that every platform draws both alike. */
export function fieldOfCell(column: RowField, row: Row, error?: string): Question {
  const { id, label, required, max, options = [] } = column
  const value = row[id]
  const common = {
    id,
    label,
    required,
    ...(value === undefined ? {} : { value }),
    ...(error === undefined ? {} : { error }),
  }
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
