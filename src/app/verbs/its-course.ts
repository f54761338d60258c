/** The way back from the action tracker: an action that is at an end is so in the course it stems from (19.30; D-28). */
import { type Action, stageOf } from '../../actions/action.ts'
import { isRefusal } from '../../kernel/result.ts'
import type { Standing } from '../../partnership/authority/may.ts'
import type { Ctx } from '../ctx.ts'

/** Tells the course an action stems from that it is at an end: its evidence accepted, or the action dropped. */
export function tellItsCourse(ctx: Ctx, id: string, standing: Standing): void {
  const matter = ctx.matter(id)
  if (isRefusal(matter) || matter.subject.kind !== 'action') return
  const action = matter.state as Action
  const stage = stageOf(action)
  const origin = action.set.origin && ctx.matter(action.set.origin.subject)
  if ((stage !== 'evidence-accepted' && stage !== 'dropped') || origin === undefined || isRefusal(origin)) return
  const owed = origin.owed.find((one) => one.key === `actions/${id}` && one.status === 'open')
  if (owed === undefined) return
  const outcome = stage === 'dropped' ? 'dropped' : 'accepted'
  ctx.record(origin.subject.id, standing, [{ kind: 'closed', data: { owed: owed.key, round: owed.round, outcome } }])
}
