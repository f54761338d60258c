/** Seats that ought to be held and are not: found before a vote fails on them (10.2.45). */
import type { Instant } from '../kernel/time.ts'
import { groupsAt } from './groups.ts'
import { agency, partners } from './lookups.ts'
import { seatsHeld, type Where } from './seats.ts'
import type { Partnership } from './types.ts'

export interface Vacancy extends Where {
  readonly role: string
  /** "No local authority notifier for the City of London Corporation." */
  readonly says: string
}

/** Every seat the profile expects and nobody holds at this moment. Every card of a group's meetings asks it again of the same moment. */
export function vacancies(p: Partnership, at: Instant): readonly Vacancy[] {
  const known = latest.get(p)
  if (known?.at === at) return known.found
  const found = expected(p, at).filter(({ role, ...where }) => seatsHeld(p, role, at, where).length === 0)
  latest.set(p, { at, found })
  return found
}

const latest = new WeakMap<Partnership, { readonly at: Instant; readonly found: readonly Vacancy[] }>()

function expected(p: Partnership, at: Instant): readonly Vacancy[] {
  const perRole = Object.entries(p.profile.roles).flatMap(([role, { title, per }]): Vacancy[] => {
    if (per === 'partnership') return [{ role, says: `No ${title}.` }]
    if (per === 'partner')
      return partners(p).map(({ id, name }) => ({ role, agency: id, says: `No ${title} for ${name}.` }))
    return Object.values(per === undefined ? {} : p.profile.areas).map((one) =>
      per === 'area'
        ? { role, area: one.id, says: `No ${title} for ${one.title}.` }
        : { role, agency: one.localAuthority, says: `No ${title} for ${agency(p, one.localAuthority).name}.` },
    )
  })
  const perGroup = groupsAt(p, at).flatMap((group): Vacancy[] => {
    const chairs: Vacancy[] = p.profile.roles[group.chair]?.per
      ? []
      : [{ role: group.chair, group: group.id, says: `Nobody chairs ${group.title}.` }]
    const members = group.members.flatMap(({ role, agencies }) =>
      agencies.map((id) => ({
        role,
        agency: id,
        group: group.id,
        says: `No ${group.short} seat for ${agency(p, id).name}.`,
      })),
    )
    const vice: Vacancy[] = group.viceChair
      ? [{ role: 'vice-chair', group: group.id, says: `${group.title} has no vice-chair.` }]
      : []
    return [...chairs, ...vice, ...members]
  })
  return [...perRole, ...perGroup]
}
