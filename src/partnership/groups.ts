/** Groups: who belongs to them, who votes, who chairs (DOMAIN 4). */
import { type Refusal, refuse } from '../kernel/result.ts'
import type { Instant } from '../kernel/time.ts'
import { partnersFor, roleTitle } from './lookups.ts'
import type { MemberLine } from './profile/group-shape.ts'
import type { Profile } from './profile.ts'
import { holders, seatsHeld } from './seats.ts'
import type { Group, Partnership, Person, Seat } from './types.ts'

/** A seat in a group's meeting. A person has one vote however many seats they hold (10.2.17). */
export interface Member {
  readonly seat: Seat
  readonly person: Person
  readonly voting: boolean
  readonly observer: boolean
}

/** What a meeting is about, when its membership depends on it: a rapid review's area and the agencies asked. */
export interface MeetingMatter {
  readonly area?: string
  readonly agencies?: readonly string[]
}

/** The group with this id, dissolved or not; throws when there never was one. */
export function group(p: Partnership, id: string): Group {
  const found = p.groups.find((one) => one.id === id)
  if (found === undefined) throw new Error(`no such group: ${id}`)
  return found
}

/** The groups that exist at a moment: created, not dissolved. */
export function groupsAt(p: Partnership, at: Instant): readonly Group[] {
  return p.groups.filter((one) => (one.from ?? '') <= at && (one.to === undefined || at < one.to))
}

/** Who belongs to a group, seat by seat; deputies are not members but stand in for one. Empty for a group that does not exist then. */
export function groupMembers(p: Partnership, id: string, at: Instant, matter: MeetingMatter = {}): readonly Member[] {
  const found = groupsAt(p, at).find((one) => one.id === id)
  if (found === undefined) return []
  const seated = found.members.flatMap((line) =>
    seatsHeld(p, line.role, at, { group: id })
      .filter((seat) => counts(p, line, seat, matter))
      .map((seat) => ({ line, seat })),
  )
  const voted = new Set<string>()
  return seated.flatMap(({ line, seat }) => {
    const person = p.people.get(seat.person)
    if (person === undefined) return []
    const voting = votes(p.profile, line) && !line.observer && !voted.has(person.id)
    if (voting) voted.add(person.id)
    return [{ seat, person, voting, observer: line.observer }]
  })
}

/**
 * Who chairs a group's meeting: its chair, or whoever the group's own rule puts in the chair's place when the chair is `away` or `conflicted`.
 * `conflictedAgencies` keeps a vice-chair from chairing an item about their own agency (10.2.12). A refusal when nobody may (10.2.11).
 */
export function chairOf(
  p: Partnership,
  id: string,
  at: Instant,
  not: { readonly away?: readonly string[]; readonly conflictedAgencies?: readonly string[] } = {},
): { readonly person: Person; readonly as: 'chair' | 'vice-chair' | 'stand-in' } | Refusal {
  const { short, chair, chairAway } = group(p, id)
  const free = (person: Person) => !not.away?.includes(person.id)
  const inChair = holders(p, chair, at, { group: id }).find(free)
  if (inChair !== undefined) return { person: inChair, as: 'chair' }
  if (chairAway === undefined) {
    return refuse(
      'no-chair',
      `The ${roleTitle(p, chair)} is not there, and nobody is named to chair ${short} instead.`,
      'Ask the safeguarding partners to say who chairs, or move the meeting.',
    )
  }
  const standIn = seatsHeld(p, chairAway, at, { group: id })
    .filter((seat) => chairAway !== 'vice-chair' || seat.group === id)
    .filter((seat) => !not.conflictedAgencies?.includes(seat.agency ?? ''))
    .flatMap((seat) => p.people.get(seat.person) ?? [])
    .find(free)
  if (standIn !== undefined) return { person: standIn, as: chairAway === 'vice-chair' ? 'vice-chair' : 'stand-in' }
  return refuse(
    'no-chair',
    `Neither the ${roleTitle(p, chair)} nor the ${roleTitle(p, chairAway)} can chair ${short}.`,
    'Move the meeting, or ask the safeguarding partners to say who chairs.',
  )
}

function counts(p: Partnership, line: MemberLine, seat: Seat, { area, agencies }: MeetingMatter): boolean {
  if (line.ofTheArea && area !== undefined && area in p.profile.areas) {
    return partnersFor(p, area).some((partner) => partner.id === seat.agency)
  }
  return !line.inScope || (agencies ?? []).includes(seat.agency ?? '')
}

function votes({ settings }: Profile, { votes: rule }: MemberLine): boolean {
  return typeof rule === 'boolean' ? rule : settings[rule.setting]
}
