/** The register of decisions: each with its outcome, its reason, when it is to be looked at again, and whether the public may read it (FEATURES 44). */
import type { Instant, LocalDate } from '../kernel/time.ts'
import { dateOf } from '../kernel/time.ts'
import { type Decision, decisionsOf } from '../meetings/decisions.ts'
import type { Meeting } from '../meetings/meeting.ts'
import { endOf, type Motion, stageOf } from './motion.ts'
import { resultOf } from './result.ts'

export interface Entry {
  readonly subject: string
  readonly title: string
  readonly group: string
  readonly text: string
  readonly outcome: 'carried' | 'not carried' | 'provisional' | 'superseded'
  readonly because: string
  readonly at: Instant
  readonly public: boolean
  readonly review?: LocalDate
  /** The day of review has come. */
  readonly reviewDue: boolean
}

/** Everything decided, newest first: by motion, and at meetings. What was withdrawn was never decided and is not in it. */
export function register(motions: readonly Motion[], meetings: readonly Meeting[] = []): readonly Entry[] {
  const confirmed = confirmedOf(motions)
  return [
    ...motions.flatMap(entryOf),
    ...meetings.flatMap((meeting) =>
      decisionsOf(meeting).map((one, index) => entryAt(meeting, one, confirmed.has(`${meeting.subject.id}/${index}`))),
    ),
  ].toSorted((a, b) => b.at.localeCompare(a.at))
}

/** Decisions of a meeting that wait to be confirmed by button, and have not been put yet (10.2.13); by their place in its list. */
export function unconfirmed(
  meeting: Meeting,
  motions: readonly Motion[],
): readonly (Decision & { readonly index: number })[] {
  const put = new Set(
    motions
      .filter((one) => one.worded.meeting === meeting.subject.id && ['draft', 'open', 'carried'].includes(stageOf(one)))
      .map(({ worded }) => worded.confirms),
  )
  return decisionsOf(meeting)
    .map((decision, index) => ({ ...decision, index }))
    .filter(({ provisional, index }) => provisional !== undefined && !put.has(index))
}

function confirmedOf(motions: readonly Motion[]): ReadonlySet<string> {
  const carried = motions.filter((one) => one.worded.confirms !== undefined && stageOf(one) === 'carried')
  return new Set(carried.map(({ worded }) => `${worded.meeting}/${worded.confirms}`))
}

function entryOf(motion: Motion): Entry[] {
  const { outcome, because } = resultOf(motion)
  if (outcome === 'draft' || outcome === 'open' || outcome === 'withdrawn') return []
  const { text, review, public: isPublic = false } = motion.worded
  return [
    {
      subject: motion.subject.id,
      title: motion.subject.title,
      group: motion.group.short,
      text,
      outcome: outcome === 'not-carried' ? 'not carried' : outcome,
      because,
      at: endOf(motion),
      public: isPublic,
      ...(review === undefined ? {} : { review }),
      reviewDue: outcome === 'carried' && review !== undefined && review <= dateOf(motion.at),
    },
  ]
}

function entryAt(meeting: Meeting, { says, at, when, provisional }: Decision, confirmed: boolean): Entry {
  const because =
    provisional === undefined
      ? 'Decided at the meeting.'
      : confirmed
        ? 'Decided at the meeting, and confirmed by button.'
        : `Provisional until it is confirmed. ${provisional}`
  return {
    subject: meeting.subject.id,
    title: meeting.subject.title,
    group: meeting.group.short,
    text: says,
    outcome: provisional === undefined || confirmed ? 'carried' : 'provisional',
    because,
    at: when ?? at,
    public: false,
    reviewDue: false,
  }
}
