/**
 * The journal's chain: each entry's hash covers the entry and the hash before it, so none can be changed, removed, inserted or moved without
 * every later hash being wrong, and the journal cannot be cut short without missing the head that was remembered.
 *
 * @example
 *   const first = link(GENESIS, { at, by: 'p-chair', verb: 'case.open', detail: {} })  // {n: 1, before: '000…', hash: '5c1…', …}
 *   const second = link(first, { at, by: 'muster', verb: 'alarm.ring', detail: {} })
 *   verify([first, second], second)                           // {ok: true, entries: 2, head: {n: 2, hash: …}}
 *   verify([first], second)                                   // {ok: false, at: 2, because: 'Entry 2 is missing: …'}
 */
import { createHash } from 'node:crypto'
import type { JournalBook, JournalEntry } from '../ports.ts'
import { canonical } from './canonical.ts'

/** The last entry, as remembered elsewhere: in a table of its own, on a printed evidence pack, in a backup. */
export type Head = Pick<JournalEntry, 'n' | 'hash'>

/** What the first entry follows. */
export const GENESIS: Head = { n: 0, hash: '0'.repeat(64) }

export type Verdict =
  | { readonly ok: true; readonly entries: number; readonly head: Head }
  | { readonly ok: false; readonly at: number; readonly because: string }

/** SHA-256, in hexadecimal, over the entry's canonical JSON without its own hash. */
function chain(before: string, entry: Omit<JournalEntry, 'before' | 'hash'>): string {
  const { n, at, by, as, verb, subject, detail } = entry
  return createHash('sha256').update(canonical({ n, at, by, as, verb, subject, detail, before })).digest('hex')
}

/** The entry that follows `head`. Throws when its detail is not plain JSON. */
export function link(head: Head, entry: Omit<JournalEntry, 'n' | 'before' | 'hash'>): JournalEntry {
  const numbered = { ...entry, n: head.n + 1 }
  return { ...numbered, before: head.hash, hash: chain(head.hash, numbered) }
}

/**
 * Walks the journal from its first entry. Every head remembered earlier must be reached and passed through.
 * Names the first entry that is not as it was written.
 */
export function verify(entries: Iterable<JournalEntry>, ...remembered: readonly Head[]): Verdict {
  let head = GENESIS
  for (const entry of entries) {
    const n = head.n + 1
    if (entry.n > n) return broken(n, `Entry ${n} is missing: entry ${head.n} is followed by entry ${entry.n}.`)
    if (entry.n < n) return broken(n, `Entry ${entry.n} stands after entry ${head.n}: it was inserted or moved.`)
    if (entry.hash !== chain(entry.before, entry)) return broken(n, `Entry ${n} was changed after it was written.`)
    if (entry.before !== head.hash)
      return broken(n, `Entry ${n} does not follow from entry ${head.n}: one of the two was exchanged.`)
    if (remembered.some((one) => one.n === n && one.hash !== entry.hash))
      return broken(n, `Entry ${n} is not the one that was remembered: the journal was rewritten.`)
    head = { n, hash: entry.hash }
  }
  const longest = Math.max(0, ...remembered.map((one) => one.n))
  if (head.n < longest)
    return broken(head.n + 1, `Entry ${head.n + 1} is missing: ${longest} entries are remembered, ${head.n} are there.`)
  return { ok: true, entries: head.n, head }
}

/** Verifies the journal as the store holds it, against the head the store remembers and any remembered elsewhere. */
export function inspect(book: JournalBook, ...remembered: readonly Head[]): Verdict {
  const head = book.head()
  const verdict = verify(entriesOf(book), head, ...remembered)
  return verdict.ok && verdict.entries > head.n
    ? broken(head.n + 1, `Entry ${head.n + 1} was added behind the journal's back.`)
    : verdict
}

/** Every entry, first to last. A long journal is read a page at a time, so that ten years of it fit in memory. */
export function* entriesOf(book: JournalBook, size = 1000): Generator<JournalEntry> {
  let page = book.from(1, size)
  while (page.length > 0) {
    yield* page
    page = book.from(page[page.length - 1]!.n + 1, size)
  }
}

function broken(at: number, because: string): Verdict {
  return { ok: false, at, because }
}
