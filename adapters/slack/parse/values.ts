/**
 * What stands in the inputs of a message or view, as answers. Blank inputs come as '' (or an empty list), so that an answer can be taken back.
 *
 * @example readValues({ A5: { choice: { selected_option: { value: 'yes' } } } }) // { A5: 'yes' }
 */
import { answersFrom, type Given } from '../../../src/chat/given.ts'
import { readSlot } from '../../../src/chat/slots.ts'
import type { Answer, Cell } from '../../../src/forms/form.ts'
import type { Held, StateValues } from './payload.ts'
import type { Reading } from './reading.ts'

export function readValues(values: StateValues): Record<string, Answer> {
  return answersFrom(
    Object.entries(values).flatMap(([blockId, actions]): Given[] => {
      const slot = readSlot(blockId)
      const [action, held] = Object.entries(actions)[0] ?? []
      const cell = action && held ? readCell(action, held) : undefined
      return slot && cell !== undefined ? [{ slot, cell }] : []
    }),
  )
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
