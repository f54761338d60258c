/** The states of DOMAIN 2.2, read off what is owed and done; the furthest one that holds is where the case stands. */
import { type Course, outcomeUnder, reached, settled } from '../engine/course.ts'
import type { Stage } from '../engine/procedure.ts'
import {
  isCommissioned,
  isContribution,
  isFinal,
  isLearningOut,
  isLocal,
  isNational,
  isPublished,
  isStatutory,
  kindOf,
} from './kind.ts'

const is = (step: string) => (course: Course) => reached(course, step)
const done = (step: string) => (course: Course) => settled(course, step)

export const stages: readonly Stage[] = [
  {
    id: 'REOPENED',
    says: 'Reopened as a new case, linked to this one',
    holds: ({ marks }) => marks.reopened === 'yes',
    ends: true,
  },
  { id: 'CLOSED', says: 'Closed', holds: done('close'), ends: true },
  {
    id: 'WITHDRAWN',
    says: 'Withdrawn by the local authority',
    holds: ({ marks }) => marks.withdraw === 'yes',
    ends: true,
  },
  {
    id: 'CLOSED_NOT_MET',
    says: 'Closed: no review',
    holds: (course) => course.marks.triage === 'not-met' && settled(course, 'outcome'),
    ends: true,
  },
  {
    id: 'NOTIFY_ONLY',
    says: 'Notified only; there is no rapid review',
    holds: (course) => kindOf(course) === 'notify-only' && wasTold(course) && isRaiserTold(course),
    ends: true,
  },
  { id: 'CONTRIBUTED', says: 'The area that leads has what it asked for', holds: done('contributed'), ends: true },
  { id: 'CONTRIBUTING', says: 'Contributing to another area’s review', holds: isContribution },

  { id: 'EMBEDDING', says: 'Learning is being put into practice', holds: isLearningOut },
  { id: 'NATIONAL', says: 'The Panel has taken a national review', holds: isNational },
  { id: 'PUBLISHED', says: 'Published', holds: isPublished },
  {
    id: 'NOT_PUBLISHED',
    says: 'Not published, and justified',
    holds: (course) => course.marks.publication === 'not' && settled(course, 'justify'),
  },
  { id: 'PRE_PUBLICATION', says: 'About to be published', holds: done('publication-date') },
  { id: 'PUBLICATION_DECISION', says: 'Publication is being decided', holds: is('publication') },
  { id: 'FINAL_REPORT', says: 'The final report is in', holds: done('report-accepted') },
  { id: 'LCSPR_RUNNING', says: 'The practice review is running', holds: done('reviewer') },
  {
    id: 'DECISION_FINAL',
    says: 'The decision is final',
    holds: (course) => isStatutory(course) && isFinal(course) && !settled(course, 'report'),
  },
  { id: 'LCSPR_SETUP', says: 'The practice review is being set up', holds: isCommissioned },
  { id: 'LEARNING_ONLY', says: 'No practice review; learning goes out', holds: isFinal },
  { id: 'LOCAL_REVIEW', says: 'In a local review', holds: isLocal },

  {
    id: 'RECONVENE',
    says: 'The Panel’s response is being considered',
    holds: (course) => reached(course, 'reconvene') || reached(course, 'reply'),
  },
  { id: 'AWAITING_PANEL', says: 'Submitted; awaiting the Panel', holds: done('submit') },
  { id: 'READY_TO_SUBMIT', says: 'Ready to submit to the Panel', holds: is('submit') },
  { id: 'PARTNER_SHARE', says: 'With the safeguarding partners', holds: is('circulate') },
  { id: 'ICSC_REVIEW', says: 'With the commissioner', holds: is('agree') },
  { id: 'DRAFTING', says: 'Being drafted', holds: is('draft') },
  { id: 'MEETING_READY', says: 'Ready for the Rapid Review meeting', holds: done('returns') },
  { id: 'GATHERING', says: 'Gathering agency returns', holds: is('returns') },
  { id: 'SCOPING', says: 'Being scoped', holds: is('scope') },

  { id: 'DISPUTE', says: 'The partners disagree', holds: ({ marks }) => marks.triage === 'disputed' },
  {
    id: 'NOTIFICATION_DUE',
    says: 'Notification due',
    holds: (course) => isStatutory(course) || kindOf(course) === 'notify-only',
  },
  { id: 'TRIAGE', says: 'The partners are considering it', holds: done('acknowledge') },
  { id: 'RAISED', says: 'Raised', holds: () => true },
]

/** Nothing is at an end while whoever raised it has not been told (D-06). */
const isRaiserTold = (course: Course) => !reached(course, 'outcome') || settled(course, 'outcome')

const wasTold = (course: Course) =>
  settled(course, 'notify-death') ||
  settled(course, 'notify-care-leaver') ||
  outcomeUnder(course, 'notify') === 'notify-only'
