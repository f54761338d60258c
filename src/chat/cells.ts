/** The cells of a table, before a platform draws them. */
import type { FactRow } from './words.ts'

export type Cells = readonly string[]

/** Rows with a cell for every column, each in one line. */
export function squared(columns: Cells, rows: readonly Cells[]): Cells[] {
  return rows.map((row) => columns.map((_, n) => (row[n] ?? '').replaceAll(/\s+/g, ' ').trim()))
}

/**
 * A table too wide for a phone, told row by row: the first cell names the row, the others say their column where it has a name. `between` stands
 * between them.
 */
export function rowByRow(columns: Cells, rows: readonly Cells[], between: string): FactRow[] {
  if (rows.length === 0) return columns.map((label) => ({ label, value: '' }))
  return rows.map(([label = '', ...others]) => {
    const said = others.flatMap((cell, n) => {
      if (cell === '') return []
      const column = columns[n + 1] ?? ''
      return [column === '' ? cell : `${column}: ${cell}`]
    })
    return { label, value: said.join(between) }
  })
}
