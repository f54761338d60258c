import { index, sqliteTable, text } from '../drizzle.ts'

/** The events that have come in already: a platform's retry has the same id. */
export const seen = sqliteTable('seen', { id: text().primaryKey(), at: text().notNull() }, (t) => [
  index('seen_at').on(t.at),
])
