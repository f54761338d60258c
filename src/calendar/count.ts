/**
 * A counting rule as data, and as the words in which a profile writes it.
 *
 * @example
 *   parseCount('5 clear working days before')   // { kind: 'clear-working-days-before', n: 5 }
 *   sayCount({ kind: 'hours-after', n: 72 })    // '72 hours'
 */
import { remembering } from '../kernel/remembering.ts'
import { type Result, refuse } from '../kernel/result.ts'

export interface Count {
  readonly kind: keyof typeof words
  readonly n: number
}

const words = {
  'working-days-after': ['working day', 'working days'],
  'working-days-before': ['working day before', 'working days before'],
  'clear-working-days-before': ['clear working day before', 'clear working days before'],
  'months-after': ['month', 'months'],
  'hours-after': ['hour', 'hours'],
  'calendar-days-after': ['day', 'days'],
} as const

const kinds = Object.keys(words) as (keyof typeof words)[]

/** Reads "15 working days", "5 working days before", "5 clear working days before", "6 months", "72 hours", "7 days", "same day". */
export const parseCount: (text: string) => Result<Count> = remembering((text) => {
  const plain = text.trim().toLowerCase().replace(/\s+/g, ' ')
  if (plain === 'same day') return { kind: 'calendar-days-after', n: 0 }
  const [, digits, unit] = /^([1-9]\d{0,3}) (?:calendar (?=days?\b))?(.+?)(?: after)?$/.exec(plain) ?? []
  const kind = kinds.find((one) => words[one].some((word) => word === unit))
  if (kind === undefined) {
    return refuse(
      'count-unclear',
      `"${text}" is not a way of counting that Muster knows.`,
      'Write for example "15 working days", "5 clear working days before", "6 months", "72 hours" or "same day".',
    )
  }
  return { kind, n: Number(digits) }
})

/** The words of a count, such that `parseCount(sayCount(count))` is the count again. */
export function sayCount({ kind, n }: Count): string {
  if (kind === 'calendar-days-after' && n === 0) return 'same day'
  const [one, many] = words[kind]
  return `${n} ${n === 1 ? one : many}`
}
