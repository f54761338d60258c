/** An incident as a matter: a course like any other, but seen by those who handle it, by the partners and by whoever reported it; never in a list of cases. */
import type { MatterKind } from '../../matter.ts'
import { partners } from '../../partnership/partnership.ts'
import { caseKind } from '../case.ts'
import type { Course } from '../engine/course.ts'
import { incidentFace } from './card.ts'

export const incidentKind: MatterKind<Course> = {
  ...caseKind,
  kind: 'incident',
  see: 'incident.see',
  face: incidentFace,
  about: ({ partnership, openedBy }) => ({
    kind: 'incident',
    owner: openedBy,
    // Joint controllers: whatever is lost is every partner's (PR-7).
    agencies: partners(partnership).map(({ id }) => id),
  }),
}
