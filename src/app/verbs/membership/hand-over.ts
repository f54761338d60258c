/** The actions of somebody who has left are offered to whoever takes over; until they say yes the support team holds them. */
import { type Action, isOpen } from '../../../actions/action.ts'
import { isRefusal } from '../../../kernel/result.ts'
import type { Standing } from '../../../partnership/authority/may.ts'
import type { Ctx } from '../../ctx.ts'

/** Offers every open action of a leaver; gives how many. */
export function offerActions(ctx: Ctx, standing: Standing, leaver: string, to: string): number {
  const theirs = ctx.tx.subjects.open('action').flatMap(({ id }) => {
    const matter = ctx.matter(id)
    const action = isRefusal(matter) ? undefined : (matter.state as Action)
    return action !== undefined && isOpen(action) && action.owner === leaver ? [id] : []
  })
  for (const id of theirs) ctx.record(id, standing, [{ kind: 'offered', data: { to } }])
  return theirs.length
}
