/**
 * Opens the partnership's file: makes it when there is none, brings an old one up to date (after a backup), and gives the store over it.
 *
 * @example
 *   const store = openStore({ file: 'data/muster.sqlite', key, clock })
 *   store.transaction((tx) => tx.settings.set('profile', 'wt2018-chscp'))
 */
import { existsSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import type { Clock, Store } from '../src/ports.ts'
import { backup } from './backup.ts'
import { drizzle, migrate, readMigrationFiles } from './drizzle.ts'
import { makePrivately } from './files.ts'
import { forgetTraces, storeOver } from './store.ts'
import { rewrapIn } from './vault.ts'

const migrationsFolder = join(import.meta.dirname, 'migrations')

export interface Opening {
  /** A path, or `:memory:`. */
  readonly file: string
  /** The master key of the vault: 32 bytes (`readVaultKey`, `newVaultKey`). */
  readonly key: Buffer
  readonly clock: Clock
  /** Where the backup before a migration goes; beside the file unless told. */
  readonly backupsFolder?: string
}

export function openStore({ file, key, clock, backupsFolder = join(dirname(file), 'backups') }: Opening): Store {
  const database = openFile(file)
  try {
    const { known, pending } = migrations(database)
    if (known && pending) backup(file, backupsFolder, clock())
    if (pending) migrate(drizzle(database), { migrationsFolder })
    return storeOver(database, key)
  } catch (problem) {
    database.close()
    throw problem
  }
}

/** Changes the master key of a file nobody has open, and gives the number of data keys wrapped anew. All of them, or none. */
export function rewrap(file: string, oldKey: Buffer, newKey: Buffer): number {
  if (!existsSync(file)) throw new Error(`there is no ${file}`)
  const database = openFile(file)
  try {
    const count = database.transaction(() => rewrapIn(drizzle(database), oldKey, newKey)).immediate()
    forgetTraces(database)
    return count
  } finally {
    database.close()
  }
}

function openFile(file: string): Database.Database {
  if (file !== ':memory:') {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    makePrivately(file)
  }
  const database = new Database(file)
  database.pragma('journal_mode = WAL')
  // The journal's promise is durability: a commit that was acknowledged survives a power cut.
  database.pragma('synchronous = FULL')
  database.pragma('foreign_keys = ON')
  database.pragma('busy_timeout = 5000')
  // A destroyed key must not live on in a freed page.
  database.pragma('secure_delete = ON')
  database.pragma('temp_store = MEMORY')
  return database
}

/** Whether the file has been migrated before, and whether there is more to apply. Throws when a newer Muster wrote it. */
function migrations(database: Database.Database): { known: boolean; pending: boolean } {
  const newest = Math.max(...readMigrationFiles({ migrationsFolder }).map((one) => one.folderMillis))
  const known = database.prepare(`SELECT 1 FROM sqlite_schema WHERE name = '__drizzle_migrations'`).get() !== undefined
  const applied = known
    ? Number(database.prepare('SELECT coalesce(max(created_at), 0) FROM __drizzle_migrations').pluck().get())
    : 0
  if (applied > newest)
    throw new Error('this file was written by a newer Muster: update the program, or go back to a backup')
  return { known, pending: applied < newest }
}
