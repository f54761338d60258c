import { ANSWER, type Copies, type Copy, type Removed } from '../src/ports.ts'
import { and, asc, desc, eq, isNotNull, isNull, lt, sql } from './drizzle.ts'
import type { Db } from './rows.ts'
import { adding, excluded, mustChange, placeholders, present } from './rows.ts'
import { copies, touches } from './schema/copies.ts'
import { subjects } from './schema/subjects.ts'

const id = sql.placeholder('id')
const subject = sql.placeholder('subject')

export function copiesIn(db: Db): Copies {
  const add = adding(
    copies,
    db
      .insert(copies)
      .values(placeholders(copies))
      // A message shows one card: a new one drawn in its place takes over.
      .onConflictDoUpdate({
        target: [copies.platform, copies.conversation, copies.message],
        set: {
          ...excluded(copies, 'id', 'line', 'card', 'subject', 'input', 'viewer', 'tenant', 'reach', 'drawn', 'at'),
          ...{ leaving: null, became: null, leftAt: null },
        },
      })
      .prepare(),
  )
  const staying = isNull(copies.leaving)
  const of = db
    .select()
    .from(copies)
    .where(and(eq(copies.subject, subject), staying))
    .orderBy(asc(copies.n))
    .prepare()
  const shownTo = db
    .select()
    .from(copies)
    .where(and(eq(copies.viewer, sql.placeholder('viewer')), staying))
    .orderBy(asc(copies.n))
    .prepare()
  const at = db
    .select()
    .from(copies)
    .where(
      and(
        eq(copies.platform, sql.placeholder('platform')),
        eq(copies.conversation, sql.placeholder('conversation')),
        eq(copies.message, sql.placeholder('message')),
        isNull(copies.became),
        sql`${copies.card} <> ${ANSWER}`,
      ),
    )
    .prepare()
  const redrawn = db
    .update(copies)
    .set({ drawn: sql`${sql.placeholder('drawn')}`, at: sql`${sql.placeholder('at')}` })
    .where(eq(copies.id, id))
    .prepare()
  const retire = db.delete(copies).where(eq(copies.id, id)).prepare()
  const outlived = db
    .select()
    .from(copies)
    .where(
      and(
        lt(copies.at, sql.placeholder('before')),
        staying,
        sql`not exists (select 1 from ${subjects} where ${subjects.id} = ${copies.subject} and ${subjects.open})`,
      ),
    )
    .orderBy(asc(copies.at))
    .prepare()
  const leave = db
    .update(copies)
    .set({ leaving: sql`${sql.placeholder('run')}` })
    .where(eq(copies.id, id))
    .prepare()
  const leaving = db
    .select()
    .from(copies)
    .where(and(eq(copies.leaving, sql.placeholder('run')), isNull(copies.became)))
    .orderBy(asc(copies.n))
    .prepare()
  const left = db
    .update(copies)
    .set({ became: sql`${sql.placeholder('how')}`, leftAt: sql`${sql.placeholder('at')}` })
    .where(eq(copies.id, id))
    .prepare()
  const stillSeenBy = sql<string | null>`case when ${copies.became} = 'stands' then ${copies.viewer} end`
  const removed = db
    .select({
      run: sql<string>`${copies.leaving}`,
      platform: copies.platform,
      how: copies.became,
      viewer: stillSeenBy,
      count: sql<number>`count(*)`,
    })
    .from(copies)
    .where(isNotNull(copies.leaving))
    .groupBy(copies.leaving, copies.platform, copies.became, stillSeenBy)
    .orderBy(desc(sql`max(${copies.n})`))
    .prepare()
  const forgetRemoved = db
    .delete(copies)
    .where(and(isNotNull(copies.leaving), lt(copies.leftAt, sql.placeholder('before'))))
    .prepare()
  const touch = db
    .insert(touches)
    .values({ subject, touched: 1, settled: 0 })
    .onConflictDoUpdate({ target: touches.subject, set: { touched: sql`${touches.touched} + 1` } })
    .prepare()
  const touched = db.select({ touched: touches.touched }).from(touches).where(eq(touches.subject, subject)).prepare()
  const stale = db
    .select({ subject: touches.subject })
    .from(touches)
    .where(sql`${touches.touched} > ${touches.settled}`)
    .orderBy(asc(touches.subject))
    .prepare()
  const settled = db
    .update(touches)
    .set({ settled: sql`max(${touches.settled}, coalesce(${sql.placeholder('touched')}, ${touches.touched}))` })
    .where(eq(touches.subject, subject))
    .prepare()

  return {
    add: ({ posted, ...copy }) => void add({ ...copy, ...posted }),
    of: (subject) => of.all({ subject }).map(asCopy),
    shownTo: (viewer) => shownTo.all({ viewer }).map(asCopy),
    at({ platform, conversation, message }) {
      const row = at.get({ platform, conversation, message })
      return row && asCopy(row)
    },
    redrawn: (id, drawn, at) => mustChange(redrawn.run({ id, drawn, at }).changes, `copy ${id}`),
    retire: (id) => void retire.run({ id }),
    outlived: (before) => outlived.all({ before }).map(asCopy),
    leave: (id, run) => mustChange(leave.run({ id, run }).changes, `copy ${id}`),
    leaving: (run) => leaving.all({ run }).map(asCopy),
    left: (id, how, at) => mustChange(left.run({ id, how, at }).changes, `copy ${id}`),
    removed: () => removed.all().map((row): Removed => present(row)),
    forgetRemoved: (before) => void forgetRemoved.run({ before }),
    stale: () => stale.all().map((row) => row.subject),
    touch: (subject) => void touch.run({ subject }),
    touched: (subject) => touched.get({ subject })?.touched ?? 0,
    settled: (subject, touched) => void settled.run({ subject, touched: touched ?? null }),
  }
}

function asCopy(row: typeof copies.$inferSelect): Copy {
  const { platform, tenant, conversation, message, reach, became: _, leftAt: __, ...copy } = present(row)
  return { ...copy, posted: present({ platform, tenant, conversation, message, reach: reach ?? null }) }
}
