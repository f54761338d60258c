/** The register of decisions: each with its outcome, its reason, when it is to be looked at again, and whether the public may read it (FEATURES 44). */
import type { Instant, LocalDate } from '../kernel/time.ts'
import { dateOf } from '../kernel/time.ts'
import { type Decision, decisionsOf, sayStanding } from '../meetings/decisions.ts'
import type { Meeting } from '../meetings/meeting.ts'
import { endOf, type Motion, reviewOn } from './motion.ts'
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
  return [
    ...motions.flatMap(entryOf),
    ...meetings.flatMap((meeting) => decisionsOf(meeting).map((one) => entryAt(meeting, one))),
  ].toSorted((a, b) => b.at.localeCompare(a.at))
}

function entryOf(motion: Motion): Entry[] {
  const { outcome, because } = resultOf(motion)
  if (outcome === 'draft' || outcome === 'open' || outcome === 'withdrawn') return []
  const { text, public: isPublic = false } = motion.worded
  const review = reviewOn(motion)
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

function entryAt(meeting: Meeting, { says, at, when, provisional, standing }: Decision): Entry {
  const unsettled = provisional === undefined || standing === 'confirmed' ? '' : ` ${provisional}`
  return {
    subject: meeting.subject.id,
    title: meeting.subject.title,
    group: meeting.group.short,
    text: says,
    outcome: outcomeOf(standing),
    because: `${sayStanding(standing)}.${unsettled}`,
    at: when ?? at,
    public: false,
    reviewDue: false,
  }
}

function outcomeOf(standing: Decision['standing']): Entry['outcome'] {
  switch (standing) {
    case 'stands':
    case 'confirmed':
      return 'carried'
    case 'next-agenda':
    case 'provisional':
    case 'put':
      return 'provisional'
    case 'not-confirmed':
      return 'not carried'
    default:
      return standing satisfies never
  }
}
