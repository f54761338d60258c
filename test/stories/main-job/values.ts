/** Answers as a story tells them, by question, on their way into the inputs of a screen: a date and time has two of them, a row one for each cell. */
import { optionOf } from '../../../src/chat/slots.ts'

export type Cell = string | number | readonly string[]
export type Row = Readonly<Record<string, Cell>>
export type Values = Readonly<Record<string, Cell | readonly Row[]>>

/** Where an answer goes, whichever platform's name for it that was read from. */
export interface Spot {
  readonly field: string
  readonly row?: string
  readonly column?: string
  readonly part?: 'date' | 'time'
}

/** What belongs into one input; undefined when the story says nothing of it. */
export function valueFor(values: Values, { field, row, column, part }: Spot): Cell | undefined {
  const answer = values[field]
  if (answer === undefined) return undefined
  const cell = column === undefined ? (answer as Cell) : cellIn(answer as readonly Row[], row ?? '', column)
  if (part === undefined || cell === undefined) return cell
  return String(cell).split('T')[part === 'date' ? 0 : 1]
}

function cellIn(rows: readonly Row[], row: string, column: string): Cell | undefined {
  const given = optionOf(row)
  return (given === undefined ? rows[Number(row)] : rows.find((one) => one.row === given))?.[column]
}

/** Answers that will do, where the story does not care which. */
export const ANYTHING = { date: '2026-12-16', time: '09:00', words: 'head of service' } as const
