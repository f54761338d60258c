/** Form K: the terms of a local child safeguarding practice review (19.17, 19.23 to 19.25; DOMAIN 3.8, T26). */
import {
  account,
  anyDate,
  ask,
  attest,
  choice,
  choiceFrom,
  column,
  doc,
  multi,
  multiFrom,
  passedDate,
  rows,
  yn,
} from '../../../forms/ask.ts'
import { choices, type Form } from '../../../forms/form.ts'

export const MILESTONES = {
  terms: 'Terms agreed',
  reviewer: 'Reviewer started',
  events: 'Practitioner events held',
  'first-draft': 'First draft',
  family: 'Family has seen it',
  final: 'Final report',
} as const

export const terms: Form = {
  id: 'K',
  title: 'Terms of the review',
  sections: [
    {
      id: 'K1',
      title: 'What is reviewed',
      questions: [
        ask('K1', 'Which area leads?', choiceFrom('areas')),
        account('K2', 'What is the scope, and which questions are to be answered?'),
        ask(
          'K3',
          'By which method?',
          choice({
            systems: 'Systems review',
            'learning-event': 'Practitioner learning events',
            thematic: 'Thematic review',
            other: 'Another method',
          }),
        ),
      ],
    },
    {
      id: 'K4',
      title: 'Who reviews',
      questions: [
        ask('K4', 'Who is the reviewer?', choiceFrom('people')),
        attest('K4i', 'Independence', 'The reviewer is independent of the case and of the agencies in it'),
        ask('K5', 'Which agencies sit on the review’s panel?', multiFrom('agencies')),
        ask('K10', 'Has the budget been approved?', yn),
      ],
    },
    {
      id: 'K6',
      title: 'Who takes part',
      questions: [
        account('K6', 'How will the child and the family take part?'),
        account('K7', 'How will practitioners take part?'),
        ask(
          'K11',
          'Which proceedings run beside it?',
          multi({ criminal: 'Criminal', inquest: 'Inquest', care: 'Care proceedings', other: 'Others' }, 'None'),
          { source: '19.24' },
        ),
        ask('K12', 'Is a disclosure plan agreed with the police and the CPS?', yn, { source: '19.22' }),
        ask('K12r', 'Where is the disclosure plan kept?', doc, {
          when: { question: 'K12', is: 'yes' },
          need: 'may',
        }),
      ],
    },
    {
      id: 'K8',
      title: 'By when',
      questions: [
        ask('K13', 'When do the terms start?', passedDate, { need: 'may' }),
        ask(
          'K8',
          'Which milestones?',
          rows(
            [
              column('what', 'Milestone', { kind: 'choice', options: choices(MILESTONES) }),
              column('by', 'By when', anyDate),
            ],
            { max: 10 },
          ),
        ),
        ask('K9', 'On which date is it to be published?', anyDate, {
          source: '19.24',
          hint: 'Worked out from the decision; a later date is a delay, and needs its own approval.',
        }),
      ],
    },
  ],
}
