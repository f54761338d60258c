/** E6: next steps and the proposed decision (19.12 d, 19.13). */
import {
  account,
  ask,
  attest,
  attestByAnother,
  choice,
  column,
  multi,
  narrative,
  remark,
  rows,
  yn,
} from '../../../../forms/ask.ts'
import { choices, type Section } from '../../../../forms/form.ts'

const VIEWS = choices({
  local: 'A local review',
  'no-local': 'No local review',
  national: 'A national review may be right',
  unsure: 'Not sure',
})

export const nextSteps: readonly Section[] = [
  {
    id: 'E6',
    title: 'E6 Next steps',
    questions: [
      ask('E6.1', 'Does the case meet the definition of a serious child safeguarding case?', yn, {
        hint: 'Abuse or neglect is known or suspected, and the child died or was seriously harmed.',
        source: '19.2, 19.3',
      }),
      account('E6.1r', 'Why?'),
      ask(
        'E6.2',
        'What does each safeguarding partner think of a local review?',
        rows([column('view', 'View', { kind: 'choice', options: VIEWS })], { of: 'safeguarding-partners' }),
      ),
      ask(
        'E6.2r',
        'Why does each think so?',
        rows([column('why', 'Reason', narrative)], { of: 'safeguarding-partners' }),
        {
          class: 'S',
        },
      ),
      ask(
        'E6.5',
        'Could the case raise issues that are complex or of national importance?',
        choice({ yes: 'Yes', no: 'No', unsure: 'Unsure' }),
        { source: '19.13' },
      ),
      ask(
        'E6.6',
        'Is another route proposed?',
        multi(
          {
            'single-agency': 'Single-agency review',
            maca: '{maca|Multi-agency case audit}',
            'learning-event': 'Learning event',
            'adult-homicide': 'Adult or homicide review',
          },
          'None',
        ),
      ),
    ],
  },
  {
    id: 'E6p',
    title: 'E6 The proposal',
    questions: [
      ask(
        'E6.3p',
        'What does the meeting propose?',
        choice({ local: 'A local review', 'no-local': 'No local review' }),
        { source: '19.13' },
      ),
      account(
        'E6.3',
        'Why is there no further learning to be gained, and how will the learning of E5 be carried through?',
        {
          when: { question: 'E6.3p', is: 'no-local' },
        },
      ),
      account('E6.4', 'What would the review look at, and how?', {
        when: { question: 'E6.3p', is: 'local' },
        hint: 'Scope, key questions, method; how children, family and practitioners take part; the likely reviewer; timing.',
      }),
      ask(
        'E6.7',
        'What have the child and the family been told?',
        choice({
          everyone: 'Everyone who should be told has been',
          some: 'Some have been told',
          nobody: 'Nobody has been told yet',
          held: 'Police or CPS advice is to wait',
        }),
        { source: '19.21, 19.22' },
      ),
      remark('E6.7t', 'By whom (role), and what is next?'),
    ],
  },
  {
    id: 'E6s',
    title: 'E6 Style check',
    intro: 'No names, places or dates that identify; concise; analysis outweighs chronology; no blame.',
    questions: [
      attest('E6.8', 'The writer', 'I have checked what I wrote for style and anonymity'),
      attestByAnother('E6.8b', 'A second person', 'I did not write it, and I have checked it for style and anonymity', {
        hint: 'Before it is submitted, by a colleague who may complete this form and wrote no answer in it.',
      }),
    ],
  },
]
