/** Who holds which seat, and who may stand in. Every question is about a moment. */
import type { Instant } from '../kernel/time.ts'
import type { Partnership, Person, Seat } from './types.ts'

export interface Where {
  readonly agency?: string
  readonly area?: string
  readonly group?: string
}

/** The person with this id, whether or not they have left. */
export function personById(p: Partnership, id: string): Person | undefined {
  return p.people.get(id)
}

/** The person with this id who is still here; undefined for a stranger, and for one who has left. */
export function memberById(p: Partnership, id: string, at: Instant): Person | undefined {
  const person = personById(p, id)
  return person?.left !== undefined && person.left <= at ? undefined : person
}

/** Whoever stands in somebody's place at a moment: they themselves, or once they have left whoever took over; undefined while nobody has. */
export function heirOf(p: Partnership, id: string, at: Instant): Person | undefined {
  const passed = new Set<string>()
  let person = personById(p, id)
  while (person !== undefined && person.left !== undefined && person.left <= at) {
    if (person.successor === undefined || passed.has(person.id)) return undefined
    passed.add(person.id)
    person = personById(p, person.successor)
  }
  return person
}

/** Whether a seat is held at a moment: begun, not ended, its holder still here. */
export function heldAt(p: Partnership, seat: Seat, at: Instant): boolean {
  const left = p.people.get(seat.person)?.left
  return seat.from <= at && (seat.to === undefined || at < seat.to) && (left === undefined || at < left)
}

/** The seats a person holds, deputies' seats among them. */
export function seatsOf(p: Partnership, person: string, at: Instant): readonly Seat[] {
  return p.seats.filter((seat) => seat.person === person && heldAt(p, seat, at))
}

/** The seats of a role that are held by someone in their own right; deputies are not holders. */
export function seatsHeld(p: Partnership, role: string, at: Instant, where: Where = {}): readonly Seat[] {
  return p.seats.filter(
    (seat) =>
      seat.role === role &&
      seat.deputyFor === undefined &&
      (where.agency === undefined || seat.agency === where.agency) &&
      (where.area === undefined || seat.area === where.area) &&
      (where.group === undefined || seat.group === undefined || seat.group === where.group) &&
      heldAt(p, seat, at),
  )
}

/** The people who hold a role in their own right, each once, oldest seat first. */
export function holders(p: Partnership, role: string, at: Instant, where: Where = {}): readonly Person[] {
  const ids = new Set(seatsHeld(p, role, at, where).map((seat) => seat.person))
  return [...ids].flatMap((id) => p.people.get(id) ?? [])
}

/** Who speaks for an agency above its contact: its safeguarding partner's member, its member of the Executive (D-09). */
export function leadsOf(p: Partnership, agency: string, at: Instant): readonly Person[] {
  const leads = ['slt-member', 'exec-member'].flatMap((role) => holders(p, role, at, { agency }))
  return [...new Map(leads.map((person) => [person.id, person])).values()]
}

/** A person's own seat of a role, when they have one. */
export function seatFor(
  p: Partnership,
  person: string,
  role: string,
  at: Instant,
  where: Where = {},
): Seat | undefined {
  return seatsHeld(p, role, at, where).find((seat) => seat.person === person)
}

/**
 * Those registered to stand in for a seat while it is held. One level only: a seat that is itself a deputy's has none (DOMAIN 6, rule 2).
 */
export function deputiesOf(
  p: Partnership,
  seat: Seat,
  at: Instant,
): readonly { readonly seat: Seat; readonly person: Person }[] {
  if (seat.deputyFor !== undefined || !heldAt(p, seat, at)) return []
  return p.seats
    .filter((one) => one.deputyFor === seat.id && heldAt(p, one, at))
    .flatMap((one) => {
      const person = p.people.get(one.person)
      return person === undefined ? [] : [{ seat: one, person }]
    })
}

/** The roles a person holds in their own right, each once. */
export function rolesOf(p: Partnership, person: string, at: Instant): readonly string[] {
  const own = seatsOf(p, person, at).filter((seat) => seat.deputyFor === undefined)
  return [...new Set(own.map((seat) => seat.role))]
}
