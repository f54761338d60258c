import type { Fact } from '../../src/ports.ts'
import { check, index, integer, primaryKey, sql, sqliteTable, text } from '../drizzle.ts'
import { isJson, json } from './columns.ts'

export const subjects = sqliteTable(
  'subjects',
  {
    /** The order they were added in; settles ties of the clock. */
    n: integer().primaryKey(),
    id: text().notNull().unique(),
    kind: text().notNull(),
    title: text().notNull(),
    profile: text().notNull(),
    open: integer({ mode: 'boolean' }).notNull(),
    createdAt: text('created_at').notNull(),
    version: integer().notNull().default(0),
  },
  (t) => [
    index('subjects_open').on(t.open, t.createdAt),
    index('subjects_open_of_kind').on(t.kind, t.open, t.createdAt),
    index('subjects_of_kind').on(t.kind, t.createdAt),
    check('subjects_open_is_yes_or_no', sql`${t.open} in (0, 1)`),
  ],
)

export const facts = sqliteTable(
  'facts',
  {
    subject: text()
      .notNull()
      .references(() => subjects.id),
    version: integer().notNull(),
    kind: text().notNull(),
    at: text().notNull(),
    by: text().notNull(),
    as: text(),
    data: json<Fact['data']>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.subject, t.version] }), check('facts_data_is_json', isJson(t.data))],
)
