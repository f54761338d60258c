/** A short form with every kind of question, in the manner of the agency return. */
import type { Form, FormContext, Option } from '../../src/forms/form.ts'
import { choices } from '../../src/forms/form.ts'

const agencies: readonly Option[] = [
  { value: 'housing', label: 'Hackney Housing' },
  { value: 'probation', label: 'Probation Service' },
]

export const agencyReturn: Form = {
  id: 'D',
  title: 'Agency return',
  intro: 'Tell the rapid review what your agency knows. Only people working on this review can read it.',
  sections: [
    {
      id: 'D1',
      title: 'What your agency knew',
      questions: [
        { id: 'D1', ask: 'Did your agency know the family?', type: { kind: 'ynu' }, class: 'C', need: 'must' },
        {
          id: 'D2',
          ask: 'When was the file last opened?',
          type: { kind: 'datetime', notAfter: 'now' },
          class: 'C',
          need: 'must',
        },
        {
          id: 'D3',
          ask: 'When did contact begin?',
          hint: 'Your best estimate is enough.',
          type: { kind: 'date' },
          class: 'C',
          need: 'may',
        },
        {
          id: 'D4',
          ask: 'How many workers were involved?',
          type: { kind: 'int', min: 0, max: 40 },
          class: 'C',
          need: 'must',
        },
        {
          id: 'D5',
          ask: 'Which of these were in place?',
          type: {
            kind: 'multi',
            options: choices({ cp: 'Child protection plan', cin: 'Child in need plan', eh: 'Early help' }),
            none: 'None of these',
          },
          class: 'C',
          need: 'must',
        },
      ],
    },
    {
      id: 'D2',
      title: 'What happened',
      questions: [
        {
          id: 'D6',
          ask: 'Describe your agency’s involvement',
          hint: 'Set out what your agency did and when. Say what you know, and what you do not know.',
          type: { kind: 'text', max: 4000 },
          class: 'S',
          need: 'must',
        },
        {
          id: 'D7',
          ask: 'In a few words, what stood out?',
          type: { kind: 'text', max: 300 },
          class: 'C*',
          need: 'may',
        },
      ],
    },
    {
      id: 'D3',
      title: 'Turning points and learning',
      questions: [
        {
          id: 'D8',
          ask: 'Turning points',
          hint: 'The moments at which something might have gone another way.',
          type: {
            kind: 'rows',
            max: 6,
            columns: [
              { id: 'when', ask: 'When', type: { kind: 'date' } },
              {
                id: 'kind',
                ask: 'What kind',
                type: {
                  kind: 'choice',
                  options: choices({ contact: 'A contact', meeting: 'A meeting', missed: 'Something missed' }),
                },
              },
              { id: 'what', ask: 'In short', type: { kind: 'text', max: 100 }, need: 'may' },
            ],
          },
          class: 'S',
          need: 'must',
        },
        {
          id: 'D9',
          ask: 'Did each partner answer you in time?',
          type: {
            kind: 'rows',
            max: 2,
            rowsFrom: 'agencies',
            columns: [{ id: 'answered', ask: 'In time', type: { kind: 'yn' } }],
          },
          class: 'C',
          need: 'may',
        },
        {
          id: 'D10',
          ask: 'Confirmation',
          type: { kind: 'attest', statement: 'A manager has read this return' },
          class: 'C',
          need: 'must',
        },
      ],
    },
  ],
}

export const context: FormContext = {
  at: '2026-12-21T10:00:00.000Z',
  facts: {},
  options: (list) => (list === 'agencies' ? agencies : []),
}
