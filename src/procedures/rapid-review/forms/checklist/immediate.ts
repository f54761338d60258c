/** E4: is immediate action needed, and can learning be shared now? (19.12 b) */
import { anyDate, ask, column, is, passedDate, remark, roleName, rows, shortText, yn } from '../../../../forms/ask.ts'
import { choices, type Section } from '../../../../forms/form.ts'
import { CHILD_SLOTS } from '../lists.ts'

export const immediate: Section = {
  id: 'E4',
  title: 'E4 Immediate action',
  questions: [
    ask(
      'E4.1',
      'Is each child involved safe now, and who says so?',
      rows(
        [
          column('child', 'Child', { kind: 'choice', options: choices(CHILD_SLOTS) }),
          column('safe', 'Safe now', yn),
          column('by', 'Who says so (role)', roleName),
          column('on', 'On', passedDate),
        ],
        { max: 10 },
      ),
      {
        hint: 'Include siblings, and other children in contact with the adult. {emergency|If a child is in immediate danger, call 999.}',
      },
    ),
    ask('E4.2n', 'Is immediate action needed?', yn, { source: '19.12' }),
    ask(
      'E4.2',
      'Which action?',
      rows(
        [
          column('what', 'What', shortText),
          column('who', 'Who (role)', roleName),
          column('by', 'By when', anyDate),
          column('done', 'Done', yn),
        ],
        { max: 10 },
      ),
      { class: 'C*', when: is('E4.2n', 'yes') },
    ),
    remark('E4.2w', 'Why is none needed?', { when: is('E4.2n', 'no') }),
    ask('E4.3n', 'Is there learning to send out before the review ends?', yn, { source: '19.12' }),
    ask(
      'E4.3',
      'Which learning?',
      rows(
        [
          column('message', 'Message', shortText),
          column('audience', 'Audience', roleName),
          column('channel', 'Channel', { kind: 'choice', options: { from: 'learning-channels' } }),
        ],
        { max: 10 },
      ),
      { class: 'C*', when: is('E4.3n', 'yes'), source: '19.30' },
    ),
    remark('E4.3w', 'Why is there none?', { when: is('E4.3n', 'no') }),
    ask('E4.4', 'Is there any risk to services or staff that partners must know of today?', yn),
    remark('E4.4t', 'Which risk?', { when: is('E4.4', 'yes') }),
  ],
}
