/** What an action makes people owe: the thing itself by its day, a word every month, evidence, its acceptance, an answer to a hand-over. */
import { due, parseCount } from '../calendar/rules.ts'
import type { Limit, Obligor, Owed } from '../chasing/owed.ts'
import { limitOn } from '../decisions/limit.ts'
import { isRefusal } from '../kernel/result.ts'
import { dateOf } from '../kernel/time.ts'
import { agency, chairOf, holders, rule } from '../partnership/partnership.ts'
import { type Action, awaitsAcceptance, isOpen, isOverdue, nameIn, ownerOf } from './action.ts'

/** How often its owner says how it stands (D-28). */
const MONTHLY = 'D-28'

export function owedOf(action: Action): readonly Owed[] {
  if (!isOpen(action)) return []
  return [
    ...theThing(action),
    ...aWord(action),
    ...evidenceOwed(action),
    ...acceptanceOwed(action),
    ...answerOwed(action),
  ]
}

/** The key of what is owed, for presses. */
export const keys = {
  action: 'action',
  update: 'update',
  evidence: 'evidence',
  accept: 'accept',
  take: 'take',
} as const

type Part = Pick<Owed, 'key' | 'what' | 'obligor' | 'openedAt'> &
  Partial<Pick<Owed, 'round' | 'limit' | 'silent' | 'does'>>

function owed({ subject }: Action, { key, round = 1, does = [], ...part }: Part): Owed {
  return { subject: subject.id, key, round, step: key, status: 'open', statutory: false, urgent: false, does, ...part }
}

function theThing(action: Action): Owed[] {
  if (action.status === 'done') return []
  const { calendar, set } = action
  const limit = limitOn(calendar, set.due, { says: 'The action is to be done', how: 'as agreed', since: set.at })
  return [
    owed(action, {
      key: keys.action,
      what: set.what,
      obligor: ownerObligor(action),
      openedAt: set.at,
      ...(limit === undefined ? {} : { limit }),
      does: [{ label: 'Done', outcome: 'done', style: 'primary' }],
    }),
  ]
}

/** One tap a month until it is done; none where its own day comes first, which is chased itself. Once that has passed the word is asked for again. */
function aWord(action: Action): Owed[] {
  const last = action.updates.at(-1)?.at ?? action.set.at
  const limit = monthFrom(action, last)
  if (action.status === 'done' || limit === undefined) return []
  if (limit.limit >= action.set.due && !isOverdue(action)) return []
  return [
    owed(action, {
      key: keys.update,
      what: `Say how it stands: ${action.set.what}`,
      round: action.updates.length + 1,
      obligor: ownerObligor(action),
      openedAt: last,
      limit,
      // It is asked for when the month comes round, not on the day the last word was given.
      silent: true,
      does: [
        { label: 'On track', outcome: 'on-track', style: 'primary' },
        { label: 'At risk', outcome: 'at-risk', style: 'danger' },
      ],
    }),
  ]
}

function evidenceOwed(action: Action): Owed[] {
  if (action.status !== 'done' || awaitsAcceptance(action)) return []
  const since = action.updates.findLast(({ status }) => status === 'done')?.at ?? action.set.at
  return [
    owed(action, {
      key: keys.evidence,
      what: `Say where the evidence is: ${action.set.what}`,
      round: (action.evidence?.round ?? 0) + 1,
      obligor: ownerObligor(action),
      openedAt: since,
      ...limited(monthFrom(action, since)),
    }),
  ]
}

function acceptanceOwed(action: Action): Owed[] {
  const { evidence } = action
  if (evidence === undefined || !awaitsAcceptance(action)) return []
  return [
    owed(action, {
      key: keys.accept,
      what: `Accept the evidence: ${action.set.what}`,
      round: evidence.round,
      obligor: accepting(action),
      openedAt: evidence.at,
      ...limited(monthFrom(action, evidence.at)),
      does: [
        { label: 'Accept the evidence', outcome: 'accepted', style: 'primary' },
        { label: 'Ask for more', outcome: 'returned' },
      ],
    }),
  ]
}

function answerOwed(action: Action): Owed[] {
  const { offered } = action
  if (offered === undefined) return []
  return [
    owed(action, {
      key: keys.take,
      what: `Take over: ${action.set.what}`,
      obligor: { label: nameIn(action, offered.to), people: [offered.to] },
      openedAt: offered.at,
      ...limited(monthFrom(action, offered.at)),
      does: [
        { label: 'I take it over', outcome: 'taken', style: 'primary' },
        { label: 'No, leave it', outcome: 'refused' },
      ],
    }),
  ]
}

/** Whoever owns it; the support team when they have left, since somebody must hand it to another. */
function ownerObligor(action: Action): Obligor {
  const owner = ownerOf(action)
  if (owner === undefined) return { ...support(action), agency: action.agency }
  const { name, short } = agency(action.partnership, action.agency)
  return { label: `${owner.name}, ${short ?? name}`, people: [owner.id], agency: action.agency }
}

/** The chair of the group that set it; somebody else where the chair owns it, since nobody accepts their own evidence. */
function accepting(action: Action): Obligor {
  const chair = chairOf(action.partnership, action.group.id, action.at, { away: [action.owner] })
  return isRefusal(chair) ? support(action) : { label: chair.person.name, people: [chair.person.id] }
}

function support({ partnership, owner, at }: Action): Obligor {
  const people = holders(partnership, 'support', at).map(({ id }) => id)
  return { label: 'the support team', people: people.filter((id) => id !== owner) }
}

function monthFrom({ partnership, calendar }: Action, at: string): Limit | undefined {
  const by = rule(partnership, MONTHLY)
  const count = parseCount(by.count)
  if (isRefusal(count)) throw new Error(`${by.id}: ${count.sentence}`)
  const sum = due(calendar, count, dateOf(at))
  return isRefusal(sum) ? undefined : { ...sum, rule: by, from: { event: by.from, at } }
}

const limited = (limit: Limit | undefined) => (limit === undefined ? {} : { limit })
