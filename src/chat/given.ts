/** What stands in the inputs of a page, put together as answers: the parts of a date and time, the cells of rows. */
import { isBlank, ROW } from '../forms/answer.ts'
import type { Answer, Cell, Row } from '../forms/form.ts'
import { joinDateTime, optionOf, type Slot } from './slots.ts'

/** One input's value. */
export interface Given {
  readonly slot: Slot
  readonly cell: Cell
}

/** Answers by question. Blank inputs give '' (or no choices, or no rows), so that an answer can be taken back. */
export function answersFrom(given: readonly Given[]): Record<string, Answer> {
  const byField = Map.groupBy(given, ({ slot }) => slot.field)
  return Object.fromEntries(
    [...byField].map(([field, parts]) => [field, parts[0]?.slot.column ? rowsFrom(parts) : joined(parts)]),
  )
}

/** Rows in the order they stand; those left blank are no rows. */
function rowsFrom(given: readonly Given[]): Row[] {
  const byRow = [...Map.groupBy(given, ({ slot }) => slot.row ?? '')]
  return byRow.sort(inOrder).flatMap(([row, parts]) => {
    const byColumn = Map.groupBy(parts, ({ slot }) => slot.column ?? '')
    const cells = [...byColumn].map(([column, of]) => [column, joined(of)] as const)
    const filled = cells.filter(([, cell]) => !isBlank(cell))
    if (filled.length === 0) return []
    const option = optionOf(row)
    return [Object.fromEntries([...(option === undefined ? [] : [[ROW, option] as const]), ...filled])]
  })
}

/** Teams names emptied inputs first whatever row they are of, so numbered rows are put in order again. */
function inOrder([a]: readonly [row: string, unknown], [b]: readonly [row: string, unknown]): number {
  return optionOf(a) === undefined && optionOf(b) === undefined ? Number(a) - Number(b) : 0
}

/** One cell, or a date and a time that make one. */
function joined(parts: readonly Given[]): Cell {
  const part = (name: 'date' | 'time') => String(parts.find(({ slot }) => slot.part === name)?.cell ?? '')
  return parts.some(({ slot }) => slot.part) ? joinDateTime(part('date'), part('time')) : (parts[0]?.cell ?? '')
}
