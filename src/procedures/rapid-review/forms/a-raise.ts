/** Form A: any agency raises a case (19.6; DOMAIN 3.2). It is not a referral, and says so first (PR-5). */
import {
  account,
  ask,
  attest,
  choice,
  choiceFrom,
  column,
  includes,
  int,
  is,
  multi,
  NOT_A_NAME,
  passedDate,
  passedMoment,
  roleName,
  rows,
  yn,
  ynu,
} from '../../../forms/ask.ts'
import { choices, type Form } from '../../../forms/form.ts'
import { ABUSE_OR_NEGLECT, AGE_BANDS, MOST_CHILDREN } from './lists.ts'

export const raise: Form = {
  id: 'A',
  title: 'Raise a case',
  sections: [
    {
      id: 'A1',
      title: 'Safety first',
      intro: 'This is not a way to report that a child is at risk now, and nobody is sent out because of it.',
      questions: [
        ask('A1', 'Is any child at immediate risk right now?', yn, {
          hint: '{emergency|If a child is in immediate danger, call 999.} {otherwise|If a child may be at risk, ring your area’s duty number.}',
        }),
        attest(
          'A1t',
          'Before you go on',
          'I have been told to call 999 and my area’s duty number now, and that this form does neither',
          {
            when: is('A1', 'yes'),
          },
        ),
        ask('A2', 'Has the concern already been referred to children’s social care?', ynu),
      ],
    },
    {
      id: 'A3',
      title: 'Who is raising it',
      questions: [
        ask('A3', 'Which agency is raising this?', choiceFrom('agencies')),
        ask('A3r', 'In which role are you raising it?', roleName, { hint: NOT_A_NAME }),
        ask('A4', 'Which senior safeguarding lead in your agency agreed to raise it?', roleName, { hint: NOT_A_NAME }),
        ask(
          'A18',
          'What is a safe way to reach you?',
          choice({ email: 'The secure e-mail on file', call: 'Call me back' }),
        ),
      ],
    },
    {
      id: 'A5',
      title: 'Where and when',
      questions: [
        ask('A5', 'In which area did the incident happen?', choiceFrom('anywhere')),
        ask('A6', 'Where does the child normally live?', choiceFrom('anywhere')),
        ask('A7', 'When did the incident happen, or when was it found?', passedDate),
        ask('A7a', 'Is that date approximate?', yn),
        ask('A8', 'When did your agency become aware?', passedMoment),
      ],
    },
    {
      id: 'A9',
      title: 'What the local authority knows',
      questions: [
        ask('A9', 'As far as you know, is the local authority aware?', ynu),
        ask('A9t', 'When did it become aware?', passedMoment, { when: is('A9', 'yes') }),
      ],
    },
    {
      id: 'A10',
      title: 'What happened',
      questions: [
        ask(
          'A10',
          'What happened to the child?',
          choice({
            died: 'Died',
            harmed: 'Was seriously harmed',
            'near-miss': 'Was at risk of either, and it was averted (near miss)',
            other: 'Another matter worth learning from',
          }),
        ),
        ask('A11', 'Is abuse or neglect known or suspected?', choice(ABUSE_OR_NEGLECT)),
        ask(
          'A12',
          'Which kinds of harm are thought to be involved?',
          multi({
            physical: 'Physical',
            sexual: 'Sexual',
            emotional: 'Emotional',
            neglect: 'Neglect',
            'outside-home': 'Outside the home: exploitation, gang, online',
            'self-harm': 'Suspected suicide or self-harm',
            'infant-death': 'Unsafe sleep or unexplained infant death',
            other: 'Other',
          }),
        ),
        ask('A13', 'How many children are directly affected?', int(1, MOST_CHILDREN)),
        ask(
          'A13b',
          'Which age band is each of them in?',
          rows([column('age', 'Age band', { kind: 'choice', options: choices(AGE_BANDS) })], { max: MOST_CHILDREN }),
          { hint: 'One row for each child. No dates of birth.' },
        ),
        ask(
          'A14',
          'Is any of them …?',
          multi(
            {
              'looked-after': 'Looked after',
              'care-leaver': 'A care leaver (18 to 24)',
              'child-protection': 'On a child protection plan',
              'placed-here': 'Placed here by another authority',
              unknown: 'Not known',
            },
            'None of these',
          ),
        ),
      ],
    },
    {
      id: 'A15',
      title: 'Why a review',
      questions: [
        ask('A14p', 'Which authority placed the child here?', roleName, {
          when: includes('A14', 'placed-here'),
          hint: 'It is told by secure e-mail, never here.',
        }),
        ask('A15', 'Is the concern about how two or more organisations worked together?', ynu),
        ask(
          'A16',
          'Is any of these known or likely?',
          multi(
            {
              police: 'Police investigation',
              care: 'Care proceedings',
              inquest: 'Inquest',
              complaint: 'Complaint',
              press: 'Press interest',
              unknown: 'Not known',
            },
            'None of these',
          ),
        ),
        account('A17', 'In short: what happened, and why should this be reviewed?'),
      ],
    },
  ],
}
