/** Courses that are no cases, as matters: called by their number, and seen by those whose business they are. */
import type { MatterKind } from '../matter.ts'
import { partners } from '../partnership/partnership.ts'
import { caseKind } from './case.ts'
import { isWithPartners, partiesIn } from './dispute/index.ts'
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

/** A dispute: seen by those who disagree, by whoever must settle it, and by nobody who only hears of it in passing. */
export const disputeKind: MatterKind<Course> = {
  ...caseKind,
  kind: 'dispute',
  see: 'dispute.see',
  about: (course) => ({ kind: 'dispute', agencies: partiesIn(course), shared: isWithPartners(course) }),
}

export const amendmentKind: MatterKind<Course> = {
  ...caseKind,
  kind: 'amendment',
  see: 'amendment.see',
  about: ({ partnership }) => ({ kind: 'amendment', agencies: partners(partnership).map(({ id }) => id) }),
}
