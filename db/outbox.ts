import type { Outbox, OutboxLine } from '../src/ports.ts'
import { and, asc, desc, eq, lt, lte, or, sql } from './drizzle.ts'
import type { Db } from './rows.ts'
import { adding, mustChange, placeholders, present } from './rows.ts'
import { outbox } from './schema/outbox.ts'

const id = sql.placeholder('id')
/** To SQLite a limit below nought is none. */
const NO_LIMIT = -1

export function outboxIn(db: Db): Outbox {
  const add = adding(
    outbox,
    db.insert(outbox).values(placeholders(outbox)).onConflictDoNothing({ target: outbox.key }).prepare(),
  )
  const get = db.select().from(outbox).where(eq(outbox.id, id)).prepare()
  const waiting = db
    .select()
    .from(outbox)
    .where(and(eq(outbox.status, 'waiting'), lte(outbox.notBefore, sql.placeholder('at'))))
    .orderBy(asc(outbox.notBefore), asc(outbox.n))
    .limit(sql.placeholder('limit'))
    .prepare()
  const about = db
    .select()
    .from(outbox)
    .where(or(eq(outbox.subject, id), eq(outbox.person, id)))
    .orderBy(desc(outbox.n))
    .prepare()
  const mark = db
    .update(outbox)
    .set({
      status: sql`${sql.placeholder('status')}`,
      doneAt: sql`${sql.placeholder('doneAt')}`,
      outcome: sql`${sql.placeholder('outcome')}`,
    })
    .where(eq(outbox.id, id))
    .prepare()
  const attempted = db
    .update(outbox)
    .set({ attempts: sql`${outbox.attempts} + 1` })
    .where(eq(outbox.id, id))
    .prepare()
  const forget = db
    .update(outbox)
    .set({ content: sql`${sql.placeholder('emptied')}`, attachments: null })
    .where(
      and(
        sql`${outbox.status} <> 'waiting'`,
        lt(outbox.doneAt, sql.placeholder('before')),
        // As the index says it: only then does SQLite know that it may be used.
        sql`json_extract(content, '$.message.blocks[0]') is not null`,
        sql`not exists (select 1 from json_each(${sql.placeholder('held')}) as held where instr(${outbox.content}, held.value) or ${outbox.subject} = held.value)`,
      ),
    )
    .prepare()

  return {
    add: (line) => add({ ...line, ...foundBy(line), status: 'waiting', attempts: 0 }) === 1,
    get(id) {
      const row = get.get({ id })
      return row && asLine(row)
    },
    waiting: (at, limit = NO_LIMIT) => waiting.all({ at, limit }).map(asLine),
    about: (subject) => about.all({ id: subject }).map(asLine),
    mark(id, status, at, outcome) {
      const doneAt = status === 'waiting' ? null : at
      mustChange(mark.run({ id, status, doneAt, outcome }).changes, `outbox line ${id}`)
    },
    forgetWords: (before, message, held) =>
      forget.run({ before, emptied: JSON.stringify({ message }), held: JSON.stringify(held) }).changes,
    attempted: (id) => mustChange(attempted.run({ id }).changes, `outbox line ${id}`),
  }
}

/** Whom and what a line is about, so that "who was told what, and when" is one look into an index. */
function foundBy({ content, unlessDone, to }: Pick<OutboxLine, 'content' | 'unlessDone' | 'to'>) {
  return {
    subject: 'card' in content ? content.subject : (unlessDone?.subject ?? null),
    person: 'person' in to ? to.person : null,
  }
}

function asLine({ subject: _, person: __, ...line }: typeof outbox.$inferSelect): OutboxLine {
  return present(line)
}
