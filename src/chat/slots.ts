/**
 * The names of answers: which field (and which cell of it) an input belongs to. A renderer writes them and a parser reads them, so what comes back can be
 * understood without looking anything up.
 *
 * @example writeSlot({ field: 'E3', row: givenRow('housing'), column: 'relevant' }) // 'E3|~housing|relevant'
 */
export interface Slot {
  readonly field: string
  /** `~housing` for a row that was given, `0`, `1` … for rows people add. */
  readonly row?: string
  readonly column?: string
  /** No platform has an input for a local date and time, so that answer has two. */
  readonly part?: 'date' | 'time'
}

export function writeSlot({ field, row, column, part }: Slot): string {
  const parts = [field, row ?? '', column ?? '', part ?? '']
  return parts.map(encodeURIComponent).join('|').replace(/\|+$/, '')
}

/** Undefined for a name that is not one of ours. */
export function readSlot(name: string): Slot | undefined {
  try {
    const [field = '', row, column, part, ...more] = name.split('|').map(decodeURIComponent)
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

/** The name of a row that stands for this option. */
export const givenRow = (option: string): string => `~${option}`

/** The option a row stands for; undefined for one that people added. */
export const optionOf = (row: string): string | undefined => (row.startsWith('~') ? row.slice(1) : undefined)

/** The two parts of a date and time, either of which may still be missing, or a time as somebody wrote it: `2026-12-17T`, `T16:40`, `T4.40pm`. */
export function joinDateTime(date: string, time: string): string {
  return date === '' && time === '' ? '' : `${date}T${time}`
}

/** Undefined for what `joinDateTime` could not have made. */
export function splitDateTime(value: string): { date: string; time: string } | undefined {
  const [, date = '', time = ''] = /^(\d{4}-\d{2}-\d{2})?(?:T(.*))?$/s.exec(value) ?? []
  return date === '' && time === '' && value !== '' ? undefined : { date, time }
}
