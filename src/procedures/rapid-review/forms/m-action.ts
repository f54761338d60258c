/** Form M: one line of an action plan (19.30; DOMAIN 3.8). */
import { anyDate, ask, choice, choiceFrom, doc, is, passedDate, remark, roleName } from '../../../forms/ask.ts'
import type { Form } from '../../../forms/form.ts'

export const actionLine: Form = {
  id: 'M',
  title: 'Action plan line',
  sections: [
    {
      id: 'M1',
      title: 'The action',
      questions: [
        remark('M1', 'What is recommended?'),
        remark('M2', 'What will be better for children?'),
        ask('M3', 'Who owns it (role)?', roleName),
        ask('M4', 'Which agency?', choiceFrom('agencies')),
        ask('M5', 'By when?', anyDate),
        remark('M8', 'How will we know it made a difference?'),
      ],
    },
    {
      id: 'M6',
      title: 'How it stands',
      questions: [
        ask(
          'M6',
          'How does it stand?',
          choice({
            'not-started': 'Not started',
            'on-track': 'On track',
            'at-risk': 'At risk',
            done: 'Done',
            accepted: 'Evidence accepted',
          }),
        ),
        ask('M7', 'Where is the evidence kept?', doc, { need: { when: is('M6', 'done', 'accepted') } }),
        ask('M9', 'When was it checked after 6 months?', passedDate, { need: 'may' }),
        ask('M10', 'When was it checked after 12 months?', passedDate, { need: 'may' }),
      ],
    },
  ],
}
