import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { check } from '../../db/check.ts'
import { openStore } from '../../db/open.ts'
import { inspect, link } from '../../src/record/journal.ts'
import { inspectRecord, pinOf } from '../../src/record/pins.ts'
import { at, juniper, key } from './given.ts'
import { aFile } from './stores.ts'

/** A file with a case of three facts and a journal of five entries, closed. */
function aRecord(): string {
  const file = aFile()
  const store = openStore({ file, key, clock: () => at })
  store.transaction((tx) => {
    tx.subjects.add(juniper)
    for (const kind of ['notified', 'scoped', 'returned'])
      tx.subjects.append(juniper.id, { kind, at, by: 'p', data: {} })
    for (let i = 1; i <= 5; i++) tx.journal.append({ at, by: 'p-spa', verb: 'case.step', detail: { step: i } })
  })
  store.close()
  return file
}

function withSql(file: string, ...statements: readonly string[]): void {
  const database = new Database(file)
  try {
    for (const statement of statements) database.exec(statement)
  } finally {
    database.close()
  }
}

function verdictOn(file: string) {
  const store = openStore({ file, key, clock: () => at })
  try {
    return store.read((tx) => inspect(tx.journal))
  } finally {
    store.close()
  }
}

describe('somebody with the file and an SQL prompt', () => {
  it.each([
    [`UPDATE facts SET kind = 'closed' WHERE version = 2`, 'facts are never changed'],
    [`DELETE FROM facts WHERE version = 3`, 'facts are never removed'],
    [
      `INSERT OR REPLACE INTO facts VALUES ('rr-2026-01', 2, 'closed', '${at}', 'p', NULL, '{}')`,
      'facts are never replaced',
    ],
    [`UPDATE journal SET "by" = 'p-chair' WHERE n = 2`, 'the journal is never changed'],
    [`DELETE FROM journal WHERE n = 5`, 'the journal is never shortened'],
    [
      `REPLACE INTO journal SELECT n, at, 'p', NULL, verb, NULL, detail, before, hash FROM journal WHERE n = 5`,
      'follows',
    ],
    [`DELETE FROM journal_head`, 'the journal remembers its head'],
    [`UPDATE journal_head SET n = 2`, 'one entry at a time'],
    [`UPDATE subjects SET id = 'other'`, 'FOREIGN KEY'],
  ])('is refused: %s', (statement, because) => {
    const file = aRecord()
    expect(() => withSql(file, statement)).toThrow(because)
    expect(verdictOn(file)).toMatchObject({ ok: true, entries: 5 })
  })

  it('is found out when the guards were taken down first: the changed row is named, and so are the missing guards', () => {
    const file = aRecord()
    withSql(file, 'DROP TRIGGER journal_is_never_changed', `UPDATE journal SET "by" = 'p-chair' WHERE n = 3`)
    expect(verdictOn(file)).toEqual({ ok: false, at: 3, because: 'Entry 3 was changed after it was written.' })
    expect(check(file)).toEqual({ ok: false, problems: ['the guard journal_is_never_changed is missing'] })
  })

  it.each([
    ['UPDATE facts SET at = $ WHERE version = 2', 2, 'Fact 2 of rr-2026-01 was changed after it was written.'],
    ['DELETE FROM facts WHERE version = 3', 3, 'Fact 3 of rr-2026-01 is missing.'],
    [
      `INSERT INTO facts SELECT subject, 4, kind, at, 'p-chair', "as", data FROM facts WHERE version = 3`,
      3,
      'Fact 4 of rr-2026-01 stands in no entry.',
    ],
  ])('is found out by the entry that pins the facts: %s', (statement, entry, because) => {
    // Given a case with three facts, each pinned by the entry that was written with it
    const file = aFile()
    const store = openStore({ file, key, clock: () => at })
    store.transaction((tx) => {
      tx.subjects.add(juniper)
      for (const kind of ['notified', 'scoped', 'returned']) {
        const fact = { kind, at, by: 'p', data: {} }
        const facts = [pinOf(fact, tx.subjects.append(juniper.id, fact))]
        tx.journal.append({ at, by: 'p', verb: 'case.step', subject: juniper.id, detail: { facts } })
      }
    })
    expect(store.read((tx) => inspectRecord(tx))).toMatchObject({ ok: true, entries: 3 })
    store.close()
    // When somebody takes the guards down and changes what happened
    withSql(file, 'DROP TRIGGER facts_are_never_changed', 'DROP TRIGGER facts_are_never_removed')
    withSql(file, statement.replace('$', "'2026-12-01T00:00:00.000Z'"))
    // Then the entry is named
    const reopened = openStore({ file, key, clock: () => at })
    expect(reopened.read((tx) => inspectRecord(tx))).toEqual({ ok: false, at: entry, because })
    reopened.close()
  })

  it('is found out deep in a journal of many pages', () => {
    const file = aFile()
    const store = openStore({ file, key, clock: () => at })
    store.transaction((tx) => {
      for (let i = 1; i <= 2500; i++) tx.journal.append({ at, by: 'p-spa', verb: 'case.step', detail: { step: i } })
    })
    store.close()
    expect(verdictOn(file)).toMatchObject({ ok: true, entries: 2500 })
    withSql(file, 'DROP TRIGGER journal_is_never_changed', `UPDATE journal SET detail = '{}' WHERE n = 2345`)
    expect(verdictOn(file)).toMatchObject({ ok: false, at: 2345 })
  })

  it('is found out when the last entries were cut off', () => {
    const file = aRecord()
    withSql(file, 'DROP TRIGGER journal_is_never_shortened', 'DELETE FROM journal WHERE n > 3')
    expect(verdictOn(file)).toMatchObject({ ok: false, at: 4, because: expect.stringContaining('missing') })
  })

  it('is found out when an entry, well forged, was added behind the head', () => {
    const file = aRecord()
    const store = openStore({ file, key, clock: () => at })
    const head = store.read((tx) => tx.journal.head())
    store.close()
    const { before, hash } = link(head, { at, by: 'p-chair', verb: 'case.close', detail: {} })
    withSql(
      file,
      'DROP TRIGGER journal_moves_its_head',
      `INSERT INTO journal VALUES (6, '${at}', 'p-chair', NULL, 'case.close', NULL, '{}', '${before}', '${hash}')`,
    )
    expect(verdictOn(file)).toMatchObject({ ok: false, at: 6, because: expect.stringContaining('behind') })
  })

  it('is found out by a head written down elsewhere, when head and journal were cut alike', () => {
    const file = aRecord()
    const store = openStore({ file, key, clock: () => at })
    const remembered = store.read((tx) => tx.journal.head())
    store.close()
    withSql(
      file,
      'DROP TRIGGER journal_is_never_shortened',
      'DROP TRIGGER journal_head_only_moves_on',
      'DELETE FROM journal WHERE n = 5',
      'UPDATE journal_head SET n = 4, hash = (SELECT hash FROM journal WHERE n = 4)',
    )
    const reopened = openStore({ file, key, clock: () => at })
    const verdicts = reopened.read((tx) => [inspect(tx.journal), inspect(tx.journal, remembered)])
    reopened.close()
    expect(verdicts).toMatchObject([
      { ok: true, entries: 4 },
      { ok: false, at: 5 },
    ])
  })
})
