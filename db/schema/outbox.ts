import type { OutboxLine } from '../../src/ports.ts'
import { check, index, integer, sql, sqliteTable, text } from '../drizzle.ts'
import { isJson, json, oneOf } from './columns.ts'

export const outbox = sqliteTable(
  'outbox',
  {
    n: integer().primaryKey(),
    id: text().notNull().unique(),
    key: text().notNull().unique(),
    to: json<OutboxLine['to']>().notNull(),
    content: json<OutboxLine['content']>().notNull(),
    unlessDone: json<OutboxLine['unlessDone']>('unless_done'),
    statutory: integer({ mode: 'boolean' }).notNull(),
    notBefore: text('not_before').notNull(),
    writtenAt: text('written_at').notNull(),
    attachments: json<OutboxLine['attachments']>(),
    status: text().$type<OutboxLine['status']>().notNull(),
    attempts: integer().notNull(),
    doneAt: text('done_at'),
    outcome: text(),
    /** Taken out of `content`, `unlessDone` and `to`, to be found by. */
    subject: text(),
    person: text(),
  },
  (t) => [
    index('outbox_waiting').on(t.status, t.notBefore),
    index('outbox_of_subject').on(t.subject),
    index('outbox_of_person').on(t.person),
    // Only those that still say something in words of their own.
    index('outbox_words').on(t.doneAt).where(sql`json_extract(content, '$.message.blocks[0]') is not null`),
    check('outbox_to_is_json', isJson(t.to)),
    check('outbox_content_is_json', isJson(t.content)),
    check('outbox_status', oneOf(t.status, ['waiting', 'sent', 'skipped', 'undeliverable'])),
  ],
)
