/** `npm ci` on a machine without Python and a compiler. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')
type Package = { readonly gypfile?: boolean }
const read = <T>(path: string): T => JSON.parse(readFileSync(join(ROOT, path), 'utf8'))

/**
 * npm compiles whatever brings a `binding.gyp`, unless the package says `"gypfile": false`; of a package it installs from the lock it knows only what the lock
 * says (npm/cli issue 9837), and `npm install` leaves that line out.
 */
it('the lock says of every package that comes built that it is not to be built: put "gypfile": false back after an update', () => {
  const { packages } = read<{ packages: Record<string, Package> }>('package-lock.json')
  const built = Object.keys(packages).filter(
    (path) =>
      existsSync(join(ROOT, path, 'binding.gyp')) && read<Package>(join(path, 'package.json')).gypfile === false,
  )
  expect(built).toContain('node_modules/better-sqlite3')
  expect(built.filter((path) => packages[path]?.gypfile !== false)).toEqual([])
})
