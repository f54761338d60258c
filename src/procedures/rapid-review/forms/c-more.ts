/** Forms C-…: safety, more time, moved dates, and a review that another area leads (DOMAIN 2.3, T9, T11; 2.5). */
import {
  anyDate,
  ask,
  choice,
  choiceFrom,
  column,
  is,
  multiFrom,
  passedDate,
  remark,
  roleName,
  rows,
  shortText,
  yn,
} from '../../../forms/ask.ts'
import type { Form } from '../../../forms/form.ts'

export const safety: Form = {
  id: 'C-safety',
  title: 'Safe now?',
  sections: [
    {
      id: 'CS',
      title: 'Every child involved',
      questions: [
        ask('CS1', 'Is every child involved safe now?', yn, {
          hint: '{emergency|If a child is in immediate danger, call 999.}',
        }),
        ask('CS2', 'Who says so (role)?', roleName, { when: is('CS1', 'yes') }),
        ask('CS3', 'On which day?', passedDate, { when: is('CS1', 'yes') }),
      ],
    },
  ],
}

export const standIn: Form = {
  id: 'C-closed',
  title: 'Who answers meanwhile',
  sections: [
    {
      id: 'CL',
      title: 'While the agency is shut',
      intro: 'Its limit stands. Whoever is named is asked as well as its contact, until it is open again.',
      questions: [
        ask('CL1', 'Does somebody answer meanwhile?', choice({ named: 'Yes', nobody: 'No, nobody can be named' })),
        ask('CL2', 'Who?', choiceFrom('stand-ins'), {
          when: is('CL1', 'named'),
          hint: 'Somebody else must first be registered as deputy of its contact, with "muster deputy".',
        }),
      ],
    },
  ],
}

export const more: Form = {
  id: 'C-more',
  title: 'Ask for more',
  sections: [
    {
      id: 'CP',
      title: 'What a return leaves open',
      intro: 'The agency is asked again; what it wrote stays, and is added to.',
      questions: [ask('CP1', 'Which agency?', choiceFrom('case-agencies')), remark('CP2', 'What is still wanted?')],
    },
  ],
}

export const cutoff: Form = {
  id: 'C-cutoff',
  title: 'Go on without',
  sections: [
    {
      id: 'CU',
      title: 'Returns that are missing',
      intro: 'They can still be given. The leads of those agencies are told.',
      questions: [
        ask(
          'CU1',
          'Whose return is missing, and why?',
          rows([column('agency', 'Agency', choiceFrom('case-agencies')), column('why', 'Why', shortText)], { max: 20 }),
          { class: 'C*' },
        ),
      ],
    },
  ],
}

export const extension: Form = {
  id: 'C-extend',
  title: 'More time',
  sections: [
    {
      id: 'CE',
      title: 'More time for a return',
      intro: 'Never past the day of the meeting.',
      questions: [
        ask('CE1', 'Which agency?', choiceFrom('case-agencies')),
        ask('CE2', 'Until when?', anyDate),
        remark('CE3', 'Why?'),
      ],
    },
  ],
}

/** The dates of a review that people may move, by the step each belongs to. */
export const MOVABLE = {
  meeting: 'The rapid review meeting',
  draft: 'The draft',
  agree: 'The {icsc|commissioner}’s agreement',
  circulate: 'Sharing with the partners',
  share: 'The partners’ answers',
  submit: 'Submission to the {panel|Panel} (statutory)',
  publish: 'Publication of the practice review (statutory)',
} as const

export const moving: Form = {
  id: 'C-move',
  title: 'Move a date',
  sections: [
    {
      id: 'CM',
      title: 'Which date, and until when',
      intro: 'What it moves besides is shown before anything changes. A statutory date takes a second person.',
      questions: [
        ask('CM1', 'Which date?', choice(MOVABLE)),
        ask('CM2', 'To which day?', anyDate),
        remark('CM3', 'Why?'),
      ],
    },
  ],
}

export const contribution: Form = {
  id: 'C-contribute',
  title: 'Another area’s review',
  sections: [
    {
      id: 'CC',
      title: 'What they ask of us',
      intro: 'The area of the incident leads. Their requests and dates are kept here; no clock of ours runs.',
      questions: [
        ask('CC1', 'Which partnership leads?', roleName),
        ask('CC2', 'Which of our areas is it for?', choiceFrom('areas')),
        ask('CC3', 'Which agencies are asked?', multiFrom('agencies')),
        ask('CC4', 'By when do they want it?', anyDate),
        ask(
          'CC5',
          'By which route do answers go?',
          choice({ email: 'Secure e-mail', portal: 'Their own system', other: 'Another route' }),
        ),
      ],
    },
  ],
}
