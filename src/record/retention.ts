/**
 * How long things are kept (PR-10). The profile names classes and how long; a legal hold overrides all of it; what people wrote is deleted by two of them,
 * and only what chat left behind goes by itself.
 *
 * @example
 *   keptUntil('2021-03-01T10:00:00.000Z', '72 months')        // '2027-03-01'
 *   dueForDeletion(records, profile.retention, at)            // [{ record, until: '2027-03-01', because: 'Sealed narrative is kept 72 months from …' }]
 */
import { parseCount } from '../calendar/count.ts'
import { plusDays, plusMonths } from '../calendar/days.ts'
import { isRefusal } from '../kernel/result.ts'
import { dateOf, type Instant, type LocalDate, londonInstant, sayDate } from '../kernel/time.ts'
import type { Fact } from '../ports.ts'

/** The retention classes of a profile: what each is called and how long it is kept, as a count or in words nobody can count. */
export type RetentionClasses = Readonly<
  Record<
    string,
    { readonly says: string; readonly keep: string; readonly source: string; readonly decides?: string | undefined }
  >
>

/** How one class is kept, and what becomes of it at its end. */
export interface KeptClass {
  readonly id: string
  readonly says: string
  readonly keep: string
  readonly source: string
  /** What happens when its time is over. */
  readonly atItsEnd: string
  /** Who has still to say how long: until then nothing of it is ever due. */
  readonly waitsFor?: string
}

/** What becomes of a class here when its time is over; what is not named is part of the record, to which is only ever added. */
const AT_ITS_END: Readonly<Record<string, string>> = {
  'chat-messages': 'Muster takes them away from Slack and Teams',
  reminders: 'Muster forgets their words; that they were sent stays',
  drafts: 'Muster forgets them',
  'case-narrative': 'Two people delete it here, and what chat said about it goes with it',
}
const STAYS = 'Muster deletes none of it: the record is only ever added to'

/** Every class of a profile, in its order. */
export function keptClasses(classes: RetentionClasses): readonly KeptClass[] {
  return Object.entries(classes).map(([id, { says, keep, source, decides }]) => ({
    id,
    says,
    keep,
    source,
    atItsEnd: AT_ITS_END[id] ?? STAYS,
    ...(isRefusal(parseCount(keep)) ? { waitsFor: decides ?? 'somebody' } : {}),
  }))
}

/** Which classes wait for a decision, by whom, and how it is then made known to Muster. */
export function undecided(classes: RetentionClasses): readonly string[] {
  return keptClasses(classes).flatMap(({ id, says, waitsFor }) =>
    waitsFor === undefined
      ? []
      : [
          `${says}: how long it is kept waits for a decision of ${waitsFor}. Until then nothing of it is ever due. Once they have decided, write it in the profile (retention, ${id}: keep) and say "muster reload".`,
        ],
  )
}

export interface KeptRecord {
  readonly id: string
  readonly title: string
  readonly class: string
  /** From when its time runs: when it ended, or when somebody decided to keep it longer. */
  readonly since: Instant
  readonly held: boolean
  readonly deleted: boolean
}

export interface DueRecord {
  readonly record: KeptRecord
  readonly until: LocalDate
  readonly because: string
}

/** The last day on which something is kept; undefined where the profile gives no count, so that nothing is ever deleted by a guess. */
export function keptUntil(since: Instant, keep: string): LocalDate | undefined {
  const count = parseCount(keep)
  if (isRefusal(count)) return undefined
  if (count.kind === 'months-after') return plusMonths(dateOf(since), count.n)
  return count.kind === 'calendar-days-after' ? plusDays(dateOf(since), count.n) : undefined
}

/** The moment before which what is of a class is to be forgotten; undefined where the profile gives no count. */
export function forgottenBefore(at: Instant, keep: string | undefined): Instant | undefined {
  const count = parseCount(keep ?? '')
  if (isRefusal(count)) return undefined
  const today = dateOf(at)
  if (count.kind === 'months-after') return londonInstant(`${plusMonths(today, -count.n)}T00:00`)
  return count.kind === 'calendar-days-after' ? londonInstant(`${plusDays(today, -count.n)}T00:00`) : undefined
}

/** The records whose time is over, the oldest first. One under a hold is never among them, nor one that has been deleted. */
export function dueForDeletion(
  records: readonly KeptRecord[],
  classes: RetentionClasses,
  at: Instant,
): readonly DueRecord[] {
  return records
    .flatMap((record): DueRecord[] => {
      const kept = classes[record.class]
      const until = kept && keptUntil(record.since, kept.keep)
      if (kept === undefined || until === undefined || record.held || record.deleted || until >= dateOf(at)) return []
      return [
        { record, until, because: `${kept.says}: ${kept.keep} from ${sayDate(dateOf(record.since))} (${kept.source})` },
      ]
    })
    .toSorted((a, b) => a.until.localeCompare(b.until))
}

/** What has been said about keeping one record, read off its facts. */
export interface Keeping {
  /** Who holds it, since when and why; none once it has been lifted. */
  readonly hold?: Said
  /** The first hand of the two that deletion takes. */
  readonly asked?: Said
  /** When somebody decided to keep it longer. */
  readonly kept?: Said
  readonly deleted?: Said
}

interface Said {
  readonly by: string
  readonly at: Instant
  readonly reason?: string
}

/** The marks under which it is kept among a record's facts. */
export const HOLD = 'legal-hold'
export const RETENTION = 'retention'

/** Folds holds, proposals and decisions from the facts of a record. Whatever was asked before a hold was set or lifted is asked no more. */
export function keepingOf(facts: readonly Fact[]): Keeping {
  const marks = facts.filter(({ kind }) => kind === 'marked').map(markIn)
  const hold = marks.findLastIndex(({ mark }) => mark === HOLD)
  const decided = marks.findLastIndex(({ mark }) => mark === RETENTION)
  const said = (value: string) => marks.findLast((one) => one.mark === RETENTION && one.value === value)?.said
  const isAsked = decided > hold && marks[decided]?.value === 'asked'
  return {
    ...named('hold', marks[hold]?.value === 'on' ? marks[hold].said : undefined),
    ...named('asked', isAsked ? marks[decided]?.said : undefined),
    ...named('kept', said('kept')),
    ...named('deleted', said('deleted')),
  }
}

function markIn({ at, by, data }: Fact) {
  const { mark, reason, value } = data as { mark: string; value: string; reason?: string }
  return { mark, value, said: { by, at, ...(reason === undefined ? {} : { reason }) } }
}

const named = (name: keyof Keeping, said: Said | undefined): Keeping => (said === undefined ? {} : { [name]: said })
