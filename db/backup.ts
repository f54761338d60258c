import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import Database from 'better-sqlite3'
import type { Instant } from '../src/kernel/time.ts'
import { flush, makePrivately } from './files.ts'

/**
 * Writes a consistent copy of the file into a folder, keeps the newest `keep` there, and gives the copy's path. Others may go on writing meanwhile.
 * The copy is compact: nothing deleted is in it. It blocks its thread (about a second for 300 MB), so run a large one in a process of its own.
 * Old copies still hold the keys that have been destroyed since: retention has ended only when they are gone too.
 */
export function backup(file: string, folder: string, at: Instant, keep = 14): string {
  if (!existsSync(file)) throw new Error(`there is no ${file}`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const name = basename(file).replace(/\.[^.]*$/, '')
  const copy = join(folder, `${name}-${at.replaceAll(/[-:.]/g, '')}.sqlite`)
  const unfinished = `${copy}.unfinished`
  rmSync(unfinished, { force: true })
  makePrivately(unfinished)
  const source = new Database(file, { readonly: true })
  try {
    source.prepare('VACUUM INTO ?').run(unfinished)
  } finally {
    source.close()
  }
  // VACUUM INTO does not wait for the disk, and a half-written backup must never bear the name of a whole one.
  flush(unfinished)
  renameSync(unfinished, copy)
  flush(folder)
  for (const old of backupsOf(name, folder).slice(0, -keep)) rmSync(join(folder, old))
  return copy
}

/** Oldest first: the moment in the name sorts as it counts. */
function backupsOf(name: string, folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((entry) => entry.startsWith(`${name}-`) && /-\d{8}T\d+Z\.sqlite$/.test(entry))
    .sort()
}
