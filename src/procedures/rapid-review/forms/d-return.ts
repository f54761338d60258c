/** Form D: one agency's return (26.1; DOMAIN 3.5). Its narrative is written on the desk; a nil return takes a minute, in chat. */
import {
  account,
  ask,
  attest,
  choice,
  column,
  doc,
  includes,
  is,
  multi,
  NOT_A_NAME,
  narrative,
  not,
  passedDate,
  remark,
  roleName,
  rows,
  yn,
  ynu,
} from '../../../forms/ask.ts'
import type { Form } from '../../../forms/form.ts'

const involved = is('D1', 'yes')
/** A nil return has nothing to tell, but must still be signed off and still be asked whether anybody is in danger. */
const notNil = not(is('D1', 'no'))

export const agencyReturn: Form = {
  id: 'D',
  title: 'Agency return',
  intro: 'About your agency’s own work. Tell what happened and why it made sense then; blame no one.',
  sections: [
    {
      id: 'D1',
      title: 'Your agency’s part',
      questions: [
        ask(
          'D1',
          'Did your agency know the child or the family in the period?',
          choice({ yes: 'Yes', no: 'No: this is a nil return', checking: 'Still checking' }),
        ),
        ask('D14', 'Is anything still needed to make any child safe today?', yn, {
          hint: 'If yes, the {spa|senior professional adviser} is alerted at once. {emergency|If a child is in immediate danger, call 999.}',
        }),
        ask(
          'D2',
          'Which of your services, and between which dates?',
          rows(
            [
              column('service', 'Service', roleName),
              column('from', 'From', passedDate),
              column('to', 'To', passedDate, 'may'),
            ],
            { max: 10 },
          ),
          { when: involved },
        ),
      ],
    },
    {
      id: 'D3',
      title: 'Who writes and who signs',
      questions: [
        ask('D3', 'Who in your agency is writing this?', roleName, { hint: NOT_A_NAME }),
        ask('D3s', 'Who signs it off?', roleName, { hint: NOT_A_NAME }),
        attest('D3a', 'The signer is independent of the case', 'Whoever signs this off has not managed the case'),
      ],
    },
    {
      id: 'D4',
      title: 'What happened',
      questions: [
        account('D4', 'Who is in the household and the family, by role?', { when: involved }),
        ask(
          'D5',
          'What were the key points of contact?',
          rows(
            [
              column('on', 'Date', passedDate),
              column('known', 'What was known', narrative),
              column('done', 'What was done', narrative),
              column('why', 'What was decided, and why', narrative),
            ],
            { max: 20 },
          ),
          { class: 'S', when: involved, hint: 'Turning points only, not every contact.' },
        ),
        account('D6', 'What was daily life like for the child? How were they seen, heard and helped?', {
          when: involved,
          source: '4.2',
        }),
      ],
    },
    {
      id: 'D7',
      title: 'Who they are, and what that meant',
      questions: [
        ask(
          'D7',
          'Which of these did your agency record?',
          rows([column('recorded', 'Recorded', yn)], {
            of: {
              ethnicity: 'Ethnicity',
              language: 'Language',
              faith: 'Faith',
              disability: 'Disability',
              immigration: 'Immigration status',
              poverty: 'Poverty',
              gender: 'Gender',
              sexuality: 'Sexuality',
            },
          }),
          { when: involved },
        ),
        account('D7t', 'What was asked about these, and how did it shape the help that was given?', {
          when: involved,
          hint: 'Say so if there is any sign of bias, including adultification.',
        }),
      ],
    },
    {
      id: 'D8',
      title: 'How well it worked',
      questions: [
        account('D8', 'What worked well, and for whom?', { when: involved }),
        account('D9', 'What should have happened and did not?', { when: involved }),
        account('D10', 'How did your agency work with others?', {
          when: involved,
          hint: 'Information sharing, challenge, escalation.',
        }),
        ask(
          'D10m',
          'Which meetings did it attend or miss?',
          multi(
            {
              'strategy-attended': 'Strategy discussion: attended',
              'strategy-missed': 'Strategy discussion: missed',
              'conference-attended': 'Child protection conference: attended',
              'conference-missed': 'Child protection conference: missed',
              'core-group-attended': 'Core group: attended',
              'core-group-missed': 'Core group: missed',
              'other-attended': 'Another multi-agency meeting: attended',
              'other-missed': 'Another multi-agency meeting: missed',
            },
            'There were none',
          ),
          { when: involved },
        ),
        ask(
          'D11',
          'What made good practice harder?',
          multi(
            {
              workload: 'Workload',
              vacancies: 'Vacancies',
              systems: 'Systems',
              thresholds: 'Thresholds',
              'out-of-hours': 'Out of hours',
              other: 'Something else',
            },
            'Nothing',
          ),
          { need: 'may', when: involved },
        ),
        account('D11t', 'How did it make it harder?', {
          need: 'may',
          when: includes('D11', 'workload', 'vacancies', 'systems', 'thresholds', 'out-of-hours', 'other'),
        }),
      ],
    },
    {
      id: 'D12',
      title: 'Learning and action',
      questions: [
        ask('D12', 'Has this theme come up before in local audits or reviews?', ynu, { when: involved }),
        ask('D12r', 'What is the reference of that audit or review?', doc, { need: 'may', when: is('D12', 'yes') }),
        ask('D13n', 'Has your agency taken action already?', yn, { when: notNil }),
        ask(
          'D13',
          'Which action, and when?',
          rows([column('what', 'Action', narrative), column('on', 'Date', passedDate)], { max: 10 }),
          { class: 'S', when: is('D13n', 'yes') },
        ),
        ask('D15', 'Has support been offered to staff?', yn, { when: involved }),
        ask(
          'D16',
          'Is there information you hold but cannot share yet?',
          choice({
            none: 'No',
            'court-order': 'Yes: a court order',
            investigation: 'Yes: a live investigation',
            other: 'Yes: for another reason',
          }),
          { need: 'may', when: notNil },
        ),
      ],
    },
    {
      id: 'D17',
      title: 'Your agency’s view',
      questions: [
        remark('D16w', 'What kind of information, and when could it be shared?', {
          when: is('D16', 'court-order', 'investigation', 'other'),
          need: 'may',
        }),
        ask(
          'D17',
          'Is there more to learn than this rapid review can give?',
          choice({ yes: 'Yes', no: 'No', unsure: 'Unsure' }),
          { when: notNil },
        ),
        account('D17r', 'Why do you think so?', { when: notNil }),
        attest(
          'D18',
          'Confirm the return',
          'This is accurate and fair, avoids blame of individuals, and names no child or family member in chat',
        ),
      ],
    },
  ],
}
