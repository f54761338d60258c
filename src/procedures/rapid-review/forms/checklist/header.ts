/** E1: whose case it is, and what else is going on. */
import {
  account,
  ask,
  attest,
  column,
  doc,
  multiFrom,
  passedDate,
  roleName,
  rows,
  shortText,
  yn,
} from '../../../../forms/ask.ts'
import { choices, type Section } from '../../../../forms/form.ts'
import { AGE_BANDS } from '../lists.ts'

const recorded = { kind: 'text', max: 80, lines: 'one' } as const

export const header: Section = {
  id: 'E1',
  title: 'E1 Case header',
  questions: [
    attest(
      'E1.1',
      'Check the case header',
      'The code word, the kind of review, the notification’s reference and date, and the areas on the case’s card are right',
    ),
    ask(
      'E1.2',
      'Who are the children?',
      rows(
        [
          column('age', 'Age band', { kind: 'choice', options: choices(AGE_BANDS) }),
          column('sex', 'Sex', recorded),
          column('ethnicity', 'Ethnicity as recorded', recorded),
          column('disability', 'Disability', yn),
          column('legal', 'Legal status', recorded),
          column('plan', 'Plan status', recorded),
          column('education', 'Education', recorded),
          column('living', 'Living where', recorded),
        ],
        { max: 8 },
      ),
      { class: 'S', hint: 'One row for each child. No names.' },
    ),
    account('E1.3', 'Who makes up the family, by role?'),
    ask('E1.3g', 'Where is the genogram kept?', doc, { class: 'S', need: 'may' }),
    ask('E1.4', 'Which agencies gave a return?', multiFrom('case-agencies', 'None')),
    ask('E1.4m', 'Which agencies were at the meeting?', multiFrom('case-agencies', 'None')),
    ask(
      'E1.4w',
      'Which agencies are missing, and why?',
      rows(
        [
          column('agency', 'Agency', { kind: 'choice', options: { from: 'case-agencies' } }),
          column('why', 'Why', shortText),
        ],
        { max: 10 },
      ),
      { class: 'C*', need: 'may' },
    ),
    ask(
      'E1.5',
      'Which other processes are under way?',
      rows(
        [
          column('lead', 'Who leads it (role)', roleName, 'may'),
          column('since', 'Since', passedDate, 'may'),
          column('underWay', 'Under way', { kind: 'ynu' }),
        ],
        {
          of: {
            criminal: 'Criminal investigation',
            s47: 'Section 47 enquiry',
            care: 'Care proceedings',
            'child-death': 'Child death review or joint agency response',
            inquest: 'Inquest',
            'adult-review': 'Domestic homicide or adult review',
            mappa: 'MAPPA',
            lado: 'LADO',
            employment: 'Employment or professional regulation',
            'patient-safety': 'NHS patient safety investigation',
          },
        },
      ),
    ),
  ],
}
