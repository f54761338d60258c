/**
 * What changes people, seats and groups: facts of one subject, read again after the commit. Whoever leaves loses every way in at once, and what Muster
 * showed them in chat.
 */
import type { Change } from '../../decisions/facts.ts'
import { type Created, taskGroupId } from '../../decisions/task-group.ts'
import type { Refusal } from '../../kernel/result.ts'
import { dateOf } from '../../kernel/time.ts'
import type { Standing } from '../../partnership/authority/may.ts'
import { checkChange, type SeatChange, withChange } from '../../partnership/partnership.ts'
import type { Ctx } from '../ctx.ts'
import { takeAway } from '../removal.ts'
import { notHeld } from '../retention.ts'
import { PARTNERSHIP } from '../rules-of-the-day.ts'

/** Records changes of people, seats and groups, all or none; and does what follows from them at once. Gives a refusal when one of them cannot be. */
export function carryOut(ctx: Ctx, standing: Standing | undefined, changes: readonly Change[]): Refusal | undefined {
  // One change may build on the one before: whoever has just been added is given a seat.
  let partnership = ctx.partnership
  for (const change of changes) {
    const made = { ...change, at: ctx.at } as SeatChange
    const trouble = checkChange(partnership, made)
    if (trouble) return trouble
    partnership = withChange(partnership, made)
  }
  if (changes.length === 0) return undefined
  if (ctx.tx.subjects.get(PARTNERSHIP) === undefined)
    ctx.begin({ id: PARTNERSHIP, kind: 'partnership', title: ctx.partnership.profile.partnership.short })
  const facts = changes.map(({ kind, ...data }) => ({ kind, data }))
  ctx.record(PARTNERSHIP, standing, facts)
  for (const change of changes) followUp(ctx, change, changes)
  return undefined
}

function followUp(ctx: Ctx, change: Change, all: readonly Change[]): void {
  switch (change.kind) {
    case 'person-left':
      ctx.tx.links.revoke(change.person)
      for (const door of ctx.tx.doors.of(change.person)) ctx.tx.doors.remove(door)
      takeAway(
        ctx,
        { kind: 'leaver', person: change.person, on: dateOf(ctx.at) },
        notHeld(ctx.tx, ctx.tx.copies.shownTo(change.person)),
      )
      return
    case 'group-created':
      beginLife(ctx, change, all)
      return
    case 'group-dissolved':
      if (ctx.tx.subjects.get(taskGroupId(change.group)) !== undefined)
        ctx.record(taskGroupId(change.group), undefined, [{ kind: 'dissolved', data: {} }])
      return
    default:
      return
  }
}

/** A group with a last day is watched until it is dissolved. */
function beginLife(
  ctx: Ctx,
  { definition, purpose }: Extract<Change, { kind: 'group-created' }>,
  all: readonly Change[],
): void {
  if (definition.endsOn === undefined) return
  const seats = all.flatMap((change) => (change.kind === 'seat-given' ? [change.seat] : []))
  const created: Created = {
    group: definition.id,
    title: definition.title,
    purpose,
    chair: seats.find(({ role }) => role === definition.chair)?.person ?? '',
    members: seats.filter(({ role }) => role !== definition.chair).map(({ person }) => person),
    endsOn: definition.endsOn,
  }
  const id = taskGroupId(definition.id)
  ctx.begin({ id, kind: 'task-group', title: definition.title })
  ctx.record(id, undefined, [{ kind: 'created', data: created }])
}
