/**
 * Form B: the local authority records the serious incident it must notify (19.5 to 19.9; DOMAIN 3.3). Only a person notifies, in the
 * national system: this form records that it was done.
 */
import {
  all,
  ask,
  attest,
  choice,
  choiceFrom,
  column,
  fact,
  int,
  is,
  NOT_A_NAME,
  passedMoment,
  remark,
  roleName,
  rows,
  shortText,
  yn,
} from '../../../forms/ask.ts'
import type { Form } from '../../../forms/form.ts'
import { ABUSE_OR_NEGLECT, MOST_CHILDREN } from './lists.ts'
import { tellingSection } from './told.ts'

const sent = is('B0', 'yes')

export const notification: Form = {
  id: 'B',
  title: 'Notification record',
  sections: [
    {
      id: 'B00',
      title: 'Safety first',
      intro: 'This is not a way to make a referral, and it notifies nobody: it records what people have done.',
      questions: [
        ask('B00', 'Is every child involved safe right now?', yn, {
          hint: '{emergency|If a child is in immediate danger, call 999.}',
        }),
        // It says so and goes on: the record must not wait for a tick (PR-5).
        attest(
          'B00t',
          'If a child is not safe',
          'I have been told to call 999 or my area’s duty number now, and that this form does neither',
          { when: is('B00', 'no'), need: 'may' },
        ),
      ],
    },
    {
      id: 'B1',
      title: 'The incident',
      questions: [
        ask('B14', 'Which local authority area is it for?', choiceFrom('areas')),
        ask('B1', 'When did the authority become aware?', passedMoment, { source: '19.7' }),
        ask(
          'B2',
          'On which ground is it notified?',
          choice({
            'died-here': 'A child died in the area',
            'harmed-here': 'A child was seriously harmed in the area',
            'resident-outside': 'A child who lives here died or was seriously harmed outside England',
            'looked-after-died': 'A looked-after child died',
            'care-leaver-died': 'A care leaver died',
          }),
          { source: '19.5, 19.9' },
        ),
        ask('B3', 'Is abuse or neglect known or suspected?', choice(ABUSE_OR_NEGLECT)),
        ask(
          'B4',
          'Were the views of the health and police partners taken before deciding?',
          rows([column('taken', 'Views taken', yn), column('why', 'If not, why', shortText, 'may')], {
            of: { health: 'Health', police: 'Police' },
          }),
          { class: 'C*' },
        ),
        ask('B13', 'Does the authority think the threshold for a rapid review is met?', yn, { source: '19.5' }),
      ],
    },
    {
      id: 'B5',
      title: 'The notification',
      questions: [
        ask('B0', 'Has the notification been sent in the national system?', yn, { source: '19.7' }),
        ask('B5', 'When was it sent?', { ...passedMoment, notBefore: 'B1' }, { when: sent, source: '19.7' }),
        ask(
          'B6',
          'What is the system’s reference?',
          {
            kind: 'text',
            max: 40,
            lines: 'one',
            pattern: {
              source: '[A-Za-z0-9][A-Za-z0-9/_-]*[0-9][A-Za-z0-9/_-]*',
              says: 'Enter the reference alone, letters and figures without spaces, for example SIN-2026-0417',
            },
          },
          { when: sent },
        ),
        ask('B7', 'How many children are named or described in it?', int(1, MOST_CHILDREN), {
          when: sent,
          hint: 'The system takes the details of four; others are described.',
        }),
      ],
    },
    {
      // A page of its own: whether it is asked follows from the dates of the page before.
      id: 'B12',
      title: 'Notified late',
      questions: [
        remark('B12', 'It was sent after the limit. Why?', { when: all(sent, fact('late', 'yes')), source: '19.7' }),
      ],
    },
    {
      id: 'B8',
      title: 'Others who must know',
      questions: [
        ask('B8', 'When was the {sos|Secretary of State} told?', passedMoment, {
          when: is('B2', 'looked-after-died'),
          source: '19.9',
          hint: 'A separate duty, though the national system shares notifications.',
        }),
        ask('B8o', 'When was Ofsted told?', passedMoment, { when: is('B2', 'looked-after-died'), source: '19.9' }),
      ],
    },
    {
      id: 'B15',
      title: 'Recorded for the authority',
      intro: 'Only the authority notifies. You record this on its written confirmation.',
      questions: [
        ask('B15', 'Who at the authority confirmed it in writing?', roleName, {
          when: fact('recordedFor', 'la'),
          hint: NOT_A_NAME,
        }),
        ask('B15t', 'When did they confirm it?', passedMoment, { when: fact('recordedFor', 'la') }),
      ],
    },
    tellingSection,
  ],
}
