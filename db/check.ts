import Database from 'better-sqlite3'

/** Triggers without which the record could be rewritten in silence. */
const GUARDS = [
  'facts_are_never_changed',
  'facts_are_never_removed',
  'facts_are_never_replaced',
  'journal_is_never_changed',
  'journal_is_never_shortened',
  'journal_follows_its_head',
  'journal_moves_its_head',
  'journal_head_is_never_removed',
  'journal_head_only_moves_on',
]

export type Health = { readonly ok: true } | { readonly ok: false; readonly problems: readonly string[] }

/** Looks at the file itself, for `muster health`: its pages, its references, its guards. The journal's chain is `inspect`'s affair (src/record). */
export function check(file: string): Health {
  const database = new Database(file, { readonly: true, fileMustExist: true })
  try {
    const problems = [
      ...(database.prepare('PRAGMA integrity_check').pluck().all() as string[]).filter((line) => line !== 'ok'),
      ...(database.prepare('PRAGMA foreign_key_check').all() as { table: string; rowid: number; parent: string }[]).map(
        ({ table, rowid, parent }) => `row ${rowid} of ${table} points to no row of ${parent}`,
      ),
      ...GUARDS.filter((guard) => !hasTrigger(database, guard)).map((guard) => `the guard ${guard} is missing`),
    ]
    return problems.length === 0 ? { ok: true } : { ok: false, problems }
  } finally {
    database.close()
  }
}

function hasTrigger(database: Database.Database, name: string): boolean {
  return database.prepare(`SELECT 1 FROM sqlite_schema WHERE type = 'trigger' AND name = ?`).get(name) !== undefined
}
