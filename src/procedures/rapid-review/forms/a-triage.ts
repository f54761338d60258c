/** Forms A-…: from a raised case to what the partners make of it (19.6, 19.11, 19.17; DOMAIN 2.3, T2 to T6, T39). */
import { account, ask, attest, choice, is, passedMoment, remark, yn, ynu } from '../../../forms/ask.ts'
import type { Form } from '../../../forms/form.ts'

/** What one may think should happen to a raised case. */
const WAYS = {
  notify: 'Notify the {panel|Panel}: the criteria are met, or it is suspected that they are',
  'notify-only': 'Notify only: a looked-after child or care leaver died, without suspected abuse or neglect',
  'not-notifiable': 'It is not notifiable',
}

export const acknowledgement: Form = {
  id: 'A-ack',
  title: 'Acknowledge',
  sections: [
    {
      id: 'AA',
      title: 'A raised case',
      questions: [
        ask('AA1', 'Is every child involved safe now, or has a referral been made?', ynu, {
          hint: '{emergency|If a child is in immediate danger, call 999.} This form makes no referral.',
        }),
        ask('AA2', 'Is a case of the same area and date open already?', yn, {
          hint: '{near|No open case of the same area and about the same day is known.} If it touches this one, link them; never merge.',
        }),
      ],
    },
  ],
}

export const view: Form = {
  id: 'A-view',
  title: 'Your view',
  sections: [
    {
      id: 'AV',
      title: 'Should it be notified?',
      intro: 'The duty to notify is the local authority’s, so its view is the last word on notifying.',
      questions: [
        ask('AV1', 'What is your organisation’s view?', choice({ ...WAYS, unsure: 'Not sure yet' }), {
          source: '19.6',
        }),
        account('AV2', 'Why?'),
      ],
    },
  ],
}

export const discussion: Form = {
  id: 'A-triage',
  title: 'Threshold discussion',
  sections: [
    {
      id: 'AT',
      title: 'What the partners said',
      questions: [
        ask('AT1', 'When was it discussed?', passedMoment, { source: '19.11' }),
        ask('AT2', 'When did the local authority become aware?', passedMoment, {
          hint: 'The limit for notifying runs from here, even if it lies in the past.',
          source: '19.7',
        }),
        ask('AT3', 'What was said?', choice({ ...WAYS, disputed: 'The partners disagree' })),
      ],
    },
  ],
}

export const localOrNone: Form = {
  id: 'A-decide',
  title: 'Review, or none',
  sections: [
    {
      id: 'AD',
      title: 'Not notifiable',
      questions: [
        ask('AD1', 'Is there to be a local review?', yn, { source: '19.17' }),
        ask(
          'AD2',
          'What is it about?',
          choice({
            'good-practice': 'Good practice',
            'poor-practice': 'Poor practice',
            'near-miss': 'A near miss',
            other: 'Another matter',
          }),
          { when: is('AD1', 'yes') },
        ),
        account('AD3', 'Why?'),
      ],
    },
  ],
}

export const reopening: Form = {
  id: 'A-reopen',
  title: 'Reopen',
  sections: [
    {
      id: 'AR',
      title: 'New information',
      intro: 'A new case is begun, linked to this one. No fifteen days start unless a new notification is sent.',
      questions: [
        ask(
          'AR1',
          'What is new?',
          choice({
            inquest: 'An inquest',
            sibling: 'A sibling',
            complaint: 'A complaint',
            panel: 'A question from the {panel|Panel}',
            other: 'Something else',
          }),
        ),
        account('AR2', 'Why does it matter?'),
      ],
    },
  ],
}

export const linking: Form = {
  id: 'A-link',
  title: 'Link to another case',
  sections: [
    {
      id: 'AL',
      title: 'Two cases that touch',
      questions: [
        ask('AL1', 'What is the other case’s code word or number?', {
          kind: 'text',
          max: 30,
          lines: 'one',
          pattern: {
            source: '[A-Za-z]{2,30}|[A-Za-z]{2}-[0-9]{4}-[0-9]{2,4}',
            says: 'Enter the code word or the number alone, for example ROWAN or RR-2027-01',
          },
          refersTo: 'case',
        }),
        ask(
          'AL2',
          'How do they touch?',
          choice({ child: 'The same child', incident: 'The same incident', other: 'In another way' }),
        ),
      ],
    },
  ],
}

export const disagreement: Form = {
  id: 'A-dispute',
  title: 'Dispute',
  sections: [
    {
      id: 'AX',
      title: 'The partners disagree',
      intro: 'The limit for notifying keeps running while this is open. If a child is at risk, do not wait for it.',
      questions: [
        account('AX1', 'What is in dispute, and why?'),
        attest('AX2', 'Before you go on', 'I have tried to settle it with the other organisation'),
      ],
    },
  ],
}

export const otherArea: Form = {
  id: 'A-area',
  title: 'Another area',
  sections: [
    {
      id: 'AO',
      title: 'A second area is touched',
      intro: 'The area of the incident leads and notifies; the other contributes and sees the case.',
      questions: [
        ask('AO1', 'Which area is touched as well?', { kind: 'choice', options: { from: 'areas' } }),
        remark('AO2', 'How (roles only)?', { need: 'may' }),
      ],
    },
  ],
}
