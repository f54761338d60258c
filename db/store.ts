import type { Database } from 'better-sqlite3'
import type { Store, Sync, Tx } from '../src/ports.ts'
import { alarmsIn } from './alarms.ts'
import { copiesIn } from './copies.ts'
import { doorsIn } from './doors.ts'
import { draftsIn } from './drafts.ts'
import { drizzle } from './drizzle.ts'
import { journalIn } from './journal.ts'
import { linksIn } from './links.ts'
import { outboxIn } from './outbox.ts'
import type { Db } from './rows.ts'
import { seenIn } from './seen.ts'
import { settingsIn } from './settings.ts'
import { subjectsIn } from './subjects.ts'
import { vaultIn } from './vault.ts'

/** The store over an open and migrated file. */
export function storeOver(file: Database, master: Buffer, db: Db = drizzle(file)): Store {
  let shredded = false
  const seen = seenIn(db)
  const subjects = subjectsIn(db)
  const changes = file.prepare('SELECT total_changes()').pluck()
  let changesBefore: unknown
  const changed = () => changes.get() !== changesBefore
  const vault = () =>
    vaultIn(db, master, () => {
      shredded = true
    })
  const tx = onlyInside(file, {
    changed: () => changed,
    subjects: () => subjects,
    drafts: () => draftsIn(db),
    vault,
    journal: () => journalIn(db),
    alarms: () => alarmsIn(db),
    outbox: () => outboxIn(db),
    copies: () => copiesIn(db),
    doors: () => doorsIn(db),
    links: () => linksIn(db),
    seen: () => seen,
    settings: () => settingsIn(db),
  })
  const writing = file.prepare('BEGIN IMMEDIATE')
  const reading = file.prepare('BEGIN')
  const commit = file.prepare('COMMIT')
  const rollback = file.prepare('ROLLBACK')

  function run<T>(begin: typeof writing, work: (tx: Tx) => Sync<T>, finish: () => void): T {
    changesBefore = changes.get()
    begin.run()
    try {
      const result: T = work(Object.create(tx))
      refusePromise(result)
      finish()
      return result
    } catch (problem) {
      if (file.inTransaction) rollback.run()
      throw problem
    }
  }

  function refuseNested(): void {
    if (file.inTransaction)
      throw new Error('a transaction is already under way: hand its `tx` on, do not begin another')
  }

  return {
    transaction<T>(work: (tx: Tx) => Sync<T>): T {
      refuseNested()
      shredded = false
      let kept = false
      try {
        const result = run<T>(writing, work, () => {
          seen.settle(changed())
          commit.run()
        })
        kept = true
        if (shredded) forgetTraces(file)
        return result
      } finally {
        seen.close(kept)
        subjects.close(kept)
      }
    },
    read<T>(work: (tx: Tx) => Sync<T>): T {
      refuseNested()
      return run<T>(reading, work, () => {
        if (changed()) throw new Error('something was written while only reading: use `transaction`')
        commit.run()
      })
    },
    close: () => void file.close(),
  }
}

/** Old pages linger in the write-ahead log until it is folded in and cut; `secure_delete` has blanked them in the file itself. */
export function forgetTraces(file: Database): void {
  file.pragma('wal_checkpoint(TRUNCATE)')
}

/**
 * A room of the store may be entered inside a transaction only. A continuation after an `await` runs outside of it, where each write would stand
 * alone and nothing could be rolled back. Its statements are prepared when it is first entered: a start need not wait for those of rooms nobody is in yet.
 */
function onlyInside(file: Database, rooms: { readonly [Room in keyof Tx]: () => Tx[Room] }): Tx {
  const guarded = {}
  for (const [name, open] of Object.entries(rooms)) {
    let room: unknown
    Object.defineProperty(guarded, name, {
      enumerable: true,
      get() {
        if (!file.inTransaction) throw new Error(`\`tx.${name}\` was used after its transaction had ended`)
        room ??= open()
        return room
      },
    })
  }
  return guarded as Tx
}

/** The types refuse an async function already; this is for those that come in disguise. */
function refusePromise(result: unknown): void {
  if (typeof (result as PromiseLike<unknown> | undefined)?.then !== 'function')
    return // Its later failure, on the closed transaction, is this very mistake: reported once, here, and not as a crash of the process.
  ;(result as PromiseLike<unknown>).then(undefined, () => undefined)
  throw new Error('a transaction must not wait: its work returned a promise, and nothing of it was kept')
}
