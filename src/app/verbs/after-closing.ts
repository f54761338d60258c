/** What a closing brings with it in another room: the one place where rooms meet, so that none has to know the others. */
import { plusMonths } from '../../calendar/days.ts'
import { isRefusal, type Refusal } from '../../kernel/result.ts'
import { dateOf } from '../../kernel/time.ts'
import type { Matter } from '../../matter.ts'
import type { Meeting } from '../../meetings/meeting.ts'
import type { Standing } from '../../partnership/authority/may.ts'
import type { Ctx } from '../ctx.ts'
import { takeUp } from './actions.ts'

/** Once a meeting's actions go out, they are in the one tracker, and chased from there. Those without a day of their own get a month. */
export function afterClosing(
  ctx: Ctx,
  { subject, state }: Matter,
  owed: string,
  standing: Standing,
): Refusal | undefined {
  if (subject.kind !== 'meeting' || owed !== 'actions') return undefined
  const taken = takeUp(ctx, standing, state as Meeting, plusMonths(dateOf(ctx.at), 1))
  return isRefusal(taken) ? taken : undefined
}
