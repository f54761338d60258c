/**
 * What must be true of the clocks of a review, whatever has been done to it (DOMAIN 1.2, 2.3). The dates are worked out here by themselves, from the day a
 * thing happened, and not asked of the rules that are being tested.
 */
import { expect } from 'vitest'
import { plusMonths } from '../../src/calendar/days.ts'
import { countWorkingDays, lastWorkingDayBy } from '../../src/calendar/working-days.ts'
import { type Owed, roundKey } from '../../src/chasing/owed.ts'
import { plan } from '../../src/chasing/plan.ts'
import { isRefusal } from '../../src/kernel/result.ts'
import { dateOf } from '../../src/kernel/time.ts'
import type { Course } from '../../src/procedures/engine/course.ts'

const WORKING_DAYS = { 'D-01': 5, 'D-02': 5, 'D-15': 15 } as const

/** The day by which it must be done, counted here from the event by the figure of the law or of guidance; undefined where the event has not happened. */
function lawful({ calendar, events }: Course, rule: string): string | undefined {
  const from = { 'D-01': events.aware, 'D-02': events.aware, 'D-15': events.notified, 'D-21': events.commissioned }[
    rule
  ]
  if (from === undefined) return undefined
  if (rule === 'D-21') return plusMonths(dateOf(from), 6)
  const counted = countWorkingDays(calendar, dateOf(from), WORKING_DAYS[rule as keyof typeof WORKING_DAYS])
  return isRefusal(counted) ? undefined : counted.date
}

const isOpen = (one: Owed | undefined) => one?.status === 'open'
const of = (course: Course, step: string) => course.owed.find((one) => one.step === step)

/** Whether the duty to notify the Panel stands: the partners said so, or disagree about it, and nobody has notified yet (19.6, 10.2.35). */
const mustNotify = ({ about, events, marks }: Course) =>
  events.notified === undefined &&
  (about.kind === 'statutory' || ['notify', 'disputed', 'again'].includes(marks.triage ?? ''))
const isUnderStatute = ({ events, marks }: Course) => events.notified !== undefined && marks.withdraw !== 'kept'
const sixMonthsRun = ({ events, marks, closings }: Course) =>
  events.commissioned !== undefined &&
  marks.decision === 'commission' &&
  marks.publication !== 'not' &&
  (closings.get('reconvene') !== undefined || closings.get('panel')?.outcome === 'agrees')

/** A review that goes on owes what law and guidance ask of it, by the day they name; one that has ended owes nothing. */
export function checkClocks(course: Course): void {
  if (course.stage.ends) {
    expect(course.owed.filter(isOpen)).toEqual([])
    return
  }
  const owes = [
    ['notify', 'D-01', mustNotify(course)],
    ['tell', 'D-02', mustNotify(course) && !['disputed', 'again'].includes(course.marks.triage ?? '')],
    ['submit', 'D-15', isUnderStatute(course)],
    ['publish', 'D-21', sixMonthsRun(course)],
  ] as const
  for (const [step, rule, stands] of owes) {
    const day = lawful(course, rule)
    if (!stands || day === undefined) continue
    const { limit } = of(course, step) ?? {}
    expect(limit?.moved?.was ?? limit?.limit, `${step} by ${rule}`).toBe(day)
  }
  checkAlarms(course)
}

/** Every limit that still lies ahead will ring: on its day for whoever owes it, and before for the adviser and the commissioner where the law sets it. */
export function checkAlarms(course: Course): void {
  const { chase } = course.partnership.profile
  const alarms = plan(course.owed, chase, course.calendar)
  const today = dateOf(course.at)
  for (const one of course.owed.filter(isOpen)) {
    if (one.limit === undefined || one.limit.count.kind === 'hours-after') continue
    // What ends on a day off is called on the working day before it; whoever was asked on that very day has just been told.
    const day = lastWorkingDayBy(course.calendar, one.limit.limit)
    if (isRefusal(day) || day <= today || day <= dateOf(one.openedAt)) continue
    expect(alarms.map(({ key }) => key)).toContain(`${roundKey(one)}/T`)
  }
}

/** What law and guidance set a clock for does not go away by itself: it is done, or the duty has ended in a way that DOMAIN 2.3 knows. */
export function checkNothingLost(before: Course, after: Course): void {
  if (after.stage.ends) return
  const lost = before.owed.filter(
    (one) => one.statutory && isOpen(one) && !after.owed.some(({ key, status }) => key === one.key && status !== 'gap'),
  )
  const isAnswered = ['yes', 'kept'].includes(after.marks.withdraw ?? '') || after.marks.publication === 'not'
  const isTriaged = before.marks.triage !== after.marks.triage || before.marks.local !== after.marks.local
  const isDecided = before.marks.decision !== after.marks.decision
  expect(
    isAnswered || isTriaged || isDecided ? [] : lost.map(({ key }) => key),
    'a clock of the law went away by itself',
  ).toEqual([])
}
