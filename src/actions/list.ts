/** Lists of actions: filtered, and overdue by agency for whoever chairs. */
import { sayDate } from '../kernel/time.ts'
import { agency } from '../partnership/partnership.ts'
import { type Action, isOpen, isOverdue, nameIn, openActionsOf, stageOf } from './action.ts'
import { sayStage } from './card.ts'

/** `mine`, `overdue`, `all`, a group's or an agency's id; nothing means everything open. */
export function filtered(actions: readonly Action[], filter: string | undefined, person: string): readonly Action[] {
  const open = actions.filter(isOpen).toSorted((a, b) => a.set.due.localeCompare(b.set.due))
  switch (filter) {
    case undefined:
      return open
    case 'mine':
      return open.filter(({ owner }) => owner === person)
    case 'overdue':
      return open.filter(isOverdue)
    case 'all':
      return actions.toSorted((a, b) => b.set.at.localeCompare(a.set.at))
    default:
      return open.filter(({ group, agency: of }) => group.id === filter || of === filter)
  }
}

/** A row a list shows: number, what, whose, until when, how it stands. */
export function rowOf(action: Action): readonly string[] {
  const standing = isOverdue(action) ? `overdue, ${sayStage(stageOf(action))}` : sayStage(stageOf(action))
  return [numberOf(action), action.set.what, nameIn(action, action.owner), sayDate(action.set.due), standing]
}

export const columns = ['No.', 'Action', 'Owner', 'By', 'How it stands'] as const

/** "3" of `action-2027-3`. */
export const numberOf = ({ subject }: Pick<Action, 'subject'>) => subject.id.replace(/^action-/, '')

/** How many are overdue, agency by agency, the most first: what a chair asks. */
export function overdueByAgency(
  actions: readonly Action[],
): readonly { readonly agency: string; readonly overdue: number; readonly open: number }[] {
  const byAgency = Map.groupBy(actions.filter(isOpen), (action) => action.agency)
  return [...byAgency]
    .flatMap(([id, theirs]) => {
      const [first] = theirs
      const { name, short } = agency((first as Action).partnership, id)
      return [{ agency: short ?? name, open: theirs.length, overdue: theirs.filter(isOverdue).length }]
    })
    .toSorted((a, b) => b.overdue - a.overdue || b.open - a.open || a.agency.localeCompare(b.agency))
}

/** The open actions of a group as lines of its next agenda: "2027-3 (Kit Fixtureton, by Fri 2 Apr 2027, at risk): …". */
export function agendaLines(
  actions: readonly Action[],
  group: string,
): readonly { readonly action: string; readonly says: string }[] {
  return openActionsOf(actions, group).map((action) => {
    const [number, what, owner, due, standing] = rowOf(action)
    return { action: action.subject.id, says: `${number} (${owner}, by ${due}, ${standing}): ${what}` }
  })
}
