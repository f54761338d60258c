/** Who owes a step: roles and agencies of the partnership, resolved to the people who hold them on the day. */
import { agency, holders, partners, roleTitle } from '../partnership/partnership.ts'
import { answersOf, type Course } from './engine/course.ts'
import type { Who } from './engine/procedure.ts'

/** The holder or holders of one role, owing it together: whoever does it, it is done. */
export function role(name: string, where: (course: Course) => { agency?: string; area?: string } = () => ({})): Who {
  return (course) => [
    {
      label: roleTitle(course.partnership, name),
      people: holders(course.partnership, name, course.at, where(course)).map((person) => person.id),
    },
  ]
}

export const spa = role('spa')
export const supportTeam = role('support')

/** The notifier of the local authority for the area: the duty is that authority's (19.6). */
export const notifierForArea = role('la-notifier', ({ about }) =>
  about.area === undefined ? {} : { area: about.area },
)

/** The commissioner; or, once a conflict of interest is declared, the alternate the SLT appointed (10.2.11). */
export const icscOrAlternate: Who = (course) =>
  course.marks.conflict === 'declared' ? role('case-alternate')(course) : role('icsc')(course)

/** Each safeguarding partner separately, through its SLT member (19.8, 19.13). */
export const eachSafeguardingPartner: Who = (course) =>
  partners(course.partnership).map((partner) => ({
    id: partner.id,
    label: partner.name,
    agency: partner.id,
    people: holders(course.partnership, 'slt-member', course.at, { agency: partner.id }).map((person) => person.id),
  }))

/** Each agency that was asked, as named in the scoping form, through its contact. */
export const eachAgencyInScope: Who = (course) =>
  agenciesInScope(course).map((id) => ({
    id,
    label: agency(course.partnership, id).name,
    agency: id,
    people: contactsOf(course, id),
  }))

/** The agencies the scoping form names; empty before it is submitted. */
export function agenciesInScope(course: Course): readonly string[] {
  const named = answersOf(course, 'C').C2
  return Array.isArray(named) ? (named as string[]) : []
}

/** An agency's single contact; where a safeguarding partner has none of its own, its SLT member. */
function contactsOf(course: Course, id: string): readonly string[] {
  const contacts = holders(course.partnership, 'agency-contact', course.at, { agency: id })
  const found = contacts.length > 0 ? contacts : holders(course.partnership, 'slt-member', course.at, { agency: id })
  return found.map((person) => person.id)
}
