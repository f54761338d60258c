/** E5: the potential for improvement (19.12 c). */
import {
  account,
  anyDate,
  ask,
  choiceFrom,
  column,
  includes,
  is,
  multiFrom,
  narrative,
  not,
  roleName,
  rows,
  shortText,
  yn,
} from '../../../../forms/ask.ts'
import { choices, type Section } from '../../../../forms/form.ts'

export const improvement: Section = {
  id: 'E5',
  title: 'E5 Potential for improvement',
  questions: [
    account('E5.1', 'What did practitioners and services do well?', { source: '19.12' }),
    account('E5.2', 'Where could help have been better, and why did it make sense at the time?', { source: '19.12' }),
    ask('E5.3', 'Which themes does it touch?', multiFrom('themes', 'None of these')),
    ask(
      'E5.4',
      'For each theme: is it new, and what was done about it before?',
      rows(
        [
          column('theme', 'Theme', choiceFrom('themes')),
          column('seen', 'Seen before', {
            kind: 'choice',
            options: choices({ new: 'New', locally: 'Seen before locally', nationally: 'Seen before nationally' }),
          }),
          column('action', 'Reference of the earlier action', { kind: 'text', max: 60, lines: 'one' }, 'may'),
          column(
            'status',
            'Its status',
            {
              kind: 'choice',
              options: choices({ open: 'Open', done: 'Done', evidenced: 'Evidenced', none: 'There was none' }),
            },
            'may',
          ),
        ],
        { max: 12 },
      ),
      { when: not(includes('E5.3', 'none')) },
    ),
    ask('E5.5n', 'Is any learning clear enough to act on without a review?', yn),
    ask(
      'E5.5',
      'Which learning?',
      rows(
        [
          column('recommendation', 'Recommendation', shortText),
          column('owner', 'Owner (role)', roleName),
          column('by', 'By when', anyDate),
          column('measure', 'How we will know it worked', shortText),
        ],
        { max: 10 },
      ),
      { class: 'C*', when: is('E5.5n', 'yes') },
    ),
    ask(
      'E5.6',
      'Which questions can this rapid review not answer?',
      rows([column('question', 'Question', narrative)], { max: 10 }),
      {
        class: 'S',
      },
    ),
  ],
}
