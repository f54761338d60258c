import type { Answer } from '../../src/forms/form.ts'
import type { Draft } from '../../src/ports.ts'
import { check, index, integer, primaryKey, sql, sqliteTable, text, uniqueIndex } from '../drizzle.ts'
import { isJson, json, oneOf } from './columns.ts'

/** No foreign key to subjects: the form that begins a matter is filled in before the matter exists. */
export const drafts = sqliteTable(
  'drafts',
  {
    n: integer().primaryKey(),
    id: text().notNull().unique(),
    form: text().notNull(),
    subject: text().notNull(),
    owed: text().notNull(),
    startedBy: text('started_by').notNull(),
    startedAt: text('started_at').notNull(),
    status: text().$type<Draft['status']>().notNull(),
    amends: text(),
  },
  (t) => [
    index('drafts_of_subject').on(t.subject),
    index('drafts_unfinished').on(t.startedAt).where(sql`status <> 'submitted'`),
    uniqueIndex('drafts_one_open').on(t.subject, t.form, t.owed).where(sql`status = 'open'`),
    check('drafts_status', oneOf(t.status, ['open', 'submitted', 'discarded'])),
  ],
)

export const answers = sqliteTable(
  'answers',
  {
    draft: text()
      .notNull()
      .references(() => drafts.id),
    question: text().notNull(),
    value: json<Answer | null>(),
    sealed: integer({ mode: 'boolean' }).notNull(),
    by: text().notNull(),
    at: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.draft, t.question] }),
    check('answers_value_is_json', isJson(t.value)),
    check('answers_sealed_ones_hold_no_words', sql`${t.sealed} in (0, 1) and (${t.sealed} = 0 or ${t.value} is null)`),
  ],
)
