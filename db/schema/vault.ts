import { blob, primaryKey, sqliteTable, text } from '../drizzle.ts'

/** One data key per subject, wrapped by the master key; `wrapped` is NULL once it has been destroyed, and the row stays to say so. */
export const vaultKeys = sqliteTable('vault_keys', {
  subject: text().primaryKey(),
  wrapped: blob({ mode: 'buffer' }),
})

export const vaultAnswers = sqliteTable(
  'vault_answers',
  {
    subject: text()
      .notNull()
      .references(() => vaultKeys.subject),
    slot: text().notNull(),
    sealed: blob({ mode: 'buffer' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.subject, t.slot] })],
)
