/** What people do with an action: say how it stands, show evidence, accept or return it, hand it over with the other's consent. */
import { type Refusal, type Result, refuse } from '../kernel/result.ts'
import { dateOf, sayDate, sayMoment } from '../kernel/time.ts'
import type { Setting, Wish } from '../matter.ts'
import { groupsAt, personById } from '../partnership/partnership.ts'
import { type Action, awaitsAcceptance, nameIn, stageOf } from './action.ts'
import { type Agreed, type Status, statuses, type Unsigned } from './facts.ts'
import { keys } from './owed.ts'

/** Sets an action; refused where nobody could be held to it. */
export function set({ partnership, at }: Setting, action: Agreed): Result<readonly Unsigned[]> {
  const owner = personById(partnership, action.owner)
  if (owner === undefined || (owner.left !== undefined && at >= owner.left)) {
    return refuse(
      'no-person',
      `Muster does not know ${action.owner}.`,
      'Write their name or e-mail address as it stands in the profile.',
    )
  }
  if (!groupsAt(partnership, at).some(({ id }) => id === action.group)) {
    return refuse(
      'no-group',
      `There is no group called "${action.group}".`,
      `The groups are ${groupsAt(partnership, at)
        .map(({ id }) => id)
        .join(', ')}.`,
    )
  }
  if (action.due <= dateOf(at)) {
    return refuse('past', `${sayDate(action.due)} leaves no time to do it.`, 'Choose a later day.')
  }
  return [{ kind: 'set', data: action }]
}

/** The owner's word. `done` asks for evidence next. */
export function update(action: Action, status: Status): Result<readonly Unsigned[]> {
  return over(action) ?? [{ kind: 'updated', data: { status } }]
}

/** Where the evidence lies; the group that set the action is asked to accept it. */
export function show(action: Action, reference: string): Result<readonly Unsigned[]> {
  return over(action) ?? [{ kind: 'evidenced', data: { reference } }]
}

/** The group's word on the evidence. Nobody accepts their own. */
export function accept(action: Action, by: string, returned?: string): Result<readonly Unsigned[]> {
  const trouble = over(action)
  if (trouble) return trouble
  if (!awaitsAcceptance(action)) {
    return refuse('no-evidence', 'No evidence waits to be accepted.', 'Ask the owner to say where it is.')
  }
  if (by === action.owner) {
    return refuse(
      'own-evidence',
      'Nobody accepts their own evidence.',
      `Ask whoever else may chair ${action.group.title}.`,
    )
  }
  return [returned === undefined ? { kind: 'accepted', data: {} } : { kind: 'returned', data: { reason: returned } }]
}

/** Asks somebody to take it over; it stays where it is until they say yes. */
export function offer(action: Action, to: string): Result<readonly Unsigned[]> {
  const person = personById(action.partnership, to)
  const trouble = over(action)
  if (trouble) return trouble
  if (person === undefined || (person.left !== undefined && action.at >= person.left)) {
    return refuse(
      'no-person',
      `Muster does not know ${to}.`,
      'Write their name or e-mail address as it stands in the profile.',
    )
  }
  if (to === action.owner) return refuse('same-owner', `${person.name} owns it already.`, 'Name somebody else.')
  return [{ kind: 'offered', data: { to } }]
}

export function answerOffer(action: Action, by: string, outcome: 'taken' | 'refused'): Result<readonly Unsigned[]> {
  const trouble = over(action)
  if (trouble) return trouble
  if (action.offered?.to !== by) {
    return refuse(
      'not-offered',
      'You have not been asked to take this over.',
      `It is ${nameIn(action, action.owner)}'s.`,
    )
  }
  const agency = personById(action.partnership, by)?.agency ?? action.agency
  return [outcome === 'taken' ? { kind: 'taken', data: { agency } } : { kind: 'refused', data: {} }]
}

/** The group no longer wants it done. */
export function drop(action: Action, reason: string): Result<readonly Unsigned[]> {
  return over(action) ?? [{ kind: 'dropped', data: { reason } }]
}

/** A press on what is owed. */
export function close(action: Action, { owed, outcome, by, round }: Wish): Result<readonly Unsigned[]> {
  if (owed === keys.update && round !== undefined && round <= action.updates.length) {
    const last = action.updates.at(-1)
    return refuse(
      'already-done',
      `${nameIn(action, last?.by ?? '')} said how it stands on ${sayMoment(last?.at ?? action.at)}.`,
      'You will be asked again next month.',
    )
  }
  if (owed === keys.accept) return accept(action, by, outcome === 'returned' ? 'More evidence is asked for' : undefined)
  if (owed === keys.take) return answerOffer(action, by, outcome === 'taken' ? 'taken' : 'refused')
  const status = statuses.find((one) => one === outcome)
  return status === undefined
    ? refuse(
        'no-such-outcome',
        `"${outcome}" is not something that can be chosen here.`,
        'Open the action and choose from its buttons.',
      )
    : update(action, status)
}

function over(action: Action): Refusal | undefined {
  const stage = stageOf(action)
  if (stage === 'dropped') {
    return refuse(
      'dropped',
      `This action was dropped on ${sayMoment(action.dropped?.at ?? action.at)}: ${action.dropped?.reason}`,
      'Nothing more is needed from you here.',
    )
  }
  if (stage !== 'evidence-accepted') return undefined
  return refuse(
    'already-done',
    `The evidence was accepted by ${nameIn(action, action.accepted?.by ?? '')} on ${sayMoment(action.accepted?.at ?? action.at)}.`,
    'Nothing more is needed from you here.',
  )
}
