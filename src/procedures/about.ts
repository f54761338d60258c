/** A case as the authority table sees it: where, whose, who is involved, how far it has been shared. */

import { type About, mayAtAll } from '../partnership/authority/may.ts'
import { successorOf } from '../partnership/partnership.ts'
import { answersOf, type Course, outcomeUnder, reached } from './engine/course.ts'
import { authorityFor } from './engine/decide.ts'
import { agenciesInScope, areasTouched, leadArea } from './who.ts'

/** What the authority table needs to know of a case. */
export function aboutCase(course: Course): About {
  const area = leadArea(course)
  const also = areasTouched(course).filter((one) => one !== area)
  const reviewer = answersOf(course, 'K').K4
  const asked = agenciesInScope(course)
  return {
    kind: 'case',
    ...(area === undefined ? {} : { area }),
    ...(also.length === 0 ? {} : { alsoAreas: also }),
    agencies: [...new Set(asked.map((id) => successorOf(course.partnership, id, course.at)))],
    involved: typeof reviewer === 'string' ? [reviewer] : [],
    shared: reached(course, 'share'),
    released: outcomeUnder(course, 'briefing') !== undefined,
    conflicted: course.marks.conflict === 'declared',
  }
}

/** Whether a person may do what a key names, in this case, now. */
export function mayDo(course: Course, person: string, key: string, about = aboutCase(course)): boolean {
  const { verb, agency } = authorityFor(course, key)
  const here = { ...about, ...(agency === undefined ? {} : { agency }) }
  return mayAtAll(course.partnership, person, verb, here, course.at)
}

/** Whether a person may read a form of this case by now: partners may once it has been shared (D-14). */
export function mayRead(course: Course, person: string, form: string): boolean {
  return mayAtAll(course.partnership, person, 'form.see', { ...aboutCase(course), form }, course.at)
}

/**
 * How much of a case somebody has before them: all of its states and dates; their own agency's part alone (DOMAIN 6, PR-15); or none, who is told of one
 * thing that is theirs to hear. Courses that are no cases keep no such difference here.
 */
export function sightOf(course: Course, person: string): 'whole' | 'own' | 'none' {
  if (course.procedure.matter !== undefined) return 'whole'
  const about = aboutCase(course)
  const sees = (what: About) => mayAtAll(course.partnership, person, 'case.see', what, course.at)
  if (sees({ ...about, agencies: [] })) return 'whole'
  return sees(about) ? 'own' : 'none'
}
