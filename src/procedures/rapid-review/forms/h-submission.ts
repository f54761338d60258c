/** Form H: a person has submitted the Rapid Review to the Panel, and records it (19.13; DOMAIN 3.8). */
import { ask, attest, choice, fact, multi, passedMoment, remark } from '../../../forms/ask.ts'
import type { Form } from '../../../forms/form.ts'

export const submission: Form = {
  id: 'H',
  title: 'Submission record',
  sections: [
    {
      id: 'H1',
      title: 'Sent to the {panel|Panel}',
      intro: 'Muster sends nothing to the {panel|Panel}. This records what you sent.',
      questions: [
        ask('H1', 'When was it sent?', passedMoment, { source: '19.13' }),
        ask(
          'H2',
          'By which route?',
          choice({ portal: 'The national system', email: 'Secure e-mail', other: 'Another route' }),
        ),
        attest('H3', 'What was sent', 'What I sent is {version|the version} the {icsc|commissioner} agreed'),
        ask(
          'H4',
          'What was attached?',
          multi(
            {
              chronology: 'Chronology',
              dissent: 'A partner’s dissent',
              action: 'Action plan',
              other: 'Something else',
            },
            'Nothing',
          ),
        ),
        ask(
          'H5',
          'When was its receipt acknowledged?',
          { ...passedMoment, notBefore: 'H1' },
          {
            need: 'may',
            hint: 'Leave it empty while there is no acknowledgement.',
          },
        ),
      ],
    },
    {
      id: 'H6',
      title: 'Submitted late',
      questions: [remark('H6', 'It was sent after the limit. Why?', { when: fact('late', 'yes'), source: '19.13' })],
    },
  ],
}
