/** The limit of a step in one course: counted from what happened, by the profile's rule; or set by somebody outside; moved only by those who may. */
import { parseCount } from '../../calendar/count.ts'
import { remembered } from '../../calendar/remember.ts'
import { type Count, due } from '../../calendar/rules.ts'
import { previousWorkingDay } from '../../calendar/working-days.ts'
import type { Limit } from '../../chasing/owed.ts'
import { isRefusal } from '../../kernel/result.ts'
import { dateOf, type Instant, londonInstant, sayDate } from '../../kernel/time.ts'
import { rule as ruleOf } from '../../partnership/partnership.ts'
import type { Course } from './course.ts'
import { stepOf } from './keys.ts'
import type { DateSet, Happened, Step } from './procedure.ts'

/**
 * The limit of what is owed under a key of a step; undefined without a rule, while the event it counts from has not happened, or where the calendar
 * does not reach (the card says so rather than guess, 10.2.41).
 */
export function limitOf(course: Course, name: string, key: string): Limit | undefined {
  const step = course.procedure.steps[name]
  if (step === undefined) return undefined
  const set = step.setFor?.(course)
  const back = sentBack(course, name, step)
  const due = back === undefined ? step.due : step.dueAgain
  const ruled = () => (due === undefined ? undefined : byRule(course, due, step.repeats ? key : undefined))
  const limit = set === undefined ? ruled() : byDate(course, set)
  const extension = course.extended.findLast(
    (one) => (one.owed === key || one.owed === stepOf(key)) && (back === undefined || one.at > back),
  )
  return limit === undefined || extension === undefined ? limit : moved(course, limit, extension)
}

/** When a step that then has another limit sent itself back; undefined while it has not. */
function sentBack({ past }: Course, name: string, { back, dueAgain }: Step): Instant | undefined {
  if (dueAgain === undefined) return undefined
  return past.findLast(({ owed, outcome }) => stepOf(owed) === name && back?.[outcome] === name)?.at
}

/** The limit by one rule of the profile, as the course's events stand; the interval of a `repeating` key is counted once more for each time it was done. */
export function byRule(course: Course, ruleId: string, repeating?: string): Limit | undefined {
  const rule = ruleOf(course.partnership, ruleId)
  const from = happened(course, rule.from)
  if (from === undefined) return undefined
  const count = parseCount(rule.count)
  if (isRefusal(count)) throw new Error(`${ruleId}: ${count.sentence}`)
  const times =
    repeating === undefined ? 1 : 1 + course.past.filter((one) => one.owed === repeating && one.at > from.at).length
  const start = count.kind === 'hours-after' ? from.at : dateOf(from.at)
  const sum = counted(course.calendar, { ...count, n: count.n * times }, start)
  return isRefusal(sum) ? undefined : { ...sum, rule, from }
}

/** When something that rules count from happened; or follows from what did. */
function happened(course: Course, event: string): Happened | undefined {
  const at = course.events[event]
  return at === undefined ? course.procedure.derives?.[event]?.(course) : { event, at }
}

const counted = remembered(due, (count: Count, start) => `${count.n} ${count.kind} ${start}`)

function byDate(course: Course, { date, by }: DateSet): Limit | undefined {
  const sum = counted(course.calendar, { kind: 'calendar-days-after', n: 0 }, date)
  if (isRefusal(sum)) return undefined
  const { target: _, ...onTheDay } = sum
  const says = `The date set ${by}`
  const rule = {
    id: 'set',
    says,
    count: 'same day',
    from: 'set',
    level: 'local',
    source: by,
    owed: '',
  } as Limit['rule']
  return {
    ...onTheDay,
    because: `${sayDate(date)}, as set ${by}`,
    rule,
    from: { event: 'set', at: londonInstant(`${date}T00:00`) },
  }
}

function moved({ calendar }: Course, limit: Limit, { to, reason, by }: Course['extended'][number]): Limit {
  const before = previousWorkingDay(calendar, to)
  const { target: _, ...kept } = limit
  return {
    ...kept,
    limit: to,
    limitAt: londonInstant(`${to}T23:59:59.999`),
    cutOff: londonInstant(`${to}T17:00`),
    amberFrom: isRefusal(before) ? to : before,
    because: `moved to ${sayDate(to)}; before that ${sayDate(limit.limit)}: ${limit.because}`,
    moved: { was: limit.limit, by, reason },
  }
}
