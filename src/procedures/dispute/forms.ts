/** The forms of a dispute (27.1, 27.2; DOMAIN 1.2 D, 5 rank 12). What it is about is written on the desk; chat has its stage and its dates. */
import {
  account,
  ask,
  attest,
  choice,
  choiceFrom,
  doc,
  fact,
  is,
  multiFrom,
  passedDate,
  passedMoment,
  remark,
  yn,
} from '../../forms/ask.ts'
import type { Form } from '../../forms/form.ts'

const open: Form = {
  id: 'Y-open',
  title: 'Open a dispute',
  sections: [
    {
      id: 'YO',
      title: 'Safety first',
      intro: 'This is not a way to report that a child is at risk now, and nobody is sent out because of it.',
      questions: [
        ask('YO1', 'Is a child at immediate risk right now?', yn, {
          hint: '{emergency|If a child is in immediate danger, call 999.} {otherwise|If a child may be at risk, ring your area’s duty number.}',
        }),
        attest(
          'YO1t',
          'Before you go on',
          'I have been told to call 999 and my area’s duty number now, and that Muster does neither',
          {
            when: is('YO1', 'yes'),
          },
        ),
      ],
    },
    {
      id: 'YP',
      title: 'Who disagrees, and about what',
      questions: [
        ask('YO2', 'Which organisation raises it?', choiceFrom('agencies')),
        ask('YO3', 'With which others?', multiFrom('agencies')),
        ask(
          'YO4',
          'What is it about?',
          choice({
            threshold: 'Thresholds',
            plan: 'A plan, or a decision on one',
            response: 'A response that is missing or late',
            information: 'Sharing information',
            arrangements: 'The safeguarding arrangements',
            other: 'Another matter',
          }),
        ),
        ask(
          'YO5',
          'What has been tried already?',
          choice({
            '1': 'Nothing yet',
            '2': 'Practitioners have talked',
            '3': 'Managers have talked',
            '4': 'Safeguarding leads have talked',
          }),
          { source: '27.1' },
        ),
        account('YO6', 'What is in dispute, and why?'),
      ],
    },
  ],
}

const stage: Form = {
  id: 'Y-stage',
  title: 'How the dispute stands',
  sections: [
    {
      id: 'YS',
      title: 'At this stage',
      questions: [
        ask('YS1', 'Is it settled?', choice({ settled: 'Yes, all agree', 'not-settled': 'No: to the next stage' })),
        remark('YS2', 'What was agreed? Name no child and no family.', { when: is('YS1', 'settled') }),
        ask('YS3', 'On which day did the {icsc|commissioner} meet with them?', passedDate, {
          when: fact('facilitates', 'yes'),
          source: '29.2',
        }),
        ask('YS4', 'Who took part?', multiFrom('agencies'), { when: fact('facilitates', 'yes') }),
        account('YS5', 'What was said?', { need: 'may' }),
      ],
    },
  ],
}

const refer: Form = {
  id: 'Y-refer',
  title: 'The dispute resolution',
  sections: [
    {
      id: 'YR',
      title: 'What the safeguarding partners resolved',
      questions: [
        ask('YR1', 'Under which minute is the resolution recorded?', doc, { source: '27.2' }),
        ask('YR2', 'When was it made?', passedDate),
        ask(
          'YR3',
          'What does it say?',
          choice({ referred: 'It is taken to the {sos|Secretary of State}', 'not-referred': 'It is not' }),
          { source: '27.2' },
        ),
        ask('YR4', 'When was it sent to the {sos|Secretary of State}?', passedMoment, { when: is('YR3', 'referred') }),
        ask('YR5', 'Where is what was sent kept?', doc, { when: is('YR3', 'referred') }),
      ],
    },
  ],
}

const risk: Form = {
  id: 'Y-risk',
  title: 'A child at risk now',
  sections: [
    {
      id: 'YK',
      title: 'Do not wait for a stage',
      intro:
        '{emergency|If a child is in immediate danger, call 999.} {otherwise|If a child may be at risk, ring your area’s duty number.}',
      questions: [
        attest(
          'YK1',
          'Before you go on',
          'I have been told to call 999 or the duty number now, and that Muster does neither',
        ),
      ],
    },
  ],
}

/** The forms of the stages, which any process with a dispute in it has. */
export const stageForms: Readonly<Record<string, Form>> = { 'Y-stage': stage, 'Y-refer': refer, 'Y-risk': risk }
export const forms: Readonly<Record<string, Form>> = { 'Y-open': open, ...stageForms }
