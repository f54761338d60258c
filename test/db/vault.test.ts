import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { openStore, rewrap } from '../../db/open.ts'
import { newVaultKey, readVaultKey } from '../../db/seal.ts'
import { isRefusal } from '../../src/kernel/result.ts'
import { anotherKey, at, juniper, key } from './given.ts'
import { aFile, aStore } from './stores.ts'

const words = 'The neighbour heard the baby cry all night'

/** Every byte of the file and of what lies beside it: write-ahead log, shared memory, backups. */
function everyByteBeside(file: string): Buffer {
  const files = readdirSync(dirname(file), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return Buffer.concat(files.map((entry) => readFileSync(join(entry.parentPath, entry.name))))
}

const sealWords = (file: string, under = key) => {
  const store = openStore({ file, key: under, clock: () => at })
  store.transaction((tx) => tx.vault.seal(juniper.id, 'draft_1/A1', words))
  return store
}

describe('what people wrote about people', () => {
  it('is nowhere in the file, neither while it is open nor when it is closed', () => {
    const file = aFile()
    const store = sealWords(file)
    expect(existsSync(`${file}-wal`)).toBe(true)
    expect(everyByteBeside(file).includes('neighbour')).toBe(false)
    store.close()
    expect(everyByteBeside(file).includes('neighbour')).toBe(false)
    expect(everyByteBeside(file).includes('draft_1/A1')).toBe(true)
  })

  it('cannot be read with another key', () => {
    const file = aFile()
    sealWords(file).close()
    const stranger = aStore({ file, key: anotherKey })
    expect(() => stranger.read((tx) => tx.vault.open(juniper.id, 'draft_1/A1'))).toThrow('MUSTER_KEY does not open')
  })

  it('does not open in another place than its own', () => {
    const file = aFile()
    sealWords(file).close()
    const database = new Database(file)
    database.exec(`UPDATE vault_answers SET slot = 'draft_1/A2'`)
    database.close()
    const store = aStore({ file })
    expect(() => store.read((tx) => tx.vault.open(juniper.id, 'draft_1/A2'))).toThrow('authenticate')
  })

  it('does not open when one bit of it was turned', () => {
    const file = aFile()
    sealWords(file).close()
    const database = new Database(file)
    const sealed = database.prepare('SELECT sealed FROM vault_answers').pluck().get() as Buffer
    sealed[40] = (sealed[40] ?? 0) ^ 1
    database.prepare('UPDATE vault_answers SET sealed = ?').run(sealed)
    database.close()
    const store = aStore({ file })
    expect(() => store.read((tx) => tx.vault.open(juniper.id, 'draft_1/A1'))).toThrow('authenticate')
  })

  it('is gone for good when shredded: the wrapped key is not left in a freed page or in the log', () => {
    const file = aFile()
    const store = sealWords(file)
    const database = new Database(file, { readonly: true })
    const wrapped = database.prepare('SELECT wrapped FROM vault_keys').pluck().get() as Buffer
    database.close()
    expect(everyByteBeside(file).includes(wrapped)).toBe(true)

    store.transaction((tx) => tx.vault.shred(juniper.id))

    expect(everyByteBeside(file).includes(wrapped)).toBe(false)
    expect(() => store.read((tx) => tx.vault.open(juniper.id, 'draft_1/A1'))).toThrow('destroyed')
    store.close()
  })

  it('stays when the shredding was rolled back', () => {
    const store = aStore()
    store.transaction((tx) => tx.vault.seal(juniper.id, 'draft_1/A1', words))
    const shredding = () =>
      store.transaction((tx) => {
        tx.vault.shred(juniper.id)
        throw new Error('a legal hold stands')
      })
    expect(shredding).toThrow('a legal hold stands')
    expect(store.read((tx) => tx.vault.open(juniper.id, 'draft_1/A1'))).toBe(words)
  })
})

describe('a new master key', () => {
  it('opens everything, and the old one nothing; what was destroyed stays destroyed', () => {
    const file = aFile()
    const store = sealWords(file)
    store.transaction((tx) => {
      tx.vault.seal('rr-2026-02', 'draft_2/A1', words)
      tx.vault.shred('rr-2026-02')
    })
    store.close()

    expect(rewrap(file, key, anotherKey)).toBe(1)

    const renewed = aStore({ file, key: anotherKey })
    expect(renewed.read((tx) => tx.vault.open(juniper.id, 'draft_1/A1'))).toBe(words)
    expect(() => renewed.read((tx) => tx.vault.open('rr-2026-02', 'draft_2/A1'))).toThrow('destroyed')
    const old = aStore({ file })
    expect(() => old.read((tx) => tx.vault.open(juniper.id, 'draft_1/A1'))).toThrow('MUSTER_KEY does not open')
  })

  it('changes nothing when the old one was not the right one', () => {
    const file = aFile()
    sealWords(file).close()
    expect(() => rewrap(file, anotherKey, newVaultKey())).toThrow('MUSTER_KEY does not open')
    expect(aStore({ file }).read((tx) => tx.vault.open(juniper.id, 'draft_1/A1'))).toBe(words)
  })

  it('is read from its 44 characters, with the line end a file may have left', () => {
    const made = newVaultKey()
    expect(readVaultKey(`${made.toString('base64')}\n`)).toEqual(made)
  })

  it.each([
    ['no key', undefined, 'no-key'],
    ['an empty one', '  ', 'no-key'],
    ['a short one', Buffer.alloc(16).toString('base64'), 'bad-key'],
    ['a password', 'correct horse battery staple and so on 12345', 'bad-key'],
    ['an unpadded one', Buffer.alloc(32, 1).toString('base64').slice(0, 43), 'bad-key'],
  ])('refuses %s, and says how to make one', (_, text, code) => {
    const refusal = readVaultKey(text)
    if (!isRefusal(refusal)) throw new Error('it was taken for a key')
    expect(refusal.code).toBe(code)
    expect(refusal.next).toContain('npm run --silent muster -- key')
  })
})
