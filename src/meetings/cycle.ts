/**
 * The dates around one meeting (D-61 to D-68), each by its rule of the profile and with its sum.
 *
 * @example
 *   limitOf(meeting, 'papers-out')
 *   // { limit: '2027-02-18', because: '5 working days before Thu 25 Feb 2027 (day 0)', … }
 */
import { plusDays } from '../calendar/days.ts'
import { due, parseCount } from '../calendar/rules.ts'
import { isWorkingDay, type WorkingCalendar } from '../calendar/working-calendar.ts'
import type { Limit } from '../chasing/owed.ts'
import { isRefusal } from '../kernel/result.ts'
import { dateOf, type Instant, type LocalDate, londonInstant, sayDate } from '../kernel/time.ts'
import { type Rule, rule } from '../partnership/partnership.ts'
import { isDeciding, type Meeting } from './meeting.ts'
import { dayOfMeeting } from './say.ts'

export type Step =
  | 'items'
  | 'papers-in'
  | 'papers-out'
  | 'deputies'
  | 'forecast'
  | 'reminder'
  | 'actions'
  | 'minutes-chair'
  | 'minutes-members'
  | 'summary'

const rules: Readonly<Record<Step, string>> = {
  items: 'D-61',
  'papers-in': 'D-62',
  'papers-out': 'D-63',
  deputies: 'D-64',
  forecast: 'D-65',
  reminder: 'D-64-reminder',
  actions: 'D-66',
  'minutes-chair': 'D-67',
  'minutes-members': 'D-67-members',
  summary: 'D-68',
}

/** What only a body that takes decisions has: an event has papers and actions, and nobody to count. */
const ofDecidingGroups: readonly Step[] = ['items', 'deputies', 'forecast', 'minutes-chair', 'minutes-members']

/** One date; undefined where the group has no such step, what it counts from has not happened, or the calendar does not reach (10.2.41). */
export function limitOf(meeting: Meeting, step: Step): Limit | undefined {
  if (ofDecidingGroups.includes(step) && !isDeciding(meeting)) return undefined
  if (step === 'forecast' && meeting.group.quorum === undefined) return undefined
  if (step === 'summary' && !meeting.group.publishesSummary) return undefined
  const { partnership, calendar } = meeting
  const clear = step === 'papers-out' && partnership.profile.settings.papersOutClearDays
  const by = rule(partnership, clear ? 'D-63-clear' : rules[step])
  const from = dayZero(meeting, by)
  const limit = from && counted(calendar, by, from)
  return limit && limit.limit < calledOn(meeting) ? atShortNotice(meeting, step, limit) : limit
}

/** The day on which this date of the meeting was fixed: counting starts no earlier. */
export function calledOn({ called, moves }: Meeting): LocalDate {
  return dateOf(moves.at(-1)?.at ?? called.at)
}

/** How much notice a day gives: the last day on which it could still have been called in time (D-69). */
export function noticeFor(setting: Pick<Meeting, 'partnership' | 'calendar'>, day: LocalDate): Limit | undefined {
  return counted(setting.calendar, rule(setting.partnership, 'D-69'), {
    event: 'meeting',
    at: londonInstant(`${day}T00:00`),
  })
}

function dayZero(meeting: Meeting, { from }: Rule): Limit['from'] | undefined {
  switch (from) {
    case 'meeting':
      return { event: from, at: meeting.startsAt }
    case 'met':
      return { event: from, at: meeting.endsAt }
    case 'minutes-approved': {
      const approved: Instant | undefined = meeting.marks.get('minutes-approved')?.at
      return approved === undefined ? undefined : { event: from, at: approved }
    }
    default:
      throw new Error(`a meeting's date cannot be counted from: ${from}`)
  }
}

function counted(calendar: WorkingCalendar, by: Rule, from: Limit['from']): Limit | undefined {
  const count = parseCount(by.count)
  if (isRefusal(count)) throw new Error(`${by.id}: ${count.sentence}`)
  const sum = due(calendar, count, dateOf(from.at))
  return isRefusal(sum) ? undefined : { ...sum, rule: by, from }
}

/** A day that had passed when the meeting was called cannot be kept: the day of calling takes its place, or the next working day before the meeting. */
function atShortNotice(meeting: Meeting, step: Step, limit: Limit): Limit | undefined {
  // There is nothing to call for any more: members propose items as soon as they are invited. A held date is still without its invitation.
  if (step === 'items' && meeting.called.planned === undefined) return undefined
  const day = firstWorkingDay(meeting)
  return {
    ...limit,
    limit: day,
    limitAt: londonInstant(`${day}T23:59:59.999`),
    cutOff: londonInstant(`${day}T17:00`),
    amberFrom: day,
    because: `${limit.because}; that was ${sayDate(limit.limit)}, before the meeting was called for this day, so as soon as can be`,
  }
}

function firstWorkingDay(meeting: Meeting): LocalDate {
  const last = dayOfMeeting(meeting.starts)
  for (let day = calledOn(meeting); day < last; day = plusDays(day, 1))
    if (isWorkingDay(meeting.calendar, day)) return day
  return last
}
