import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { settingIn } from '../../db/peek.ts'
import { newVaultKey } from '../../db/seal.ts'
import { NotReady } from '../../wire/environment.ts'
import { openHousehold } from '../../wire/household.ts'
import { createLog } from '../../wire/log.ts'
import { REHEARSAL, setAside } from '../../wire/rehearse.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'muster-aside-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const isRehearsal = (file: string) => settingIn(file, REHEARSAL) !== undefined

function aFile(rehearsing: boolean): string {
  const file = join(folder, 'muster.db')
  const { store } = openHousehold({
    file,
    key: newVaultKey(),
    clock: () => '2026-12-17T10:00:00.000Z',
    log: createLog('silent'),
    baseUrl: '',
    profile: 'wt2018-chscp',
    people: 'people-fictional',
  })
  if (rehearsing) store.transaction((tx) => tx.settings.set(REHEARSAL, 'yes'))
  store.close()
  return file
}

describe('a rehearsal', () => {
  it('never touches the file of a real partnership, and says what to do', () => {
    const file = aFile(false)
    const before = readFileSync(file)
    expect(() => setAside(file, isRehearsal)).toThrow(NotReady)
    expect(() => setAside(file, isRehearsal)).toThrow(/DATABASE_FILE/)
    expect(readFileSync(file).equals(before)).toBe(true)
    expect(existsSync(`${file}.previous`)).toBe(false)
  })

  it('sets the file of the last rehearsal aside and begins afresh', () => {
    const file = aFile(true)
    setAside(file, isRehearsal)
    expect(existsSync(file)).toBe(false)
    expect(isRehearsal(`${file}.previous`)).toBe(true)
  })

  it('begins where there is no file yet, and leaves memory alone', () => {
    expect(() => setAside(join(folder, 'none.db'), isRehearsal)).not.toThrow()
    expect(() => setAside(':memory:', () => false)).not.toThrow()
  })

  it('does not take what is no database for its own', () => {
    const file = join(folder, 'letter.db')
    writeFileSync(file, 'not a database')
    expect(() => setAside(file, isRehearsal)).toThrow()
    expect(readFileSync(file, 'utf8')).toBe('not a database')
  })
})
