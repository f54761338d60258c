/** What changes people, seats and groups: facts of one subject, read again after the commit. Whoever leaves loses every way in at once. */
import type { Change } from '../../decisions/facts.ts'
import type { Refusal, Result } from '../../kernel/result.ts'
import type { Standing } from '../../partnership/authority/may.ts'
import { checkChange, type SeatChange } from '../../partnership/partnership.ts'
import type { Ctx } from '../ctx.ts'
import { PARTNERSHIP } from '../rules-of-the-day.ts'

/** Records changes of people, seats and groups, all or none; and what follows from them at once. */
export function carryOut(ctx: Ctx, standing: Standing | undefined, changes: readonly Change[]): Refusal | undefined {
  for (const change of changes) {
    const trouble = checkChange(ctx.partnership, { ...change, at: ctx.at } as SeatChange)
    if (trouble) return trouble
  }
  if (changes.length === 0) return undefined
  if (ctx.tx.subjects.get(PARTNERSHIP) === undefined)
    ctx.begin({ id: PARTNERSHIP, kind: 'partnership', title: ctx.partnership.profile.partnership.short })
  ctx.record(
    PARTNERSHIP,
    standing,
    changes.map(({ kind, ...data }) => ({ kind, data })),
  )
  for (const change of changes) followUp(ctx, change)
  return undefined
}

/** The same for one change that somebody makes outright. */
export function record(ctx: Ctx, standing: Standing, change: Change): Result<Change> {
  return carryOut(ctx, standing, [change]) ?? change
}

function followUp(ctx: Ctx, change: Change): void {
  if (change.kind === 'person-left') {
    ctx.tx.links.revoke(change.person)
    for (const door of ctx.tx.doors.of(change.person)) ctx.tx.doors.remove(door)
  }
}
