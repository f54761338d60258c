/** Learning goes out while it is fresh, becomes action, and is looked at again after six and twelve months (19.12, 19.29, 19.30; T37, T38). */
import { answersOf } from '../../engine/course.ts'
import { byButton, byForm, during, type Steps } from '../../engine/procedure.ts'
import {
  caseReview,
  eachActionSet,
  eachAgencyNamed,
  eachSafeguardingPartner,
  icscOrAlternate,
  spa,
  supportTeam,
} from '../../who.ts'
import { isFinal, isLearningOut, isNational, isNotPublished, isPublished, isReviewed } from '../kind.ts'
import { actionsAreAsSaid, nothingDatedIsOpen } from '../needs.ts'
import { assessedActions, plannedActions } from '../plan.ts'

const briefed = byButton({ label: 'I have briefed my team', outcome: 'briefed', style: 'primary' })
const beside = 'learning'
const checked = byForm('L-impact', { label: 'Record the impact', outcome: ({ LI1 }) => String(LI1) })

export const learning: Steps = {
  ...during(isReviewed, {
    urgent: {
      says: 'Share urgent safety learning today',
      source: '19.12',
      beside,
      owes: spa,
      may: 'briefing.publish',
      due: 'D-27-urgent',
      after: ['draft'],
      when: (course) => answersOf(course, 'E')['E4.3n'] === 'yes',
      closes: byButton({ label: 'It has been shared', outcome: 'shared', style: 'primary' }),
    },
    briefing: {
      says: 'Publish a learning briefing',
      source: '19.30',
      beside,
      owes: spa,
      may: 'briefing.publish',
      due: 'D-27',
      after: ['agree'],
      closes: byForm('L-learning', { label: 'Record the briefing' }),
      gives: ['briefed'],
    },
    reach: {
      says: 'Brief your team',
      source: '19.30',
      beside,
      owes: eachAgencyNamed('L-learning', 'LB3'),
      may: 'briefing.briefed',
      after: ['briefing'],
      closes: briefed,
    },
    'briefing-published': {
      says: 'Publish a learning briefing about the report',
      source: '19.30',
      beside,
      owes: spa,
      may: 'briefing.publish',
      due: 'D-27-published',
      after: ['publish'],
      when: isPublished,
      closes: byForm('L-learning', { label: 'Record the briefing' }),
      gives: ['briefed'],
      // Whoever briefed their team on the early learning has not yet briefed it on the report.
      again: { done: ['reach'] },
    },
    plan: {
      says: 'Approve the action plan',
      source: '19.30',
      owes: spa,
      may: 'case.plan',
      after: ['share'],
      when: (course) => isFinal(course) || isNational(course),
      closes: byForm('M-plan', { label: 'Record the plan', moment: 'MP1' }),
      gives: ['plan-approved'],
      sets: plannedActions,
    },
    // Each is kept, chased and evidenced in the one tracker; here is only whether it is at an end.
    actions: {
      says: 'Actions of the plan, done with evidence',
      source: '19.30',
      owes: eachActionSet,
      may: 'case.action',
      after: ['plan'],
      closes: byButton(),
    },
    'impact-6': {
      says: 'Check the impact six months after publication',
      source: '19.30',
      owes: caseReview,
      may: 'case.review',
      due: 'D-28-impact-6',
      after: ['publish'],
      when: isPublished,
      closes: checked,
      assesses: assessedActions,
    },
    'impact-12': {
      says: 'Check the impact twelve months after publication',
      source: '19.30',
      owes: caseReview,
      may: 'case.review',
      due: 'D-28-impact-12',
      after: ['publish'],
      when: isPublished,
      closes: checked,
      assesses: assessedActions,
    },
    'check-6': {
      says: 'Check the impact six months on',
      source: '19.30',
      owes: caseReview,
      may: 'case.review',
      due: 'D-28-check-6',
      after: ['plan'],
      when: isNotPublished,
      closes: checked,
      assesses: assessedActions,
    },
    'check-12': {
      says: 'Check the impact twelve months on',
      source: '19.30',
      owes: caseReview,
      may: 'case.review',
      due: 'D-28-check-12',
      after: ['plan'],
      when: isNotPublished,
      closes: checked,
      assesses: assessedActions,
    },
    keep: {
      says: 'Look at whether the report stays on the website',
      source: '19.28',
      beside,
      owes: supportTeam,
      may: 'case.publish',
      due: 'D-26',
      after: ['publish'],
      when: isPublished,
      closes: byButton(
        { label: 'It stays', outcome: 'stays', style: 'primary' },
        { label: 'It was taken down', outcome: 'taken-down' },
      ),
    },
    close: {
      says: 'Close the case',
      owes: icscOrAlternate,
      may: 'case.close',
      after: ['plan', 'impact-6', 'impact-12', 'check-6', 'check-12'],
      when: isLearningOut,
      closes: byForm('M-close', { label: 'Close the case', outcome: () => 'closed' }),
      needs: (course, how) => nothingDatedIsOpen(course, how) ?? actionsAreAsSaid(course),
      tells: [eachSafeguardingPartner],
    },
  }),
}
