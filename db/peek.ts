/** One setting of a file that nobody has open, without changing it: whose file is this? */
import { existsSync } from 'node:fs'
import Database from 'better-sqlite3'

/** The setting's value; undefined when the file, the table or the setting is not there. */
export function settingIn(file: string, name: string): string | undefined {
  if (!existsSync(file)) return undefined
  const database = new Database(file, { readonly: true })
  try {
    const there = database.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'settings'").get()
    if (there === undefined) return undefined
    return database.prepare<[string], string>('SELECT value FROM settings WHERE name = ?').pluck().get(name)
  } finally {
    database.close()
  }
}
