/**
 * Partners whose own agency is under review. They are told, acknowledge and ratify as any other; the card says so where everybody can see it (DOMAIN 6,
 * rule 6; 10.2.12).
 */
import type { Owed } from '../chasing/owed.ts'
import { partners, seatsOf } from '../partnership/partnership.ts'
import { answersOf, type Course, inStep, outcomeUnder } from './engine/course.ts'
import { agenciesInScope } from './who.ts'

/** The agencies that were asked, but for those that have said they were not involved. */
function agenciesInvolved(course: Course): readonly string[] {
  return agenciesInScope(course).filter(
    (id) =>
      outcomeUnder(course, `receipt/${id}`) !== 'not-involved' && answersOf(course, 'D', `returns/${id}`).D1 !== 'no',
  )
}

/** Whether a step asks the safeguarding partners for their view, and nobody else. */
export function asksPartners(course: Course, step: string): boolean {
  const ids = new Set(partners(course.partnership).map(({ id }) => id))
  const owed = inStep(course, step)
  const isReturn = course.procedure.steps[step]?.may === 'case.return'
  return owed.length > 1 && !isReturn && owed.every(({ obligor }) => ids.has(obligor.id ?? ''))
}

/** Whether what is owed is the view of a partner whose own agency is involved. */
export function isOwnAgency(course: Course, { obligor, step }: Pick<Owed, 'obligor' | 'step'>): boolean {
  return asksPartners(course, step) && agenciesInvolved(course).includes(obligor.id ?? '')
}

/** Whether this person speaks, in their own right or as a deputy, for a partner whose own agency is involved. */
export function speaksForInvolved(course: Course, person: string): boolean {
  const { at, partnership } = course
  const involved = agenciesInvolved(course)
  return seatsOf(partnership, person, at).some((held) => {
    const seat = held.deputyFor === undefined ? held : partnership.seats.find(({ id }) => id === held.deputyFor)
    if (seat?.agency === undefined || !involved.includes(seat.agency)) return false
    return partnership.profile.roles[seat.role]?.capacity === 'slt-member'
  })
}
