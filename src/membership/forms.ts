/** Forms P: somebody joins, is corrected, leaves. Work details of professionals only; nobody writes about a child here. */
import { anyDate, ask, attest, choiceFrom, column, fact, is, multi, not, rows, yn } from '../forms/ask.ts'
import type { Form, Question } from '../forms/form.ts'

const name = (id: string): Question =>
  ask(
    id,
    'What are they called?',
    {
      kind: 'text',
      max: 80,
      lines: 'one',
      pattern: { source: "\\p{L}[\\p{L}\\p{M}'\u2019. -]{2,79}", says: 'Write their first name and surname' },
    },
    { ofStaff: true, hint: 'First name and surname, as colleagues know them.' },
  )

const address = (id: string): Question =>
  ask(
    id,
    'What is their work e-mail address?',
    {
      kind: 'text',
      max: 120,
      lines: 'one',
      pattern: {
        source: "[A-Za-z0-9._%+\u2019'-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+",
        says: 'Write a whole e-mail address, for example gil.nullman@hackney.example',
      },
    },
    {
      ofStaff: true,
      hint: 'The one their Slack or Teams account has: Muster knows the account by it. Never a private address.',
    },
  )

const agency = (id: string): Question => ask(id, 'Whom do they work for?', choiceFrom('every-agency'))

const reach = (id: string): Question =>
  ask(id, 'Where are they reached?', multi({ slack: 'In Slack', teams: 'In Teams', email: 'By e-mail' }), {
    hint: 'Mail is the last resort for everybody.',
  })

const join: Form = {
  id: 'P-join',
  title: 'Somebody joins',
  sections: [
    {
      id: 'PJ1',
      title: 'Who they are',
      questions: [
        name('PJ1'),
        agency('PJ2'),
        address('PJ3'),
        reach('PJ4'),
        attest(
          'PJ5',
          'Have they been asked?',
          'They agree to be reached there, and know that Muster keeps their name, agency and work address, and what they do here.',
          { source: 'PR-7' },
        ),
      ],
    },
    {
      id: 'PJ6',
      title: 'What they do',
      intro: '{seats|Seats are given by whoever may give them.} Leave this empty if they hold no seat.',
      questions: [
        ask('PJ6', 'Do they take over from somebody who has left?', choiceFrom('leavers'), {
          need: 'may',
          when: fact('leavers', 'yes'),
          hint: 'They then get that person’s seats, and what is still open is offered to them.',
        }),
        ask(
          'PJ7',
          'Which seats are they to hold?',
          rows(
            [
              column('role', 'Role', choiceFrom('seat-roles')),
              column('group', 'Group', choiceFrom('groups'), 'may'),
              column('area', 'Area', choiceFrom('areas'), 'may'),
              column('until', 'Until', anyDate),
            ],
            { max: 6 },
          ),
          { need: 'may', hint: 'A role is held until a day, and then it is looked at again.', source: 'DOMAIN 6' },
        ),
      ],
    },
  ],
}

const correct: Form = {
  id: 'P-correct',
  title: 'Correct somebody’s details',
  sections: [
    {
      id: 'PC1',
      title: '{person|Their details}',
      intro: '{filed|What is recorded here wins over the people file.}',
      questions: [name('PC1'), agency('PC2'), address('PC3'), reach('PC4')],
    },
  ],
}

const leave: Form = {
  id: 'P-leave',
  title: 'Somebody leaves',
  sections: [
    {
      id: 'PL1',
      title: '{person|Somebody} leaves',
      intro: '{held|Their seats end with this.}',
      questions: [
        ask('PL1', 'Does somebody take over what they owe?', yn, {
          hint: 'If nobody does yet, the support team holds it until somebody is named.',
        }),
        ask('PL2', 'Who takes over?', choiceFrom('people'), { when: is('PL1', 'yes') }),
        ask('PL3', 'Do their seats pass to them as well?', yn, {
          when: { all: [is('PL1', 'yes'), fact('seats', 'yes')] },
        }),
        attest(
          'PL4',
          'They have left',
          'From now on nothing leads them in: their seats end, their accounts and links are closed, and what Muster showed them in chat is taken away.',
          { when: not(fact('left', 'yes')) },
        ),
      ],
    },
  ],
}

export const forms: Readonly<Record<string, Form>> = { [join.id]: join, [correct.id]: correct, [leave.id]: leave }
