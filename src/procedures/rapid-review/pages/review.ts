/** The Rapid Review itself: scoped, gathered, met upon, drafted, agreed, shared, submitted (19.11 to 19.13; T10 to T20). */
import { type Course, outcomeUnder } from '../../engine/course.ts'
import { byButton, byForm, during, type Steps } from '../../engine/procedure.ts'
import { eachPartnerNamed, eachSafeguardingPartner, icscOrAlternate, spa, supportTeam } from '../../who.ts'
import { anyIsShut, eachAgencyAsked, eachWithoutStandIn, saysShut, standInsMayAnswer } from '../closures.ts'
import { plannedDates, plannedInTime } from '../dates.ts'
import { isReviewed, isStatutory } from '../kind.ts'
import { agreedVersionIsCurrent, alternateBeforeAgreement, beforeSubmission, notBefore } from '../needs.ts'
import { decisionIn, dissentIn, meetingOutcome, pointIn } from '../readings.ts'
import { moreAskedOf, onWhichBasis } from '../requests.ts'

/** Whoever is asked has only the code word before them (PR-1). */
const underCodeWord = ({ subject }: Course) => [
  `${subject.title} is the code word of a review. Who it is about reaches you from the support team by secure e-mail, never in chat.`,
]

/** What every agency reads with its request: under which word, on which basis, and that it is known to be shut. */
const asked = (course: Course, key: string) => [
  ...underCodeWord(course),
  ...onWhichBasis(course),
  ...moreAskedOf(course, key),
  ...saysShut(course, key),
]

/** Until it has gone to the Panel; a local review, until it is at an end. */
const isBeforeSubmission = (course: Course) =>
  outcomeUnder(course, 'submit') === undefined && course.stage.ends !== true

export const review: Steps = during(isReviewed, {
  scope: {
    says: 'Scope the review and send the information requests',
    source: '19.11',
    owes: spa,
    may: 'case.scope',
    due: 'D-07',
    after: ['notify'],
    closes: byForm('C', { label: 'Scope and send requests' }),
    gives: ['requested'],
    leaves: plannedDates,
    needs: (course) => plannedInTime(course) ?? standInsMayAnswer(course),
    explains: ({ subject }) => [
      `Muster asks each agency under the code word ${subject.title}. Who it is about they must hear from you, by secure e-mail.`,
    ],
  },
  'out-of-term': {
    says: 'Name who answers while the agency is shut',
    beside: 'requests',
    owes: eachWithoutStandIn,
    may: 'case.stand-in',
    due: 'D-08-closed',
    after: ['scope'],
    when: anyIsShut,
    closes: byForm('C-closed', { label: 'Name somebody', outcome: ({ CL1 }) => String(CL1) }),
    gap: { once: 'meeting' },
    needs: standInsMayAnswer,
  },
  receipt: {
    says: 'Confirm the request has arrived, and whether you were involved',
    owes: eachAgencyAsked,
    may: 'case.return',
    due: 'D-08',
    after: ['scope'],
    closes: byButton(
      { label: 'Received: we were involved', outcome: 'involved', style: 'primary' },
      { label: 'Received: not involved', outcome: 'not-involved' },
      { label: 'Received: still checking', outcome: 'checking' },
    ),
    gap: { once: 'meeting' },
    explains: asked,
  },
  progress: {
    says: 'Progress check: escalate whatever is unacknowledged',
    owes: supportTeam,
    may: 'case.progress',
    due: 'D-09',
    after: ['scope'],
    closes: byButton({ label: 'Progress checked', outcome: 'checked', style: 'primary' }),
    gap: { once: 'meeting' },
    escalates: 'receipt',
  },
  returns: {
    says: 'Agency return',
    source: '26.1',
    owes: eachAgencyAsked,
    may: 'case.return',
    due: 'D-10',
    after: ['scope'],
    closes: byForm('D', {
      label: 'Open the agency return',
      outcome: ({ D1 }) => (D1 === 'checking' ? undefined : D1 === 'no' ? 'nil' : 'returned'),
      amendable: isBeforeSubmission,
    }),
    gap: { when: (course) => course.marks.cutoff === 'yes' || outcomeUnder(course, 'meeting') !== undefined },
    explains: asked,
    // A child who is not safe is nobody's paperwork: the adviser is asked again, today (form D14).
    alerts: (course, key) =>
      course.submitted.findLast((one) => one.owed === key)?.answers.D14 === 'yes'
        ? [{ kind: 'reopened', data: { steps: ['safety'], reason: 'an agency says that a child may not be safe' } }]
        : [],
  },
  meeting: {
    says: 'Hold the Rapid Review meeting',
    source: '19.12',
    owes: spa,
    may: 'case.meeting-held',
    due: 'D-11',
    dueAgain: 'D-11-again',
    after: ['scope'],
    closes: byForm('N', { label: 'Record the meeting', outcome: meetingOutcome, moment: 'N1' }),
    gives: ['met'],
    givesOn: { inquorate: ['met'] },
    back: { inquorate: 'meeting' },
    tellsOn: { inquorate: [eachPartnerNamed('N', 'N2w'), icscOrAlternate] },
  },
  draft: {
    says: 'Draft the Rapid Review',
    source: '19.12',
    owes: spa,
    may: 'case.draft',
    due: 'D-12',
    after: ['meeting'],
    closes: byForm('E', {
      label: 'Open the checklist',
      amendable: isBeforeSubmission,
    }),
    gives: ['drafted', 'learning-found'],
  },
  agree: {
    says: 'Agree the content and decide whether a review is appropriate',
    source: '19.13 to 19.17',
    owes: icscOrAlternate,
    may: 'case.agree',
    due: 'D-13',
    after: ['draft'],
    reads: 'E',
    closes: byForm('F', {
      label: 'Consider the criteria and decide',
      outcome: decisionIn,
      // What was sent back comes as another text, and a conflict is another person's: neither answer is given for them.
      anew: ['return-to-spa', 'conflict'],
    }),
    gives: ['agreed', 'decided', 'signed-off'],
    givesOn: { commission: ['commissioned'] },
    back: { 'return-to-spa': 'draft', conflict: 'agree' },
    marks: {
      conflict: ['conflict', 'declared'],
      commission: ['decision', 'commission'],
      'no-review': ['decision', 'no-review'],
      national: ['decision', 'national'],
      'local-learning': ['decision', 'local-learning'],
    },
    needs: alternateBeforeAgreement,
  },
  circulate: {
    says: 'Share the agreed review with all safeguarding partners',
    source: '19.13',
    owes: spa,
    may: 'case.circulate',
    due: 'D-14',
    after: ['agree'],
    reads: 'E',
    closes: byButton({
      label: 'Share with the partners',
      outcome: 'shared',
      style: 'primary',
      confirm: 'This shows the agreed version to the safeguarding partners. It does not send anything to the Panel.',
    }),
    gives: ['shared'],
  },
  share: {
    says: 'Read the Rapid Review, and acknowledge it or raise a point',
    source: '19.13',
    owes: eachSafeguardingPartner,
    may: 'case.acknowledge',
    due: 'D-14-comments',
    after: ['circulate'],
    reads: 'E',
    closes: byButton(
      {
        label: 'Acknowledge',
        outcome: 'acknowledged',
        style: 'primary',
        confirm:
          'This records that you have read what the commissioner agreed. It does not send anything to the Panel.',
      },
      { label: 'Raise a point', outcome: 'point', form: 'G', outcomeOf: pointIn },
      { label: 'Acknowledge with dissent', outcome: 'dissent', form: 'G', outcomeOf: dissentIn },
    ),
    back: { 'point-of-substance': 'agree' },
    tellsOn: { 'point-of-substance': [spa], 'point-of-wording': [spa], dissent: [spa] },
    gap: { at: 'limit', goesUp: 'lead-representative' },
    needs: beforeSubmission,
  },
  submit: {
    says: 'Submit the Rapid Review to the Panel, and record that it was sent',
    source: '19.13',
    owes: spa,
    may: 'case.submit',
    due: 'D-15',
    after: ['share'],
    when: isStatutory,
    ahead: ({ events }) => events.notified !== undefined,
    closes: byForm('H', { label: 'Record the submission', moment: 'H1' }),
    gives: ['submitted'],
    tells: [eachSafeguardingPartner, icscOrAlternate],
    needs: (course) => notBefore('notified', 'H', 'H1')(course) ?? agreedVersionIsCurrent(course),
  },
})
