/**
 * What was filled in, by question, as the core reads it. The names say what each thing is (names.ts); anything else in the body is passed over.
 *
 * @example readValues({ 'text/A17': 'Words', 'date/B5/day': '17', 'date/B5/month': '12', … }) // { A17: 'Words', B5: '17/12/2026' }
 */
import type { Answer, Row } from '../../../src/forms/form.ts'
import { readPart } from '../names.ts'
import { joinDate } from '../typed-date.ts'

export type Body = Readonly<Record<string, string | readonly string[] | undefined>>
type Cells = Record<string, string | readonly string[]>
/** Answers by question, as typed. */
export type Typed = Readonly<Record<string, Answer>>

export function readValues(body: Body): Typed {
  const values = new Map<string, Answer>()
  const dates = new Map<string, Record<string, string>>()
  const tables = new Map<string, Map<number, Cells>>()
  for (const [name, given] of Object.entries(body)) {
    const [kind, rawId, ...rest] = name.split('/')
    const id = readPart(rawId)
    if (given === undefined || id === undefined) continue
    if (kind === 'text' || kind === 'one') values.set(id, last(given))
    if (kind === 'many') values.set(id, all(given).filter(Boolean))
    if (kind === 'date') within(dates, id, (): Record<string, string> => ({}))[rest[0] ?? ''] = last(given)
    if (kind === 'rows') {
      const table = within(tables, id, () => new Map())
      within(table, Number(rest[0]), (): Cells => ({}))[rest.slice(1).join('/')] = given
    }
  }
  for (const [id, parts] of dates) values.set(id, joinDate(parts))
  for (const [id, table] of tables) {
    const inOrder = [...table].sort(([a], [b]) => a - b)
    values.set(
      id,
      inOrder.map(([, cells]) => readValues(cells) as Row),
    )
  }
  return Object.fromEntries(values)
}

/** The words a person typed at length, to be handed back when they could not be saved. */
export function narrativeIn(body: Body): readonly string[] {
  return Object.entries(body)
    .filter(([name]) => /^(text\/|rows\/[^/]+\/\d+\/text\/)/.test(name))
    .map(([, given]) => last(given ?? '').trim())
    .filter((words) => words !== '')
}

/** The same body without one row of a table: `D4/2` is the third row of D4. */
export function withoutRow(body: Body, row: string): Body {
  return Object.fromEntries(Object.entries(body).filter(([name]) => !name.startsWith(`rows/${row}/`)))
}

function within<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key) ?? make()
  map.set(key, found)
  return found
}

const all = (given: string | readonly string[]): readonly string[] => (typeof given === 'string' ? [given] : given)
const last = (given: string | readonly string[]): string => all(given).at(-1) ?? ''
