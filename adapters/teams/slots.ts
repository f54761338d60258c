/**
 * Slots as the ids of inputs. A set of choices comes back as one string with commas, so its id says that it is a set.
 *
 * @example inputId({ field: 'A7' }, 'set') // 'set:A7'
 */
import { readSlot, type Slot, writeSlot } from '../../src/chat/slots.ts'

/** `in`: one answer. `set`: several choices may be ticked. */
export type Holds = 'in' | 'set'

export const inputId = (slot: Slot, holds: Holds = 'in'): string => `${holds}:${writeSlot(slot)}`

/** Undefined for an id that is not one of ours. */
export function readInputId(id: string): { readonly slot: Slot; readonly holds: Holds } | undefined {
  const [, holds, name = ''] = /^(in|set):(.+)$/s.exec(id) ?? []
  const slot = readSlot(name)
  return slot && (holds === 'in' || holds === 'set') ? { slot, holds } : undefined
}

/** A choice of a set, with no comma of its own. */
export const writeChoice = (value: string): string => value.replace(/[%,]/g, encodeURIComponent)

export function readChoices(joined: string): string[] {
  return joined.split(',').filter(Boolean).map(readChoice)
}

function readChoice(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}
