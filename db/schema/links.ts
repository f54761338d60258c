import type { Link } from '../../src/ports.ts'
import { check, index, integer, sqliteTable, text } from '../drizzle.ts'
import { oneOf } from './columns.ts'

export const links = sqliteTable(
  'links',
  {
    hash: text().primaryKey(),
    purpose: text().$type<Link['purpose']>().notNull(),
    person: text().notNull(),
    target: text().notNull(),
    expiresAt: text('expires_at').notNull(),
    once: integer({ mode: 'boolean' }).notNull(),
    spentAt: text('spent_at'),
  },
  (t) => [
    index('links_of_person').on(t.person, t.purpose),
    index('links_expiry').on(t.expiresAt),
    check('links_purpose', oneOf(t.purpose, ['desk', 'session', 'code', 'calendar'])),
  ],
)
