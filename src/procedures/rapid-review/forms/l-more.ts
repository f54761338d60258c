/** Forms L-…: on the way to publication, and the learning (19.26 to 19.30; DOMAIN 2.3, T34 to T37). */
import {
  anyDate,
  ask,
  attest,
  choice,
  column,
  doc,
  fact,
  multiFrom,
  passedMoment,
  remark,
  rows,
  shortText,
  yn,
} from '../../../forms/ask.ts'
import type { Form } from '../../../forms/form.ts'

export const justification: Form = {
  id: 'L-justify',
  title: 'Justification sent',
  sections: [
    {
      id: 'LJ',
      title: 'Both must know',
      questions: [
        ask('LJ1', 'When was the justification sent to the {panel|Panel}?', passedMoment, { source: '19.27' }),
        ask('LJ2', 'When was it sent to the {sos|Secretary of State}?', passedMoment, { source: '19.27' }),
      ],
    },
  ],
}

export const publicationDate: Form = {
  id: 'L-date',
  title: 'Publication date',
  sections: [
    {
      id: 'LD',
      title: 'When it goes out',
      questions: [
        ask('LD1', 'On which day is it published?', anyDate, {
          hint: 'Not a Friday, the eve of a holiday, results day, a trial date, in the weeks before an election, or on a birthday or anniversary.',
        }),
        attest('LD2', 'That day is sensitive', 'I have weighed it, and it is to be that day nevertheless', {
          when: fact('sensitiveDay', 'yes'),
        }),
        remark(
          'LD5',
          'That day lies after the limit for publishing, and no delay to it has been approved. Why is it later?',
          {
            when: fact('afterLimit', 'yes'),
            source: '19.24, 19.25',
          },
        ),
        attest('LD3', 'Anniversaries', 'It is no birthday or anniversary of a child in the review'),
        ask('LD4', 'Is the press plan agreed?', yn),
      ],
    },
  ],
}

export const advance: Form = {
  id: 'L-advance',
  title: 'Advance copies',
  sections: [
    {
      id: 'LA',
      title: 'Before it is public',
      questions: [
        ask('LA1', 'When did the {panel|Panel} get its copy?', passedMoment),
        ask('LA2', 'When did the {sos|Secretary of State} get theirs?', passedMoment),
        ask('LA3', 'When did Ofsted get theirs?', passedMoment, { need: 'may' }),
      ],
    },
  ],
}

export const live: Form = {
  id: 'L-live',
  title: 'Published',
  sections: [
    {
      id: 'LL',
      title: 'It is public',
      questions: [
        ask('LL1', 'When did it go live?', passedMoment, { source: '19.28' }),
        ask('LL2', 'Where is it?', doc),
        ask('LL3', 'When was it sent to the NSPCC repository?', passedMoment, { need: 'may', source: '19.28' }),
      ],
    },
  ],
}

export const briefing: Form = {
  id: 'L-learning',
  title: 'Learning goes out',
  sections: [
    {
      id: 'LB',
      title: 'What was sent, and how',
      questions: [
        ask('LB1', 'What is the briefing’s number?', { kind: 'text', max: 20, lines: 'one' }),
        ask('LB2', 'By which channels does the learning go out?', multiFrom('learning-channels'), { source: '19.30' }),
        ask('LB3', 'Which agencies are to brief their teams?', multiFrom('agencies')),
        ask('LB4', 'Where is it kept?', doc, { need: 'may' }),
      ],
    },
  ],
}

const CHANGED = choice({ yes: 'Yes', partly: 'Partly', no: 'Not yet' })

export const impact: Form = {
  id: 'L-impact',
  title: 'Has practice changed?',
  sections: [
    {
      id: 'LI',
      title: 'Impact',
      questions: [
        ask('LI1', 'Has practice changed?', CHANGED, { source: '19.30' }),
        remark('LI2', 'How do we know?'),
        ask('LI3', 'Where is the evidence kept?', doc, { need: 'may' }),
        ask(
          'LI4',
          'And because of each action?',
          rows([column('changed', 'Practice has changed', CHANGED), column('how', 'How we know', shortText)], {
            of: 'case-actions',
          }),
          { class: 'C*', when: fact('actions', 'some') },
        ),
      ],
    },
  ],
}
