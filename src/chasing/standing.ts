/** How a limit is spoken of: its standing in a word as well as a tone, and the sum behind it. */

import { remembered } from '../calendar/remember.ts'
import { standing } from '../calendar/rules.ts'
import type { WorkingCalendar } from '../calendar/working-calendar.ts'
import { workingDaysBetween } from '../calendar/working-days.ts'
import type { Tone } from '../chat/words.ts'
import { isRefusal } from '../kernel/result.ts'
import { dateOf, type Instant, type LocalDate, sayDate } from '../kernel/time.ts'
import type { Limit } from './owed.ts'

/** Its standing; with a calendar, also how many working days are left. */
export function standingOf(
  limit: Limit,
  at: Instant,
  calendar?: WorkingCalendar,
): { readonly word: string; readonly tone: Tone } {
  const stands = standing(limit, at)
  switch (stands) {
    case 'ahead':
      return { word: calendar === undefined ? 'running' : daysLeft(limit, at, calendar), tone: 'neutral' }
    case 'amber':
      return { word: 'due on the next working day', tone: 'warn' }
    case 'red':
      return { word: 'due today', tone: 'bad' }
    case 'overdue':
      return { word: 'overdue', tone: 'bad' }
    default:
      return stands satisfies never
  }
}

const between = remembered(workingDaysBetween, (from, to) => `${from} ${to}`)

function daysLeft({ limit }: Limit, at: Instant, calendar: WorkingCalendar): string {
  const days = between(calendar, dateOf(at), limit)
  return isRefusal(days) ? 'running' : `in ${days} working days`
}

/** The day people work to: a target of the partnership's own, or the working day before a limit that is a day off; else the limit itself. */
export function workTo({ count, limit, rule, target }: Limit): LocalDate {
  return target !== undefined && (rule.internalTarget || count.kind !== 'working-days-after') ? target : limit
}

/** The sum of a limit, with its rule, its standing in law and its paragraph: what every date says of itself (C-10). */
export function sumOf(limit: Limit): string {
  const { rule, target, because } = limit
  const work = target && rule.internalTarget ? ` Work to ${sayDate(target)}.` : ''
  return `${because}.${work} ${rule.id}, ${rule.level}, ${rule.source}.`
}
