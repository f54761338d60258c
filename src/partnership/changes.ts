/** What is recorded about people, seats and groups while Muster runs; the roster file is only where they began. */
import { z } from 'zod'
import { type Refusal, refuse } from '../kernel/result.ts'
import type { Fact } from '../ports.ts'
import { handsNeeded } from './authority/verbs.ts'
import { agency } from './lookups.ts'
import { group as groupShape } from './profile/group-shape.ts'
import { deputiesOf, heldAt } from './seats.ts'
import type { Partnership, Seat } from './types.ts'

const instant = z.iso.datetime()
const seat = z.object({
  id: z.string().min(1),
  role: z.string(),
  person: z.string(),
  agency: z.string().optional(),
  area: z.string().optional(),
  group: z.string().optional(),
  from: instant,
  to: instant.optional(),
  deputyFor: z.string().optional(),
  mayDecide: z.boolean().optional(),
})
const person = z.object({
  id: z.string().min(1),
  name: z.string().min(1),
  email: z.email().optional(),
  agency: z.string(),
  reach: z.array(z.enum(['slack', 'teams', 'email'])),
})
const at = { at: instant }

const seatChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person-joined'), ...at, person }),
  z.object({
    kind: z.literal('person-corrected'),
    ...at,
    person: z.string(),
    to: person.pick({ name: true, email: true, agency: true, reach: true }),
  }),
  z.object({ kind: z.literal('person-left'), ...at, person: z.string(), successor: z.string().optional() }),
  /** Somebody takes over from a person who has left already. */
  z.object({ kind: z.literal('person-succeeded'), ...at, person: z.string(), successor: z.string() }),
  z.object({ kind: z.literal('seat-given'), ...at, seat }),
  z.object({ kind: z.literal('seat-ended'), ...at, seat: z.string() }),
  z.object({ kind: z.literal('deputy-registered'), ...at, seat: seat.required({ deputyFor: true }) }),
  z.object({ kind: z.literal('vice-chair-rotated'), ...at, seat: seat.required({ group: true }) }),
  z.object({ kind: z.literal('vice-chair-declined'), ...at, group: z.string(), agency: z.string() }),
  z.object({
    kind: z.literal('group-created'),
    ...at,
    definition: groupShape.omit({ usual: true }).extend({ id: z.string(), endsOn: z.string().optional() }),
  }),
  z.object({ kind: z.literal('group-dissolved'), ...at, group: z.string() }),
])

export type SeatChange = z.output<typeof seatChange>

/** The change a stored fact tells of; undefined for a fact that is about something else. Throws on one that is damaged. */
export function readSeatChange(fact: Pick<Fact, 'kind' | 'at' | 'data'>): SeatChange | undefined {
  const ours = seatChange.options.some((option) => option.shape.kind.value === fact.kind)
  return ours ? seatChange.parse({ ...fact.data, kind: fact.kind, at: fact.at }) : undefined
}

/** Why a change cannot be recorded as it is; nothing when it can. Whether *this person* may record it is the authority table's business. */
export function checkChange(p: Partnership, change: SeatChange): Refusal | undefined {
  switch (change.kind) {
    case 'seat-given':
    case 'vice-chair-rotated':
      return seatTrouble(p, change.seat)
    case 'deputy-registered':
      return seatTrouble(p, change.seat) ?? deputyTrouble(p, change.seat, change.at)
    case 'seat-ended':
      return p.seats.some((one) => one.id === change.seat && heldAt(p, one, change.at))
        ? undefined
        : refuse('no-seat', 'Nobody holds that seat now.', 'Ask for the list of seats and choose one.')
    case 'person-joined':
      return p.people.has(change.person.id) && p.people.get(change.person.id)?.left === undefined
        ? refuse('person-exists', `"${change.person.id}" is taken.`, 'Choose another short name.')
        : undefined
    case 'person-corrected':
      return p.people.has(change.person) ? undefined : unknownPerson
    case 'person-left':
    case 'person-succeeded':
      return p.people.has(change.person) && p.people.has(change.successor ?? change.person) ? undefined : unknownPerson
    case 'group-created':
      return p.groups.some((one) => one.id === change.definition.id)
        ? refuse(
            'group-exists',
            `There is a group called ${change.definition.id} already.`,
            'Choose another short name.',
          )
        : undefined
    default:
      return undefined
  }
}

/** Whoever the changes speak of though neither the people file nor a change before names them: the file has lost them. */
export function strangersIn(
  filed: readonly { readonly id: string }[],
  changes: readonly SeatChange[],
): readonly string[] {
  const known = new Set(filed.map(({ id }) => id))
  const lost = new Set<string>()
  for (const change of changes) {
    if (change.kind === 'person-joined') known.add(change.person.id)
    for (const id of namedIn(change)) if (!known.has(id)) lost.add(id)
  }
  return [...lost]
}

function namedIn(change: SeatChange): readonly string[] {
  switch (change.kind) {
    case 'person-corrected':
      return [change.person]
    case 'person-left':
    case 'person-succeeded':
      return [change.person, ...(change.successor === undefined ? [] : [change.successor])]
    case 'seat-given':
    case 'deputy-registered':
    case 'vice-chair-rotated':
      return [change.seat.person]
    default:
      return []
  }
}

const unknownPerson = refuse(
  'no-person',
  'Muster does not know that person.',
  'Add them first, with their agency and address.',
)

function seatTrouble(p: Partnership, { role, person: holder, agency: of, to, id }: Seat): Refusal | undefined {
  if (p.profile.roles[role] === undefined)
    return refuse('no-role', `There is no role called ${role}.`, 'Choose a role from the list.')
  if (!p.people.has(holder)) return unknownPerson
  if (of !== undefined && p.profile.agencies[of] === undefined) {
    return refuse('no-agency', `There is no agency called ${of}.`, 'Choose an agency from the list.')
  }
  if (to === undefined) {
    return refuse(
      'seat-without-end',
      'A seat needs the day on which it ends.',
      'Say until when, for example a year from now.',
    )
  }
  if (p.seats.some((one) => one.id === id)) {
    return refuse(
      'seat-exists',
      'That seat has been given already.',
      'End the present one first, or choose other days.',
    )
  }
  return undefined
}

/** One level, one deputy a seat, from the same organisation (DOMAIN 4.1; 6 rule 2; 10.2.15). */
function deputyTrouble(p: Partnership, deputy: Seat, moment: string): Refusal | undefined {
  const principal = p.seats.find((one) => one.id === deputy.deputyFor)
  if (principal === undefined || !heldAt(p, principal, moment)) {
    return refuse('no-seat', 'Nobody holds the seat this deputy would stand in for.', 'Fill the seat first.')
  }
  if (principal.deputyFor !== undefined) {
    return refuse(
      'deputys-deputy',
      'A deputy cannot have a deputy.',
      'Ask the member to register another deputy of their own.',
    )
  }
  const theirs = deputy.agency ?? p.people.get(deputy.person)?.agency
  if (principal.agency !== theirs) {
    const name = agency(p, principal.agency ?? '').name
    return refuse(
      'other-agency',
      `A deputy comes from the member's own organisation, ${name}.`,
      `Name somebody of ${name}.`,
    )
  }
  if (handsNeeded('seat.give', { role: principal.role }) === 2) {
    return refuse(
      'two-people',
      `One hand cannot let somebody decide as ${p.profile.roles[principal.role]?.title ?? principal.role}: such a seat takes two, and has no deputy.`,
      'Give the seat of the case alternate instead: whoever holds it decides where the commissioner cannot.',
    )
  }
  if (principal.person === deputy.person) {
    return refuse('own-deputy', 'Nobody is their own deputy.', 'Name a colleague of similar seniority.')
  }
  if (deputiesOf(p, principal, moment).length > 0) {
    return refuse(
      'deputy-exists',
      'This seat has a deputy already.',
      'End that registration first: there is one deputy a seat.',
    )
  }
  return undefined
}
