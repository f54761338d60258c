/** A file of an earlier Muster, as the first migration left it. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'

/** Makes one under this path. `folder`: an empty one, for the migrations of then. */
export function makeOldFile(file: string, folder: string): void {
  const ours = join(import.meta.dirname, '../../db/migrations')
  const log = JSON.parse(readFileSync(join(ours, 'meta/_journal.json'), 'utf8')) as { entries: { tag: string }[] }
  const first = log.entries.slice(0, 1)
  mkdirSync(join(folder, 'meta'), { recursive: true })
  writeFileSync(join(folder, 'meta/_journal.json'), JSON.stringify({ ...log, entries: first }))
  for (const { tag } of first) writeFileSync(join(folder, `${tag}.sql`), readFileSync(join(ours, `${tag}.sql`)))
  const database = new Database(file)
  migrate(drizzle(database), { migrationsFolder: folder })
  database.prepare('INSERT INTO settings VALUES (?, ?)').run('profile', 'wt2018-chscp')
  database.close()
}
