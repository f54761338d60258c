/**
 * What stands in the inputs of a message or view, as answers. Blank inputs come as '' (or an empty list), so that an answer can be taken back.
 *
 * @example readValues({ A5: { choice: { selected_option: { value: 'yes' } } } }) // { A5: 'yes' }
 */
import { isBlank, ROW } from '../../../src/forms/answer.ts'
import type { Answer, Cell, Row } from '../../../src/forms/form.ts'
import { joinDateTime, type Reading, readSlot, type Slot } from '../slots.ts'
import type { Held, StateValues } from './payload.ts'

interface Given {
  readonly slot: Slot
  readonly cell: Cell
}

export function readValues(values: StateValues): Record<string, Answer> {
  const given = Object.entries(values).flatMap(([blockId, actions]): Given[] => {
    const slot = readSlot(blockId)
    const [action, held] = Object.entries(actions)[0] ?? []
    const cell = action && held ? readCell(action, held) : undefined
    return slot && cell !== undefined ? [{ slot, cell }] : []
  })
  const byField = Map.groupBy(given, ({ slot }) => slot.field)
  return Object.fromEntries(
    [...byField].map(([field, all]) => [field, all[0]?.slot.column ? readRows(all) : joined(all)]),
  )
}

/** Rows in the order they stand; those left blank are no rows. */
function readRows(given: readonly Given[]): Row[] {
  const byRow = Map.groupBy(given, ({ slot }) => slot.row ?? '')
  return [...byRow].flatMap(([row, all]) => {
    const byColumn = Map.groupBy(all, ({ slot }) => slot.column ?? '')
    const cells = [...byColumn].map(([column, parts]) => [column, joined(parts)] as const)
    const filled = cells.filter(([, cell]) => !isBlank(cell))
    if (filled.length === 0) return []
    return [Object.fromEntries([...(row.startsWith('~') ? [[ROW, row.slice(1)] as const] : []), ...filled])]
  })
}

/** One cell, or a date and a time that make one. */
function joined(parts: readonly Given[]): Cell {
  const part = (name: 'date' | 'time') => String(parts.find(({ slot }) => slot.part === name)?.cell ?? '')
  return parts.some(({ slot }) => slot.part) ? joinDateTime(part('date'), part('time')) : (parts[0]?.cell ?? '')
}

function readCell(action: string, held: Held): Cell | undefined {
  switch (action as Reading) {
    case 'text':
      return held.value ?? ''
    case 'number':
      return numberOf(held.value ?? '')
    case 'choice':
      return held.selected_option?.value ?? ''
    case 'choices':
      return (held.selected_options ?? []).map((option) => option.value)
    case 'date':
      return held.selected_date ?? ''
    case 'time':
      return held.selected_time ?? ''
    case 'attest':
      return held.selected_options?.length ? 'yes' : ''
    default:
      return undefined
  }
}

/** A number when it is one; otherwise what was typed, for `check` to answer. */
function numberOf(typed: string): Cell {
  return typed.trim() !== '' && Number.isFinite(Number(typed)) ? Number(typed) : typed
}
