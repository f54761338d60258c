import type { Fact, Subject, Subjects } from '../src/ports.ts'
import { and, asc, eq, gt, sql } from './drizzle.ts'
import type { Db } from './rows.ts'
import { adding, mustChange, placeholders, present } from './rows.ts'
import { facts, subjects } from './schema/subjects.ts'

const id = sql.placeholder('id')
const kind = sql.placeholder('kind')
const oldestFirst = [asc(subjects.createdAt), asc(subjects.n)]

/** Of so many subjects the facts are kept in memory: more than are looked at in a day. */
const MOST_KEPT = 200

export interface SubjectBook extends Subjects {
  /** After a commit, or after a rollback: what was appended then has not happened. */
  close(committed: boolean): void
}

export function subjectsIn(db: Db): SubjectBook {
  const add = adding(subjects, db.insert(subjects).values(placeholders(subjects)).prepare())
  const get = db.select().from(subjects).where(eq(subjects.id, id)).prepare()
  const all = db
    .select()
    .from(subjects)
    .where(eq(subjects.kind, kind))
    .orderBy(...oldestFirst)
    .prepare()
  const open = db
    .select()
    .from(subjects)
    .where(eq(subjects.open, true))
    .orderBy(...oldestFirst)
    .prepare()
  const openOfKind = db
    .select()
    .from(subjects)
    .where(and(eq(subjects.kind, kind), eq(subjects.open, true)))
    .orderBy(...oldestFirst)
    .prepare()
  const next = db
    .update(subjects)
    .set({ version: sql`${subjects.version} + 1` })
    .where(eq(subjects.id, id))
    .returning({ version: subjects.version })
    .prepare()
  const amend = db
    .update(subjects)
    .set({
      open: sql`coalesce(${sql.placeholder('open')}, ${subjects.open})`,
      title: sql`coalesce(${sql.placeholder('title')}, ${subjects.title})`,
    })
    .where(eq(subjects.id, id))
    .prepare()
  const addFact = adding(facts, db.insert(facts).values(placeholders(facts)).prepare())
  const version = db.select({ version: subjects.version }).from(subjects).where(eq(subjects.id, id)).prepare()
  const since = db
    .select({ kind: facts.kind, at: facts.at, by: facts.by, as: facts.as, data: facts.data })
    .from(facts)
    .where(and(eq(facts.subject, id), gt(facts.version, sql.placeholder('known'))))
    .orderBy(asc(facts.version))
    .prepare()
  // A fact never changes, so what was read once need not be read again: a case of many years costs a press no more than a new one.
  const kept = new Map<string, readonly Fact[]>()
  const appended = new Set<string>()

  function historyOf(id: string): readonly Fact[] {
    const known = kept.get(id) ?? []
    const whole = version.get({ id })?.version ?? 0
    if (whole === known.length) return known
    const history = [...known, ...since.all({ id, known: known.length }).map(present)]
    kept.delete(id)
    kept.set(id, history)
    for (const oldest of kept.keys()) {
      if (kept.size <= MOST_KEPT) break
      kept.delete(oldest)
    }
    return history
  }

  return {
    add: (subject) => void add({ ...subject, version: 0 }),
    get: (id) => maybe(get.get({ id })),
    open: (kind) => (kind === undefined ? open.all() : openOfKind.all({ kind })).map(present),
    all: (kind) => all.all({ kind }).map(present),
    facts: historyOf,
    close(committed) {
      if (!committed) for (const id of appended) kept.delete(id)
      appended.clear()
    },
    append(id, fact) {
      appended.add(id)
      const moved = next.get({ id })
      if (moved === undefined) throw new Error(`there is no subject ${id}`)
      addFact({ ...fact, subject: id, version: moved.version })
      return moved.version
    },
    amend(id, { open, title }) {
      const changes = amend.run({ id, open: open === undefined ? null : Number(open), title: title ?? null }).changes
      mustChange(changes, `subject ${id}`)
    },
  }
}

function maybe(row: typeof subjects.$inferSelect | undefined): Subject | undefined {
  return row && present(row)
}
