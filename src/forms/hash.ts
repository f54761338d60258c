/** The fingerprint of a submitted form, which binds a decision to exactly what was read (F7, T17, T20). */
import { createHash } from 'node:crypto'
import { isBlank } from './answer.ts'
import type { Answer, Answers, Cell, Form, Row } from './form.ts'

/**
 * SHA-256, in hexadecimal, of the form's id and its answers as canonical JSON. Pass the answers that count (`counted`), with the sealed ones
 * opened. Blanks and the order in which keys were written make no difference; the order of rows does.
 */
export function hashOf(form: Pick<Form, 'id'>, answers: Answers): string {
  const given = Object.entries(answers).filter(([, value]) => !isBlank(value))
  return createHash('sha256')
    .update(JSON.stringify([form.id, sorted(given.map(([id, value]) => [id, canonical(value)]))]))
    .digest('hex')
}

function canonical(value: Answer): unknown {
  if (typeof value !== 'object') return value
  return value.map((entry: string | Row) => {
    if (typeof entry === 'string') return entry
    const cells = Object.entries(entry).filter((cell): cell is [string, Cell] => !isBlank(cell[1]))
    return sorted(cells)
  })
}

/** By code unit, so that every machine sorts alike. */
function sorted(entries: readonly (readonly [string, unknown])[]): readonly (readonly [string, unknown])[] {
  return entries.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
}
