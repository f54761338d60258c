/**
 * An action, folded from its facts, never stored: what somebody has agreed to do, until when, how it stands, and what shows that it was done.
 *
 * @example
 *   const action = actionOf(subject, facts, { partnership, calendar, at })
 *   action.status            // 'at-risk'
 *   isOverdue(action)        // true once its day has passed and it is not done
 */
import { dateOf, type Instant } from '../kernel/time.ts'
import type { Setting } from '../matter.ts'
import { type Group, group, type Person, personById } from '../partnership/partnership.ts'
import type { Fact, Subject } from '../ports.ts'
import type { ActionFact, Agreed, Assessed, Status } from './facts.ts'

export interface Stamp {
  readonly by: string
  readonly at: Instant
}

export interface Action extends Setting {
  readonly subject: Subject
  readonly group: Group
  readonly set: Agreed & Stamp
  readonly owner: string
  readonly agency: string
  readonly status: Status
  /** When its owner last said how it stands. */
  readonly updates: readonly (Stamp & { readonly status: Status })[]
  /** Where the evidence lies; each waits for the group until it is accepted or returned. */
  readonly evidence?: Stamp & { readonly reference: string; readonly round: number }
  readonly accepted?: Stamp
  /** What was shown last is not enough. */
  readonly returned?: Stamp & { readonly reason: string }
  /** Somebody has been asked to take it over and has not answered. */
  readonly offered?: Stamp & { readonly to: string }
  readonly dropped?: Stamp & { readonly reason: string }
  /** Checks of its impact, oldest first. */
  readonly assessed: readonly (Assessed & Stamp)[]
}

export type Stage = Status | 'evidence-accepted' | 'dropped'

/** Folds an action. Throws when its first fact is not its setting: that is a broken record, not a person's mistake. */
export function actionOf(subject: Subject, facts: readonly Fact[], setting: Setting): Action {
  const [first, ...rest] = facts as unknown as readonly ActionFact[]
  if (first?.kind !== 'set') throw new Error(`${subject.id} does not begin with its setting`)
  const action: Making = {
    ...setting,
    subject,
    group: group(setting.partnership, first.data.group),
    set: { ...first.data, by: first.by, at: first.at },
    owner: first.data.owner,
    agency: first.data.agency,
    status: 'not-started',
    updates: [],
    assessed: [],
  }
  for (const fact of rest) tell(action, fact)
  return action
}

export function stageOf({ dropped, accepted, status }: Action): Stage {
  if (dropped) return 'dropped'
  return accepted ? 'evidence-accepted' : status
}

export function isOpen(action: Action): boolean {
  return action.accepted === undefined && action.dropped === undefined
}

/** Its day has passed, and its owner has not said that it is done. */
export function isOverdue(action: Action): boolean {
  return isOpen(action) && action.status !== 'done' && action.set.due < dateOf(action.at)
}

/** The evidence waits for the group's word. */
export function awaitsAcceptance({ evidence, accepted, returned }: Action): boolean {
  return evidence !== undefined && accepted === undefined && returned === undefined
}

/** Whoever owns it, while they are still here: an action whose owner has left needs another. */
export function ownerOf({ partnership, owner, at }: Action): Person | undefined {
  const person = personById(partnership, owner)
  return person?.left !== undefined && at >= person.left ? undefined : person
}

export function nameIn({ partnership }: Pick<Action, 'partnership'>, person: string): string {
  return personById(partnership, person)?.name ?? 'Muster'
}

/** The open actions a group has set, the oldest day first: what its next agenda looks back on. */
export function openActionsOf(actions: readonly Action[], groupId: string): readonly Action[] {
  return actions
    .filter((action) => isOpen(action) && action.group.id === groupId)
    .toSorted((a, b) => a.set.due.localeCompare(b.set.due))
}

// An action under construction. Only this file writes to it.
interface Making extends Action {
  owner: string
  agency: string
  status: Status
  updates: Action['updates'][number][]
  evidence?: Stamp & { reference: string; round: number }
  accepted?: Stamp
  returned?: Stamp & { reason: string }
  offered?: Stamp & { to: string }
  dropped?: Stamp & { reason: string }
  assessed: Action['assessed'][number][]
}

function tell(action: Making, fact: ActionFact): void {
  const stamp = { by: fact.by, at: fact.at }
  switch (fact.kind) {
    case 'set':
      throw new Error(`${action.subject.id} was set twice`)
    case 'updated':
      action.status = fact.data.status
      action.updates.push({ ...fact.data, ...stamp })
      return
    case 'evidenced':
      action.status = 'done'
      action.evidence = { ...fact.data, ...stamp, round: (action.evidence?.round ?? 0) + 1 }
      delete action.returned
      return
    case 'accepted':
      action.accepted = stamp
      return
    case 'returned':
      action.returned = { ...fact.data, ...stamp }
      action.status = 'on-track'
      return
    case 'offered':
      action.offered = { ...fact.data, ...stamp }
      return
    case 'taken':
      action.owner = fact.by
      action.agency = fact.data.agency
      delete action.offered
      return
    case 'refused':
      delete action.offered
      return
    case 'dropped':
      action.dropped = { ...fact.data, ...stamp }
      return
    case 'assessed':
      action.assessed.push({ ...fact.data, ...stamp })
      return
    default:
      // A later edition of Muster may write facts this one does not know; an action is not lost for that.
      fact satisfies never
  }
}
