import type { Alarms } from '../src/ports.ts'
import { and, asc, eq, lte, sql } from './drizzle.ts'
import type { Db } from './rows.ts'
import { adding, excluded, mustChange, placeholders, present } from './rows.ts'
import { alarms } from './schema/alarms.ts'

const key = sql.placeholder('key')
const isWaiting = eq(alarms.status, 'waiting')
const soonestFirst = [asc(alarms.at), asc(alarms.n)]

export function alarmsIn(db: Db): Alarms {
  const put = adding(
    alarms,
    db
      .insert(alarms)
      .values(placeholders(alarms))
      .onConflictDoUpdate({
        target: alarms.key,
        set: excluded(alarms, 'subject', 'at', 'about', 'status', 'rungAt', 'outcome'),
        setWhere: sql`not (${alarms.status} = 'rung' and ${alarms.at} = excluded.at)`,
      })
      .prepare(),
  )
  const get = db.select().from(alarms).where(eq(alarms.key, key)).prepare()
  const waiting = db
    .select()
    .from(alarms)
    .where(isWaiting)
    .orderBy(...soonestFirst)
    .prepare()
  const waitingOf = db
    .select()
    .from(alarms)
    .where(and(eq(alarms.subject, sql.placeholder('subject')), isWaiting))
    .orderBy(...soonestFirst)
    .prepare()
  const due = db
    .select()
    .from(alarms)
    .where(and(isWaiting, lte(alarms.at, sql.placeholder('at'))))
    .orderBy(...soonestFirst)
    .prepare()
  const cancel = db
    .update(alarms)
    .set({ status: 'cancelled' })
    .where(and(eq(alarms.key, key), isWaiting))
    .prepare()
  const rung = db
    .update(alarms)
    .set({ status: 'rung', rungAt: sql`${sql.placeholder('at')}`, outcome: sql`${sql.placeholder('outcome')}` })
    .where(eq(alarms.key, key))
    .prepare()

  return {
    waiting: (subject) => (subject === undefined ? waiting.all() : waitingOf.all({ subject })).map(present),
    due: (at) => due.all({ at }).map(present),
    get(key) {
      const row = get.get({ key })
      return row && present(row)
    },
    put: (alarm) => void put({ ...alarm, status: 'waiting' }),
    cancel: (key) => void cancel.run({ key }),
    rung: (key, at, outcome) => mustChange(rung.run({ key, at, outcome }).changes, `alarm ${key}`),
  }
}
