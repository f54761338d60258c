/**
 * What a course puts into the action tracker: a plan that is submitted sets actions, and a check of impact is noted on each of them (19.30; D-28).
 * The way back is in its-course.ts.
 */
import { isRefusal, type Refusal, refuse } from '../../kernel/result.ts'
import type { Standing } from '../../partnership/authority/may.ts'
import { groupsAt, holders, ruleEntry, successorOf } from '../../partnership/partnership.ts'
import type { Course } from '../../procedures/engine/course.ts'
import { stepOf } from '../../procedures/engine/keys.ts'
import type { Step, ToBeDone } from '../../procedures/engine/procedure.ts'
import type { Ctx } from '../ctx.ts'
import { beginAction } from './actions.ts'
import { ontoAgenda } from './meetings/onto-agenda.ts'

/** What submitting a form under a key brings into the tracker. A refusal undoes the submission. */
export function afterSubmitting(ctx: Ctx, subject: string, owed: string, standing: Standing): Refusal | undefined {
  const matter = ctx.matter(subject)
  if (isRefusal(matter)) return matter
  const course = matter.state as Course
  const step = course.procedure.steps[stepOf(owed)]
  if (step === undefined) return undefined
  ontoAgenda(ctx, course, step, owed)
  return setActions(ctx, course, step, owed, standing) ?? noteImpact(ctx, course, step, standing)
}

function setActions(ctx: Ctx, course: Course, step: Step, owed: string, standing: Standing): Refusal | undefined {
  const form = course.submitted.findLast((one) => one.owed === owed)
  for (const one of (step.closes.by === 'form' && step.sets?.(course)) || []) {
    if (course.actions.some(({ what, agency }) => what === one.what && agency === one.agency)) continue
    const owner = ownerOf(ctx, one)
    if (isRefusal(owner)) return owner
    const { role, recommendation, impact, measure } = one
    const id = beginAction(ctx, standing, {
      what: one.what,
      agency: one.agency,
      due: one.due,
      owner,
      group: groupsAt(ctx.partnership, ctx.at).find(({ kind }) => kind === one.group)?.id ?? one.group,
      ...(course.subject.kind === 'case' ? { case: course.subject.id } : {}),
      origin: { subject: course.subject.id, form: form?.form ?? '', version: form?.version ?? 0 },
      ...(role === undefined ? {} : { role }),
      ...(recommendation === undefined ? {} : { recommendation }),
      ...(impact === undefined ? {} : { impact }),
      ...(measure === undefined ? {} : { measure }),
    })
    if (isRefusal(id)) return id
    const says = ctx.tx.subjects.get(id)?.title ?? id
    ctx.record(course.subject.id, standing, [
      { kind: 'action', data: { id, says, what: one.what, agency: one.agency } },
    ])
  }
  return undefined
}

/** Whoever the form names; otherwise the agency's contact, or the adviser, who can hand it over. */
function ownerOf({ at, partnership }: Ctx, { agency, owner }: ToBeDone): string | Refusal {
  const now = successorOf(partnership, agency, at)
  const found =
    owner ??
    [
      ...holders(partnership, 'agency-contact', at, { agency: now }),
      ...holders(partnership, 'slt-member', at, { agency: now }),
      ...holders(partnership, 'spa', at),
    ][0]?.id
  return (
    found ??
    refuse(
      'no-owner',
      'Nobody answers for one of the agencies, so its action would be nobody’s.',
      'Give its contact’s seat to somebody, then submit again.',
    )
  )
}

/** The check is written down with the action itself, so that recommendation, action, evidence and impact stand in one place. */
function noteImpact(ctx: Ctx, course: Course, step: Step, standing: Standing): Refusal | undefined {
  if (step.assesses === undefined || step.due === undefined) return undefined
  const after = ruleEntry(course.partnership, step.due).count ?? ''
  for (const { action, changed, how } of step.assesses(course)) {
    if (ctx.tx.subjects.get(action)?.kind !== 'action') continue
    ctx.record(action, standing, [{ kind: 'assessed', data: { after, changed, how } }])
  }
  return undefined
}
