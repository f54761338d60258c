/** What a closing brings with it in another room: the one place where rooms meet, so that none has to know the others. */
import { plusMonths } from '../../calendar/days.ts'
import { COUNT } from '../../decisions/owed.ts'
import type { Rotation } from '../../decisions/rotation.ts'
import { isRefusal, type Refusal } from '../../kernel/result.ts'
import { dateOf } from '../../kernel/time.ts'
import type { Matter } from '../../matter.ts'
import type { Meeting } from '../../meetings/meeting.ts'
import type { Standing } from '../../partnership/authority/may.ts'
import type { Ctx } from '../ctx.ts'
import { takeUp } from './actions.ts'
import { tellItsCourse } from './its-course.ts'
import { lookBack } from './meetings/look-back.ts'
import { openBox } from './motions/outcome.ts'
import { proposeNext } from './seats/offers.ts'

/**
 * The next vice-chair is offered the seat. What was left over and what is still open comes onto a group's agenda by itself. Once a meeting's actions go out, they are in the one tracker, and
 * chased from there; those without a day of their own get a month.
 */
export function afterClosing(
  ctx: Ctx,
  { subject, state }: Matter,
  owed: string,
  standing: Standing | undefined,
): Refusal | undefined {
  if (subject.kind === 'motion' && owed === COUNT) return openBox(ctx, subject.id)
  if (subject.kind === 'rotation') return proposeNext(ctx, state as Rotation)
  if (subject.kind === 'action' && standing) tellItsCourse(ctx, subject.id, standing)
  if (subject.kind !== 'meeting') return undefined
  const meeting = state as Meeting
  if (LOOKS_BACK.includes(owed)) lookBack(ctx, meeting)
  if (owed !== 'actions') return undefined
  const taken = takeUp(ctx, standing, meeting, plusMonths(dateOf(ctx.at), 1))
  return isRefusal(taken) ? taken : undefined
}

/** When items are called for, when the agenda goes out, and once more on the eve, so that nobody reads last week's standing. */
const LOOKS_BACK = ['items', 'agenda', 'reminder']
