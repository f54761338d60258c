import { closeSync, fsyncSync, openSync } from 'node:fs'

/** Makes an empty file that only its owner may read, unless there is one. SQLite gives its companions (-wal, -shm) the same rights. */
export function makePrivately(path: string): void {
  closeSync(openSync(path, 'a', 0o600))
}

/** Waits until the disk has a file, or a folder's list of names. */
export function flush(path: string): void {
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
