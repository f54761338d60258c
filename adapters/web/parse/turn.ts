import { z } from 'zod'
import { readPart } from '../names.ts'
import { type Body, readValues, type Typed, withoutRow } from './values.ts'

const turn = z.object({
  page: z.string().max(100),
  go: z.enum(['next', 'back', 'save', 'submit']).default('next'),
  /** The table to which a row is to be added. */
  add: z.string().max(100).optional(),
  /** The row to be taken out of a table: `D4/2`. */
  remove: z.string().max(200).optional(),
})

export interface Turn {
  readonly page: string
  readonly go: 'next' | 'back' | 'save' | 'submit'
  readonly values: Typed
  /** A row is added or taken out: the page is saved and drawn again, perhaps with one more blank row in this table. */
  readonly rows?: { readonly adding?: string }
}

/** A page of a form as it was sent; undefined when it was none. */
export function readTurn(body: Body): Turn | undefined {
  const { data } = turn.safeParse(body)
  if (data === undefined) return undefined
  const { page, go, add, remove } = data
  if (add !== undefined) return { page, go: 'save', values: readValues(body), rows: { adding: add } }
  if (remove !== undefined) return { page, go: 'save', values: valuesWithout(body, remove), rows: {} }
  return { page, go, values: readValues(body) }
}

/** Taking out the only row must still say that the table is empty now. */
function valuesWithout(body: Body, row: string): Typed {
  const field = readPart(row.split('/')[0])
  return { ...(field === undefined ? {} : { [field]: [] }), ...readValues(withoutRow(body, row)) }
}
