/**
 * The names of answers: a block id says which field (and which cell of it) an input belongs to, an action id how to read it. The renderer writes
 * them and the parser reads them, so a submission can be understood without looking anything up.
 *
 * @example slotId({ field: 'E3', row: '~housing', column: 'relevant' }) // 'E3|~housing|relevant'
 */
import { exact } from '../../src/chat/fit.ts'
import { LIMITS } from './limits.ts'

export interface Slot {
  readonly field: string
  /** `~housing` for a row that was given, `0`, `1` … for rows people add. */
  readonly row?: string
  readonly column?: string
  /** Slack has no picker for a local date and time, so that answer has two inputs. */
  readonly part?: 'date' | 'time'
}

/** How an input's value is to be read. */
export type Reading = 'text' | 'number' | 'choice' | 'choices' | 'date' | 'time' | 'attest'

export function slotId(slot: Slot): string {
  const parts = [slot.field, slot.row ?? '', slot.column ?? '', slot.part ?? ''].map(encodeURIComponent)
  return exact(parts.join('|').replace(/\|+$/, ''), LIMITS.id, 'a block id')
}

/** Undefined for a block id that is not one of ours. */
export function readSlot(blockId: string): Slot | undefined {
  try {
    const [field = '', row, column, part, ...more] = blockId.split('|').map(decodeURIComponent)
    if (field === '' || more.length > 0) return undefined
    return {
      field,
      ...(row ? { row } : {}),
      ...(column ? { column } : {}),
      ...(part === 'date' || part === 'time' ? { part } : {}),
    }
  } catch {
    return undefined
  }
}

/** The two parts of a date and time, either of which may still be missing: `2026-12-17T`, `T16:40`. */
export function joinDateTime(date: string, time: string): string {
  return date === '' && time === '' ? '' : `${date}T${time}`
}

export function splitDateTime(value: string): { date: string; time: string } {
  const [date = '', time = ''] = value.split('T')
  return { date, time: time.slice(0, 5) }
}

/** Whether a block id is one of this field's. */
export const isSlotOf = (field: string, blockId: string): boolean => readSlot(blockId)?.field === field
