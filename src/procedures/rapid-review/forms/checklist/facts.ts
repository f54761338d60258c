/** E2: the facts, as far as they can be readily established (19.12 a). */
import { account, ask, choice, column, narrative, passedDate, rows, ynu } from '../../../../forms/ask.ts'
import { choices, type Section } from '../../../../forms/form.ts'

export const facts: Section = {
  id: 'E2',
  title: 'E2 The facts',
  intro: 'As far as they can be readily established. Short: only what supports the decision.',
  questions: [
    account('E2.1', 'What happened, when and where, and who was caring for the child?', { source: '19.12' }),
    account('E2.2', 'Which facts are confirmed?'),
    account('E2.2r', 'Which are reported, but not confirmed?'),
    account('E2.2u', 'Which are not known yet?'),
    ask(
      'E2.3',
      'What did agencies know before the incident?',
      rows(
        [
          column('on', 'Date', passedDate),
          column('agency', 'Agency', { kind: 'choice', options: { from: 'case-agencies' } }),
          column('known', 'What was known and done', narrative),
        ],
        { max: 20 },
      ),
      { class: 'S', hint: 'Turning points only.' },
    ),
    ask(
      'E2.4',
      'How far was each agency involved?',
      rows(
        [
          column('extent', 'Involvement', {
            kind: 'choice',
            options: choices({
              none: 'None',
              universal: 'Universal',
              'early-help': 'Early help',
              'child-in-need': 'Child in need',
              'child-protection': 'Child protection',
              'looked-after': 'Looked after',
              'adult-service': 'Adult service',
            }),
          }),
        ],
        { of: 'case-agencies' },
      ),
    ),
    ask(
      'E2.5',
      'What is the medical opinion on lasting effect?',
      choice({
        died: 'The child died',
        certain: 'Long-term effect is certain',
        likely: 'Long-term effect is likely',
        recovered: 'The child has recovered or is expected to',
        awaited: 'The opinion is awaited',
      }),
      {
        source: '19.3',
        hint: 'Even if a child recovers, serious harm may have occurred; a long-term effect need not be certain.',
      },
    ),
    account('E2.5t', 'What is the medical opinion on the cause and the effect?', { source: '19.3' }),
    ask('E2.6', 'Could a child also be responsible for the harm?', ynu, {
      hint: 'They too may be the subject of a review.',
      source: 'fn 10',
    }),
  ],
}
