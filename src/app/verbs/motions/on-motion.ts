/** What every handler of motions does: finds it, asks who may, reads what came, records, and shows it as it is now. */
import type { z } from 'zod'
import { countWorkingDays } from '../../../calendar/working-days.ts'
import type { Reply } from '../../../chat/intent.ts'
import type { Unsigned } from '../../../decisions/facts.ts'
import { type Motion, stageOf } from '../../../decisions/motion.ts'
import { seatToVote } from '../../../decisions/vote.ts'
import { isRefusal, type Refusal, type Result, refuse } from '../../../kernel/result.ts'
import { dateOf, type Instant, londonInstant } from '../../../kernel/time.ts'
import type { Meeting } from '../../../meetings/meeting.ts'
import type { Standing } from '../../../partnership/authority/may.ts'
import type { Ctx } from '../../ctx.ts'
import { onMatter } from '../on-matter.ts'

/** Reads what came, asks the authority table, decides, records, and shows the motion as it is now. */
export function onMotion<Shape extends z.ZodType>(
  ctx: Ctx,
  verb: string,
  shape: Shape,
  decide: (motion: Motion, wish: z.output<Shape>) => Result<readonly Unsigned[]>,
): Reply | Refusal {
  const found = motionFor(ctx, verb)
  return isRefusal(found) ? found : onMatter(ctx, { state: found.motion, standing: found.standing }, shape, decide)
}

/** The motion pressed on, or the one somebody named: "3" of this year, or "2027-3". */
export function motionFor(ctx: Ctx, verb: string): Result<{ readonly motion: Motion; readonly standing: Standing }> {
  const { subject, input } = ctx.intent
  const named = typeof input.motion === 'string' ? input.motion : ''
  const motion = motionAt(ctx, subject ?? idOf(ctx, named))
  if (isRefusal(motion)) return motion
  // A draft is its author's alone: nobody else learns from its number that there is one.
  if (stageOf(motion) === 'draft' && motion.worded.by !== ctx.person.id) return noSuchMotion
  const standing = ctx.may(verb, { kind: 'motion', group: motion.group.id })
  return isRefusal(standing) ? standing : { motion, standing }
}

export function motionAt(ctx: Ctx, id: string): Result<Motion> {
  const matter = ctx.matter(id)
  return isRefusal(matter) || matter.subject.kind !== 'motion' ? noSuchMotion : (matter.state as Motion)
}

/** `decision-2027-3`, from what people type. */
export function idOf(ctx: Ctx, named: string): string {
  const year = dateOf(ctx.at).slice(0, 4)
  return /^\d+$/.test(named) ? `decision-${year}-${named}` : `decision-${named.replace(/^decision-/, '')}`
}

export const noSuchMotion = refuse(
  'no-motion',
  'There is no such decision.',
  'Say "decisions" for the list; each has its number.',
)

/** Every motion there has ever been. */
function allMotions(ctx: Ctx): readonly Motion[] {
  return ctx.tx.subjects.all('motion').flatMap(({ id }) => {
    const motion = motionAt(ctx, id)
    return isRefusal(motion) ? [] : [motion]
  })
}

/** Those this person may see; a draft is its author's alone. */
export function motionsSeen(ctx: Ctx): readonly Motion[] {
  return allMotions(ctx).filter(
    (motion) =>
      !isRefusal(ctx.may('motion.see', { kind: 'motion', group: motion.group.id })) &&
      (stageOf(motion) !== 'draft' || motion.worded.by === ctx.person.id),
  )
}

/** The meetings whose decisions this person may see. */
export function meetingsSeen(ctx: Ctx): readonly Meeting[] {
  return ctx.tx.subjects.all('meeting').flatMap(({ id }) => {
    const matter = ctx.matter(id)
    if (isRefusal(matter) || isRefusal(ctx.may('meeting.see', matter.kind.about(matter.state)))) return []
    return [matter.state as Meeting]
  })
}

/** Whether a motion waits for this person. */
export function awaits(motion: Motion, person: string): boolean {
  if (stageOf(motion) !== 'open') return false
  const member = seatToVote(motion, person)
  return !isRefusal(member) && !motion.answered.has(member.seat.id)
}

/** The office's end of the day so many working days from now. */
export function closingIn(ctx: Ctx, workingDays: number): Result<Instant> {
  const counted = countWorkingDays(ctx.house.calendar(), dateOf(ctx.at), workingDays)
  if (isRefusal(counted)) return counted
  return londonInstant(`${counted.date}T${ctx.partnership.profile.settings.operationalCutOff}`)
}
