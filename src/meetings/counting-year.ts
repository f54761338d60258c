/** The year by which meetings are counted, calendar or financial: a setting of the profile (10.2.8). */
import { dateOf, type LocalDate } from '../kernel/time.ts'
import type { Setting } from '../matter.ts'
import type { Partnership } from '../partnership/partnership.ts'
import type { Meeting } from './meeting.ts'
import { dayOfMeeting } from './say.ts'

export interface CountingYear {
  readonly from: LocalDate
  readonly until: LocalDate
  /** "2027", or "2027/28". */
  readonly title: string
}

/** The year that begins in a calendar year. */
export function yearBeginning({ profile }: Partnership, first: number): CountingYear {
  return profile.settings.meetingsCountedBy === 'calendar-year'
    ? { from: `${first}-01-01`, until: `${first}-12-31`, title: `${first}` }
    : { from: `${first}-04-01`, until: `${first + 1}-03-31`, title: `${first}/${String(first + 1).slice(2)}` }
}

/** The year in which we are. */
export function yearAround({ partnership, at }: Pick<Setting, 'partnership' | 'at'>): CountingYear {
  const today = dateOf(at)
  const first = Number(today.slice(0, 4))
  const begun = yearBeginning(partnership, first)
  return today < begun.from ? yearBeginning(partnership, first - 1) : begun
}

export function isWithin({ from, until }: CountingYear, { starts }: Pick<Meeting, 'starts'>): boolean {
  return dayOfMeeting(starts) >= from && dayOfMeeting(starts) <= until
}
