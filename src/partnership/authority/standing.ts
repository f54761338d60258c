/** In which capacity a person may do a thing, if in any. This is where the table is read; `may` puts a refusal into words. */
import type { Instant } from '../../kernel/time.ts'
import { groupMembers } from '../groups.ts'
import { partnersFor } from '../lookups.ts'
import type { Capacity } from '../profile.ts'
import { heirOf, holders, seatsOf } from '../seats.ts'
import type { Partnership, Seat } from '../types.ts'
import { covers, decides, type Grant, type Level, type Power, type Scope } from './grants.ts'
import { type Capability, matrix } from './matrix.ts'
import type { VerbRule } from './verbs.ts'

/** What the table must know of the thing that is about to be done. What is not said is not assumed: a scope that needs it fails. */
export interface About {
  readonly kind?: string
  readonly area?: string
  /** Other areas it touches: their notifiers see it too, though they owe nothing (10.2.31). */
  readonly alsoAreas?: readonly string[]
  /** The agency on whose behalf: of a return, an audit, a nomination. */
  readonly agency?: string
  /** Agencies in the scope of the case. */
  readonly agencies?: readonly string[]
  readonly group?: string
  /** Whose it is: an action, an item, an act in the audit trail. */
  readonly owner?: string
  /** People named for this very case: its reviewer, the practitioner who speaks to the family. */
  readonly involved?: readonly string[]
  /** The letter of the form that is read. */
  readonly form?: string
  /** The role of the seat that is given or ended. */
  readonly role?: string
  /** The draft has been shared with the partners (D-14). */
  readonly shared?: boolean
  /** The learning has been released. */
  readonly released?: boolean
  /** The commissioner has declared a conflict, so the alternate decides. */
  readonly conflicted?: boolean
  readonly conflictedPeople?: readonly string[]
  readonly alternateAppointed?: boolean
}

/** The capacity in which somebody acts. */
export interface Standing {
  readonly person: string
  readonly role: string
  /** The seat acted from; a deputy acts from the member's seat, so that a seat never has two votes. */
  readonly seat?: string
  readonly agency?: string
  /** The member a deputy stands in for, or the commissioner for whom the alternate decides. */
  readonly actingFor?: string
  /** For the journal: `slt-member`, or `slt-member for slt-mps`. */
  readonly as: string
  /** Their own agency is involved: the card carries a mark (DOMAIN 6, rule 6). */
  readonly ownAgency?: true
}

/** A seat somebody may act from: their own, or one they are registered to stand in for. */
interface Footing {
  readonly seat: Seat
  readonly capacity: Capacity | undefined
  readonly person: string
  readonly deputy: boolean
  readonly mayDecide: boolean
}

export type WhyNot = 'conflict' | 'deputy-may-not-decide' | 'not-yours'

export interface Question {
  readonly p: Partnership
  readonly rule: VerbRule
  readonly about: About
  readonly at: Instant
}

/** The standing of a person, or why they have none. Own seats count before a deputy's. */
export function standingOf(question: Question, person: string): Standing | WhyNot {
  const { p, rule, about, at } = question
  const footings = footingsOf(p, person, at)
  let why: WhyNot = 'not-yours'
  for (const footing of footings) {
    const needed = whatLetsThem(question, footing)
    if (needed === undefined) continue
    if (rule.unconflicted && isConflicted(p, footing, about)) why = 'conflict'
    else if (footing.deputy && !footing.mayDecide && (needed === 'voting' || (needed !== 'own' && decides(needed)))) {
      why = 'deputy-may-not-decide'
    } else return standing(question, footing)
  }
  if (rule.open === 'everyone' || (rule.open === 'unseated' && footings.length === 0)) return seatless(p, person, at)
  return why
}

/** The matrix row a verb is judged by, here; none when the group or the form is not known. */
export function capabilityOf({ p, rule: { capability }, about }: Question): Capability | undefined {
  if (capability === undefined || typeof capability === 'string') return capability
  if ('byForm' in capability) return capability.byForm[about.form?.split('-')[0] ?? '']
  const kind = p.groups.find((one) => one.id === about.group)?.kind
  return kind === undefined ? undefined : capability.byGroup[kind]
}

function footingsOf(p: Partnership, person: string, at: Instant): readonly Footing[] {
  const capacityOf = (seat: Seat) => p.profile.roles[seat.role]?.capacity
  const footings = seatsOf(p, person, at).flatMap((seat): Footing[] => {
    if (seat.deputyFor === undefined) {
      return [{ seat, capacity: capacityOf(seat), person, deputy: false, mayDecide: true }]
    }
    const member = p.seats.find((one) => one.id === seat.deputyFor)
    // One level only, and a deputy's standing ends with the seat it stands in for (DOMAIN 6, rule 2).
    if (member === undefined || member.deputyFor !== undefined) return []
    if (!seatsOf(p, member.person, at).includes(member)) return []
    return [{ seat: member, capacity: capacityOf(member), person, deputy: true, mayDecide: seat.mayDecide === true }]
  })
  return footings.toSorted((a, b) => Number(a.deputy) - Number(b.deputy))
}

/** The level, power or belonging through which a footing is enough; undefined when it is not. */
function whatLetsThem(question: Question, footing: Footing): Level | Power | 'voting' | 'own' | undefined {
  const { p, rule, about, at } = question
  // What was somebody's is, once they have left, theirs who took over.
  if (rule.owner && about.owner !== undefined && heirOf(p, about.owner, at)?.id === footing.person) return 'own'
  if (rule.members !== undefined && about.group !== undefined) {
    const member = groupMembers(p, about.group, at, about).find(({ seat }) => seat.id === footing.seat.id)
    if (member !== undefined && rule.members === 'any') return 'own'
    if (member?.voting) return 'voting'
  }
  const capability = capabilityOf(question)
  if (capability === undefined || footing.capacity === undefined) return undefined
  const grants = matrix[capability].cells[footing.capacity].filter((grant) => inScope(question, footing, grant.scope))
  return rule.needs?.find((needed) => grants.some((grant: Grant) => covers(grant.to, needed)))
}

function inScope({ p, rule, about, at }: Question, { seat, person }: Footing, scope: Scope | undefined): boolean {
  const kindOfSeat = p.groups.find((one) => one.id === seat.group)?.kind
  const own = seat.agency !== undefined
  switch (scope) {
    case undefined:
      return true
    case 'own-agency':
      return (
        own &&
        (about.agency === undefined ? (about.agencies ?? []).includes(seat.agency) : about.agency === seat.agency)
      )
    case 'for-own-agency':
      // A partner answers in its own name: for a thing no agency is named for, or for itself, never for another.
      return about.agency === undefined || about.agency === seat.agency
    case 'own-la':
      return own && areasFor(rule, about).some((area) => p.profile.areas[area]?.localAuthority === seat.agency)
    case 'in-own-area':
      return own && about.area !== undefined && about.area in p.profile.areas
        ? partnersFor(p, about.area).some(({ id }) => id === seat.agency)
        : false
    case 'own-case':
      return about.involved?.includes(person) ?? false
    case 'own-items':
    case 'own-acts':
      return about.owner === person
    case 'own-group':
      return seat.group !== undefined && seat.group === about.group
    case 'vice-chair':
      return seatsOf(p, person, at).some((one) => one.role === 'vice-chair' && one.group === about.group)
    case 'voting':
      return groupMembers(p, about.group ?? '', at, about).some((one) => one.voting && one.seat.id === seat.id)
    case 'of-case-review':
      return kindOfSeat === 'case-review'
    case 'of-quality':
      return kindOfSeat === 'quality'
    case 'of-learning':
      return kindOfSeat === 'learning'
    case 'of-police':
      return own && p.profile.agencies[seat.agency]?.sector === 'police'
    case 'appointed':
      return about.alternateAppointed === true || about.conflicted === true
    case 'icsc-seat': {
      const capacity = p.profile.roles[about.role ?? '']?.capacity
      return capacity === 'icsc' || capacity === 'case-alternate'
    }
    case 'shared':
      return about.shared === true
    case 'released':
      return about.released === true
    case 'summary':
      return about.kind === 'summary'
    case 'technical':
      return about.kind === 'technical'
    default:
      return scope satisfies never
  }
}

/** The area that leads; for whoever only looks, also the others that are touched. */
function areasFor({ needs }: VerbRule, { area, alsoAreas = [] }: About): readonly string[] {
  const leading = area === undefined ? [] : [area]
  return needs?.every((needed) => needed === 's') ? [...leading, ...alsoAreas] : leading
}

/** Whoever declared the conflict; when only the fact is known, the commissioner did. */
function isConflicted(p: Partnership, { person, seat }: Footing, about: About): boolean {
  if (about.conflictedPeople?.includes(person)) return true
  return about.conflicted === true && p.profile.roles[seat.role]?.capacity === 'icsc'
}

function standing({ p, about, at }: Question, { seat, person, deputy }: Footing): Standing {
  const principal = deputy ? seat.person : holders(p, p.profile.roles[seat.role]?.actsFor ?? '', at)[0]?.id
  return {
    person,
    role: seat.role,
    seat: seat.id,
    ...(seat.agency === undefined ? {} : { agency: seat.agency }),
    ...(principal === undefined ? {} : { actingFor: principal }),
    as: principal === undefined ? seat.role : `${seat.role} for ${principal}`,
    ...(seat.agency !== undefined && about.agencies?.includes(seat.agency) ? { ownAgency: true } : {}),
  }
}

/** Somebody Muster knows, acting for themselves. */
function seatless(p: Partnership, person: string, at: Instant): Standing {
  const own = seatsOf(p, person, at)[0]
  const agency = p.people.get(person)?.agency
  const as = own?.role ?? 'person'
  return { person, role: as, ...(agency === undefined ? {} : { agency }), as }
}
