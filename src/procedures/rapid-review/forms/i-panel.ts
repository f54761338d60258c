/** Form I: the Panel's response to the Rapid Review (19.18, 19.19; DOMAIN 3.8). */
import { account, anyDate, ask, choice, doc, is, passedMoment, yn } from '../../../forms/ask.ts'
import type { Form } from '../../../forms/form.ts'

export const panelResponse: Form = {
  id: 'I',
  title: 'Panel response',
  sections: [
    {
      id: 'I1',
      title: 'The response',
      questions: [
        ask('I1', 'When was it received?', passedMoment, { source: '19.19' }),
        ask(
          'I2',
          'What does it say?',
          choice({
            agrees: 'It agrees with the decision',
            disagrees: 'It disagrees with the decision',
            asks: 'It asks for more',
            national: 'It takes a national review',
          }),
          { source: '19.19' },
        ),
        ask('I3', 'Which deadline does the letter set?', { ...anyDate, notBefore: 'I1' }, { need: 'may' }),
        ask('I7', 'Under which reference does the national review run?', doc, { when: is('I2', 'national') }),
        ask(
          'I8',
          'What becomes of the local work?',
          choice({ paused: 'It is paused', joined: 'It is joined to the national review' }),
          { when: is('I2', 'national'), hint: 'Requests for information now come from the {panel|Panel}.' },
        ),
        ask('I4', 'Will the partners be reconvened?', yn, { when: is('I2', 'disagrees', 'asks'), source: '19.19' }),
        ask('I5', 'Where is the letter kept?', doc, { class: 'S' }),
        account('I6', 'What is the gist, and what should be learnt from it?', { need: 'may' }),
      ],
    },
  ],
}
