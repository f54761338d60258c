/** Forms K-…: a practice review as it runs, and its delay (19.23 to 19.25, reg. 14; DOMAIN 2.3, T27 to T32). */
import { account, anyDate, ask, attest, choice, doc, passedDate, passedMoment, yn } from '../../../forms/ask.ts'
import type { Form } from '../../../forms/form.ts'

export const started: Form = {
  id: 'K-start',
  title: 'The reviewer starts',
  sections: [
    {
      id: 'KS',
      title: 'Start',
      questions: [
        ask('KS1', 'On which day does the reviewer start?', passedDate),
        ask('KS0', 'On which day was the contract signed?', passedDate, { need: 'may' }),
        ask('KS2', 'When was the {panel|Panel} told the reviewer’s name?', passedMoment),
        ask('KS3', 'When was Ofsted told it?', passedMoment, { need: 'may' }),
        ask('KS4', 'When was the {sos|Secretary of State} told it?', passedMoment, { need: 'may' }),
      ],
    },
  ],
}

export const monitoring: Form = {
  id: 'K-monitor',
  title: 'Monthly check',
  sections: [
    {
      id: 'KM',
      title: 'Time and quality',
      questions: [
        ask('KM1', 'Is the review on time?', choice({ yes: 'Yes', risk: 'At risk', no: 'No' }), { source: 'reg. 14' }),
        ask('KM2', 'Is its quality what it should be?', choice({ yes: 'Yes', concerns: 'There are concerns' })),
        ask('KM3', 'Has the reviewer been asked in writing for information or a draft?', yn),
      ],
    },
  ],
}

export const accepted: Form = {
  id: 'K-report',
  title: 'Final report',
  sections: [
    {
      id: 'KR',
      title: 'Accepted',
      questions: [
        ask('KR1', 'When was it accepted?', passedDate),
        attest('KR2', 'What it contains', 'It recommends improvements and analyses why things happened', {
          source: 'reg. 15',
        }),
        ask('KR3', 'Is it accepted subject to proceedings?', yn),
        ask(
          'KR4',
          'Has the family seen it?',
          choice({ 'not-yet': 'Not yet', yes: 'Yes', no: 'They did not want to, or it was not possible' }),
          { source: '19.20' },
        ),
      ],
    },
  ],
}

export const delay: Form = {
  id: 'K-delay',
  title: 'Recommend a delay',
  sections: [
    {
      id: 'KD',
      title: 'A later date',
      intro: 'The safeguarding partners approve it or not; until they have, the date stands.',
      questions: [
        ask(
          'KD1',
          'Why is it needed?',
          choice({
            criminal: 'Criminal investigation',
            prosecution: 'Prosecution',
            inquest: 'Inquest',
            family: 'The family',
            other: 'Another reason',
          }),
          { source: '19.25' },
        ),
        ask('KD2', 'Until when?', anyDate),
        ask('KD3', 'Does learning go on meanwhile?', yn),
        account('KD4', 'What are the reasons, for the {panel|Panel} and the {sos|Secretary of State}?'),
      ],
    },
  ],
}

export const delayRefused: Form = {
  id: 'K-delay-no',
  title: 'Refuse the delay',
  sections: [{ id: 'KN', title: 'Why', questions: [account('KN1', 'Why should the date stand?')] }],
}

export const delayTold: Form = {
  id: 'K-delay-told',
  title: 'Reasons sent',
  sections: [
    {
      id: 'KT',
      title: 'Both must know',
      questions: [
        ask('KT1', 'When were the reasons sent to the {panel|Panel}?', passedMoment, { source: '19.25' }),
        ask('KT2', 'When were they sent to the {sos|Secretary of State}?', passedMoment, { source: '19.25' }),
      ],
    },
  ],
}

export const resolution: Form = {
  id: 'K-resolution',
  title: 'Resolution on the delay',
  sections: [
    {
      id: 'KX',
      title: 'What the meeting resolved',
      intro: 'In place of the separate answers of the safeguarding partners. The later date stands from then on.',
      questions: [
        ask('KX1', 'On which day did the safeguarding partners meet?', passedDate, { source: '19.25' }),
        ask('KX2', 'Under which minute is the resolution recorded?', doc, {
          hint: 'The reference alone, for example SLT-2027-06/4.',
        }),
        attest('KX3', 'The meeting', 'It was quorate, and it approved the later date'),
      ],
    },
  ],
}
