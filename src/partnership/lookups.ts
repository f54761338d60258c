/** What the profile says, by id. An id nobody knows is a programmer's mistake and throws. */
import { dateOf, type Instant } from '../kernel/time.ts'
import type { Agency, Area, Rule, RuleEntry } from './profile.ts'
import type { Partnership } from './types.ts'

export function agency(p: Partnership, id: string): Agency {
  return known(p.profile.agencies[id], 'agency', id)
}

/** Who answers for an agency at a moment: itself, or whatever it has become part of by then (10.2.38). */
export function successorOf(p: Partnership, id: string, at: Instant): string {
  const { successor } = p.profile.agencies[id] ?? {}
  return successor === undefined || dateOf(at) < successor.from ? id : successorOf(p, successor.agency, at)
}

/** Its name; where another has taken its place by then, whose it is now. */
export function agencyName(p: Partnership, id: string, at: Instant): string {
  const now = successorOf(p, id, at)
  return now === id ? agency(p, id).name : `${agency(p, id).name} (now ${agency(p, now).name})`
}

export function area(p: Partnership, id: string): Area {
  return known(p.profile.areas[id], 'area', id)
}

/** A rule with a clock. Throws for a duty without one: ask `ruleEntry` for those. */
export function rule(p: Partnership, id: string): Rule {
  const entry = ruleEntry(p, id)
  if (entry.count === undefined || entry.from === undefined) throw new Error(`the rule ${id} has no clock`)
  return { ...entry, count: entry.count, from: entry.from }
}

/** A rule as the profile writes it, with or without a clock. */
export function ruleEntry(p: Partnership, id: string): RuleEntry {
  return known(p.profile.rules[id], 'rule', id)
}

export function roleTitle(p: Partnership, id: string): string {
  return known(p.profile.roles[id], 'role', id).title
}

/** The safeguarding partners, all of them (6.1). */
export function partners(p: Partnership): readonly Agency[] {
  return Object.values(p.profile.agencies).filter((one) => one.partner)
}

/** The safeguarding partners of one area: its local authority, its health body and its police force (2.5). */
export function partnersFor(p: Partnership, areaId: string): readonly Agency[] {
  const { localAuthority, health, policeForce } = area(p, areaId)
  return [localAuthority, health, policeForce].map((id) => agency(p, id))
}

function known<T>(thing: T | undefined, kind: string, id: string): T {
  if (thing === undefined) throw new Error(`no such ${kind}: ${id}`)
  return thing
}
