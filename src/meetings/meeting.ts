/**
 * One meeting of a group, folded from its facts, never stored. The same facts, profile and moment always give the same meeting.
 *
 * @example
 *   const meeting = meetingOf(subject, facts, { partnership, calendar, at })
 *   meeting.starts                          // '2027-02-25T14:00', London's wall clock
 *   meeting.replies.get('slt-nhs/slt-member')   // { answer: 'attending', … } or nothing yet
 */
import { type Instant, type LocalDateTime, londonInstant } from '../kernel/time.ts'
import type { Setting } from '../matter.ts'
import { type Group, group, groupMembers, heldAt, type Member, personById } from '../partnership/partnership.ts'
import type { Fact, Subject } from '../ports.ts'
import type {
  ActionAgreed,
  Attended,
  Called,
  Confirmation,
  Decided,
  ForecastChoice,
  ItemProposed,
  LookedBack,
  Mark,
  MeetingFact,
  PaperAdded,
  Replied,
} from './facts.ts'

/** Who did it, and when. */
export interface Stamp {
  readonly by: string
  readonly at: Instant
}

export type Reply = Replied & Stamp
export type Paper = PaperAdded & Stamp & { readonly supplement: boolean }
export type Item = ItemProposed &
  Stamp & {
    readonly state: 'proposed' | 'accepted' | 'declined'
    /** The meeting it was carried over from. */
    readonly from?: string
    readonly decidedBy?: string
  }

export interface Meeting extends Setting {
  readonly subject: Subject
  readonly group: Group
  readonly called: Called & Stamp
  readonly starts: LocalDateTime
  readonly ends: LocalDateTime
  readonly startsAt: Instant
  readonly endsAt: Instant
  /** 1, and one more each time it is moved: every answer is asked for again. */
  readonly round: number
  readonly moves: readonly (Stamp & { readonly from: LocalDateTime; readonly reason: string })[]
  readonly cancelled?: Stamp & { readonly reason: string }
  /** The seats of the group on the day of the meeting. */
  readonly members: readonly Member[]
  /** The latest answer of each seat to the present date. */
  readonly replies: ReadonlyMap<string, Reply>
  /** The last answer of each seat to an earlier date, which a move has put aside. */
  readonly earlier: ReadonlyMap<string, Reply & { readonly to: LocalDateTime }>
  readonly items: ReadonlyMap<string, Item>
  /** Items that were not reached, standing ones among them; they come back at the next meeting. */
  readonly deferred: ReadonlySet<string>
  readonly papers: readonly Paper[]
  readonly marks: ReadonlyMap<Mark, Stamp>
  readonly choice?: Stamp & { readonly choice: ForecastChoice }
  readonly attendance: ReadonlyMap<string, Attended & Stamp>
  /** The moment at which a seat left the room. */
  readonly left: ReadonlyMap<string, Instant>
  readonly conflicts: readonly { readonly item: string; readonly person: string }[]
  readonly decisions: readonly (Decided & Stamp)[]
  readonly actions: readonly (ActionAgreed & Stamp)[]
  /** The group's open actions, as they stood when the agenda was last drawn up. */
  readonly lookedBack?: LookedBack & Stamp
  /** The latest of each decision that was put to be confirmed, by its place in `decisions`. */
  readonly confirmations: ReadonlyMap<number, Confirmation & Stamp>
}

export type Stage = 'cancelled' | 'planned' | 'called' | 'under-way' | 'held' | 'finished'

/** Folds a meeting from its facts. Throws when the first is not its calling: that is a broken record, not a person's mistake. */
export function meetingOf(subject: Subject, facts: readonly Fact[], setting: Setting): Meeting {
  // The store keeps facts of any kind; those of a meeting were all written by this room.
  const [first, ...rest] = facts as unknown as readonly MeetingFact[]
  if (first?.kind !== 'called') throw new Error(`${subject.id} does not begin with its calling`)
  const meeting = begin(subject, { ...first.data, ...stampOf(first) }, setting)
  for (const fact of rest) tell(meeting, fact)
  meeting.startsAt = londonInstant(meeting.starts)
  meeting.endsAt = londonInstant(meeting.ends)
  const { group: id, area, agencies } = first.data
  meeting.members = groupMembers(setting.partnership, id, meeting.startsAt, {
    ...(area === undefined ? {} : { area }),
    ...(agencies === undefined ? {} : { agencies }),
  })
  return meeting
}

export function stageOf(meeting: Meeting): Stage {
  if (meeting.cancelled) return 'cancelled'
  if (meeting.at >= meeting.endsAt) return isFinished(meeting) ? 'finished' : 'held'
  if (meeting.at >= meeting.startsAt) return 'under-way'
  return isInvited(meeting) ? 'called' : 'planned'
}

/** Whether it still lies ahead and may be answered, moved or cancelled. */
export function isAhead(meeting: Meeting): boolean {
  return meeting.cancelled === undefined && meeting.at < meeting.startsAt
}

/** A date of a planned year is only held in calendars until items are called for; any other is an invitation at once. */
export function isInvited({ called, marks }: Meeting): boolean {
  return called.planned === undefined || marks.has('items-called') || marks.has('agenda-published')
}

/** Groups that take no decisions have no quorum, no answers to give and no minutes: a partnership event. */
export function isDeciding({ group: { voting } }: Pick<Meeting, 'group'>): boolean {
  return voting !== 'none'
}

/** Nothing more is to be done about it. */
export function isFinished({ marks, group: of, ...meeting }: Meeting): boolean {
  const last: readonly Mark[] = isDeciding({ group: of })
    ? ['actions-sent', 'minutes-sent', ...(of.publishesSummary ? (['summary-published'] as const) : [])]
    : ['actions-sent']
  return meeting.at >= meeting.endsAt && last.every((mark) => marks.has(mark))
}

/** What it is called: its own name, or its group's. */
export function titleOf({ called, group }: Pick<Meeting, 'called' | 'group'>): string {
  return called.name ?? group.title
}

/** The same in a word or two, for lists and lock screens. */
export function shortOf({ called, group }: Pick<Meeting, 'called' | 'group'>): string {
  return called.name ?? group.short
}

/** Whom it is for: its members; an event is for everybody who holds a seat in the partnership (14.9). */
export function audienceOf({ group, members, partnership, startsAt }: Meeting): readonly string[] {
  const people =
    group.kind === 'event'
      ? partnership.seats.filter((seat) => heldAt(partnership, seat, startsAt)).map(({ person }) => person)
      : members.map(({ person }) => person.id)
  return [...new Set(people)]
}

/** Stable for the life of the meeting, whatever becomes of its date. */
export function uidOf({ subject }: Pick<Meeting, 'subject'>): string {
  return `${subject.id}@muster`
}

/** Raised by one with every change a calendar must know of. */
export function sequenceOf({ moves, cancelled }: Meeting): number {
  return moves.length + (cancelled ? 1 : 0)
}

/** The seats a person sits in, in their own right, on the day. */
export function seatsIn(meeting: Meeting, person: string): readonly Member[] {
  return meeting.members.filter((member) => member.person.id === person)
}

export function nameIn(meeting: Pick<Meeting, 'partnership'>, person: string): string {
  return personById(meeting.partnership, person)?.name ?? 'Muster'
}

// A meeting under construction. Only this file writes to it.
interface Making extends Meeting {
  starts: LocalDateTime
  ends: LocalDateTime
  startsAt: Instant
  endsAt: Instant
  round: number
  moves: Meeting['moves'][number][]
  cancelled?: Stamp & { reason: string }
  members: readonly Member[]
  replies: Map<string, Reply>
  earlier: Map<string, Reply & { to: LocalDateTime }>
  items: Map<string, Item>
  deferred: Set<string>
  papers: Paper[]
  marks: Map<Mark, Stamp>
  choice?: Stamp & { choice: ForecastChoice }
  attendance: Map<string, Attended & Stamp>
  left: Map<string, Instant>
  conflicts: { item: string; person: string }[]
  decisions: (Decided & Stamp)[]
  actions: (ActionAgreed & Stamp)[]
  lookedBack?: LookedBack & Stamp
  confirmations: Map<number, Confirmation & Stamp>
}

function begin(subject: Subject, called: Called & Stamp, setting: Setting): Making {
  return {
    ...setting,
    subject,
    group: group(setting.partnership, called.group),
    called,
    starts: called.starts,
    ends: called.ends,
    startsAt: '',
    endsAt: '',
    round: 1,
    moves: [],
    members: [],
    replies: new Map(),
    earlier: new Map(),
    items: new Map(),
    deferred: new Set(),
    papers: [],
    marks: new Map(),
    attendance: new Map(),
    left: new Map(),
    conflicts: [],
    decisions: [],
    actions: [],
    confirmations: new Map(),
  }
}

function tell(meeting: Making, fact: MeetingFact): void {
  const stamp = stampOf(fact)
  switch (fact.kind) {
    case 'called':
      throw new Error(`${meeting.subject.id} was called twice`)
    case 'moved':
      move(meeting, fact.data, stamp)
      return
    case 'cancelled':
      meeting.cancelled = { ...fact.data, ...stamp }
      return
    case 'replied':
      meeting.replies.set(fact.data.seat, { ...fact.data, ...stamp })
      return
    case 'item-proposed':
      meeting.items.set(fact.data.item, { ...fact.data, ...stamp, state: 'proposed' })
      return
    case 'item-carried':
      meeting.items.set(fact.data.item, { ...fact.data, ...stamp, state: 'accepted' })
      return
    case 'item-accepted':
      change(meeting, fact.data.item, { ...fact.data, state: 'accepted', decidedBy: stamp.by })
      return
    case 'item-declined':
      change(meeting, fact.data.item, { state: 'declined', decidedBy: stamp.by })
      return
    case 'item-deferred':
      meeting.deferred.add(fact.data.item)
      return
    case 'paper-added':
      meeting.papers.push({ ...fact.data, ...stamp, supplement: meeting.marks.has('agenda-published') })
      return
    case 'forecast-choice':
      meeting.choice = { ...fact.data, ...stamp }
      return
    case 'attendance':
      meeting.attendance.set(fact.data.seat, { ...fact.data, ...stamp })
      return
    case 'left':
      meeting.left.set(fact.data.seat, fact.data.at)
      return
    case 'conflict-declared':
      meeting.conflicts.push(fact.data)
      return
    case 'decided':
      meeting.decisions.push({ ...fact.data, ...stamp })
      return
    case 'action-agreed':
      meeting.actions.push({ ...fact.data, ...stamp })
      return
    case 'confirmation':
      meeting.confirmations.set(fact.data.decision, { ...fact.data, ...stamp })
      return
    case 'looked-back':
      meeting.lookedBack = { ...fact.data, ...stamp }
      return
    case 'items-called':
    case 'agenda-published':
    case 'forecast-told':
    case 'reminded':
    case 'actions-sent':
    case 'minutes-drafted':
    case 'minutes-approved':
    case 'minutes-sent':
    case 'summary-published':
      meeting.marks.set(fact.kind, stamp)
      return
    default:
      // A later edition of Muster may write facts this one does not know; a meeting is not lost for that.
      fact satisfies never
  }
}

/** What was said about a date is said again about another. */
const ofTheDate: readonly Mark[] = ['forecast-told', 'reminded']

/** The old answers were to the old date: they are put aside, shown, and asked for again. */
function move(meeting: Making, to: { starts: LocalDateTime; ends: LocalDateTime; reason: string }, stamp: Stamp): void {
  for (const [seat, reply] of meeting.replies) meeting.earlier.set(seat, { ...reply, to: meeting.starts })
  meeting.replies.clear()
  meeting.moves.push({ from: meeting.starts, reason: to.reason, ...stamp })
  meeting.starts = to.starts
  meeting.ends = to.ends
  meeting.round += 1
  delete meeting.choice
  for (const mark of ofTheDate) meeting.marks.delete(mark)
}

function change(meeting: Making, id: string, changed: Partial<Item>): void {
  const item = meeting.items.get(id)
  if (item !== undefined) meeting.items.set(id, { ...item, ...changed })
}

const stampOf = ({ by, at }: Stamp): Stamp => ({ by, at })
