/** Forms B-…: what may follow, or replace, a notification (19.5 to 19.9; DOMAIN 2.3, T8, T40, 10.2.7, 10.2.34). */
import { account, anyDate, ask, attest, choice, is, passedMoment, remark, roleName, yn } from '../../../forms/ask.ts'
import type { Form } from '../../../forms/form.ts'

export const notifyOnly: Form = {
  id: 'B-only',
  title: 'Death notified',
  sections: [
    {
      id: 'BO',
      title: 'Who was told',
      intro: 'Without suspected abuse or neglect the {panel|Panel} does not consider it, and there is no rapid review.',
      questions: [
        ask('BO1', 'When was the {sos|Secretary of State} told?', passedMoment, { source: '19.9' }),
        ask('BO2', 'When was Ofsted told?', passedMoment, { source: '19.9' }),
        ask(
          'BO3',
          'Is abuse or neglect known or suspected?',
          choice({ no: 'Not suspected', yes: 'Known or suspected' }),
        ),
      ],
    },
  ],
}

export const suspicion: Form = {
  id: 'B-suspect',
  title: 'Now suspected',
  sections: [
    {
      id: 'BS',
      title: 'Abuse or neglect is suspected after all',
      questions: [
        ask('BS1', 'When did the authority first suspect it?', passedMoment, {
          source: '19.7',
          hint: 'Five working days run from here.',
        }),
      ],
    },
  ],
}

export const awareness: Form = {
  id: 'B-aware',
  title: 'Awareness corrected',
  sections: [
    {
      id: 'BA',
      title: 'When the authority knew',
      intro: 'What was believed before is kept beside it. The fifteen days do not move.',
      questions: [
        ask('BA1', 'When did the authority truly become aware?', passedMoment, { source: '19.7' }),
        remark('BA2', 'How was this found out?'),
      ],
    },
  ],
}

export const sending: Form = {
  id: 'B-sent',
  title: 'Notification corrected',
  sections: [
    {
      id: 'BN',
      title: 'When it was notified',
      intro:
        'What was recorded before is kept beside it. The fifteen days run from the day it was truly sent; a later day than was recorded takes a second person.',
      questions: [
        ask('BN1', 'When was the notification truly sent?', passedMoment, { source: '19.7' }),
        remark('BN2', 'How was this found out?'),
      ],
    },
  ],
}

export const withdrawal: Form = {
  id: 'B-withdraw',
  title: 'Withdraw',
  sections: [
    {
      id: 'BW',
      title: 'The notification is withdrawn',
      intro: 'Health and police give their views, and the {icsc|commissioner} confirms. Until then every clock runs.',
      questions: [
        ask(
          'BW1',
          'Which part of the definition is not met after all?',
          choice({
            harm: 'There was no serious harm',
            abuse: 'There was no abuse or neglect',
            area: 'It belongs to another area',
            other: 'Another part',
          }),
        ),
        account('BW2', 'Which facts show it?'),
        ask('BW3', 'When was the {panel|Panel} told?', passedMoment),
        ask('BW4', 'Under which reference?', { kind: 'text', max: 40, lines: 'one' }),
      ],
    },
  ],
}

export const withdrawalView: Form = {
  id: 'B-withdraw-view',
  title: 'View on withdrawing',
  sections: [
    {
      id: 'BV',
      title: 'Your view',
      questions: [
        ask('BV1', 'Do you agree that it is withdrawn?', yn),
        account('BV2', 'Why not?', { when: is('BV1', 'no') }),
      ],
    },
  ],
}

export const withdrawalEnd: Form = {
  id: 'B-withdraw-end',
  title: 'Confirm withdrawal',
  sections: [
    {
      id: 'BE',
      title: 'Confirm',
      questions: [
        ask('BE1', 'Is the withdrawal confirmed?', yn),
        ask('BE2', 'Is learning to be kept, as a local review?', yn, { when: is('BE1', 'yes'), source: '19.17' }),
        attest('BE3', 'Agencies', 'The agencies are told to stop, and what to do with what they have gathered', {
          when: is('BE1', 'yes'),
        }),
        ask('BE4n', 'Had the family been told of the review?', yn, { when: is('BE1', 'yes'), source: '19.21' }),
        ask('BE4', 'Who tells them that it has ended (role)?', roleName, { when: is('BE4n', 'yes') }),
        ask('BE4t', 'By which day?', anyDate, { when: is('BE4n', 'yes') }),
      ],
    },
  ],
}
