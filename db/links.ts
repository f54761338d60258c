import type { Links } from '../src/ports.ts'
import { and, eq, lt, sql } from './drizzle.ts'
import type { Db } from './rows.ts'
import { adding, mustChange, placeholders, present } from './rows.ts'
import { links } from './schema/links.ts'

const hash = sql.placeholder('hash')
const ofPerson = eq(links.person, sql.placeholder('person'))

export function linksIn(db: Db): Links {
  const add = adding(links, db.insert(links).values(placeholders(links)).prepare())
  const find = db.select().from(links).where(eq(links.hash, hash)).prepare()
  const spend = db
    .update(links)
    .set({ spentAt: sql`coalesce(${links.spentAt}, ${sql.placeholder('at')})` })
    .where(eq(links.hash, hash))
    .prepare()
  const revokeAll = db.delete(links).where(ofPerson).prepare()
  const revoke = db
    .delete(links)
    .where(and(ofPerson, eq(links.purpose, sql.placeholder('purpose'))))
    .prepare()
  const forget = db
    .delete(links)
    .where(lt(links.expiresAt, sql.placeholder('at')))
    .prepare()

  return {
    add: (link) => void add(link),
    find(hash) {
      const row = find.get({ hash })
      return row && present(row)
    },
    // The first time it was spent is the one that is remembered.
    spend: (hash, at) => mustChange(spend.run({ hash, at }).changes, 'such link'),
    revoke: (person, purpose) =>
      void (purpose === undefined ? revokeAll.run({ person }) : revoke.run({ person, purpose })),
    forgetBefore: (at) => void forget.run({ at }),
  }
}
