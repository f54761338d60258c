/** Who is told of a notification: part of form B, and a form of its own (B-told) while somebody has still to be told (19.8). */
import { ask, column, is, not, passedMoment, roleName, rows, yn } from '../../../forms/ask.ts'
import type { Form, Section } from '../../../forms/form.ts'

const whenTold = column('at', 'Told on', passedMoment, 'may')

const oneByOne = not(is('B9y', 'yes'))

export const tellingSection: Section = {
  id: 'B9',
  title: 'Who has been told',
  intro: 'Whoever has not been told yet is left without a time, which can be added later.',
  questions: [
    ask('B9y', 'Were all of them told at the same time?', yn, { need: 'may' }),
    ask('B9t', 'When were they told?', passedMoment, { when: is('B9y', 'yes'), source: '19.8' }),
    ask('B9', 'When was each safeguarding partner told?', rows([whenTold], { of: 'safeguarding-partners' }), {
      need: 'may',
      when: oneByOne,
      source: '19.8',
    }),
    ask(
      'B10',
      'When were the {icsc|commissioner} and the support team told?',
      rows([whenTold], { of: { commissioner: 'The {icsc|commissioner}', 'support-team': 'The support team' } }),
      { need: 'may', when: oneByOne, source: '19.8' },
    ),
    ask('B11', 'Does anybody in another area have to be told?', yn, { source: '19.8' }),
    ask(
      'B11a',
      'Who in other areas has been told, and when?',
      rows([column('agency', 'Agency', roleName), whenTold], { max: 6 }),
      { when: is('B11', 'yes') },
    ),
  ],
}

export const told: Form = { id: 'B-told', title: 'Who has been told', sections: [tellingSection] }
