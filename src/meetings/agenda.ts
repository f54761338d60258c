/**
 * The agenda: standing items come by themselves, matters arising are carried over, members propose and the chair accepts. Each item has its place,
 * its time, its owner and its purpose.
 *
 * @example
 *   agendaOf(meeting)   // [{ n: 1, starts: '14:00', title: 'Welcome, apologies and conflicts of interest', … }, …]
 */
import { oncePer } from '../kernel/remembering.ts'
import { type Result, refuse } from '../kernel/result.ts'
import { type LocalDateTime, sayMoment } from '../kernel/time.ts'
import type { ItemProposed, Purpose, Unsigned } from './facts.ts'
import { type Item, isAhead, type Meeting, nameIn, type Paper } from './meeting.ts'
import { chairOn } from './quorum.ts'
import { clockOf } from './say.ts'

export interface AgendaItem {
  readonly id: string
  readonly n: number
  readonly title: string
  /** London's clock, HH:mm. */
  readonly starts: string
  readonly minutes: number
  /** A person's id; whoever chairs, for standing items. */
  readonly owner: string
  readonly purpose: Purpose
  readonly source: 'standing' | 'carried' | 'proposed'
  readonly confidential: boolean
  readonly area?: string
  readonly unanimous: boolean
  readonly papers: readonly Paper[]
  /** Not reached: it comes back at the next meeting. */
  readonly deferred: boolean
  /** Confidential, and not for this viewer: only its place and time are shown. */
  readonly withheld?: true
}

type Entry = Omit<AgendaItem, 'n' | 'starts' | 'minutes' | 'papers' | 'deferred' | 'withheld'> & {
  readonly fixed?: number
}

/** The agenda as it stands: the accepted items in their order, with the time each begins. */
export const agendaOf: (meeting: Meeting) => readonly AgendaItem[] = oncePer((meeting) => {
  const entries = ordered(standing(meeting), accepted(meeting))
  const lengths = shareOut(lengthOf(meeting), entries)
  let passed = 0
  return entries.map(({ fixed: _, ...entry }, index) => {
    const minutes = lengths[index] as number
    const starts = clockAfter(meeting.starts, passed)
    passed += minutes
    const papers = meeting.papers.filter((paper) => paper.item === entry.id)
    return { ...entry, n: index + 1, starts, minutes, papers, deferred: meeting.deferred.has(entry.id) }
  })
})

/** What a viewer may read of it: a confidential item keeps its place and its time, and nothing else (FEATURES row 21). */
export function agendaFor(meeting: Meeting, viewer: string | undefined): readonly AgendaItem[] {
  const insider =
    viewer !== undefined && meeting.members.some(({ person, observer }) => person.id === viewer && !observer)
  return agendaOf(meeting).map((item) => {
    const aside = meeting.conflicts.some((one) => one.item === item.id && one.person === viewer)
    if (!item.confidential || item.owner === viewer || (insider && !aside))
      return aside ? { ...item, papers: [] } : item
    return { ...item, title: 'Confidential item', papers: [], withheld: true }
  })
}

/** Proposed and not yet decided on by the chair. */
export function proposals(meeting: Meeting): readonly Item[] {
  return [...meeting.items.values()].filter((item) => item.state === 'proposed')
}

/** Accepted items whose owner was asked for a paper and has not sent one. */
export function papersAwaited(meeting: Meeting): readonly Item[] {
  return [...meeting.items.values()].filter(
    (item) => item.state === 'accepted' && item.paper && !meeting.papers.some((paper) => paper.item === item.item),
  )
}

/** A proposal; the chair is asked about it. Whoever sets the agenda adds an item outright with `accepted`. */
export function propose(
  meeting: Meeting,
  item: Omit<ItemProposed, 'item'>,
  how: { readonly accepted?: boolean } = {},
): Result<readonly Unsigned[]> {
  if (!isAhead(meeting))
    return refuse('begun', 'The agenda of this meeting is closed.', 'Propose the item for the next meeting.')
  const id = `item-${meeting.items.size + 1}`
  const out = how.accepted ? undefined : meeting.marks.get('agenda-published')
  if (out) {
    return refuse(
      'agenda-out',
      `The agenda went out on ${sayMoment(out.at)}, and takes no more proposals.`,
      'Propose it for the next meeting, or ask the support team to add it.',
    )
  }
  const proposed: Unsigned = { kind: 'item-proposed', data: { item: id, ...item } }
  return how.accepted ? [proposed, { kind: 'item-accepted', data: { item: id } }] : [proposed]
}

/** The chair's word on a proposal. */
export function decideOnItem(meeting: Meeting, id: string, outcome: 'accept' | 'decline'): Result<readonly Unsigned[]> {
  const item = meeting.items.get(id)
  if (item === undefined)
    return refuse('no-item', 'There is no such item any more.', 'Open the agenda again and choose from it.')
  if (item.state !== 'proposed') {
    const by = item.decidedBy === undefined ? '' : ` by ${nameIn(meeting, item.decidedBy)}`
    return refuse(
      'already-done',
      `"${item.title}" has already been ${item.state}${by}.`,
      'Nothing more is needed from you here.',
    )
  }
  return [
    outcome === 'accept'
      ? { kind: 'item-accepted', data: { item: id } }
      : { kind: 'item-declined', data: { item: id } },
  ]
}

/** A paper for an item; one that comes after the papers went out is a supplement, and says so. */
export function addPaper(
  meeting: Meeting,
  paper: { item: string; title: string; url: string; owner: string },
): Result<readonly Unsigned[]> {
  if (!agendaOf(meeting).some((item) => item.id === paper.item)) {
    return refuse(
      'no-item',
      'That item is not on the agenda.',
      'Propose it first; once the chair has accepted it, add the paper.',
    )
  }
  if (meeting.cancelled || meeting.at >= meeting.endsAt) {
    return refuse('over', 'That meeting is over.', 'Add the paper to the next meeting.')
  }
  return [{ kind: 'paper-added', data: paper }]
}

/** An item that was not reached: it waits here and comes back at the next meeting as a matter arising. */
export function defer(meeting: Meeting, id: string): Result<readonly Unsigned[]> {
  if (agendaOf(meeting).some((item) => item.id === id && !item.deferred))
    return [{ kind: 'item-deferred', data: { item: id } }]
  return refuse('no-item', 'That item is not open on this agenda.', 'Open the agenda again and choose from it.')
}

/**
 * What is left over from a group's meetings, as facts of the next one: items that were not reached, and all that a cancelled meeting was to deal with.
 * Those another meeting has taken up already are left out; `next` leaves out what comes after it.
 */
export function mattersArising(meetings: readonly Meeting[], next?: Pick<Meeting, 'starts'>): readonly Unsigned[] {
  const taken = new Set(meetings.flatMap(({ items }) => [...items.keys()]))
  return meetings
    .filter(({ starts }) => next === undefined || starts < next.starts)
    .flatMap((meeting) => [
      ...agendaOf(meeting)
        .filter(({ deferred, source }) => deferred || (meeting.cancelled !== undefined && source !== 'standing'))
        .map((item) => carriedOver(meeting, item)),
      ...(meeting.cancelled === undefined ? [] : proposals(meeting).map((item) => proposedAgain(meeting, item))),
    ])
    .filter(({ data }) => !taken.has(data.item))
}

/** What the chair of a cancelled meeting had not said yes or no to is asked again. */
function proposedAgain({ subject }: Meeting, item: Item): Extract<Unsigned, { kind: 'item-proposed' }> {
  const { title, owner, purpose, minutes, confidential, area, unanimous, paper } = item
  return {
    kind: 'item-proposed',
    data: {
      item: `${subject.id}/${item.item}`,
      title,
      owner,
      purpose,
      ...(minutes === undefined ? {} : { minutes }),
      ...(confidential ? { confidential } : {}),
      ...(area === undefined ? {} : { area }),
      ...(unanimous ? { unanimous } : {}),
      ...(paper ? { paper } : {}),
    },
  }
}

function carriedOver({ subject }: Meeting, item: AgendaItem): Extract<Unsigned, { kind: 'item-carried' }> {
  const { id, title, owner, purpose, area, confidential, unanimous } = item
  return {
    kind: 'item-carried',
    data: {
      item: `${subject.id}/${id}`,
      title: title.replace(ARISING, ''),
      owner,
      purpose,
      from: subject.id,
      ...(area === undefined ? {} : { area }),
      ...(confidential ? { confidential: true as const } : {}),
      ...(unanimous ? { unanimous: true as const } : {}),
    },
  }
}

const ARISING = 'Matters arising: '

function standing(meeting: Meeting): readonly Entry[] {
  const owner = chairOn(meeting) ?? ''
  return meeting.group.agenda.map((title, index) => ({
    id: `standing-${index + 1}`,
    title,
    owner,
    purpose: 'discussion',
    source: 'standing',
    confidential: false,
    unanimous: false,
  }))
}

function accepted(meeting: Meeting): readonly Entry[] {
  return [...meeting.items.values()]
    .filter((item) => item.state === 'accepted')
    .map(({ item: id, title, owner, purpose, from, minutes, area, confidential, unanimous }) => ({
      id,
      title: from === undefined ? title : `${ARISING}${title}`,
      owner,
      purpose,
      source: from === undefined ? 'proposed' : 'carried',
      confidential: confidential ?? false,
      unanimous: unanimous ?? false,
      ...(area === undefined ? {} : { area }),
      ...(minutes === undefined ? {} : { fixed: minutes }),
    }))
}

/** Welcome and minutes first, then matters arising, then the standing business, then what was proposed, and any other business last. */
function ordered(standing: readonly Entry[], others: readonly Entry[]): readonly Entry[] {
  const opening = standing.filter((entry, index) => index < 2 && /^(welcome|minutes|actions)\b/i.test(entry.title))
  const closing = standing.filter((entry) => /^any other business$/i.test(entry.title))
  const business = standing.filter((entry) => !opening.includes(entry) && !closing.includes(entry))
  const from = (source: Entry['source']) => others.filter((entry) => entry.source === source)
  return [...opening, ...from('carried'), ...business, ...from('proposed'), ...closing]
}

/** Minutes for each: those that were asked for, and the rest in equal parts; a full agenda gives everything five at least. */
function shareOut(total: number, entries: readonly Entry[]): readonly number[] {
  const fixed = entries.reduce((sum, { fixed = 0 }) => sum + fixed, 0)
  const open = entries.filter((entry) => entry.fixed === undefined).length
  const each = open === 0 ? 0 : Math.max(5, Math.floor((total - fixed) / open / 5) * 5)
  return entries.map((entry) => entry.fixed ?? each)
}

function lengthOf({ starts, ends }: Meeting): number {
  return minuteOfDay(ends) - minuteOfDay(starts)
}

/** A meeting ends on the day it begins; an agenda that is too full for it runs past its end, and past midnight if it must. */
function clockAfter(starts: LocalDateTime, minutes: number): string {
  const minute = (minuteOfDay(starts) + minutes) % (24 * 60)
  return `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`
}

function minuteOfDay(local: LocalDateTime): number {
  const [hours, minutes] = clockOf(local).split(':').map(Number) as [number, number]
  return hours * 60 + minutes
}

const twoDigits = (n: number) => String(n).padStart(2, '0')
