/** Small words for prepared statements and rows. Every statement is prepared once, at start: a press then costs little more than its writes. */
import type { SQL } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import type { SQLiteInsertValue, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { getTableColumns, sql } from './drizzle.ts'

export type Db = BetterSQLite3Database

/** A row to be added: `n`, where there is one, is counted by SQLite. */
type NewRow<T extends SQLiteTable> = Omit<T['$inferInsert'], 'n'>

interface Prepared {
  run(values: Record<string, unknown>): { changes: number }
}

/** Every column of a table as a placeholder of its own name. */
export function placeholders<T extends SQLiteTable>(table: T): SQLiteInsertValue<T> {
  return Object.fromEntries(columnsOf(table).map((name) => [name, sql.placeholder(name)])) as SQLiteInsertValue<T>
}

/** A prepared insert as a function of a row; a column that is left out is NULL. Gives the number of rows it wrote. */
export function adding<T extends SQLiteTable>(table: T, statement: Prepared): (row: NewRow<T>) => number {
  const nothing = Object.fromEntries(columnsOf(table).map((name) => [name, null]))
  return (row) => statement.run({ ...nothing, ...row }).changes
}

/** For `on conflict do update`: these columns take what the refused insert would have put there. */
export function excluded<T extends SQLiteTable>(table: T, ...names: (keyof T['$inferInsert'] & string)[]) {
  const columns = getTableColumns(table)
  return Object.fromEntries(
    names.map((name) => [name, sql`excluded.${sql.identifier(columns[name]!.name)}`]),
  ) as Record<string, SQL>
}

type Present<T> = { [K in keyof T as null extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as null extends T[K] ? K : never]?: Exclude<T[K], null>
}

/** A row in the core's words: what SQL calls NULL is absent, and our own count of rows stays here. */
export function present<T extends object>(row: T): Present<Omit<T, 'n'>> {
  return Object.fromEntries(Object.entries(row).filter(([name, value]) => value !== null && name !== 'n')) as Present<
    Omit<T, 'n'>
  >
}

/** For statements that must find their row: a miss is a programmer's mistake. */
export function mustChange(changes: number, what: string): void {
  if (changes === 0) throw new Error(`there is no ${what}`)
}

function columnsOf(table: SQLiteTable): readonly string[] {
  return Object.keys(getTableColumns(table)).filter((name) => name !== 'n')
}
