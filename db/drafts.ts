import type { Drafts, SavedAnswer } from '../src/ports.ts'
import { and, asc, eq, lt, sql } from './drizzle.ts'
import type { Db } from './rows.ts'
import { adding, excluded, mustChange, placeholders, present } from './rows.ts'
import { answers, drafts } from './schema/drafts.ts'

const id = sql.placeholder('id')

export function draftsIn(db: Db): Drafts {
  const add = adding(drafts, db.insert(drafts).values(placeholders(drafts)).prepare())
  const get = db.select().from(drafts).where(eq(drafts.id, id)).prepare()
  const openFor = db
    .select()
    .from(drafts)
    .where(
      and(
        eq(drafts.subject, sql.placeholder('subject')),
        eq(drafts.form, sql.placeholder('form')),
        eq(drafts.owed, sql.placeholder('owed')),
        // Written out, not bound: only then does SQLite know that the index of open drafts is the one to use.
        sql`${drafts.status} = 'open'`,
      ),
    )
    .prepare()
  const openOf = db
    .select()
    .from(drafts)
    .where(and(eq(drafts.subject, id), sql`${drafts.status} = 'open'`))
    .prepare()
  const of = db.select().from(drafts).where(eq(drafts.subject, id)).orderBy(asc(drafts.n)).prepare()
  const amend = db
    .update(drafts)
    .set({ status: sql`${sql.placeholder('status')}` })
    .where(eq(drafts.id, id))
    .prepare()
  const save = adding(
    answers,
    db
      .insert(answers)
      .values(placeholders(answers))
      .onConflictDoUpdate({
        target: [answers.draft, answers.question],
        set: excluded(answers, 'value', 'sealed', 'by', 'at'),
      })
      .prepare(),
  )
  const saved = db
    .select({
      question: answers.question,
      value: answers.value,
      sealed: answers.sealed,
      by: answers.by,
      at: answers.at,
    })
    .from(answers)
    .where(eq(answers.draft, id))
    .orderBy(asc(answers.question))
    .prepare()
  const untouched = db
    .select()
    .from(drafts)
    .where(
      and(
        lt(drafts.startedAt, sql.placeholder('at')),
        sql`status <> 'submitted'`,
        sql`(${drafts.status} = 'open' or exists (select 1 from ${answers} where ${answers.draft} = ${drafts.id}))`,
        sql`not exists (select 1 from ${answers} where ${answers.draft} = ${drafts.id} and ${answers.at} >= ${sql.placeholder('at')})`,
      ),
    )
    .orderBy(asc(drafts.startedAt))
    .prepare()
  const forget = db.delete(answers).where(eq(answers.draft, id)).prepare()
  const discard = db
    .update(drafts)
    .set({ status: 'discarded' })
    .where(and(eq(drafts.id, id), eq(drafts.status, 'open')))
    .prepare()

  return {
    add: (draft) => void add(draft),
    get(id) {
      const row = get.get({ id })
      return row && present(row)
    },
    openFor(subject, form, owed) {
      const row = openFor.get({ subject, form, owed })
      return row && present(row)
    },
    of: (subject) => of.all({ id: subject }).map(present),
    openOf: (subject) => openOf.all({ id: subject }).map(present),
    answers: (draft): readonly SavedAnswer[] => saved.all({ id: draft }),
    save: (draft, answer) => void save({ ...answer, draft }),
    untouchedSince: (at) => untouched.all({ at }).map(present),
    forget(id) {
      forget.run({ id })
      discard.run({ id })
    },
    amend: (id, { status }) => mustChange(amend.run({ id, status }).changes, `draft ${id}`),
  }
}
