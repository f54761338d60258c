/**
 * The names of inputs: which field (and which cell of it) an input belongs to. The renderer writes them and the parser reads them, so what comes
 * back can be understood without looking anything up. A set of choices comes back as one string with commas, so its name says that it is a set.
 *
 * @example slotId({ field: 'E3', row: '=housing', column: 'relevant' }) // 'in:E3|=housing|relevant'
 */
export interface Slot {
  readonly field: string
  /** `=housing` for a row that was given, `0`, `1` … for rows people add. */
  readonly row?: string
  readonly column?: string
  /** Adaptive Cards have no input for a date and a time at once, so that answer has two. */
  readonly part?: 'date' | 'time'
  /** Several choices may be ticked. */
  readonly set?: boolean
}

export function slotId(slot: Slot): string {
  const parts = [slot.field, slot.row ?? '', slot.column ?? '', slot.part ?? ''].map(encodeURIComponent)
  return `${slot.set ? 'set' : 'in'}:${parts.join('|').replace(/\|+$/, '')}`
}

/** Undefined for a name that is not one of ours. */
export function readSlot(id: string): Slot | undefined {
  const [, kind, rest = ''] = /^(in|set):(.+)$/s.exec(id) ?? []
  if (kind === undefined) return undefined
  try {
    const [field = '', row, column, part, ...more] = rest.split('|').map(decodeURIComponent)
    if (field === '' || more.length > 0) return undefined
    return {
      field,
      ...(row ? { row } : {}),
      ...(column ? { column } : {}),
      ...(part === 'date' || part === 'time' ? { part } : {}),
      ...(kind === 'set' ? { set: true } : {}),
    }
  } catch {
    return undefined
  }
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

/** The two parts of a date and time, either of which may still be missing, or a time as somebody wrote it: `2026-12-17T`, `T16:40`, `T4.40pm`. */
export function joinDateTime(date: string, time: string): string {
  return date === '' && time === '' ? '' : `${date}T${time}`
}

/** Undefined for what `joinDateTime` could not have made. */
export function splitDateTime(value: string): { date: string; time: string } | undefined {
  const [, date = '', time = ''] = /^(\d{4}-\d{2}-\d{2})?(?:T(.*))?$/s.exec(value) ?? []
  return date === '' && time === '' && value !== '' ? undefined : { date, time }
}
