/** The forms of the section 11 cycle (20.10 to 20.12). */
import {
  anyDate,
  ask,
  choice,
  choiceFrom,
  column,
  doc,
  multiFrom,
  passedDate,
  remark,
  roleName,
  rows,
  shortText,
  yn,
} from '../../forms/ask.ts'
import { choices, type Form } from '../../forms/form.ts'

export const STANDARDS = {
  leadership: 'Leadership and responsibility',
  policies: 'Policies and procedures',
  listening: 'Listening to children',
  recruitment: 'Safer recruitment and allegations',
  training: 'Training and supervision',
  sharing: 'Information sharing and working together',
}

const open: Form = {
  id: 'S-open',
  title: 'Open the window',
  sections: [
    {
      id: 'SO',
      title: 'Who answers',
      questions: [
        ask('SO1', 'Which agencies are asked?', multiFrom('agencies'), { source: '20.12' }),
        ask('SO2', 'Where is the full template kept?', doc),
      ],
    },
  ],
}

const selfEvaluation: Form = {
  id: 'S-return',
  title: 'Self-evaluation',
  intro: 'About your agency’s own arrangements; it names no child and no family.',
  sections: [
    {
      id: 'SR',
      title: 'How your agency stands',
      questions: [
        ask(
          'SR1',
          'Is each standard met?',
          rows(
            [
              column('met', 'Met', {
                kind: 'choice',
                options: choices({ met: 'Met', partly: 'Partly met', not: 'Not met' }),
              }),
            ],
            {
              of: STANDARDS,
            },
          ),
        ),
        remark('SR2', 'What will be done where one is not fully met?', { need: 'may' }),
        ask('SR3', 'Has it been signed off?', yn),
        ask('SR4', 'By whom (role)?', roleName),
        ask('SR5', 'Where is the evidence kept?', doc, { need: 'may' }),
      ],
    },
  ],
}

/** An agency proposes what it will do; a person confirms who does it, and until when, before it is an action. */
const actions: Form = {
  id: 'S-actions',
  title: 'Actions for weak standards',
  sections: [
    {
      id: 'SA',
      title: 'What is not fully met',
      intro: 'Each row becomes an action in the tracker: its owner is asked there how it stands, and for the evidence.',
      questions: [
        ask(
          'SA1',
          'Who does what about it, until when?',
          rows(
            [
              column('agency', 'Agency', choiceFrom('agencies')),
              column('standard', 'Standard', { kind: 'choice', options: choices(STANDARDS) }),
              column('action', 'What will be done', shortText),
              column('owner', 'Who does it', choiceFrom('people')),
              column('by', 'By when', anyDate),
            ],
            { max: 40 },
          ),
          { class: 'C*', source: '20.12' },
        ),
      ],
    },
  ],
}

const report: Form = {
  id: 'S-report',
  title: 'Findings reported',
  sections: [
    {
      id: 'SF',
      title: 'The findings',
      questions: [
        ask('SF1', 'When did they go to the Executive?', passedDate, { source: '20.10' }),
        ask(
          'SF2',
          'How well do agencies comply on the whole?',
          choice({ good: 'Well', mixed: 'It is mixed', poor: 'Poorly' }),
        ),
      ],
    },
  ],
}

export const forms: Readonly<Record<string, Form>> = {
  'S-open': open,
  'S-return': selfEvaluation,
  'S-actions': actions,
  'S-report': report,
}
