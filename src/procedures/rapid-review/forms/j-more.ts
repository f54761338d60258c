/** Forms J-…: what police and CPS say about telling the family, and proceedings that run beside (19.22, 19.24; DOMAIN D-20). */
import { anyDate, ask, choice, multi, passedDate, roleName } from '../../../forms/ask.ts'
import type { Form } from '../../../forms/form.ts'

export const hold: Form = {
  id: 'J-hold',
  title: 'May the family be told?',
  sections: [
    {
      id: 'JH',
      title: 'Police and CPS',
      intro: 'A hold stops the letter. It never stops the review, its decision or its learning.',
      questions: [
        ask(
          'JH1',
          'What is the answer?',
          choice({
            clear: 'Everybody may be told',
            part: 'Some may be told, others not yet',
            hold: 'Nobody may be told yet',
          }),
          { source: '19.22' },
        ),
        ask('JH2', 'Who answered (role)?', roleName),
        ask('JH3', 'When?', passedDate),
        ask('JH4', 'When will they look again?', anyDate, { need: 'may' }),
      ],
    },
  ],
}

export const proceedings: Form = {
  id: 'J-proceedings',
  title: 'Proceedings',
  sections: [
    {
      id: 'JP',
      title: 'What runs beside the review',
      questions: [
        ask(
          'JP1',
          'Which proceedings?',
          multi({
            charge: 'A charge',
            trial: 'A trial',
            inquest: 'An inquest',
            care: 'Care proceedings',
            ended: 'They have ended',
          }),
        ),
        ask('JP2', 'Since when?', passedDate),
        ask('JP3', 'When is the hearing or trial listed?', anyDate, { need: 'may' }),
      ],
    },
  ],
}
