/** Form C: what the review looks at, and who is asked (19.11, 26.1; DOMAIN 3.4). */
import {
  anyDate,
  ask,
  choiceFrom,
  column,
  is,
  multi,
  multiFrom,
  passedDate,
  remark,
  rows,
  yn,
  ynu,
} from '../../../forms/ask.ts'
import type { Form } from '../../../forms/form.ts'
import { FAMILY_ROLES } from './lists.ts'

const otherDates = is('C7', 'no')

export const scoping: Form = {
  id: 'C',
  title: 'Scoping',
  sections: [
    {
      id: 'C1',
      title: 'Period and people',
      questions: [
        ask('C1', 'From when will the review look?', passedDate),
        ask('C1to', 'Until when?', { ...passedDate, notBefore: 'C1' }),
        remark('C1why', 'Why that period?'),
        ask('C4', 'Whose records are in scope?', multi({ child: 'The child or children', ...FAMILY_ROLES })),
      ],
    },
    {
      id: 'C2',
      title: 'Agencies',
      questions: [
        ask('C2', 'Which agencies are asked?', multiFrom('agencies'), {
          hint: 'Those usually asked are ticked. Think of schools and early years, GP, acute and mental health, adult services, probation, housing, youth justice, the voluntary sector and other areas.',
        }),
        remark('C3', 'Is any agency left out that one would expect? Which, and why?', { need: 'may' }),
        ask('C5', 'On which legal basis are they asked?', choiceFrom('legal-basis'), { source: '26.1' }),
        ask(
          'C6',
          'Which specialist advice is needed?',
          multi(
            {
              'designated-doctor': 'Designated doctor',
              'designated-nurse': 'Designated nurse',
              legal: 'Legal',
              equality: 'Equality',
              'faith-community': 'Faith or community adviser',
              education: 'Education',
            },
            'None',
          ),
          { need: 'may' },
        ),
      ],
    },
    {
      id: 'C9',
      title: 'Shut meanwhile',
      intro:
        'A school in its holiday, a service between the years. No limit moves for it; somebody else is asked as well.',
      questions: [
        ask('C9', 'Is any of them shut before its answer is due?', yn),
        ask(
          'C9a',
          'Which, until when, and who answers meanwhile?',
          rows(
            [
              column('agency', 'Agency', choiceFrom('agencies')),
              column('until', 'First day back', anyDate),
              column('contact', 'Who answers meanwhile', choiceFrom('stand-ins'), 'may'),
            ],
            { max: 10 },
          ),
          {
            when: is('C9', 'yes'),
            hint: 'Where nobody is named yet, the agency and the support team are asked for somebody.',
          },
        ),
      ],
    },
    {
      id: 'C7',
      title: 'Dates',
      intro:
        'The dates follow from the day the notification was sent. What the law and the arrangements fix cannot be moved here.',
      questions: [
        ask('C7', 'Keep the working dates as they were worked out?', yn, {
          hint: '{dates|They are counted from the day the notification was sent.}',
        }),
        ask('C7a', 'Returns due', anyDate, { when: otherDates }),
        ask('C7b', 'Rapid review meeting', { ...anyDate, notBefore: 'C7a' }, { when: otherDates }),
        ask('C7c', 'Draft ready', { ...anyDate, notBefore: 'C7b' }, { when: otherDates }),
        ask('C7d', 'Agreed by the {icsc|commissioner}', { ...anyDate, notBefore: 'C7c' }, { when: otherDates }),
        ask('C7e', 'Shared with the safeguarding partners', { ...anyDate, notBefore: 'C7d' }, { when: otherDates }),
      ],
    },
    {
      id: 'C8',
      title: 'Submission and witnesses',
      questions: [
        ask(
          'C7f',
          'Submitted to the {panel|Panel}',
          { ...anyDate, notBefore: 'C7e' },
          { when: otherDates, hint: 'Your own plan. The limit stays where it is, and is what people are reminded of.' },
        ),
        ask(
          'C8',
          'Were the police lead and the CPS contact consulted about witnesses and disclosure before practitioners are spoken to?',
          ynu,
          {
            source: '19.22',
          },
        ),
        ask('C8t', 'When were they consulted?', passedDate, { when: is('C8', 'yes') }),
      ],
    },
  ],
}
