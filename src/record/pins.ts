/**
 * Facts are held by the journal: the entry that was written with them pins each by its hash. So whoever changes, removes or adds a fact behind Muster's back
 * would have to change the journal as well, and its chain says so.
 *
 * @example
 *   const verdict = inspectRecord(tx)   // {ok: false, at: 29, because: 'Fact 1 of rr-2026-01 was changed after it was written.'}
 */
import { createHash } from 'node:crypto'
import type { Fact, JournalBook, Subjects } from '../ports.ts'
import { canonical } from './canonical.ts'
import { entriesOf, type Head, inspect, type Verdict } from './journal.ts'

export interface Pin {
  readonly kind: string
  /** The number of the fact within its subject, from 1. */
  readonly version: number
  readonly sha256: string
}

/** What the journal keeps of a fact. */
export function pinOf(fact: Fact, version: number): Pin {
  return { kind: fact.kind, version, sha256: createHash('sha256').update(canonical(fact)).digest('hex') }
}

interface Books {
  readonly journal: JournalBook
  readonly subjects: Subjects
}

/** Verifies the journal, and every fact against the entry that pins it. Names the first entry that does not hold what it was written with. */
export function inspectRecord({ journal, subjects }: Books, ...remembered: readonly Head[]): Verdict {
  const verdict = inspect(journal, ...remembered)
  if (!verdict.ok) return verdict
  const facts = new Map<string, readonly Fact[]>()
  const pinned = new Map<string, number>()
  const factsOf = (subject: string) => {
    const known = facts.get(subject) ?? subjects.facts(subject)
    facts.set(subject, known)
    return known
  }
  for (const { n, subject, detail } of entriesOf(journal)) {
    if (subject === undefined) continue
    for (const { version, sha256 } of (detail.facts ?? []) as readonly Pin[]) {
      const fact = factsOf(subject)[version - 1]
      if (fact === undefined) return { ok: false, at: n, because: `Fact ${version} of ${subject} is missing.` }
      if (pinOf(fact, version).sha256 !== sha256)
        return { ok: false, at: n, because: `Fact ${version} of ${subject} was changed after it was written.` }
      pinned.set(subject, version)
    }
  }
  for (const subject of new Set([...facts.keys(), ...subjects.open().map(({ id }) => id)])) {
    const version = (pinned.get(subject) ?? 0) + 1
    if (factsOf(subject).length >= version)
      return { ok: false, at: verdict.entries, because: `Fact ${version} of ${subject} stands in no entry.` }
  }
  return verdict
}
