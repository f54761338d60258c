import type { Seen } from '../src/ports.ts'
import { lt, sql } from './drizzle.ts'
import type { Db } from './rows.ts'
import { adding, placeholders } from './rows.ts'
import { seen } from './schema/seen.ts'

export function seenIn(db: Db): Seen {
  const add = adding(seen, db.insert(seen).values(placeholders(seen)).onConflictDoNothing().prepare())
  const forget = db
    .delete(seen)
    .where(lt(seen.at, sql.placeholder('at')))
    .prepare()
  return {
    first: (id, at) => add({ id, at }) === 1,
    forgetBefore: (at) => void forget.run({ at }),
  }
}
