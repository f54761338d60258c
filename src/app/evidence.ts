/**
 * Takes an evidence pack: who may, what was read, and that it was taken, in one transaction; the document is made from it afterwards. Whoever stands at
 * the command line holds the vault's key already and answers to no table; that they took it is written down all the same.
 */
import type { Action } from '../actions/action.ts'
import { isRefusal, type Refusal, type Result, refuse } from '../kernel/result.ts'
import type { Matter } from '../matter.ts'
import { may } from '../partnership/authority/may.ts'
import { personById } from '../partnership/partnership.ts'
import type { Course } from '../procedures/engine/course.ts'
import { type Pack, packOf } from '../record/evidence/pack.ts'
import { inspectRecord } from '../record/pins.ts'
import type { House } from './house.ts'
import { loadMatter, type Work } from './work.ts'

export interface Wanted {
  /** The case's id, number or code word. */
  readonly subject: string
  /** Whether sealed answers are opened. */
  readonly narrative: boolean
  /** Who asks; nobody at the command line. */
  readonly person?: string
}

export function takeEvidence(house: House, wanted: Wanted): Result<Pack> {
  return house.store.transaction((tx) => {
    const at = house.clock()
    const work = { house, tx, at }
    const found = idOf(work, wanted.subject)
    const matter = isRefusal(found) ? found : loadMatter(work, found)
    if (isRefusal(matter)) return matter
    const allowed = permitted(work, matter, wanted.person)
    if (isRefusal(allowed)) return allowed
    const { id } = matter.subject
    tx.journal.append({
      at,
      by: wanted.person ?? 'muster',
      verb: 'evidence.pack',
      subject: id,
      detail: { narrative: wanted.narrative, from: wanted.person === undefined ? 'command line' : 'desk' },
    })
    const deleted = tx.vault.isShredded(id)
    const opens = wanted.narrative && !deleted
    return packOf({
      course: matter.state as Course,
      at,
      by:
        wanted.person === undefined
          ? 'at the command line'
          : (personById(house.partnership(), wanted.person)?.name ?? 'somebody'),
      verdict: inspectRecord(tx),
      entries: tx.journal.of(id),
      told: tx.outbox.about(id),
      actions: actionsFrom(work, id),
      deleted,
      ...(opens ? { opened: (slot: string) => tx.vault.open(id, slot) } : {}),
    })
  })
}

/** The actions of the tracker that stem from a case, oldest first. */
function actionsFrom(work: Pick<Work, 'house' | 'tx' | 'at'>, subject: string): readonly Action[] {
  return work.tx.subjects.all('action').flatMap(({ id }) => {
    const matter = loadMatter(work, id)
    if (isRefusal(matter)) return []
    const action = matter.state as Action
    return action.set.case === subject || action.set.origin?.subject === subject ? [action] : []
  })
}

function idOf({ tx }: Pick<Work, 'tx'>, said: string): string | Refusal {
  const wanted = said.toLowerCase()
  const all = ['case', 'incident'].flatMap((kind) => tx.subjects.all(kind))
  const found = all.find(({ id, title }) => id === wanted || title.toLowerCase() === wanted)
  return (
    found?.id ??
    refuse(
      'no-such-case',
      `There is no case called ${said}.`,
      'Write its number, such as RR-2026-04, or its code word.',
    )
  )
}

function permitted(
  { at, house }: Pick<Work, 'at' | 'house'>,
  { kind, state }: Matter,
  person: string | undefined,
): Result<unknown> {
  if (person === undefined) return 'command line'
  return may(house.partnership(), person, 'evidence.pack', kind.about(state), at)
}
