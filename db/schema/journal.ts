import type { JournalEntry } from '../../src/ports.ts'
import { check, index, integer, sql, sqliteTable, text } from '../drizzle.ts'
import { isJson, json } from './columns.ts'

export const journal = sqliteTable(
  'journal',
  {
    n: integer().primaryKey(),
    at: text().notNull(),
    by: text().notNull(),
    as: text(),
    verb: text().notNull(),
    subject: text(),
    detail: json<JournalEntry['detail']>().notNull(),
    before: text().notNull(),
    hash: text().notNull(),
  },
  (t) => [
    index('journal_of_subject').on(t.subject),
    check('journal_detail_is_json', isJson(t.detail)),
    check('journal_hashes', sql`length(${t.before}) = 64 and length(${t.hash}) = 64`),
  ],
)

/** The last entry, remembered apart, so that a journal cut off at the end is noticed. One row; a trigger moves it on. */
export const journalHead = sqliteTable(
  'journal_head',
  { id: integer().primaryKey(), n: integer().notNull(), hash: text().notNull() },
  (t) => [check('journal_head_is_one', sql`${t.id} = 1`)],
)
