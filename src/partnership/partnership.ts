/**
 * The partnership as it stands at a moment: its agencies, people, seats and groups. Pure: a profile, a roster and the changes recorded since
 * go in; every question takes the moment it is asked about.
 *
 * @example
 *   const p = partnershipOf(profile, roster, changes)
 *   holders(p, 'slt-member', at, { agency: 'mps' })   // [{ id: 'slt-mps', name: 'Kit Fixtureton', … }]
 *   chairOf(p, 'slt', at)                             // { person, as: 'chair' }
 */
import type { SeatChange } from './changes.ts'
import type { Profile } from './profile.ts'
import type { Roster } from './roster.ts'
import type { Group, Partnership, Person, Seat } from './types.ts'

export { checkChange, readSeatChange, type SeatChange, strangersIn } from './changes.ts'
export { chairOf, group, groupMembers, groupsAt, type Member } from './groups.ts'
export {
  agency,
  agencyName,
  area,
  partners,
  partnersFor,
  roleTitle,
  rule,
  ruleEntry,
  successorOf,
} from './lookups.ts'
export { optionsFor } from './options.ts'
export type { Agency, Rule } from './profile.ts'
export {
  deputiesOf,
  heirOf,
  heldAt,
  holders,
  leadsOf,
  memberById,
  personById,
  rolesOf,
  seatFor,
  seatsOf,
} from './seats.ts'
export type { Group, Partnership, Person, Seat } from './types.ts'
export { vacancies } from './vacancies.ts'
export { nextViceChair } from './vice-chair.ts'

/** Puts a partnership together. Changes are applied in the order given, which is the order in which they were recorded. */
export function partnershipOf(
  profile: Profile,
  roster: Pick<Roster, 'people' | 'seats'>,
  changes: readonly SeatChange[] = [],
): Partnership {
  const people = new Map(roster.people.map((person) => [person.id, person]))
  const start: Partnership = {
    profile,
    people,
    filed: people,
    seats: [],
    groups: Object.values(profile.groups),
    declined: [],
  }
  const seated = roster.seats.reduce((p, seat) => withSeat(p, seat), start)
  return changes.reduce(withChange, seated)
}

/** The partnership as it is once a change has been recorded. */
export function withChange(p: Partnership, change: SeatChange): Partnership {
  switch (change.kind) {
    case 'person-joined':
      return withPerson(p, change.person)
    case 'person-corrected':
      return withPerson(p, { ...personIn(p, change.person), ...(change.to as Omit<Person, 'id'>) })
    case 'person-left':
      return withPerson(p, { ...personIn(p, change.person), left: change.at, ...succeededBy(change) })
    case 'person-succeeded':
      return withPerson(p, { ...personIn(p, change.person), ...succeededBy(change) })
    case 'seat-given':
    case 'deputy-registered':
      return withSeat(p, change.seat)
    case 'seat-ended':
      return { ...p, seats: p.seats.map((seat) => (seat.id === change.seat ? endedAt(seat, change.at) : seat)) }
    case 'vice-chair-rotated':
      return rotated(p, change)
    case 'vice-chair-declined':
      return { ...p, declined: [...p.declined, { group: change.group, agency: change.agency, at: change.at }] }
    case 'group-created':
      return { ...p, groups: [...p.groups, { ...change.definition, from: change.at } as Group] }
    case 'group-dissolved':
      return dissolved(p, change)
    default:
      return change satisfies never
  }
}

function succeededBy({ successor }: { readonly successor?: string | undefined }): Pick<Person, 'successor'> {
  return successor === undefined ? {} : { successor }
}

/** A group's seats end with it. */
function dissolved(p: Partnership, { group, at }: { readonly group: string; readonly at: string }): Partnership {
  return {
    ...p,
    groups: p.groups.map((one) => (one.id === group ? { ...one, to: at } : one)),
    seats: p.seats.map((seat) => (seat.group === group ? endedAt(seat, at) : seat)),
  }
}

/** Ends the group's vice-chair and gives the seat to the next. */
function rotated(p: Partnership, change: Extract<SeatChange, { kind: 'vice-chair-rotated' }>): Partnership {
  const outgoing = (seat: Seat) => seat.role === 'vice-chair' && seat.group === change.seat.group
  const seats = p.seats.map((seat) => (outgoing(seat) ? endedAt(seat, change.seat.from) : seat))
  return withSeat({ ...p, seats }, change.seat)
}

/** A seat that has ended earlier keeps its earlier end. */
function endedAt(seat: Seat, at: string): Seat {
  return seat.to !== undefined && seat.to <= at ? seat : { ...seat, to: at }
}

/** A seat speaks for the agency of whoever holds it, unless it says otherwise. */
function withSeat(p: Partnership, seat: Seat): Partnership {
  return { ...p, seats: [...p.seats, { ...seat, agency: seat.agency ?? personIn(p, seat.person).agency }] }
}

function withPerson(p: Partnership, person: Person): Partnership {
  return { ...p, people: new Map([...p.people, [person.id, person]]) }
}

function personIn(p: Partnership, id: string): Person {
  const person = p.people.get(id)
  if (person === undefined) throw new Error(`no such person: ${id}`)
  return person
}
