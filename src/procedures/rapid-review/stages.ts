/** The states of DOMAIN 2.2, read off what is owed and done; the furthest one that holds is where the case stands. */
import { type Course, inStep, settled } from '../engine/course.ts'
import type { Stage } from '../engine/procedure.ts'

const reached = (step: string) => (course: Course) => inStep(course, step).length > 0

export const stages: readonly Stage[] = [
  {
    id: 'WITHDRAWN',
    says: 'Withdrawn by the local authority',
    holds: ({ marks }) => marks.withdrawn === 'yes',
    ends: true,
  },
  { id: 'AWAITING_PANEL', says: 'Submitted; awaiting the Panel', holds: (course) => settled(course, 'submit') },
  { id: 'READY_TO_SUBMIT', says: 'Ready to submit to the Panel', holds: reached('submit') },
  { id: 'PARTNER_SHARE', says: 'Shared with the safeguarding partners', holds: reached('share') },
  { id: 'ICSC_REVIEW', says: 'With the commissioner', holds: reached('agree') },
  { id: 'DRAFTING', says: 'Being drafted', holds: reached('draft') },
  {
    id: 'MEETING_READY',
    says: 'Ready for the Rapid Review meeting',
    holds: (course) => reached('returns')(course) && settled(course, 'returns'),
  },
  { id: 'GATHERING', says: 'Gathering agency returns', holds: reached('returns') },
  { id: 'SCOPING', says: 'Being scoped', holds: reached('scope') },
  { id: 'NOTIFICATION_DUE', says: 'Notification to the Panel due', holds: () => true },
]
