import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Opening } from '../../db/open.ts'
import { openStore } from '../../db/open.ts'
import type { Store } from '../../src/ports.ts'
import { at, key } from './given.ts'

/** A folder that is gone when the test is over. */
export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'muster-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A file's path in a folder of its own; nothing is there yet. */
export const aFile = () => join(aFolder(), 'muster.sqlite')

/** A store that is closed when the test is over. */
export function aStore(opening: Partial<Opening> = {}): Store {
  const store = openStore({ file: ':memory:', key, clock: () => at, ...opening })
  onTestFinished(() => store.close())
  return store
}
