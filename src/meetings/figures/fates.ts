/** What became of the dates of a year, group by group. */
import type { LocalDate } from '../../kernel/time.ts'
import { isRecorded } from '../attendance.ts'
import type { Meeting } from '../meeting.ts'
import { wasHeld } from '../watch.ts'

/** What became of a date: only what is `held` or still `ahead` counts towards a group's minimum (10.2.47). */
export const fates = ['held', 'ahead', 'unrecorded', 'inquorate', 'cancelled'] as const
export type Fate = (typeof fates)[number]

export interface Dated {
  readonly date: LocalDate
  readonly fate: Fate
  /** The day it was first called for, where it was moved to another. */
  readonly from?: LocalDate
}

export interface GroupYear {
  readonly short: string
  /** As often as its terms ask; none for a group that meets as agreed. */
  readonly floor?: number
  readonly meetings: readonly Dated[]
}

export const SAYS: Readonly<Record<Fate, string>> = {
  ahead: 'ahead',
  held: 'held',
  unrecorded: 'not recorded',
  inquorate: 'inquorate',
  cancelled: 'cancelled',
}
export const count = ({ meetings }: GroupYear, fate: Fate) => meetings.filter((one) => one.fate === fate).length

/** Whether it will have met as often as its terms ask, if everything goes as planned. */
export const isShort = (lane: GroupYear) =>
  lane.floor !== undefined && count(lane, 'held') + count(lane, 'ahead') < lane.floor

/** While it is under way a meeting still lies ahead: what came of it is not known yet. */
export function fateOf(meeting: Meeting): Fate {
  if (meeting.cancelled) return 'cancelled'
  if (meeting.at < meeting.endsAt) return 'ahead'
  if (!isRecorded(meeting)) return 'unrecorded'
  return wasHeld(meeting) ? 'held' : 'inquorate'
}
