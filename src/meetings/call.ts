/**
 * Putting a meeting on a date: the day and the time, or a refusal that offers the next free ones.
 *
 * @example
 *   slotFor(setting, { group: 'slt', date: '2027-03-26' }, others)
 *   // { code: 'bank-holiday', sentence: 'Fri 26 Mar 2027 is a bank holiday (Good Friday).', next: 'Free dates: Tue 30 Mar 2027, …' }
 */

import { avoidances } from '../calendar/cadence.ts'
import { laterOf, plusDays } from '../calendar/days.ts'
import { kindOfDay } from '../calendar/working-calendar.ts'
import { DateTime } from '../kernel/luxon.ts'
import { isRefusal, type Refusal, type Result, refuse } from '../kernel/result.ts'
import { dateOf, type LocalDate, type LocalDateTime, londonInstant, sayDate, sayMoment } from '../kernel/time.ts'
import type { Setting } from '../matter.ts'
import type { MeetingMatter } from '../partnership/groups.ts'
import { type Group, groupMembers, groupsAt } from '../partnership/partnership.ts'
import { noticeFor } from './cycle.ts'
import type { Called, Unsigned } from './facts.ts'
import { isAhead, type Meeting } from './meeting.ts'
import { sayList, saySpan } from './say.ts'

/** The wish to put a meeting on a date. Without times the group's usual ones are meant. */
export interface Wanted {
  readonly group: string
  readonly date: LocalDate
  /** London's clock, HH:mm. */
  readonly from?: string
  readonly to?: string
  /** The meeting that is moved: it does not stand in its own way. */
  readonly moving?: string
  readonly matter?: MeetingMatter
  /** Why it must be at shorter notice than the rule gives (D-69), or on the eve of a bank holiday. */
  readonly shortNotice?: string
}

export interface Slot {
  readonly starts: LocalDateTime
  readonly ends: LocalDateTime
}

/** A meeting that is in the calendar already. */
export type Taken = Pick<Meeting, 'subject' | 'starts' | 'ends' | 'group' | 'members'>

/** When a group meets that has no usual times of its own. */
export const USUAL_TIMES = { from: '10:00', to: '12:00' }
const LOOK_AHEAD_DAYS = 60

export function groupCalled(setting: Setting, id: string): Result<Group> {
  const here = groupsAt(setting.partnership, setting.at)
  const found = here.find((one) => one.id === id.toLowerCase())
  if (found !== undefined) return found
  const names = here.map((one) => one.id)
  return refuse('no-group', `There is no group called "${id}".`, `The groups are ${sayList(names)}.`)
}

/** The slot, when a meeting of the group can be held then; otherwise why not, and when it could be. */
export function slotFor(setting: Setting, wanted: Wanted, taken: readonly Taken[]): Result<Slot> {
  const group = groupCalled(setting, wanted.group)
  if (isRefusal(group)) return group
  const slot = slotOf(group, wanted)
  if (isRefusal(slot)) return slot
  const trouble = troubleOn(setting, group, wanted, slot, taken)
  if (trouble === undefined) return slot
  return trouble.next === FREE_DATES ? { ...trouble, next: sayFree(setting, group, wanted, taken) } : trouble
}

/** The next days on which this group could meet at that time: working days, enough notice, nobody in two places. */
export function freeDates(
  setting: Setting,
  group: Group,
  wanted: Wanted,
  taken: readonly Taken[],
  times = 3,
): readonly LocalDate[] {
  const found: LocalDate[] = []
  const today = dateOf(setting.at)
  const start = laterOf(wanted.date, today)
  for (let days = 0; days <= LOOK_AHEAD_DAYS && found.length < times; days += 1) {
    const date = plusDays(start, days)
    const slot = slotOf(group, { ...wanted, date })
    if (!isRefusal(slot) && troubleOn(setting, group, { ...wanted, date }, slot, taken) === undefined) found.push(date)
  }
  return found
}

/** What calling it leaves on record. */
export function calledFact(
  slot: Slot,
  { group, matter, shortNotice }: Wanted,
  more: Pick<Called, 'place' | 'link' | 'planned' | 'name'> = {},
): Unsigned {
  return {
    kind: 'called',
    data: {
      group: group.toLowerCase(),
      ...slot,
      ...more,
      ...matter,
      ...(shortNotice === undefined ? {} : { shortNotice }),
    },
  }
}

/** Moving keeps the meeting and asks everybody again. */
export function move(meeting: Meeting, slot: Slot, reason: string): Result<readonly Unsigned[]> {
  const gone = notMovable(meeting)
  if (gone) return gone
  if (slot.starts === meeting.starts && slot.ends === meeting.ends) {
    return refuse('same-date', `The meeting is on ${saySpan(meeting)} already.`, 'Choose another date or time.')
  }
  return [{ kind: 'moved', data: { ...slot, reason } }]
}

export function cancel(meeting: Meeting, reason: string): Result<readonly Unsigned[]> {
  return notMovable(meeting) ?? [{ kind: 'cancelled', data: { reason } }]
}

/** People who would have to be in both of two meetings. */
function inBoth(
  members: Taken['members'],
  other: Pick<Taken, 'members'>,
): readonly Meeting['members'][number]['person'][] {
  const theirs = new Set(other.members.map(({ person }) => person.id))
  const shared = members.filter(({ person }) => theirs.has(person.id)).map(({ person }) => person)
  return [...new Map(shared.map((person) => [person.id, person])).values()]
}

export function overlap(a: Slot, b: Slot): boolean {
  return a.starts < b.ends && b.starts < a.ends
}

/** Stands for the list of free dates, which is only worked out when it is said. */
const FREE_DATES = ''

function slotOf(group: Group, { date, from, to }: Wanted): Result<Slot> {
  const begins = from ?? group.usual?.from ?? USUAL_TIMES.from
  const starts = `${date}T${begins}`
  if (!isLocal(starts)) {
    return refuse(
      'date-unclear',
      `"${date} ${begins}" is not a date and time that Muster can read.`,
      'Write the date as 2027-02-25 and the time as 14:00.',
    )
  }
  const ends = to === undefined ? later(starts, usualMinutes(group)) : `${date}T${to}`
  if (!isLocal(ends) || ends <= starts || !ends.startsWith(date)) {
    return refuse(
      'ends-before',
      'A meeting ends later on the same day.',
      'Give an end time after its beginning, as 16:00.',
    )
  }
  return { starts, ends }
}

function troubleOn(
  setting: Setting,
  group: Group,
  wanted: Wanted,
  slot: Slot,
  taken: readonly Taken[],
): Refusal | undefined {
  const { calendar, at } = setting
  const day = sayDate(wanted.date)
  const startsAt = londonInstant(slot.starts)
  if (startsAt <= at) return refuse('past', `${day} has passed.`, FREE_DATES)
  const kind = kindOfDay(calendar, wanted.date)
  if (isRefusal(kind)) return kind
  if (kind === 'weekend') return refuse('weekend', `${day} is at a weekend.`, FREE_DATES)
  if (kind === 'bank-holiday')
    return refuse('bank-holiday', `${day} is a bank holiday (${calendar.holidays[wanted.date]}).`, FREE_DATES)
  return clash(setting, group, wanted, slot, taken) ?? onAnEve(setting, group, wanted) ?? tooSoon(setting, wanted)
}

function clash(
  { partnership }: Setting,
  group: Group,
  wanted: Wanted,
  slot: Slot,
  taken: readonly Taken[],
): Refusal | undefined {
  const members = groupMembers(partnership, group.id, londonInstant(slot.starts), wanted.matter)
  for (const other of taken) {
    if (other.subject.id === wanted.moving || !overlap(slot, other)) continue
    const both = inBoth(members, other).map(({ name }) => name)
    if (other.group.id === group.id)
      return refuse('already-called', `${group.short} meets then already: ${saySpan(other)}.`, FREE_DATES)
    if (both.length === 0) continue
    const who = both.length > 3 ? `${both.length} members` : sayList(both)
    return refuse('clash', `${who} would also be at ${other.group.short}, ${saySpan(other)}.`, FREE_DATES)
  }
  return undefined
}

/** Half the room is away on the eve of a bank holiday. A review's own meeting cannot choose its day; any other needs a reason on record. */
function onAnEve({ calendar }: Setting, { kind }: Group, { date, shortNotice }: Wanted): Refusal | undefined {
  if (kind === 'case-meeting' || shortNotice || !avoidances.holidayEve.avoids(calendar, date)) return undefined
  return refuse('holiday-eve', `${sayDate(date)} is the eve of a bank holiday.`, FREE_DATES)
}

/** An extraordinary meeting may be called at shorter notice, with the reason on record (D-69). */
function tooSoon(setting: Setting, { date, shortNotice }: Wanted): Refusal | undefined {
  const notice = noticeFor(setting, date)
  if (notice === undefined || dateOf(setting.at) <= notice.limit || shortNotice) return undefined
  return refuse(
    'short-notice',
    `${sayDate(date)} is too soon: notice of a meeting is given by ${sayDate(notice.limit)} (${notice.because}).`,
    FREE_DATES,
  )
}

function sayFree(setting: Setting, group: Group, wanted: Wanted, taken: readonly Taken[]): string {
  const free = freeDates(setting, group, wanted, taken)
  return free.length === 0 ? 'Choose a later date.' : `Free dates: ${free.map(sayDate).join(', ')}.`
}

function notMovable(meeting: Meeting): Refusal | undefined {
  if (meeting.cancelled) {
    return refuse(
      'cancelled',
      `This meeting was cancelled on ${sayMoment(meeting.cancelled.at)}.`,
      'Call a new meeting instead.',
    )
  }
  return isAhead(meeting)
    ? undefined
    : refuse('begun', 'This meeting has begun already.', 'Call another meeting instead.')
}

function usualMinutes(group: Group): number {
  const usual = group.usual ?? USUAL_TIMES
  const [from, to] = [usual.from, usual.to].map((time) => DateTime.fromISO(time, { zone: 'utc' })) as [
    DateTime,
    DateTime,
  ]
  return to.diff(from).as('minutes')
}

function later(starts: LocalDateTime, minutes: number): LocalDateTime {
  return DateTime.fromISO(starts, { zone: 'utc' }).plus({ minutes }).toFormat("yyyy-MM-dd'T'HH:mm")
}

function isLocal(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text) && DateTime.fromISO(text, { zone: 'utc' }).isValid
}
