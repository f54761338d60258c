import type { Alarm } from '../../src/ports.ts'
import { check, index, integer, sqliteTable, text } from '../drizzle.ts'
import { isJson, json, oneOf } from './columns.ts'

/** No foreign key to subjects: the morning digest and the series of meetings ring too. */
export const alarms = sqliteTable(
  'alarms',
  {
    n: integer().primaryKey(),
    key: text().notNull().unique(),
    subject: text().notNull(),
    at: text().notNull(),
    about: json<Alarm['about']>().notNull(),
    status: text().$type<Alarm['status']>().notNull(),
    rungAt: text('rung_at'),
    outcome: text(),
  },
  (t) => [
    index('alarms_due').on(t.status, t.at),
    index('alarms_of_subject').on(t.subject, t.status, t.at),
    check('alarms_about_is_json', isJson(t.about)),
    check('alarms_status', oneOf(t.status, ['waiting', 'rung', 'cancelled'])),
  ],
)
