/**
 * The Rapid Review, 19.4 to 19.13: from the notification of a serious incident to submission to the Panel within fifteen working days of it.
 * Criminal proceedings never stop it; a person notifies, decides and submits, and Muster records that they did.
 */
import { byButton, byForm, procedure } from '../engine/procedure.ts'
import {
  eachAgencyInScope,
  eachSafeguardingPartner,
  icscOrAlternate,
  notifierForArea,
  spa,
  supportTeam,
} from '../who.ts'
import { formFacts } from './form-facts.ts'
import { forms } from './forms/index.ts'
import { agreedVersionIsCurrent, alternateBeforeAgreement } from './needs.ts'
import { decisionIn, meetingOutcome, notifiedYet, pointIn, ratificationIn, toldEverybody } from './readings.ts'
import { stages } from './stages.ts'

export const rapidReview = procedure('rapid-review', {
  title: 'Rapid Review',
  source: '19.4 to 19.13',
  numbered: 'RR',
  forms,
  formFacts,
  stages,

  entrances: {
    start: {
      form: 'B',
      may: 'rapid-review.start',
      events: { aware: 'B1', notified: 'B5' },
      about: (answers) => ({ kind: 'statutory', area: String(answers.B14 ?? '') }),
      closes: ['notify', 'tell'],
      tells: [eachSafeguardingPartner, icscOrAlternate, spa, supportTeam],
    },
  },

  steps: {
    notify: {
      says: 'Notify the Panel in the national system, and record that it was sent',
      source: '19.5 to 19.7',
      owes: notifierForArea,
      may: 'rapid-review.notified',
      due: 'D-01',
      when: ({ about }) => about.kind === 'statutory',
      closes: byForm('B', {
        label: 'Record the notification',
        outcome: (answers) => (notifiedYet(answers) ? 'sent' : undefined),
        moment: 'B5',
      }),
      gives: 'notified',
    },
    tell: {
      says: 'Tell all safeguarding partners, the commissioner and the support team',
      source: '19.8',
      owes: notifierForArea,
      may: 'rapid-review.notified',
      due: 'D-02',
      when: ({ about }) => about.kind === 'statutory',
      closes: byForm('B-told', {
        label: 'Record who has been told',
        outcome: (answers) => (toldEverybody(answers) ? 'told' : undefined),
      }),
    },
    scope: {
      says: 'Scope the review and send the information requests',
      source: '19.11',
      owes: spa,
      may: 'case.scope',
      due: 'D-07',
      after: ['notify'],
      closes: byForm('C', { label: 'Scope and send requests' }),
      gives: 'requested',
    },
    receipt: {
      says: 'Confirm the request has arrived, and whether you were involved',
      owes: eachAgencyInScope,
      may: 'case.return',
      due: 'D-08',
      after: ['scope'],
      closes: byButton(
        { label: 'Received: we were involved', outcome: 'involved', style: 'primary' },
        { label: 'Received: not involved', outcome: 'not-involved' },
        { label: 'Received: still checking', outcome: 'checking' },
      ),
      gap: { once: 'meeting' },
    },
    progress: {
      says: 'Progress check: escalate whatever is unacknowledged',
      owes: supportTeam,
      may: 'case.progress',
      due: 'D-09',
      after: ['scope'],
      closes: byButton({ label: 'Progress checked', outcome: 'checked', style: 'primary' }),
      gap: { once: 'meeting' },
    },
    returns: {
      says: 'Agency return',
      source: '26.1',
      owes: eachAgencyInScope,
      may: 'case.return',
      due: 'D-10',
      after: ['scope'],
      closes: byForm('D', {
        label: 'Open the agency return',
        outcome: (answers) => (answers.D1 === 'no' ? 'nil' : 'returned'),
      }),
      gap: { once: 'meeting' },
    },
    meeting: {
      says: 'Hold the Rapid Review meeting',
      source: '19.12',
      owes: spa,
      may: 'case.meeting-held',
      due: 'D-11',
      after: ['scope'],
      closes: byForm('N', { label: 'Record the meeting', outcome: meetingOutcome, moment: 'N1' }),
      back: { inquorate: 'meeting' },
    },
    draft: {
      says: 'Draft the Rapid Review',
      source: '19.12',
      owes: spa,
      may: 'case.draft',
      due: 'D-12',
      after: ['meeting'],
      closes: byForm('E', { label: 'Open the checklist', amendable: true }),
    },
    agree: {
      says: 'Agree the content and decide whether a review is appropriate',
      source: '19.13 to 19.17',
      owes: icscOrAlternate,
      may: 'case.agree',
      due: 'D-13',
      after: ['draft'],
      reads: 'E',
      closes: byForm('F', { label: 'Consider the criteria and decide', outcome: decisionIn }),
      gives: 'agreed',
      back: { 'return-to-spa': 'draft', conflict: 'agree' },
      marks: { conflict: ['conflict', 'declared'] },
      needs: alternateBeforeAgreement,
    },
    share: {
      says: 'Read the Rapid Review before it goes to the Panel',
      source: '19.13',
      owes: eachSafeguardingPartner,
      may: 'case.acknowledge',
      due: 'D-14-comments',
      after: ['agree'],
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
      ),
      back: { 'point-of-substance': 'agree' },
      gap: { at: 'limit' },
    },
    submit: {
      says: 'Submit the Rapid Review to the Panel, and record that it was sent',
      source: '19.13',
      owes: spa,
      may: 'case.submit',
      due: 'D-15',
      after: ['share'],
      closes: byForm('H', { label: 'Record the submission', moment: 'H1' }),
      gives: 'submitted',
      tells: [eachSafeguardingPartner, icscOrAlternate],
      needs: agreedVersionIsCurrent,
    },
    ratify: {
      says: 'Ratify the commissioner’s decision',
      source: '11.5',
      beside: 'ratification',
      owes: eachSafeguardingPartner,
      may: 'case.ratify',
      due: 'D-18',
      after: ['agree'],
      closes: byButton(
        {
          label: 'Ratify',
          outcome: 'ratified',
          style: 'primary',
          confirm:
            'This ratifies the decision for your organisation. It is in force already; nothing is sent to the Panel.',
        },
        {
          label: 'Refuse, with a reason',
          outcome: 'refused',
          style: 'danger',
          form: 'G-ratify',
          outcomeOf: ratificationIn,
        },
      ),
    },
  },
})
