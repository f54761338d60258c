/** A case is raised; the partners of the area say whether it must be notified (19.6, 19.11, 19.17; T2 to T6). */

import { ladder } from '../../dispute/ladder.ts'
import type { Course } from '../../engine/course.ts'
import { stepOf } from '../../engine/keys.ts'
import { byButton, byForm, type Steps } from '../../engine/procedure.ts'
import { eachPartnerOfTheArea, eachSafeguardingPartner, icscOrAlternate, raiser, spa, supportTeam } from '../../who.ts'
import { triageDispute } from '../disputes.ts'
import { wasRaised } from '../kind.ts'
import { authorityHasTheLastWord, everyViewBeforeNone, nothingToNotifyBeforeNone, viewStillToCome } from '../needs.ts'

/** Once the authority has notified there is nothing left to discuss: what was said stays, and nobody is asked again. */
const isOpenTo = (step: string) => (course: Course) =>
  wasRaised(course) &&
  (course.events.notified === undefined || [...course.closings.keys()].some((key) => stepOf(key) === step))

const placeOf = ({ about, partnership }: Course) => {
  const area = partnership.profile.areas[about.area ?? '']
  return area === undefined ? '' : ` in ${area.title}`
}

export const triage: Steps = {
  acknowledge: {
    says: 'Acknowledge the raised case, and ask whether the child is safe now',
    owes: supportTeam,
    may: 'case.progress',
    due: 'D-06',
    when: wasRaised,
    closes: byForm('A-ack', { label: 'Acknowledge' }),
    tells: [raiser],
  },
  views: {
    says: 'Say whether this should be notified',
    source: '19.6',
    owes: eachPartnerOfTheArea,
    may: 'case.view',
    due: 'D-05',
    after: ['acknowledge'],
    when: isOpenTo('views'),
    closes: byForm('A-view', { label: 'Give your view', outcome: ({ AV1 }) => String(AV1) }),
    gap: { once: 'discuss' },
    explains: (course) => [
      `A case has been raised${placeOf(course)}. The local authority, health and police each say whether the authority should notify it; the authority has the last word. The Senior Professional Adviser convenes the discussion.`,
    ],
  },
  discuss: {
    says: 'Discuss the threshold with the partners of the area',
    source: '19.11',
    owes: spa,
    may: 'case.triage',
    due: 'D-05',
    after: ['acknowledge'],
    when: isOpenTo('discuss'),
    closes: byForm('A-triage', {
      label: 'Record the discussion',
      outcome: ({ AT3 }) => String(AT3),
      moment: 'AT1',
      fixes: { aware: 'AT2' },
    }),
    gives: ['discussed'],
    givesOn: { disputed: ['disputed'] },
    marks: {
      notify: ['triage', 'notify'],
      'notify-only': ['triage', 'notify-only'],
      'not-notifiable': ['triage', 'not-notifiable'],
      disputed: ['triage', 'disputed'],
    },
    needs: authorityHasTheLastWord,
    waitsFor: viewStillToCome,
    tells: [eachPartnerOfTheArea, icscOrAlternate],
  },
  ...ladder(triageDispute),
  decide: {
    says: 'Decide whether to open a local review',
    source: '19.17',
    owes: icscOrAlternate,
    may: 'case.open-local',
    after: ['discuss'],
    atOnce: ({ marks }) => marks.triage === 'disputed',
    when: ({ marks, closings }) =>
      ['not-notifiable', 'disputed', 'not-met'].includes(marks.triage ?? '') &&
      // Discussed again while a local review is open: that one goes on, and is not decided twice.
      (marks.local !== 'yes' || closings.has('decide')),
    closes: byForm('A-decide', { label: 'Decide', outcome: ({ AD1 }) => (AD1 === 'yes' ? 'local' : 'none') }),
    gives: ['decided-locally'],
    givesOn: { local: ['local-opened'] },
    marks: { local: ['local', 'yes'], none: ['triage', 'not-met'] },
    needs: (course, how) => everyViewBeforeNone(course, how) ?? nothingToNotifyBeforeNone(course, how),
    tells: [eachSafeguardingPartner],
  },
  outcome: {
    says: 'Tell whoever raised it what was decided, and how to dispute it',
    source: '27.1',
    beside: 'raising agency',
    owes: supportTeam,
    may: 'case.progress',
    due: 'D-06-outcome',
    after: ['discuss', 'decide'],
    when: (course) => wasRaised(course) && course.marks.triage !== 'disputed',
    explains: () => ['If they disagree, they open a dispute with "decisions dispute".'],
    closes: byButton({ label: 'They have been told', outcome: 'told', style: 'primary' }),
  },
}
