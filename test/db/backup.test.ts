import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { backup } from '../../db/backup.ts'
import { check } from '../../db/check.ts'
import { openStore } from '../../db/open.ts'
import { at, juniper, key } from './given.ts'
import { makeOldFile } from './old-file.ts'
import { aFile, aFolder, aStore } from './stores.ts'

const day = (n: number) => `2026-12-${String(n).padStart(2, '0')}T03:00:00.000Z`

describe('a backup', () => {
  it('is a whole file that opens like the first, made while the service goes on', () => {
    const file = aFile()
    const service = aStore({ file })
    service.transaction((tx) => {
      tx.subjects.add(juniper)
      tx.vault.seal(juniper.id, 'draft_1/A1', 'words')
    })
    const copy = backup(file, aFolder(), day(1))
    service.transaction((tx) => tx.subjects.append(juniper.id, { kind: 'scoped', at, by: 'p-spa', data: {} }))

    expect(check(copy)).toEqual({ ok: true })
    aStore({ file: copy }).read((tx) => {
      expect(tx.subjects.get(juniper.id)?.version).toBe(0)
      expect(tx.vault.open(juniper.id, 'draft_1/A1')).toBe('words')
    })
  })

  it('keeps the newest, and leaves other files in the folder alone', () => {
    const file = aFile()
    aStore({ file })
    const folder = aFolder()
    writeFileSync(join(folder, 'muster-notes.sqlite'), 'not ours')
    for (let n = 1; n <= 5; n++) backup(file, folder, day(n), 3)
    expect(readdirSync(folder).sort()).toEqual([
      'muster-20261203T030000000Z.sqlite',
      'muster-20261204T030000000Z.sqlite',
      'muster-20261205T030000000Z.sqlite',
      'muster-notes.sqlite',
    ])
  })

  it('is not hindered by one that was cut short', () => {
    const file = aFile()
    aStore({ file })
    const folder = aFolder()
    writeFileSync(join(folder, 'muster-20261201T030000000Z.sqlite.unfinished'), 'half')
    expect(check(backup(file, folder, day(1)))).toEqual({ ok: true })
    expect(readdirSync(folder)).toEqual(['muster-20261201T030000000Z.sqlite'])
  })

  it('is for its owner’s eyes only, as the file is', () => {
    const file = aFile()
    aStore({ file })
    const copy = backup(file, join(aFolder(), 'kept'), day(1))
    for (const one of [file, `${file}-wal`, copy]) expect((statSync(one).mode & 0o077).toString(8)).toBe('0')
  })

  it('throws where there is nothing to copy', () => {
    expect(() => backup(aFile(), aFolder(), day(1))).toThrow('there is no')
  })
})

describe('a file of an earlier Muster', () => {
  function anOldFile(): string {
    const file = aFile()
    makeOldFile(file, aFolder())
    return file
  }

  it('is backed up before it is brought up to date, and only then', () => {
    const file = anOldFile()
    const backups = join(dirname(file), 'backups')
    expect(check(file).ok).toBe(false)

    openStore({ file, key, clock: () => day(1) }).close()

    expect(check(file)).toEqual({ ok: true })
    const [kept] = readdirSync(backups)
    const before = new Database(join(backups, kept as string), { readonly: true })
    expect(before.prepare('SELECT value FROM settings').pluck().get()).toBe('wt2018-chscp')
    before.close()
    expect(check(join(backups, kept as string)).ok).toBe(false)

    openStore({ file, key, clock: () => day(2) }).close()
    expect(readdirSync(backups)).toHaveLength(1)
  })

  it('needs no backup when it is new', () => {
    const file = aFile()
    aStore({ file })
    expect(existsSync(join(dirname(file), 'backups'))).toBe(false)
  })

  it('is refused when a later Muster wrote it', () => {
    const file = aFile()
    aStore({ file }).close()
    const database = new Database(file)
    database.exec(`UPDATE __drizzle_migrations SET created_at = created_at + ${1e12}`)
    database.close()
    expect(() => aStore({ file })).toThrow('newer Muster')
  })
})

describe('a check of the file', () => {
  it('names a row that points nowhere', () => {
    const file = aFile()
    aStore({ file }).close()
    const database = new Database(file)
    database.pragma('foreign_keys = OFF')
    database.exec(`INSERT INTO facts VALUES ('nobody', 1, 'notified', '${at}', 'p', NULL, '{}')`)
    database.close()
    expect(check(file)).toEqual({ ok: false, problems: ['row 1 of facts points to no row of subjects'] })
  })
})
