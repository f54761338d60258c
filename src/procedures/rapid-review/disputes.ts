/** Where a review is disputed it is the safeguarding partners' at once, stage 4 of the ladder (27.1; T6, 10.2.19, 10.2.35). No clock waits for it. */

import type { Ladder } from '../dispute/ladder.ts'
import { type Course, outcomesIn } from '../engine/course.ts'
import { eachPartnerOfTheArea, eachSafeguardingPartner } from '../who.ts'

/** The stage the partners own, in the profile's list; they are the highest who can settle it among themselves. */
const partnersStage = ({ partnership }: Course) =>
  1 + partnership.profile.disputes.stages.findIndex(({ owed }) => owed === 'slt-member')

/** Whether to notify: settled, it is discussed again, and the limit for notifying runs on meanwhile. */
export const triageDispute: Ladder = {
  name: 'triage-dispute',
  from: partnersStage,
  opens: ({ events, marks }) => marks.triage === 'disputed' && events.notified === undefined,
  parties: eachPartnerOfTheArea,
  after: ['discuss'],
  settledBack: ['discuss', 'views'],
  settledMark: ['triage', 'again'],
  beside: 'dispute',
}

/** Whether to ratify: the decision stays in force, and nothing is held up. */
export const ratificationDispute: Ladder = {
  name: 'ratify-dispute',
  from: partnersStage,
  opens: (course) => outcomesIn(course, 'ratify').includes('refused'),
  parties: eachSafeguardingPartner,
  after: ['agree'],
  beside: 'ratification',
}

/** The one that runs: once it has been agreed there is only ratification left to dispute. */
export const runningDispute = (course: Course): Ladder | undefined =>
  [ratificationDispute, triageDispute].find((one) => one.opens(course))
