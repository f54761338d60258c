/** What kind of case this is, and how far its decision has come. Read by the pages to know whether they apply. */
import { type Course, outcomeUnder, settled } from '../engine/course.ts'

export type Kind = 'raised' | 'statutory' | 'local' | 'notify-only' | 'contribute'

/** A case is what has been made of it: raised; notified, or to be; local; a notification only; or another area's. */
export function kindOf({ about, marks, events }: Pick<Course, 'about' | 'marks' | 'events'>): Kind {
  if (about.kind === 'contribute') return 'contribute'
  if (marks.withdraw === 'kept') return 'local'
  if (events.notified !== undefined) return 'statutory'
  if (marks.local === 'yes') return 'local'
  if (marks.triage === 'notify-only') return 'notify-only'
  return about.kind === 'statutory' || marks.triage === 'notify' ? 'statutory' : 'raised'
}

export const wasRaised = (course: Course) => course.entrance === 'raise'
export const isStatutory = (course: Course) => kindOf(course) === 'statutory'
export const isLocal = (course: Course) => kindOf(course) === 'local'
export const isContribution = (course: Course) => kindOf(course) === 'contribute'
/** A review is under way: the statutory one, or a local one by the same forms. */
export const isReviewed = (course: Course) => isStatutory(course) || isLocal(course)
/** A local review was opened while the partners disagreed, and then they agreed to notify: it goes on, and becomes the statutory one when that is done (10.2.35). */
const isLocalUntilNotified = ({ marks, events }: Course) => marks.triage === 'notify' && events.notified === undefined
/** The local authority notifies, and tells the others (19.5 to 19.8). */
export const mustNotify = (course: Course) => isStatutory(course) || (isLocal(course) && isLocalUntilNotified(course))
/** The partners of the area disagree, or have settled that and discuss it again. */
export const isUndecided = ({ marks }: Course) => ['disputed', 'again'].includes(marks.triage ?? '')
/** The duty to notify stands, even while the partners dispute it: it is the local authority's (10.2.35). */
export const mayHaveToNotify = (course: Course) => mustNotify(course) || isUndecided(course)

/** The decision can change no more: the Panel has agreed, or it was reviewed after the Panel disagreed; for a local review, it has been shared. */
export function isFinal(course: Course): boolean {
  if (isLocal(course)) return settled(course, 'share')
  return outcomeUnder(course, 'panel') === 'agrees' || outcomeUnder(course, 'reconvene') !== undefined
}

/** What has gone to the Panel cannot be withdrawn any more: a request that nobody has answered by then is without object (T40). */
export const isWithdrawalAsked = (course: Course) =>
  course.marks.withdraw === 'asked' && outcomeUnder(course, 'submit') === undefined

export const isNational = (course: Course) => outcomeUnder(course, 'panel') === 'national'
export const isCommissioned = (course: Course) => isFinal(course) && course.marks.decision === 'commission'
export const isPublished = (course: Course) => outcomeUnder(course, 'publish') !== undefined
/** Nothing is published: there is no practice review; or it was decided not to, and both who must know have been told why (19.27). */
export const isNotPublished = (course: Course) =>
  isNational(course) || (isFinal(course) && (course.marks.decision !== 'commission' || isJustified(course)))

const isJustified = (course: Course) =>
  course.marks.publication === 'not' && outcomeUnder(course, 'justify') !== undefined

/** The plan is approved, and what was learned has gone out by what there is: the report, or a briefing without one. */
export function isLearningOut(course: Course): boolean {
  if (!settled(course, 'plan')) return false
  return isPublished(course)
    ? settled(course, 'briefing-published')
    : isNotPublished(course) && settled(course, 'briefing')
}

const says: Readonly<Record<Kind, string>> = {
  raised: 'Raised: the partners have not decided yet',
  statutory: 'Statutory: the local authority notifies it, and the review goes to the Panel',
  local: 'Local: nothing is sent to the Panel',
  'notify-only': 'Notified only: no review follows',
  contribute: 'Another area leads; we contribute',
}

export const kindSays = (course: Course) =>
  isLocal(course) && mustNotify(course)
    ? 'Local until the local authority notifies it; then it goes to the Panel'
    : says[kindOf(course)]
