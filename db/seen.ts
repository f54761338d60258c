import type { Seen } from '../src/ports.ts'
import { eq, lt, sql } from './drizzle.ts'
import type { Db } from './rows.ts'
import { adding, placeholders } from './rows.ts'
import { seen } from './schema/seen.ts'

export interface SeenBook extends Seen {
  /** Before the commit: an event that changed something goes into the file with what it changed. */
  settle(changed: boolean): void
  /** After it, or after a rollback. */
  close(kept: boolean): void
}

/** So many events that only looked are remembered; a platform tries again within minutes. */
const MOST_LOOKS = 10_000

/**
 * The events that were answered. One that changed something is in the file, written by the very commit that changed it. One that only looked is
 * remembered by this process alone: to look again after a crash harms nobody, and whoever looks need not wait for the disk.
 */
export function seenIn(db: Db): SeenBook {
  const find = db
    .select({ id: seen.id })
    .from(seen)
    .where(eq(seen.id, sql.placeholder('id')))
    .prepare()
  const add = adding(seen, db.insert(seen).values(placeholders(seen)).onConflictDoNothing().prepare())
  const forget = db
    .delete(seen)
    .where(lt(seen.at, sql.placeholder('at')))
    .prepare()
  const looks = new Map<string, string>()
  let shown = new Map<string, string>()

  return {
    first(id, at) {
      if (shown.has(id) || looks.has(id) || find.get({ id }) !== undefined) return false
      shown.set(id, at)
      return true
    },
    forgetBefore(before) {
      forget.run({ at: before })
      for (const [id, at] of looks) if (at < before) looks.delete(id)
    },
    settle(changed) {
      if (!changed) return
      for (const [id, at] of shown) add({ id, at })
      shown.clear()
    },
    close(kept) {
      if (shown.size === 0) return
      if (kept) for (const [id, at] of shown) looks.set(id, at)
      shown = new Map()
      for (const id of looks.keys()) {
        if (looks.size <= MOST_LOOKS) break
        looks.delete(id)
      }
    },
  }
}
