import type { Answer } from '../src/forms/form.ts'
import type { VaultShelf } from '../src/ports.ts'
import { and, eq, isNotNull, sql } from './drizzle.ts'
import type { Db } from './rows.ts'
import { adding, excluded, placeholders } from './rows.ts'
import { vaultAnswers, vaultKeys } from './schema/vault.ts'
import { newDataKey, open, seal, unwrap, wrap } from './seal.ts'

const subject = sql.placeholder('subject')
const slot = sql.placeholder('slot')

/** The shelf of sealed answers. `shredded` is told when a key or an answer has been destroyed, so that the file can be rid of its last traces. */
export function vaultIn(db: Db, master: Buffer, shredded: () => void): VaultShelf {
  const keyOf = db.select().from(vaultKeys).where(eq(vaultKeys.subject, subject)).prepare()
  const putKey = adding(
    vaultKeys,
    db
      .insert(vaultKeys)
      .values(placeholders(vaultKeys))
      .onConflictDoUpdate({ target: vaultKeys.subject, set: excluded(vaultKeys, 'wrapped') })
      .prepare(),
  )
  const put = adding(
    vaultAnswers,
    db
      .insert(vaultAnswers)
      .values(placeholders(vaultAnswers))
      .onConflictDoUpdate({ target: [vaultAnswers.subject, vaultAnswers.slot], set: excluded(vaultAnswers, 'sealed') })
      .prepare(),
  )
  const answerAt = db
    .select({ sealed: vaultAnswers.sealed, wrapped: vaultKeys.wrapped })
    .from(vaultAnswers)
    .innerJoin(vaultKeys, eq(vaultKeys.subject, vaultAnswers.subject))
    .where(and(eq(vaultAnswers.subject, subject), eq(vaultAnswers.slot, slot)))
    .prepare()
  const remove = db
    .delete(vaultAnswers)
    .where(and(eq(vaultAnswers.subject, subject), eq(vaultAnswers.slot, slot)))
    .prepare()

  const wrappedKeyFor = (subject: string): Buffer => {
    const known = keyOf.get({ subject })
    if (known !== undefined) return known.wrapped ?? destroyed(subject)
    const wrapped = newDataKey(master, subject)
    putKey({ subject, wrapped })
    return wrapped
  }
  return {
    seal(subject, slot, answer) {
      const dataKey = unwrap(master, subject, wrappedKeyFor(subject))
      put({ subject, slot, sealed: seal(dataKey, [subject, slot], JSON.stringify(answer)) })
    },
    open(subject, slot) {
      const found = answerAt.get({ subject, slot })
      if (found === undefined) return undefined
      const dataKey = unwrap(master, subject, found.wrapped ?? destroyed(subject))
      return JSON.parse(open(dataKey, [subject, slot], found.sealed).toString()) as Answer
    },
    has: (subject, slot) => answerAt.get({ subject, slot }) !== undefined,
    forget(subject, slot) {
      if (remove.run({ subject, slot }).changes > 0) shredded()
    },
    shred(subject) {
      putKey({ subject, wrapped: null })
      shredded()
    },
    isShredded: (subject) => keyOf.get({ subject })?.wrapped === null,
  }
}

/** Wraps every data key anew, for a new master key; the answers themselves stay as they are. Gives how many. Run it in a transaction. */
export function rewrapIn(db: Db, oldKey: Buffer, newKey: Buffer): number {
  const keys = db.select().from(vaultKeys).where(isNotNull(vaultKeys.wrapped)).all()
  for (const { subject, wrapped } of keys) {
    const again = wrap(newKey, subject, unwrap(oldKey, subject, wrapped as Buffer))
    db.update(vaultKeys).set({ wrapped: again }).where(eq(vaultKeys.subject, subject)).run()
  }
  return keys.length
}

function destroyed(subject: string): never {
  throw new Error(`the key of ${subject} has been destroyed: its sealed answers cannot be read again`)
}
