import type { SQL } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import { customType, sql } from '../drizzle.ts'

/** A value kept as JSON text. Unlike drizzle's own, an absent value is NULL even when it arrives through a prepared statement. */
export const json = <T>(name = '') =>
  customType<{ data: T; driverData: string | null }>({
    dataType: () => 'text',
    toDriver: (value) => (value === null || value === undefined ? null : JSON.stringify(value)),
    fromDriver: (stored) => JSON.parse(stored as string) as T,
  })(name)

/** The check that a column holds one of these words. */
export const oneOf = (column: SQLiteColumn, words: readonly string[]): SQL =>
  sql`${column} in (${sql.raw(words.map((word) => `'${word}'`).join(', '))})`

/** The check that a column holds JSON, or nothing. */
export const isJson = (column: SQLiteColumn): SQL => sql`json_valid(${column})`
