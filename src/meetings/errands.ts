/** What the support team and the chair do for every meeting, by one press each, and what Muster does by itself on its day; as data. */
import type { Obligor } from '../chasing/owed.ts'
import { type Instant, londonInstant } from '../kernel/time.ts'
import { calledOn, limitOf, type Step } from './cycle.ts'
import type { Mark } from './facts.ts'
import { isInvited, type Meeting } from './meeting.ts'
import { chair, muster, support } from './who.ts'

/** A meeting called by itself is worked on at once; one date of a planned year only when its first date comes, or a year would be owed in January. */
export function workBegins(meeting: Meeting): Instant {
  if (meeting.called.planned === undefined) return meeting.called.at
  const first = limitOf(meeting, 'items') ?? limitOf(meeting, 'papers-in')
  return first === undefined ? meeting.called.at : londonInstant(`${first.limit}T00:00`)
}

export interface Errand {
  readonly key: string
  readonly what: string
  readonly label: string
  readonly step: Step
  readonly mark: Mark
  readonly who: (meeting: Meeting) => Obligor
  /** What must be done first, if anything. */
  readonly after?: Mark
  readonly opens: (meeting: Meeting) => Instant
  readonly until?: (meeting: Meeting) => Instant
  /** Muster does it by itself, at the hour of its day. */
  readonly own?: true
  /** It is said of one date, and again of another. */
  readonly ofTheDate?: true
  readonly onlyIf?: (meeting: Meeting) => boolean
}

const isLaterThanCalled = (meeting: Meeting, step: Step) => (limitOf(meeting, step)?.limit ?? '') > calledOn(meeting)
const onceOver = (meeting: Meeting) => meeting.endsAt
const untilItStarts = (meeting: Meeting) => meeting.startsAt

export const errands: readonly Errand[] = [
  {
    key: 'items',
    what: 'Call for agenda items',
    label: 'Call for items',
    step: 'items',
    mark: 'items-called',
    who: muster,
    opens: workBegins,
    until: untilItStarts,
    own: true,
  },
  {
    key: 'agenda',
    what: 'Send out the agenda and papers',
    label: 'Agenda and papers out',
    step: 'papers-out',
    mark: 'agenda-published',
    who: support,
    opens: workBegins,
    until: untilItStarts,
  },
  {
    key: 'forecast-told',
    what: 'Say whether it will be quorate',
    label: 'Forecast told',
    step: 'forecast',
    mark: 'forecast-told',
    who: muster,
    opens: workBegins,
    until: untilItStarts,
    own: true,
    ofTheDate: true,
    // On the day of the calling nobody has answered yet, and a forecast would say nothing.
    onlyIf: (meeting) => isLaterThanCalled(meeting, 'forecast'),
  },
  {
    key: 'reminder',
    what: 'Remind members of the meeting and its agenda',
    label: 'Members reminded',
    step: 'reminder',
    mark: 'reminded',
    who: muster,
    opens: workBegins,
    until: untilItStarts,
    own: true,
    ofTheDate: true,
    // Whoever has not been invited is not reminded, and whoever was invited today need not be.
    onlyIf: (meeting) => isInvited(meeting) && isLaterThanCalled(meeting, 'reminder'),
  },
  {
    key: 'actions',
    what: 'Send out decisions and actions',
    label: 'Decisions and actions out',
    step: 'actions',
    mark: 'actions-sent',
    who: support,
    opens: onceOver,
  },
  {
    key: 'minutes-draft',
    what: 'Draft minutes to the chair',
    label: 'Draft sent to the chair',
    step: 'minutes-chair',
    mark: 'minutes-drafted',
    who: support,
    opens: onceOver,
  },
  {
    key: 'minutes-approve',
    what: 'Approve the draft minutes',
    label: 'Approve the minutes',
    step: 'minutes-members',
    mark: 'minutes-approved',
    who: chair,
    after: 'minutes-drafted',
    opens: onceOver,
  },
  {
    key: 'minutes-send',
    what: 'Draft minutes to members',
    label: 'Minutes sent to members',
    step: 'minutes-members',
    mark: 'minutes-sent',
    who: support,
    after: 'minutes-approved',
    opens: onceOver,
  },
  {
    key: 'summary',
    what: 'Publish the summary of the meeting',
    label: 'Summary published',
    step: 'summary',
    mark: 'summary-published',
    who: support,
    after: 'minutes-approved',
    opens: onceOver,
  },
]

/** The fact a press on an errand leaves. */
export function markOf(key: string): Mark | undefined {
  return errands.find((one) => one.key === key)?.mark
}
