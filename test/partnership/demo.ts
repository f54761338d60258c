/** The fictional partnership of DOMAIN 9, as the profile and the roster describe it. */
import { readFileSync } from 'node:fs'
import { isRefusal } from '../../src/kernel/result.ts'
import { type About, may, type Standing } from '../../src/partnership/authority/may.ts'
import { type Partnership, partnershipOf, type SeatChange } from '../../src/partnership/partnership.ts'
import { isProblems, type Profile, readProfile } from '../../src/partnership/profile.ts'
import { type Roster, readRoster } from '../../src/partnership/roster.ts'

export const load = (name: string) => readFileSync(new URL(`../../profiles/${name}.yaml`, import.meta.url), 'utf8')

export function demoProfile(name = 'wt2018-chscp'): Profile {
  const profile = readProfile(load(name), { name, load })
  if (isProblems(profile)) throw new Error(profile.map((one) => one.sentence).join('\n'))
  return profile
}

export function demoRoster(profile: Profile): Roster {
  const roster = readRoster(load('people-fictional'), { name: 'people-fictional' }, profile)
  if (isProblems(roster)) throw new Error(roster.map((one) => one.sentence).join('\n'))
  return roster
}

const profile = demoProfile()
const roster = demoRoster(profile)

export function demo(changes: readonly SeatChange[] = []): Partnership {
  return partnershipOf(profile, roster, changes)
}

/** A Monday in the middle of JUNIPER. */
export const at = '2027-01-11T10:00:00.000Z'
export const later = '2027-01-12T10:00:00.000Z'

/** JUNIPER as the authority table sees it: Hackney, with these agencies asked. */
export const juniper: About = {
  kind: 'case',
  area: 'hackney',
  agencies: ['hackney-council', 'mps', 'homerton', 'hackney-schools', 'hackney-housing'],
}

/** Whether somebody may, as one word: the role they act in, or the code of the refusal. */
export function verdict(p: Partnership, person: string, verb: string, about: About = {}, when = at): string {
  const answer = may(p, person, verb, about, when)
  return isRefusal(answer) ? answer.code : answer.as
}

export function granted(p: Partnership, person: string, verb: string, about: About = {}, when = at): Standing {
  const answer = may(p, person, verb, about, when)
  if (isRefusal(answer)) throw new Error(answer.sentence)
  return answer
}

export function refused(p: Partnership, person: string, verb: string, about: About = {}, when = at) {
  const answer = may(p, person, verb, about, when)
  if (!isRefusal(answer)) throw new Error(`${person} may ${verb}`)
  return answer
}

/** Somebody new, in a seat for two years. */
export function seated(person: string, role: string, more: Readonly<Record<string, unknown>> = {}) {
  return {
    kind: 'seat-given',
    at,
    seat: {
      id: `${person}/${role}`,
      person,
      role,
      from: '2027-01-01T00:00:00.000Z',
      to: '2029-01-01T00:00:00.000Z',
      ...more,
    },
  } as SeatChange
}

export function joined(id: string, agency: string): SeatChange {
  return { kind: 'person-joined', at, person: { id, name: `${id} Madeupson`, agency, reach: ['slack'] } }
}
