import type { JournalBook } from '../src/ports.ts'
import { link } from '../src/record/journal.ts'
import { and, asc, eq, gte, sql } from './drizzle.ts'
import type { Db } from './rows.ts'
import { adding, placeholders, present } from './rows.ts'
import { journal, journalHead } from './schema/journal.ts'

export function journalIn(db: Db): JournalBook {
  const add = adding(
    journal,
    db
      .insert(journal)
      .values({ ...placeholders(journal), n: sql.placeholder('n') })
      .prepare(),
  )
  const head = db.select({ n: journalHead.n, hash: journalHead.hash }).from(journalHead).prepare()
  const from = db
    .select()
    .from(journal)
    .where(gte(journal.n, sql.placeholder('n')))
    .orderBy(asc(journal.n))
    .limit(sql.placeholder('limit'))
    .prepare()
  const of = db
    .select()
    .from(journal)
    .where(and(eq(journal.subject, sql.placeholder('subject'))))
    .orderBy(asc(journal.n))
    .prepare()

  const lastKnown = () => {
    const last = head.get()
    if (last === undefined) throw new Error('the journal has lost its head')
    return last
  }
  return {
    append(entry) {
      const linked = link(lastKnown(), entry)
      // A trigger checks that it follows the head, and moves the head on.
      add(linked)
      return linked
    },
    from: (n, limit) => from.all({ n, limit }).map((row) => ({ ...present(row), n: row.n })),
    of: (subject) => of.all({ subject }).map((row) => ({ ...present(row), n: row.n })),
    head: lastKnown,
  }
}
