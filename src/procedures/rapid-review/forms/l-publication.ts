/** Form L: whether, when and how a review is published (19.26 to 19.28; DOMAIN 3.8). */
import {
  account,
  anyDate,
  ask,
  attest,
  choice,
  column,
  doc,
  is,
  not,
  passedMoment,
  roleName,
  rows,
} from '../../../forms/ask.ts'
import { choices, type Form } from '../../../forms/form.ts'

const published = not(is('L1', 'not'))

export const publication: Form = {
  id: 'L',
  title: 'Publication',
  sections: [
    {
      id: 'L1',
      title: 'The decision',
      questions: [
        ask(
          'L1',
          'What is published?',
          choice({ full: 'The full report', improvements: 'The improvements only', not: 'Nothing' }),
          { source: '19.27' },
        ),
        account('L1r', 'What is the justification, for the {panel|Panel} and the {sos|Secretary of State}?', {
          when: not(is('L1', 'full')),
          source: '19.27',
        }),
        ask(
          'L2',
          'What do those concerned think of publication?',
          rows(
            [
              column('view', 'View', {
                kind: 'choice',
                options: choices({
                  for: 'For it',
                  against: 'Against it',
                  later: 'Later',
                  'not-asked': 'Not asked',
                  'not-needed': 'Not needed',
                }),
              }),
              column('role', 'Who said so (role)', roleName, 'may'),
            ],
            {
              of: {
                legal: 'Legal',
                police: 'Police',
                cps: 'Crown Prosecution Service',
                coroner: 'Coroner',
                family: 'Family',
                children: 'Impact on the children',
              },
            },
          ),
        ),
        account('L2r', 'Why do they think so?', { need: 'may' }),
      ],
    },
    {
      id: 'L3',
      title: 'Anonymity and date',
      questions: [
        attest(
          'L3',
          'Anonymity',
          'Nothing has been changed since {checkers|two people} checked that nobody can be identified',
          { when: published },
        ),
        ask('L4', 'What is the earliest safe date?', anyDate, {
          when: published,
          hint: 'Not a Friday, the eve of a holiday, a trial date, or a birthday or anniversary.',
        }),
        ask('L6', 'Where are the press lines kept?', doc, { need: 'may', when: published }),
      ],
    },
    {
      id: 'L5',
      title: 'Who has it',
      questions: [
        ask(
          'L5',
          'When did the advance copies go?',
          rows([column('at', 'Sent on', passedMoment, 'may')], {
            of: { panel: '{panel|Panel}', sos: '{sos|Secretary of State}', ofsted: 'Ofsted' },
          }),
          { need: 'may', when: published },
        ),
        ask('L7', 'When was it sent to the NSPCC repository?', passedMoment, {
          need: 'may',
          when: published,
          source: '19.28',
        }),
        ask('L8', 'When is its removal to be considered?', anyDate, { need: 'may', when: published, source: '19.28' }),
      ],
    },
  ],
}
