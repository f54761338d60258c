/** Forms X: a data incident, from its report to what the Information Commissioner is told (PR-20). Choices; what happened is written on the desk. */
import { account, ask, choice, fact, is, multi, passedMoment, remark, yn, ynu } from '../../forms/ask.ts'
import type { Form } from '../../forms/form.ts'

/** What may be told of an incident in chat, as its report gives it. */
export const KINDS = {
  shown: 'Sent or shown to somebody who should not have it',
  posted: 'Personal detail written in a chat',
  lost: 'Lost or stolen',
  opened: 'Opened by somebody who may not',
  changed: 'Changed or deleted by mistake',
  other: 'Something else',
} as const

export const PLACES = {
  chat: 'In a chat',
  mail: 'In e-mail',
  paper: 'On paper',
  device: 'On a computer or a phone',
  system: 'In a shared system',
  other: 'Somewhere else',
} as const

const report: Form = {
  id: 'X',
  title: 'Report a data incident',
  sections: [
    {
      id: 'X1',
      title: 'What has happened',
      intro: 'Say what kind of thing it is. Do not repeat here what should not have been seen.',
      questions: [
        ask('X1', 'Is a child, or anybody else, in danger because of it?', yn, {
          hint: '{emergency|If a child is in immediate danger, call 999.} {otherwise|If a child may be at risk, ring your area’s duty number.}',
        }),
        ask('X2', 'When was it noticed?', passedMoment, {
          hint: 'Seventy-two hours run from then, through nights, weekends and holidays.',
        }),
        ask('X3', 'What kind of incident is it?', choice(KINDS)),
        ask('X4', 'Where is it?', choice(PLACES)),
        ask('X5', 'Can it still be seen by those who should not?', ynu),
      ],
    },
    {
      id: 'X6',
      title: 'Whose data',
      questions: [
        ask(
          'X6',
          'Whose data is it?',
          multi(
            { children: 'Children', families: 'Parents, carers, family', staff: 'Staff', others: 'Others' },
            'Not known',
          ),
        ),
        ask(
          'X7',
          'About how many people?',
          choice({ one: 'One', few: 'Two to ten', more: 'Eleven to a hundred', many: 'More', unknown: 'Not known' }),
        ),
        account('X8', 'What happened?', { need: 'may' }),
      ],
    },
  ],
}

const containment: Form = {
  id: 'X-contain',
  title: 'Contain it',
  sections: [
    {
      id: 'XC',
      title: 'What was done',
      questions: [
        ask(
          'XC1',
          'What was done?',
          multi(
            {
              removed: 'Removed from where it was',
              returned: 'Called back, or destroyed by whoever had it',
              closed: 'Access was closed',
              wiped: 'A device was locked or wiped',
            },
            'Nothing could be done',
          ),
        ),
        ask(
          'XC2',
          'Can it still be seen by those who should not?',
          choice({ no: 'No', working: 'Yes, and we are still at it', yes: 'Yes, and nothing more can be done' }),
        ),
        account('XC3', 'Anything more about how it was contained', { need: 'may' }),
      ],
    },
  ],
}

const officer: Form = {
  id: 'X-officer',
  title: 'The data protection officer',
  sections: [
    {
      id: 'XO',
      title: 'Told',
      questions: [
        ask('XO1', 'When was the data protection officer told?', passedMoment),
        account('XO2', 'What do they advise?', { need: 'may' }),
      ],
    },
  ],
}

const decision: Form = {
  id: 'X-decide',
  title: 'Report it or not',
  sections: [
    {
      id: 'XD',
      title: 'Risk to people',
      intro:
        'A breach is reported unless it is unlikely to put people’s rights and freedoms at risk. Muster reports nothing by itself.',
      questions: [
        ask(
          'XD1',
          'How likely is a risk to the people whose data it is?',
          choice({ unlikely: 'Unlikely', risk: 'There is a risk', high: 'The risk is high' }),
          { source: 'UK GDPR art. 33 and 34' },
        ),
        ask(
          'XD2',
          'Is it reported to the Information Commissioner?',
          choice({ report: 'It is to be reported', not: 'It is not reported' }),
        ),
        remark('XD3', 'Why?'),
        account('XD4', 'Anything more about the reasons', { need: 'may' }),
      ],
    },
  ],
}

const commissioner: Form = {
  id: 'X-report',
  title: 'The report to the Information Commissioner',
  sections: [
    {
      id: 'XR',
      title: 'Sent by a person',
      questions: [
        ask('XR1', 'When was it reported?', passedMoment),
        ask('XR2', 'Which reference was given?', {
          kind: 'text',
          max: 40,
          pattern: {
            source: '[A-Z0-9][A-Z0-9/-]{2,39}',
            says: 'Write the reference in capital letters, digits and hyphens.',
          },
        }),
        remark('XR3', 'Why later than 72 hours?', { when: fact('late', 'yes'), source: 'UK GDPR art. 33(1)' }),
        ask('XR4', 'Is more to follow?', yn, { hint: 'What is not yet known may be reported in phases.' }),
      ],
    },
  ],
}

const people: Form = {
  id: 'X-people',
  title: 'The people whose data it is',
  sections: [
    {
      id: 'XP',
      title: 'Told',
      questions: [
        ask('XP1', 'Have they been told?', choice({ told: 'Yes', not: 'No, and there is a reason' })),
        ask('XP2', 'When?', passedMoment, { when: is('XP1', 'told') }),
        remark('XP3', 'Why not?', {
          when: is('XP1', 'not'),
          hint: 'For example because telling them would put a child at risk.',
        }),
      ],
    },
  ],
}

export const forms: Readonly<Record<string, Form>> = Object.fromEntries(
  [report, containment, officer, decision, commissioner, people].map((form) => [form.id, form]),
)
