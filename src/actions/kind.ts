/** An action, told to the rest of the house as a matter. */
import type { MatterKind, News } from '../matter.ts'
import { type Action, actionOf, isOpen } from './action.ts'
import { actionFace, actionTask } from './card.ts'
import { close } from './do.ts'
import { keys, owedOf } from './owed.ts'

export const actionKind: MatterKind<Action> = {
  kind: 'action',
  see: 'action.see',
  state: actionOf,
  owed: owedOf,
  ended: (action) => !isOpen(action),
  about: ({ group, owner }) => ({ kind: 'action', group: group.id, owner }),
  face: (action, viewer) => actionFace(action, viewer),
  task: actionTask,
  close,
  mayClose,
  news: (before, after) => [...accepted(before, after), ...handedOver(before, after)],
}

/** Who is asked to take something over need hold no seat in the group: that they were asked is checked with their answer. */
function mayClose(_: Action, { step }: { readonly step: string }): string {
  if (step === keys.accept) return 'action.accept'
  return step === keys.take ? 'owes.mine' : 'action.update'
}

/** Its owner hears that the group has accepted the evidence. */
function accepted(before: Action | undefined, after: Action): News[] {
  if (after.accepted === undefined || before?.accepted !== undefined) return []
  return [{ key: 'accepted', people: [after.owner], card: 'matter' }]
}

/** Whoever handed it over, or tried to, hears the answer. */
function handedOver(before: Action | undefined, after: Action): News[] {
  if (before?.offered === undefined || after.offered !== undefined) return []
  return [{ key: `hand-over~${before.offered.at}`, people: [before.offered.by], card: 'matter' }]
}
