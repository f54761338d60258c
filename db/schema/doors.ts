import type { Door, Place } from '../../src/chat/intent.ts'
import type { KnownDoor } from '../../src/ports.ts'
import { check, index, primaryKey, sqliteTable, text } from '../drizzle.ts'
import { oneOf } from './columns.ts'

export const doors = sqliteTable(
  'doors',
  {
    platform: text().$type<Door['platform']>().notNull(),
    tenant: text().notNull(),
    user: text().notNull(),
    person: text().notNull(),
    how: text().$type<KnownDoor['how']>().notNull(),
    since: text().notNull(),
    reach: text(),
    lastUsed: text('last_used').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.platform, t.tenant, t.user] }),
    index('doors_of_person').on(t.person, t.since),
    check('doors_how', oneOf(t.how, ['email', 'code', 'profile'])),
  ],
)

/** Where a group's channel is: one per platform and tenant. */
export const channels = sqliteTable(
  'channels',
  {
    group: text().notNull(),
    platform: text().$type<Place['platform']>().notNull(),
    tenant: text().notNull(),
    conversation: text().notNull(),
    kind: text().$type<Place['kind']>().notNull(),
    reach: text(),
  },
  (t) => [
    primaryKey({ columns: [t.platform, t.tenant, t.conversation] }),
    index('channels_of_group').on(t.group, t.platform, t.tenant),
    check('channels_kind', oneOf(t.kind, ['direct', 'group', 'channel', 'desk'])),
  ],
)
