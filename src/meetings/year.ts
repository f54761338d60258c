/**
 * A year of dates for every group, proposed: its usual days where they are free, moved with a reason where they are not. Nobody is ever in two
 * places, and no date falls on a day off; what is merely unwise (an eve, August, an election's run-up) is kept away from where one can.
 *
 * @example
 *   planYear({ partnership, calendar, at }, 2027)
 *   // { proposals: [{ group: 'slt', starts: '2027-02-25T14:00', because: '4th Thursday of February 2027', … }, …], unplaced: [] }
 */
import { type Avoidance, avoidances, electionRunUps, overTheYear } from '../calendar/cadence.ts'
import { dayOf, plusDays, weekdayOf, yearOf } from '../calendar/days.ts'
import { isWorkingDay, kindOfDay } from '../calendar/working-calendar.ts'
import { isRefusal, type Result } from '../kernel/result.ts'
import { dateOf, type LocalDate, londonInstant, sayDate } from '../kernel/time.ts'
import type { Setting } from '../matter.ts'
import { type Group, groupMembers, groupsAt } from '../partnership/partnership.ts'
import { groupKinds } from '../partnership/profile/group-shape.ts'
import { type Slot, type Taken, USUAL_TIMES } from './call.ts'
import { dayOfMeeting, sayList } from './say.ts'

export interface DateProposed extends Slot {
  readonly group: string
  /** What this one is called, where that is not the group's name. */
  readonly name?: string
  readonly because: string
}

export interface YearPlan {
  /** In the order of the year. */
  readonly proposals: readonly DateProposed[]
  /** Usual dates for which there is no day: passed, or nothing free near them. */
  readonly unplaced: readonly { readonly group: string; readonly because: string }[]
}

export interface Planning {
  /** Meetings that are in the calendar already: they count towards their group's year, and nobody can be at two at once. */
  readonly taken?: readonly Taken[]
  /** More to keep away from: half-term, a closure, another partnership's dates. */
  readonly avoid?: readonly Avoidance[]
}

const REACH_DAYS = 21
/** Two meetings of one group nearer than this are hardly two. */
const APART_DAYS = 14

/** The year's dates for every group with a cadence. Refuses a year whose bank holidays are not known (10.2.41). */
export function planYear(setting: Setting, year: number, { taken = [], avoid = [] }: Planning = {}): Result<YearPlan> {
  const known = kindOfDay(setting.calendar, `${year}-01-01`)
  if (isRefusal(known)) return known
  const planner = newPlanner(setting, year, avoid, taken)
  for (const group of inOrder(groupsAt(setting.partnership, setting.at))) {
    for (const wanted of stillWanted(usualDates(setting, group, year), group, taken, year))
      place(planner, group, wanted)
  }
  const proposals = planner.proposals.toSorted(
    (a, b) => a.starts.localeCompare(b.starts) || a.group.localeCompare(b.group),
  )
  return { proposals, unplaced: planner.unplaced }
}

interface Booked extends Slot {
  readonly group: string
  readonly title: string
  readonly people: ReadonlySet<string>
}

interface Planner extends Setting {
  readonly year: number
  readonly avoid: readonly Avoidance[]
  readonly booked: Map<LocalDate, Booked[]>
  readonly proposals: DateProposed[]
  readonly unplaced: { group: string; because: string }[]
}

function newPlanner(setting: Setting, year: number, avoid: readonly Avoidance[], taken: readonly Taken[]): Planner {
  const { august, holidayEve, christmas } = avoidances
  const planner: Planner = {
    ...setting,
    year,
    avoid: [august, holidayEve, christmas, ...electionRunUps(setting.partnership.profile.elections), ...avoid],
    booked: new Map(),
    proposals: [],
    unplaced: [],
  }
  for (const { starts, ends, group, members } of taken) {
    const people = new Set(members.map(({ person }) => person.id))
    book(planner, { starts, ends, group: group.id, title: group.short, people })
  }
  return planner
}

/** The safeguarding partners choose first, then the Executive, and so on; whoever chooses late fits in. */
function inOrder(groups: readonly Group[]): readonly Group[] {
  const rank = ({ kind }: Group) => groupKinds.indexOf(kind)
  return groups
    .filter(({ cadence }) => cadence !== undefined)
    .toSorted((a, b) => rank(a) - rank(b) || a.id.localeCompare(b.id))
}

interface Usual {
  readonly date: LocalDate
  readonly name?: string
}

/** The group's own days of the year; where it has none, its number spread evenly over second Wednesdays. */
function usualDates({ calendar }: Setting, { cadence, usual }: Group, year: number): readonly Usual[] {
  if (usual !== undefined && usual.slots.length > 0)
    return usual.slots.map((slot) => ({
      date: dateOfSlot(slot, year),
      ...(slot.name === undefined ? {} : { name: slot.name }),
    }))
  const spread = overTheYear(calendar, {
    from: `${year}-01-01`,
    times: Math.min(cadence?.perYear ?? 0, 12),
    weekday: 3,
    week: 2,
  })
  return isRefusal(spread) ? [] : spread.map(({ date }) => ({ date }))
}

function dateOfSlot(
  { week, weekday, month }: { week: number; weekday: number; month: number },
  year: number,
): LocalDate {
  const first = `${year}-${String(month).padStart(2, '0')}-01`
  const nth = plusDays(first, ((weekday - weekdayOf(first) + 7) % 7) + 7 * (week < 0 ? 4 : week - 1))
  // The last one is the fifth where the month has five, else the fourth.
  return week < 0 && dayOf(nth).month !== month ? plusDays(nth, -7) : nth
}

/** A meeting that is in the calendar already stands for the usual date nearest to it. */
function stillWanted(wanted: readonly Usual[], group: Group, taken: readonly Taken[], year: number): readonly Usual[] {
  const own = taken.filter((one) => one.group.id === group.id && yearOf(dayOfMeeting(one.starts)) === year)
  return own.reduce<readonly Usual[]>((left, { starts }) => {
    const away = ({ date }: Usual) => daysApart(date, dayOfMeeting(starts))
    const nearest = left.toSorted((a, b) => away(a) - away(b))[0]
    return left.filter((one) => one !== nearest)
  }, wanted)
}

function place(planner: Planner, group: Group, { date: wanted, name }: Usual): void {
  const people = peopleOf(planner, group)
  const near = bestOf(planner, group, people, wanted, REACH_DAYS) ?? bestOf(planner, group, people, wanted, 366)
  if (wanted <= dateOf(planner.at)) {
    planner.unplaced.push({ group: group.id, because: `${sayDate(wanted)} has passed` })
  } else if (near === undefined) {
    planner.unplaced.push({ group: group.id, because: `nothing is free near ${sayDate(wanted)}` })
  } else {
    const slot = slotOn(group, near)
    const because = why(planner, group, people, wanted, near)
    planner.proposals.push({ ...slot, group: group.id, because, ...(name === undefined ? {} : { name }) })
    book(planner, { ...slot, group: group.id, title: group.short, people })
  }
}

/** The least objectionable free working day; among equals the usual weekday, then the usual month, then the nearest. */
function bestOf(
  planner: Planner,
  group: Group,
  people: ReadonlySet<string>,
  wanted: LocalDate,
  reach: number,
): LocalDate | undefined {
  const today = dateOf(planner.at)
  let best: { readonly date: LocalDate; readonly cost: readonly number[] } | undefined
  for (let away = -reach; away <= reach; away += 1) {
    const date = plusDays(wanted, away)
    if (yearOf(date) !== planner.year || date <= today || !isWorkingDay(planner.calendar, date)) continue
    if (clashOn(planner, group, people, date) !== undefined) continue
    const cost = [
      objectionsTo(planner, group, people, date).length,
      Number(weekdayOf(date) !== weekdayOf(wanted)),
      Number(date.slice(0, 7) !== wanted.slice(0, 7)),
      Math.abs(away),
    ]
    if (best === undefined || isLess(cost, best.cost)) best = { date, cost }
  }
  return best?.date
}

/** Why nobody could come: somebody would have to be in two places, or the group meets that day already. */
function clashOn(planner: Planner, group: Group, people: ReadonlySet<string>, date: LocalDate): string | undefined {
  const slot = slotOn(group, date)
  for (const other of planner.booked.get(date) ?? []) {
    if (other.group === group.id) return `${group.short} meets that day already`
    if (other.starts >= slot.ends || slot.starts >= other.ends) continue
    const both = people.intersection(other.people).size
    if (both > 0) return `${both === 1 ? 'one member' : `${both} members`} would also be at ${other.title}`
  }
  return undefined
}

/** What speaks against a day without forbidding it. */
function objectionsTo(planner: Planner, group: Group, people: ReadonlySet<string>, date: LocalDate): readonly string[] {
  const unwise = planner.avoid.filter((one) => one.avoids(planner.calendar, date)).map(({ reason }) => reason)
  const others = (planner.booked.get(date) ?? []).filter((other) => people.intersection(other.people).size > 0)
  const close = planner.proposals.some(
    (one) => one.group === group.id && daysApart(dayOfMeeting(one.starts), date) < APART_DAYS,
  )
  return [
    ...unwise,
    ...others.map(({ title }) => `members also meet at ${title} that day`),
    ...(close ? ['it is within two weeks of another of its meetings'] : []),
  ]
}

function why(planner: Planner, group: Group, people: ReadonlySet<string>, wanted: LocalDate, date: LocalDate): string {
  const against = objectionsTo(planner, group, people, date)
  const although = against.length === 0 ? '' : `, although ${sayList(against)}`
  if (date === wanted) return `${sayNth(date)}${although}`
  const holiday = planner.calendar.holidays[wanted]
  const trouble =
    holiday === undefined ? clashOn(planner, group, people, wanted) : `that is a bank holiday (${holiday})`
  const reasons = trouble === undefined ? objectionsTo(planner, group, people, wanted) : [trouble]
  return `moved from ${sayDate(wanted)}: ${sayList(reasons)}${although}`
}

function sayNth(date: LocalDate): string {
  const day = dayOf(date).setLocale('en-GB')
  const nth = ['1st', '2nd', '3rd', '4th', '5th'][Math.ceil(day.day / 7) - 1]
  return `${nth} ${day.weekdayLong} of ${day.monthLong} ${day.year}`
}

function slotOn({ usual }: Group, date: LocalDate): Slot {
  const { from, to } = usual ?? USUAL_TIMES
  return { starts: `${date}T${from}`, ends: `${date}T${to}` }
}

function peopleOf({ partnership, at, year }: Planner, group: Group): ReadonlySet<string> {
  const begins = londonInstant(`${year}-01-01T00:00`)
  return new Set(groupMembers(partnership, group.id, at > begins ? at : begins).map(({ person }) => person.id))
}

function book({ booked }: Planner, meeting: Booked): void {
  const date = dayOfMeeting(meeting.starts)
  booked.set(date, [...(booked.get(date) ?? []), meeting])
}

function daysApart(a: LocalDate, b: LocalDate): number {
  return Math.abs(dayOf(a).diff(dayOf(b)).as('days'))
}

function isLess(a: readonly number[], b: readonly number[]): boolean {
  const index = a.findIndex((value, i) => value !== b[i])
  return index >= 0 && (a[index] as number) < (b[index] as number)
}
