/**
 * Form J: telling the child and the family (19.20 to 19.22; DOMAIN 3.8). A hold by police or the Crown Prosecution Service stops the letter,
 * never the review.
 */
import { account, anyDate, ask, choice, column, is, multi, passedDate, roleName, rows, yn } from '../../../forms/ask.ts'
import { choices, type Form } from '../../../forms/form.ts'
import { FAMILY_ROLES } from './lists.ts'

const written = is('J3s', 'yes')

export const family: Form = {
  id: 'J',
  title: 'Family communication',
  sections: [
    {
      id: 'J1',
      title: 'Who, and may they be told',
      questions: [
        ask(
          'J1',
          'Who is this communication for?',
          choice({ child: 'The child', ...FAMILY_ROLES, 'sibling-carer': 'A sibling’s carer' }),
        ),
        ask('J2n', 'Is a criminal investigation or proceeding under way or likely?', yn, { source: '19.22' }),
        ask(
          'J2',
          'What do the police and the CPS say?',
          rows(
            [
              column('role', 'Who answered (role)', roleName),
              column('asked', 'Asked on', passedDate),
              column('answer', 'Answer', {
                kind: 'choice',
                options: choices({ go: 'It may go', hold: 'Hold it', waiting: 'No answer yet' }),
              }),
              column('review', 'Review the hold on', anyDate, 'may'),
            ],
            { of: { police: 'Police', cps: 'Crown Prosecution Service' } },
          ),
          { when: is('J2n', 'yes'), source: '19.22' },
        ),
      ],
    },
    {
      id: 'J3',
      title: 'In writing',
      questions: [
        ask(
          'J3',
          'Which letter?',
          choice({
            review: 'A review will be held',
            'no-review': 'No review will be held',
            changed: 'The decision has changed',
            other: 'Another letter',
          }),
          { source: '19.21' },
        ),
        ask('J3l', 'In which language?', roleName),
        ask(
          'J3f',
          'Is an accessible format needed?',
          multi(
            {
              'easy-read': 'Easy read',
              'large-print': 'Large print',
              audio: 'Audio',
              braille: 'Braille',
              child: 'Written for a child',
            },
            'No',
          ),
        ),
        ask('J3s', 'Has it been sent?', yn),
        ask('J3t', 'When was it sent?', passedDate, { when: written }),
        ask('J3r', 'By which route?', choice({ hand: 'By hand', post: 'By post', email: 'By secure e-mail' }), {
          when: written,
        }),
      ],
    },
    {
      id: 'J4',
      title: 'In person, and what came back',
      questions: [
        ask('J4', 'Who will speak to them in person (role)?', roleName, { need: 'may', source: '19.21' }),
        ask('J4t', 'When was it done?', passedDate, { need: 'may' }),
        account('J5', 'What did they say?', { need: 'may' }),
        ask(
          'J6',
          'Who has been told by now?',
          multi(
            {
              child: 'The child, in a way that fits their age',
              parents: 'The parents together',
              'parents-apart': 'The parents, each apart',
              'siblings-carers': 'Siblings’ carers',
            },
            'Nobody yet',
          ),
        ),
      ],
    },
  ],
}
