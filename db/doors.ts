import type { Doors } from '../src/ports.ts'
import { and, asc, eq, sql } from './drizzle.ts'
import type { Db } from './rows.ts'
import { adding, excluded, placeholders, present } from './rows.ts'
import { channels, doors } from './schema/doors.ts'

const platform = sql.placeholder('platform')
const tenant = sql.placeholder('tenant')
const group = sql.placeholder('group')
const thisDoor = and(eq(doors.platform, platform), eq(doors.tenant, tenant), eq(doors.user, sql.placeholder('user')))

export function doorsIn(db: Db): Doors {
  const put = adding(
    doors,
    db
      .insert(doors)
      .values(placeholders(doors))
      .onConflictDoUpdate({
        target: [doors.platform, doors.tenant, doors.user],
        set: excluded(doors, 'person', 'how', 'since', 'reach', 'lastUsed'),
      })
      .prepare(),
  )
  const find = db.select().from(doors).where(thisDoor).prepare()
  const of = db
    .select()
    .from(doors)
    .where(eq(doors.person, sql.placeholder('person')))
    .orderBy(asc(doors.since))
    .prepare()
  const lastUsed = db
    .select({ at: sql<string | null>`max(${doors.lastUsed})` })
    .from(doors)
    .where(eq(doors.person, sql.placeholder('person')))
    .prepare()
  const remove = db.delete(doors).where(thisDoor).prepare()

  const moveOut = db
    .delete(channels)
    .where(and(eq(channels.group, group), eq(channels.platform, platform), eq(channels.tenant, tenant)))
    .prepare()
  const moveIn = adding(
    channels,
    db
      .insert(channels)
      .values(placeholders(channels))
      .onConflictDoUpdate({
        target: [channels.platform, channels.tenant, channels.conversation],
        set: excluded(channels, 'group', 'kind', 'reach'),
      })
      .prepare(),
  )
  const channelsOf = db
    .select({
      platform: channels.platform,
      tenant: channels.tenant,
      conversation: channels.conversation,
      kind: channels.kind,
      reach: channels.reach,
    })
    .from(channels)
    .where(eq(channels.group, group))
    .orderBy(asc(channels.platform), asc(channels.tenant))
    .prepare()
  const groupAt = db
    .select({ group: channels.group })
    .from(channels)
    .where(
      and(
        eq(channels.platform, platform),
        eq(channels.tenant, tenant),
        eq(channels.conversation, sql.placeholder('conversation')),
      ),
    )
    .prepare()

  return {
    find({ platform, tenant, user }) {
      const row = find.get({ platform, tenant, user })
      return row && present(row)
    },
    of: (person) => of.all({ person }).map(present),
    lastUsed: (person) => lastUsed.get({ person })?.at ?? '',
    put: (door) => void put(door),
    remove: ({ platform, tenant, user }) => void remove.run({ platform, tenant, user }),
    bind(group, place) {
      moveOut.run({ group, platform: place.platform, tenant: place.tenant })
      moveIn({ ...place, group })
    },
    channels: (group) => channelsOf.all({ group }).map(present),
    groupAt: ({ platform, tenant, conversation }) => groupAt.get({ platform, tenant, conversation })?.group,
  }
}
