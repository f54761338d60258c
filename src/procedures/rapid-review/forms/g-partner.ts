/** Form G: what a safeguarding partner says to the agreed Rapid Review; and G-ratify, whether it ratifies the decision (11.5, 19.13). */
import { account, ask, choice, is, passedMoment, yn } from '../../../forms/ask.ts'
import type { Form } from '../../../forms/form.ts'

export const partnerResponse: Form = {
  id: 'G',
  title: 'Partner response',
  sections: [
    {
      id: 'G1',
      title: 'Your response',
      intro:
        'The decision is the {icsc|commissioner}’s. A partner’s dissent is recorded and attached; it is not a veto.',
      questions: [
        ask('G1', 'When did you open the report?', passedMoment, { need: 'may' }),
        ask('G2', 'What is your response?', choice({ acknowledge: 'I acknowledge it', point: 'I raise a point' })),
        ask(
          'G3',
          'What is the point about?',
          choice({ fact: 'A fact', decision: 'The decision', wording: 'The wording' }),
          {
            when: is('G2', 'point'),
          },
        ),
        account('G3t', 'What is the point?', { when: is('G2', 'point') }),
        ask('G4', 'Do you have a conflict of interest in this case?', yn),
      ],
    },
  ],
}

export const ratification: Form = {
  id: 'G-ratify',
  title: 'Ratification',
  sections: [
    {
      id: 'G5',
      title: 'Ratification',
      intro: 'The decision is in force already. A refusal does not stop it: it opens a dispute.',
      questions: [
        ask('G5', 'Does your organisation ratify the decision?', yn, { source: '11.5' }),
        account('G6', 'Why not?', { when: is('G5', 'no') }),
        ask('G4', 'Do you have a conflict of interest in this case?', yn),
      ],
    },
  ],
}
