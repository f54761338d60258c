/** Courses that are no cases, as matters: called by their number, and seen by those whose business they are. */
import type { MatterKind } from '../matter.ts'
import { partners } from '../partnership/partnership.ts'
import { caseKind } from './case.ts'
import { answersOf, type Course } from './engine/course.ts'

/** A section 11 window: each agency sees its own part, those who run it see all of it. */
export const auditKind: MatterKind<Course> = {
  ...caseKind,
  kind: 'audit',
  see: 'audit11.see',
  about: (course) => {
    const asked = answersOf(course, 'S-open').SO1
    return { kind: 'audit', agencies: Array.isArray(asked) ? (asked as string[]) : [] }
  },
}

export const amendmentKind: MatterKind<Course> = {
  ...caseKind,
  kind: 'amendment',
  see: 'amendment.see',
  about: ({ partnership }) => ({ kind: 'amendment', agencies: partners(partnership).map(({ id }) => id) }),
}
