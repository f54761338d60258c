/**
 * What stands in the inputs of a card, as answers. An input that had an answer and comes back without one was emptied.
 *
 * @example readValues({ 'in:A5': 'yes', 'set:A7': 'housing,police', v: 'form.page' }, []) // { A5: 'yes', A7: ['housing', 'police'] }
 */
import { answersFrom, type Given } from '../../../src/chat/given.ts'
import type { Answer, Cell } from '../../../src/forms/form.ts'
import { type Holds, readChoices, readInputId } from '../slots.ts'

/** `answered`: the inputs that were drawn with an answer. Everything that is not the name of an input is passed over. */
export function readValues(
  data: Readonly<Record<string, unknown>>,
  answered: readonly string[],
): Record<string, Answer> {
  const all = { ...Object.fromEntries(answered.map((id) => [id, ''])), ...data }
  return answersFrom(
    Object.entries(all).flatMap(([id, value]): Given[] => {
      const read = readInputId(id)
      return read ? [{ slot: read.slot, cell: readCell(read.holds, value) }] : []
    }),
  )
}

function readCell(holds: Holds, value: unknown): Cell {
  const typed = typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
  return holds === 'set' ? readChoices(typed) : typed
}
