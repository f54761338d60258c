/**
 * What stands in the inputs of a card, as answers. An input that had an answer and comes back without one was emptied.
 *
 * @example readValues({ 'in:A5': 'yes', 'set:A7': 'housing,police', v: 'form.page' }, []) // { A5: 'yes', A7: ['housing', 'police'] }
 */
import { isBlank, ROW } from '../../../src/forms/answer.ts'
import type { Answer, Cell, Row } from '../../../src/forms/form.ts'
import { joinDateTime, readChoices, readSlot, type Slot } from '../slots.ts'

interface Given {
  readonly slot: Slot
  readonly cell: Cell
}

/** `answered`: the inputs that were drawn with an answer. Everything that is not the name of an input is passed over. */
export function readValues(
  data: Readonly<Record<string, unknown>>,
  answered: readonly string[],
): Record<string, Answer> {
  const all = { ...Object.fromEntries(answered.map((id) => [id, ''])), ...data }
  const given = Object.entries(all).flatMap(([id, value]): Given[] => {
    const slot = readSlot(id)
    return slot ? [{ slot, cell: readCell(slot, value) }] : []
  })
  const byField = Map.groupBy(given, ({ slot }) => slot.field)
  return Object.fromEntries(
    [...byField].map(([field, parts]) => [field, parts[0]?.slot.column ? readRows(parts) : joined(parts)]),
  )
}

/** Rows in the order they stand; those left blank are no rows. */
function readRows(given: readonly Given[]): Row[] {
  const byRow = [...Map.groupBy(given, ({ slot }) => slot.row ?? '')]
  return byRow.sort(inOrder).flatMap(([row, parts]) => {
    const byColumn = Map.groupBy(parts, ({ slot }) => slot.column ?? '')
    const cells = [...byColumn].map(([column, of]) => [column, joined(of)] as const)
    const filled = cells.filter(([, cell]) => !isBlank(cell))
    if (filled.length === 0) return []
    return [Object.fromEntries([...(row.startsWith('=') ? [[ROW, row.slice(1)] as const] : []), ...filled])]
  })
}

/** Emptied inputs come first in the list whatever row they are of, so numbered rows are put in order again. */
function inOrder([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a.startsWith('=') || b.startsWith('=') ? 0 : Number(a) - Number(b)
}

/** One cell, or a date and a time that make one. */
function joined(parts: readonly Given[]): Cell {
  const part = (name: 'date' | 'time') => String(parts.find(({ slot }) => slot.part === name)?.cell ?? '')
  return parts.some(({ slot }) => slot.part) ? joinDateTime(part('date'), part('time')) : (parts[0]?.cell ?? '')
}

function readCell(slot: Slot, value: unknown): Cell {
  const typed = typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
  return slot.set ? readChoices(typed) : typed
}
