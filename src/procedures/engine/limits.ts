/** The limit of a rule in one course: counted from what happened, by the profile's rule, moved only by those who may. */

import { parseCount } from '../../calendar/count.ts'
import { due } from '../../calendar/rules.ts'
import type { Limit } from '../../chasing/owed.ts'
import { isRefusal } from '../../kernel/result.ts'
import { dateOf, londonInstant, sayDate } from '../../kernel/time.ts'
import { rule as ruleOf } from '../../partnership/partnership.ts'
import type { Course } from './course.ts'

/**
 * The limit of a rule for one owed thing; undefined while the event it counts from has not happened, or where the calendar does not reach
 * (the card says so rather than guess, 10.2.41).
 */
export function limitOf(
  course: Pick<Course, 'partnership' | 'calendar' | 'events' | 'extended'>,
  ruleId: string,
  owed: string,
): Limit | undefined {
  const rule = ruleOf(course.partnership, ruleId)
  const at = course.events[rule.from]
  if (at === undefined) return undefined
  const count = parseCount(rule.count)
  if (isRefusal(count)) throw new Error(`${ruleId}: ${count.sentence}`)
  const counted = due(course.calendar, count, count.kind === 'hours-after' ? at : dateOf(at))
  if (isRefusal(counted)) return undefined
  const limit = { ...counted, rule, from: { event: rule.from, at } }
  const extension = course.extended.findLast((one) => one.owed === owed)
  return extension === undefined ? limit : moved(limit, extension)
}

function moved(limit: Limit, { to, reason, by }: { to: string; reason: string; by: string }): Limit {
  return {
    ...limit,
    limit: to,
    limitAt: londonInstant(`${to}T23:59:59.999`),
    cutOff: londonInstant(`${to}T17:00`),
    because: `moved to ${sayDate(to)}; before that ${sayDate(limit.limit)}: ${limit.because}`,
    moved: { was: limit.limit, by, reason },
  }
}
