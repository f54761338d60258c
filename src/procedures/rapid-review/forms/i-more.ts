/** Forms I-…: after the Panel has answered (19.19; DOMAIN 2.3, T22, T23; 10.2.21). */
import { account, ask, attest, choice, fact, not, passedMoment, remark } from '../../../forms/ask.ts'
import { choices, type Form } from '../../../forms/form.ts'

export const reviewed: Form = {
  id: 'I-again',
  title: 'Decision reviewed',
  sections: [
    {
      id: 'IA',
      title: 'With the partners',
      questions: [
        ask('IA1', 'When did the {icsc|commissioner} and the partners meet?', passedMoment, { source: '19.19' }),
        ask('IA2', 'What is the decision now?', {
          kind: 'choice',
          options: [
            ...choices({ confirmed: 'It stands as it was' }),
            ...choices({
              commission: 'Changed: commission a {lcspr|local child safeguarding practice review}',
              'no-review': 'Changed: no {lcspr|local child safeguarding practice review}',
              'local-learning': 'Changed: a local learning review',
            }).map((option) => ({ ...option, when: not(fact('decision', option.value)) })),
          ],
        }),
        account('IA3', 'Why?'),
        ask('IA4', 'When was the {panel|Panel} answered?', passedMoment, { need: 'may' }),
      ],
    },
  ],
}

export const moment: Form = {
  id: 'I-when',
  title: 'Date corrected',
  sections: [
    {
      id: 'IW',
      title: 'When it was',
      intro: 'What was recorded before is kept beside it; what is counted from it is counted again.',
      questions: [
        ask(
          'IW1',
          'Which moment?',
          choice({ submitted: 'The review was submitted', answered: 'The {panel|Panel} answered' }),
        ),
        ask('IW2', 'When was it truly?', passedMoment),
        remark('IW3', 'How was this found out?'),
      ],
    },
  ],
}

export const reply: Form = {
  id: 'I-reply',
  title: 'Reply to the Panel',
  sections: [
    {
      id: 'IR',
      title: 'What it asked for',
      questions: [
        ask('IR1', 'When was the reply sent?', passedMoment),
        attest('IR2', 'What was sent', 'The {icsc|commissioner} has agreed what I sent'),
      ],
    },
  ],
}
