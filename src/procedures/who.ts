/** Who owes a step: roles and agencies of the partnership, resolved to the people who hold them on the day. */
import type { Obligor } from '../chasing/owed.ts'
import type { Option } from '../forms/form.ts'
import { isRefusal } from '../kernel/result.ts'
import {
  type Agency,
  agency,
  agencyName,
  chairOf,
  holders,
  partners,
  partnersFor,
  personById,
  roleTitle,
  successorOf,
} from '../partnership/partnership.ts'
import { answersOf, type Course } from './engine/course.ts'
import type { Who } from './engine/procedure.ts'

type Where = { readonly agency?: string; readonly area?: string }

/** The holder or holders of one role, owing it together: whoever does it, it is done. */
export function role(name: string, where: (course: Course) => Where = () => ({})): Who {
  return (course) => [
    {
      label: roleTitle(course.partnership, name),
      people: holders(course.partnership, name, course.at, where(course)).map((person) => person.id),
    },
  ]
}

export const spa = role('spa')
export const supportTeam = role('support')
export const policeContact = role('police-disclosure')

/** Either of several, owing it together. */
export function either(label: string, ...whos: readonly Who[]): Who {
  return (course) => [
    { label, people: [...new Set(whos.flatMap((who) => who(course)).flatMap((obligor) => obligor.people))] },
  ]
}

/** The area whose local authority notifies and leads: that of the incident; of the home, where it happened outside England (19.5, 2.5). */
export function leadArea({ about, partnership }: Course): string | undefined {
  const ours = (area: string | undefined) =>
    area !== undefined && area in partnership.profile.areas ? area : undefined
  return ours(about.area) ?? (about.area === 'outside-england' ? ours(about.home) : undefined)
}

/** Every area of the partnership that the case touches, the leading one first (10.2.31). */
export function areasTouched(course: Course): readonly string[] {
  const { about, marks, partnership } = course
  const named = [leadArea(course), about.home, marks.alsoArea].filter((one) => one !== undefined)
  return [...new Set(named)].filter((one) => one in partnership.profile.areas)
}

/** The notifier of the local authority for the leading area: the duty is that authority's (19.6). */
export const notifierForArea: Who = (course) => {
  const area = leadArea(course)
  return role('la-notifier', () => (area === undefined ? {} : { area }))(course)
}

/** The commissioner; or, once a conflict of interest is declared, the alternate the SLT appointed (10.2.11). */
export const icscOrAlternate: Who = (course) =>
  course.marks.conflict === 'declared' ? role('case-alternate')(course) : role('icsc')(course)

/** Case Review, through its chair and the adviser who works for it. */
export const caseReview: Who = (course) => {
  const chair = chairOf(course.partnership, 'case-review', course.at)
  const people = [...(isRefusal(chair) ? [] : [chair.person.id]), ...spa(course).flatMap((one) => one.people)]
  return [{ label: 'Case Review', people: [...new Set(people)] }]
}

/** Each safeguarding partner separately, through its SLT member (19.8, 19.13). */
export const eachSafeguardingPartner: Who = (course) => partners(course.partnership).map((one) => partner(course, one))

/** The local authority, health and police partners of the areas the case touches. */
export const eachPartnerOfTheArea: Who = (course) => {
  const all = areasTouched(course).flatMap((area) => partnersFor(course.partnership, area))
  return [...new Map(all.map((one) => [one.id, one])).values()].map((one) => partner(course, one))
}

/** Safeguarding partners named in a question, each through its SLT member. */
export function eachPartnerNamed(form: string, question: string): Who {
  return (course) => {
    const named = answersOf(course, form)[question]
    return Array.isArray(named)
      ? eachSafeguardingPartner(course).filter(({ id }) => (named as string[]).includes(id ?? ''))
      : []
  }
}

/** The health and police partners among them: the views a withdrawal must have besides the authority's own (T40). */
export const healthAndPolice: Who = (course) =>
  eachPartnerOfTheArea(course).filter(
    ({ agency: id }) => agency(course.partnership, id as string).sector !== 'local-authority',
  )

function partner({ partnership, at }: Course, { id }: Agency): Obligor {
  const now = successorOf(partnership, id, at)
  return {
    id,
    label: agencyName(partnership, id, at),
    agency: now,
    people: holders(partnership, 'slt-member', at, { agency: now }).map((person) => person.id),
  }
}

/** Whoever raised the case. */
export const raiser: Who = ({ partnership, openedBy }) => [
  { label: personById(partnership, openedBy)?.name ?? 'Whoever raised it', people: [openedBy] },
]

/** Each agency that was asked, as named in the scoping form, through its contact. */
export const eachAgencyInScope: Who = (course) => through(course, agenciesInScope(course))

/** Agencies named in a question, or in a column of its rows, each through its contact. */
export function eachAgencyNamed(form: string, question: string, column?: string): Who {
  return (course) => {
    const answer = answersOf(course, form)[question]
    const rows = Array.isArray(answer) ? (answer as readonly (string | Readonly<Record<string, unknown>>)[]) : []
    const named = rows.map((row) => (typeof row === 'string' ? row : String(row[column ?? ''] ?? '')))
    return through(course, [...new Set(named)])
  }
}

/** Each action that stems from the course. Its owner is asked in the tracker and nowhere else, so nobody owes it here. */
export const eachActionSet: Who = ({ actions }) =>
  actions.map(({ id, says, agency: of }) => ({ id, label: says, agency: of, people: [] }))

/** The same as something to choose from. */
export const actionOptions = ({ actions }: Course): readonly Option[] =>
  actions.map(({ id, says, what }) => ({ value: id, label: says, hint: what }))

/** The agencies the scoping form names; where another area leads, those it asks. Empty before either is there. */
export function agenciesInScope(course: Course): readonly string[] {
  const named = answersOf(course, 'C').C2 ?? answersOf(course, 'C-contribute').CC3
  return Array.isArray(named) ? (named as string[]) : []
}

/** Agencies by their ids, through those who answer for them. */
export const agenciesNamed = (course: Course, ids: readonly string[]): readonly Obligor[] => through(course, ids)

/** Agencies through those who answer for them: their own contact, or that of whatever they have become part of (10.2.38). */
function through(course: Course, ids: readonly string[]): readonly Obligor[] {
  const { partnership, at } = course
  return ids
    .filter((id) => id in partnership.profile.agencies)
    .map((id) => {
      const now = successorOf(partnership, id, at)
      return { id, label: agencyName(partnership, id, at), agency: now, people: contactsOf(course, now) }
    })
}

/** An agency's single contact; where a safeguarding partner has none of its own, its SLT member. */
function contactsOf({ partnership, at }: Course, id: string): readonly string[] {
  const contacts = holders(partnership, 'agency-contact', at, { agency: id })
  const found = contacts.length > 0 ? contacts : holders(partnership, 'slt-member', at, { agency: id })
  return found.map((person) => person.id)
}
