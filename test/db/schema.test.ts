import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { is } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { describe, expect, it } from 'vitest'
import { storeOver } from '../../db/store.ts'
import { key } from './given.ts'

const room = join(import.meta.dirname, '../../db')

function migrated(): Database.Database {
  const file = new Database(':memory:')
  migrate(drizzle(file), { migrationsFolder: join(room, 'migrations') })
  return file
}

describe('the file', () => {
  it('has the very columns of the schema: no migration was forgotten', async () => {
    const file = migrated()
    for (const name of readdirSync(join(room, 'schema'))) {
      const tables = Object.values((await import(join(room, 'schema', name))) as Record<string, unknown>)
      for (const table of tables.filter((one): one is SQLiteTable => is(one, SQLiteTable))) {
        const { name, columns } = getTableConfig(table)
        const inFile = file.pragma(`table_info(${name})`) as { name: string; type: string }[]
        expect(inFile.map((column) => `${name}.${column.name} ${column.type.toLowerCase()}`)).toEqual(
          columns.map((column) => `${name}.${column.name} ${column.getSQLType()}`),
        )
      }
    }
  })

  it('is strict about types in every table', () => {
    const tables = migrated().pragma('table_list') as { schema: string; name: string; type: string; strict: number }[]
    const ours = tables.filter((one) => one.type === 'table' && !/^(sqlite|__drizzle)_/.test(one.name))
    expect(ours.length).toBeGreaterThan(15)
    expect(ours.filter((one) => one.strict === 0).map((one) => one.name)).toEqual([])
  })

  it('is never walked from end to end by a press, however many years it holds', () => {
    const file = migrated()
    const plans = plansOf(file, () =>
      storeOver(file, key).read((tx) => {
        for (const room in tx) expect(tx[room as keyof typeof tx]).toBeDefined()
      }),
    )
    expect(plans.size).toBeGreaterThan(40)
    // A list handed over as JSON is walked: it is as long as it is, not as long as the file.
    const walks = [...plans].filter(([, plan]) =>
      plan.some((step) => /^SCAN (?!CONSTANT ROW|journal_head|.*touches_stale|.*VIRTUAL TABLE)/.test(step)),
    )
    expect(walks).toEqual([])
    const sorts = [...plans].filter(([, plan]) => plan.some((step) => step.includes('TEMP B-TREE')))
    // "Who was told what" joins two indexes, and what runs have taken away is counted: both are asked by people, not by presses.
    const reports = /"person" = \?\) order|"leaving" is not null group by/
    expect(sorts.map(([statement]) => statement).filter((statement) => !reports.test(statement))).toEqual([])
  })
})

/** How SQLite would go about each statement prepared meanwhile. */
function plansOf(file: Database.Database, prepare: () => unknown): ReadonlyMap<string, readonly string[]> {
  const statements: string[] = []
  const asIs = file.prepare.bind(file)
  file.prepare = ((statement: string) => {
    statements.push(statement)
    return asIs(statement)
  }) as typeof file.prepare
  prepare()
  file.prepare = asIs
  const plan = (statement: string) => {
    const unbound = Array.from(statement.matchAll(/\?/g), () => null)
    return file.prepare(`EXPLAIN QUERY PLAN ${statement}`).all(...unbound) as { detail: string }[]
  }
  return new Map(statements.map((one) => [one, plan(one).map((step) => step.detail)]))
}
