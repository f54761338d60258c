/** Forms M-…: the action plan of a review, and its end (DOMAIN D-28; T38). */
import {
  anyDate,
  ask,
  choiceFrom,
  column,
  is,
  passedDate,
  remark,
  roleName,
  rows,
  shortText,
  yn,
} from '../../../forms/ask.ts'
import type { Form } from '../../../forms/form.ts'

export const plan: Form = {
  id: 'M-plan',
  title: 'Action plan',
  sections: [
    {
      id: 'MP',
      title: 'Recommendations and actions',
      questions: [
        ask('MP1', 'When was the plan approved?', passedDate),
        ask('MP2', 'Are there actions?', yn),
        ask(
          'MP3',
          'Which actions?',
          rows(
            [
              column('recommendation', 'Recommendation', shortText),
              column('action', 'What will be done', shortText),
              column('better', 'What will be better for children', shortText),
              column('agency', 'Agency', choiceFrom('agencies')),
              column('owner', 'Owner (role)', roleName),
              column('by', 'By when', anyDate),
              column('measure', 'How we will know', shortText),
            ],
            { max: 20 },
          ),
          {
            class: 'C*',
            when: is('MP2', 'yes'),
            hint: 'Each becomes an action in the tracker and is asked after there.',
          },
        ),
      ],
    },
  ],
}

export const ending: Form = {
  id: 'M-close',
  title: 'Close the case',
  sections: [
    {
      id: 'MC',
      title: 'What is left',
      questions: [
        ask('MC0', 'On which day did Case Review recommend closing it?', passedDate),
        ask('MC1', 'Are all actions closed with evidence?', yn),
        remark('MC2', 'Why is it closed with actions unresolved?', { when: is('MC1', 'no') }),
        remark('MC3', 'What difference has it made?'),
      ],
    },
  ],
}
