import type { Copy, Posted, Removal } from '../../src/ports.ts'
import { check, index, integer, sql, sqliteTable, text, uniqueIndex } from '../drizzle.ts'
import { isJson, json } from './columns.ts'

/** No foreign key to the outbox: a card drawn as the answer to a press has no line there. */
export const copies = sqliteTable(
  'copies',
  {
    n: integer().primaryKey(),
    id: text().notNull().unique(),
    line: text().notNull(),
    card: text().notNull(),
    subject: text().notNull(),
    input: json<Copy['input']>(),
    viewer: text(),
    platform: text().$type<Posted['platform']>().notNull(),
    tenant: text().notNull(),
    conversation: text().notNull(),
    message: text().notNull(),
    reach: text(),
    drawn: text().notNull(),
    at: text().notNull(),
    /** The run that takes its message away; what became of it and when, once it has. Then the row is only a line of the run's report. */
    leaving: text(),
    became: text().$type<Removal>(),
    leftAt: text('left_at'),
  },
  (t) => [
    index('copies_of_subject').on(t.subject),
    index('copies_drawn_at').on(t.at),
    index('copies_of_viewer').on(t.viewer),
    index('copies_leaving').on(t.leaving).where(sql`leaving is not null`),
    uniqueIndex('copies_at').on(t.platform, t.conversation, t.message),
    check('copies_input_is_json', isJson(t.input)),
  ],
)

/**
 * How often each subject has changed, and how many of these changes its copies show. Counts, not a flag: a change that arrives while the
 * copies are being redrawn must not be settled with the ones before it.
 */
export const touches = sqliteTable(
  'touches',
  {
    subject: text().primaryKey(),
    touched: integer().notNull(),
    settled: integer().notNull(),
  },
  (t) => [index('touches_stale').on(t.subject).where(sql`touched > settled`)],
)
