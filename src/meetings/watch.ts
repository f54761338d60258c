/**
 * Whether a group will have met as often as its terms ask: cancelled and inquorate meetings do not count as held, or a breach would hide behind
 * them (10.2.47), and a replacement is proposed (10.2.48).
 */
import { parseCount } from '../calendar/count.ts'
import { plusDays, plusMonths } from '../calendar/days.ts'
import { isRefusal } from '../kernel/result.ts'
import { dateOf, type LocalDate, sayDate } from '../kernel/time.ts'
import type { Setting } from '../matter.ts'
import type { Group } from '../partnership/partnership.ts'
import { isRecorded } from './attendance.ts'
import { freeDates } from './call.ts'
import { type CountingYear, isWithin, yearAround } from './counting-year.ts'
import { isAhead, type Meeting } from './meeting.ts'
import { lostAt, quorumOf } from './quorum.ts'
import { dayOfMeeting, sayList, sayTime } from './say.ts'

export interface Warning {
  readonly group: string
  readonly floor: number
  readonly held: number
  readonly ahead: number
  readonly because: string
  /** Dates on which the group could meet instead. */
  readonly free: readonly LocalDate[]
}

/** A warning when the group will miss its yearly minimum or its longest gap; nothing when all is well. `meetings`: all meetings known. */
export function watch(setting: Setting, group: Group, meetings: readonly Meeting[]): Warning | undefined {
  const { cadence } = group
  const year = yearAround(setting)
  // Before anybody has put a meeting into this year's calendar there is nothing to miss in it.
  if (cadence === undefined || !meetings.some((one) => isWithin(year, one))) return undefined
  const own = meetings
    .filter((one) => one.group.id === group.id && isWithin(year, one))
    .toSorted((a, b) => a.starts.localeCompare(b.starts))
  const held = own.filter(wasHeld)
  const ahead = own.filter(isAhead)
  const reasons = [
    ...tooFew(group, cadence.floor, own, held.length, ahead.length, year),
    ...tooFarApart(setting, group, [...held, ...ahead]),
  ]
  if (reasons.length === 0) return undefined
  const from = plusDays(dateOf(setting.at), 1)
  const taken = meetings.filter(isAhead)
  return {
    group: group.id,
    floor: cadence.floor,
    held: held.length,
    ahead: ahead.length,
    because: reasons.join(' '),
    free: freeDates(setting, group, { group: group.id, date: from }, taken),
  }
}

/** Held means: it took place, who was there is on record, and it was quorate to its end. */
export function wasHeld(meeting: Meeting): boolean {
  if (meeting.cancelled || meeting.at < meeting.endsAt || !isRecorded(meeting)) return false
  return quorumOf(meeting, { by: 'attendance' }).met && lostAt(meeting) === undefined
}

function tooFew(
  { short }: Group,
  floor: number,
  own: readonly Meeting[],
  held: number,
  ahead: number,
  { title }: CountingYear,
): readonly string[] {
  if (held + ahead >= floor) return []
  const lost = own
    .filter((one) => !isAhead(one) && !wasHeld(one))
    .map((one) => `${sayDate(dayOfMeeting(one.starts))} ${sayLost(one)}`)
  const uncounted = lost.length === 0 ? '' : ` Not counted: ${sayList(lost)}.`
  return [
    `${short} will have met ${held + ahead} times in ${title}, and its terms ask for ${floor}: ${held} held, ${ahead} ahead.${uncounted}`,
  ]
}

function sayLost(meeting: Meeting): string {
  if (meeting.cancelled) return '(cancelled)'
  if (!isRecorded(meeting)) return '(attendance not recorded)'
  const lost = lostAt(meeting)
  return lost === undefined ? '(inquorate)' : `(quorum lost at ${sayTime(lost)})`
}

/** "5 months" between two meetings, and from the last one to today (D-30). */
function tooFarApart({ at }: Setting, { short, cadence }: Group, meetings: readonly Meeting[]): readonly string[] {
  const count = cadence?.maxGap === undefined ? undefined : parseCount(cadence.maxGap)
  if (count === undefined || isRefusal(count) || count.kind !== 'months-after') return []
  const today = dateOf(at)
  return meetings.flatMap(({ starts }, index) => {
    const day = dayOfMeeting(starts)
    const next = meetings[index + 1]
    const limit = plusMonths(day, count.n)
    const until = next === undefined ? today : dayOfMeeting(next.starts)
    if (until <= limit) return []
    return [`${short} meets on ${sayDate(day)} and then not within ${cadence?.maxGap}.`]
  })
}
