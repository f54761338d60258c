/** How something done is spoken of: by whom, in which capacity, when, and with what outcome. */
import type { Owed } from '../../chasing/owed.ts'
import { sayMoment } from '../../kernel/time.ts'
import { personById } from '../../partnership/partnership.ts'
import type { Course } from '../engine/course.ts'
import { labelOf } from '../engine/decide.ts'

/** "Kit Fixtureton (SLT member), Mon 11 Jan 2027 14:20." */
export function whoAndWhen(course: Course, closed: Owed['closed']): string {
  if (closed === undefined) return ''
  const name = personById(course.partnership, closed.by)?.name ?? 'Muster'
  return `${name}${closed.as ? ` (${closed.as})` : ''}, ${sayMoment(closed.at)}.`
}

export function outcomeWords(course: Course, owed: Owed): string {
  const step = course.procedure.steps[owed.step]
  return step === undefined || owed.closed === undefined ? '' : labelOf(step, owed.closed.outcome)
}
