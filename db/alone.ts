/** One Muster at a time has the partnership's file open for work: two would each chase everybody. The command line may look beside it. */
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { makePrivately } from './files.ts'

/** What nobody holds any more would be collected as rubbish, and the lock with it. */
const held = new Set<Database.Database>()

/** One that has been told to stop is given this long to let the file go. */
const WAIT_MS = 5_000

/**
 * Takes the file for this process and gives the way to let it go; undefined while another process works on it. The system itself lets it go when the process
 * ends, however it ends: what is held is a lock on a small file beside it, whose presence alone means nothing.
 */
export function takeAlone(file: string, waitMs = WAIT_MS): (() => void) | undefined {
  if (file === ':memory:') return () => {}
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  makePrivately(`${file}.lock`)
  const lock = new Database(`${file}.lock`, { timeout: waitMs })
  try {
    lock.pragma('journal_mode = MEMORY')
    lock.exec('BEGIN EXCLUSIVE')
    held.add(lock)
    return () => {
      held.delete(lock)
      lock.close()
    }
  } catch (problem) {
    lock.close()
    if ((problem as { code?: unknown }).code === 'SQLITE_BUSY') return undefined
    throw problem
  }
}
