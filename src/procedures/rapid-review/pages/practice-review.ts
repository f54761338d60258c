/** A local child safeguarding practice review: commissioned, run, delayed only with approval, finished (19.23 to 19.25, reg. 14; T26 to T32). */
import { type LocalDate, sayDate } from '../../../kernel/time.ts'
import { partners } from '../../../partnership/partnership.ts'
import { answersOf, type Course, outcomesIn, outcomeUnder } from '../../engine/course.ts'
import type { Unsigned } from '../../engine/facts.ts'
import { byButton, byForm, during, type Steps } from '../../engine/procedure.ts'
import { caseReview, eachAgencyInScope, eachSafeguardingPartner, icscOrAlternate, spa, supportTeam } from '../../who.ts'
import { isCommissioned } from '../kind.ts'
import { anotherPersonThan } from '../needs.ts'

const checked = byButton({ label: 'Nobody can be identified', outcome: 'checked', style: 'primary' })

export const practiceReview: Steps = during(isCommissioned, {
  terms: {
    says: 'Agree the terms of the practice review',
    source: '19.23, 19.24',
    owes: caseReview,
    may: 'case.review',
    after: ['share'],
    closes: byForm('K', { label: 'Record the terms' }),
  },
  reviewer: {
    says: 'Start the reviewer, and tell the Panel the name',
    source: '19.24',
    owes: spa,
    may: 'case.review',
    after: ['terms'],
    closes: byForm('K-start', { label: 'Record the start', moment: 'KS1' }),
    tells: [eachAgencyInScope],
  },
  monitor: {
    says: 'Monitor the review’s time and quality',
    source: 'reg. 14',
    owes: caseReview,
    may: 'case.review',
    due: 'D-22',
    after: ['reviewer'],
    when: (course) => outcomeUnder(course, 'report-accepted') === undefined,
    closes: byForm('K-monitor', { label: 'Record the check', anew: true, outcome: () => 'checked' }),
    repeats: ['checked'],
    tellsOn: { checked: [icscOrAlternate, eachSafeguardingPartner] },
  },
  'delay-vote': {
    says: 'Approve or refuse the delay of the practice review',
    source: '19.25',
    beside: 'delay',
    owes: eachSafeguardingPartner,
    may: 'case.delay-vote',
    due: 'D-23',
    after: ['share'],
    // A resolution takes the place of the separate answers: nobody is asked for theirs after it.
    when: ({ marks }) =>
      marks.delay === 'proposed' || (marks.delay === 'approved' && marks['delay-by'] !== 'resolution'),
    closes: byButton(
      {
        label: 'Approve the delay',
        outcome: 'approved',
        style: 'primary',
        confirm: 'This approves the later date for your organisation. All partners must approve it.',
      },
      { label: 'Refuse the delay', outcome: 'refused', style: 'danger', form: 'K-delay-no' },
    ),
    gives: ['approved'],
    marks: { refused: ['delay', 'refused'] },
    leaves: (course) =>
      everyPartnerApproves(course) ? delayApproved(course, 'approved by every safeguarding partner') : [],
    explains: (course) => [
      `The date proposed is ${sayDate(String(answersOf(course, 'K-delay').KD2))}. Learning goes on meanwhile.`,
    ],
  },
  'delay-told': {
    says: 'Send the reasons for the delay to the Panel and the Secretary of State',
    source: '19.25',
    beside: 'delay',
    owes: spa,
    may: 'case.panel',
    due: 'D-23-reasons',
    after: ['delay-vote'],
    when: ({ marks }) => marks.delay === 'approved',
    closes: byForm('K-delay-told', { label: 'Record that both were told' }),
    tells: [icscOrAlternate, eachSafeguardingPartner],
  },
  'report-accepted': {
    says: 'Accept the final report',
    source: 'reg. 15',
    owes: caseReview,
    may: 'case.review',
    after: ['reviewer'],
    closes: byForm('K-report', { label: 'Record the acceptance', moment: 'KR1' }),
  },
  anonymity: {
    says: 'Check that nobody can be identified (first person)',
    owes: spa,
    may: 'case.review',
    after: ['report-accepted'],
    closes: checked,
    needs: anotherPersonThan('anonymity-again'),
  },
  'anonymity-again': {
    says: 'Check that nobody can be identified (second person)',
    owes: supportTeam,
    may: 'case.review',
    after: ['report-accepted'],
    closes: checked,
    needs: anotherPersonThan('anonymity'),
  },
})

function everyPartnerApproves(course: Course): boolean {
  const votes = outcomesIn(course, 'delay-vote')
  return votes.length === partners(course.partnership).length && votes.every((vote) => vote === 'approved')
}

/** The delay counts: the new date stands beside the old one, which is kept (19.25, T30). */
export function delayApproved(course: Course, reason: string): readonly Unsigned[] {
  const to = answersOf(course, 'K-delay').KD2 as LocalDate
  return [
    { kind: 'marked', data: { mark: 'delay', value: 'approved', reason } },
    { kind: 'extended', data: { owed: 'publish', to, reason: `a delay ${reason}` } },
  ]
}
