/** Form N: the Rapid Review meeting was held (19.12; T13, T14). What it said of the case is in form E. */
import {
  account,
  ask,
  choice,
  choiceFrom,
  column,
  is,
  multiFrom,
  passedMoment,
  remark,
  roleName,
  rows,
  yn,
} from '../../../forms/ask.ts'
import { choices, type Form } from '../../../forms/form.ts'

const ATTENDANCE = choices({
  member: 'Present',
  deputy: 'Present, by a registered deputy',
  observer: 'Present as an observer',
  apologies: 'Apologies',
  absent: 'Absent',
})

export const meetingRecord: Form = {
  id: 'N',
  title: 'Meeting record',
  sections: [
    {
      id: 'N1',
      title: 'The meeting',
      questions: [
        ask('N1', 'When was it held?', passedMoment),
        ask('N2', 'Was it quorate?', yn),
        ask('N2w', 'Whose absence made it inquorate?', multiFrom('safeguarding-partners'), { when: is('N2', 'no') }),
        ask(
          'N2v',
          'How does it go on?',
          choice({
            again: 'It meets again, within two working days',
            written: 'Those who were absent have given their view in writing',
          }),
          { when: is('N2', 'no'), hint: 'The fifteen days run on.' },
        ),
        ask('N2r', 'Who gave it (role)?', roleName, { when: is('N2v', 'written') }),
        ask(
          'N3',
          'Who was there?',
          rows([column('status', 'Attendance', { kind: 'choice', options: ATTENDANCE })], { of: 'case-agencies' }),
        ),
        ask('N4', 'Was a conflict of interest declared?', yn),
        ask('N4w', 'By which agency?', choiceFrom('case-agencies'), { when: is('N4', 'yes') }),
      ],
    },
    {
      id: 'N5',
      title: 'What it could not settle',
      questions: [
        ask('N5', 'Are there points on which agencies disagree?', yn),
        account('N5t', 'Which points, and who holds which view?', { when: is('N5', 'yes') }),
        remark('N6', 'Is there anything else to record?', { need: 'may' }),
      ],
    },
  ],
}
