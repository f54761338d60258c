/**
 * Form F: the commissioner's decision (19.13 to 19.17; DOMAIN 3.7). Conflict first, then each criterion alone, then the decision. The
 * criteria must be considered; no number of them compels a review, so nothing here is counted up.
 */
import { account, all, ask, attest, choice, is, not, yn } from '../../../forms/ask.ts'
import type { Form, Section } from '../../../forms/form.ts'

const noConflict = is('F6', 'none')
const deciding = all(noConflict, not(is('F0', 'yes')))

/** A criterion on a page of its own: the answer in chat, the reason on the desk. */
function criterion(id: string, title: string, words: string, source: string, hint?: string): Section {
  return {
    id,
    title,
    questions: [
      ask(id, words, choice({ yes: 'Yes', no: 'No', unsure: 'Not sure' }), {
        when: deciding,
        source,
        ...(hint === undefined ? {} : { hint }),
      }),
      account(`${id}r`, 'Why?', { when: deciding }),
    ],
  }
}

export const decision: Form = {
  id: 'F',
  title: 'The decision',
  inOrder: true,
  sections: [
    {
      id: 'F6',
      title: 'Conflict of interest',
      questions: [
        ask(
          'F6',
          'Do you have a conflict of interest in this case?',
          choice({ none: 'No', declared: 'Yes: the {case-alternate|alternate} decides' }),
        ),
      ],
    },
    {
      id: 'F0',
      title: 'Is it ready?',
      questions: [
        ask('F0', 'Return the draft to the {spa|senior professional adviser} without deciding?', yn, {
          need: 'may',
          when: noConflict,
          hint: 'If yes, say under “Rationale” what has to change; the criteria are not asked.',
        }),
      ],
    },
    criterion(
      'F1.1',
      'Must be considered: improvements',
      'Does the case show, or may it show, improvements needed in keeping children safe and well?',
      '19.15, reg. 11',
      'Including ones identified before.',
    ),
    criterion(
      'F1.2',
      'Must be considered: themes',
      'Does it show, or may it show, themes that keep coming back?',
      '19.15',
    ),
    criterion(
      'F1.3',
      'Must be considered: working together',
      'Does it show, or may it show, worries about two or more organisations working together effectively?',
      '19.15',
    ),
    criterion(
      'F1.4',
      'Must be considered: the Panel’s view',
      'Has the {panel|Panel} looked at it, and does it think a local review may be more appropriate?',
      '19.15',
    ),
    criterion(
      'F2.1',
      'Should be considered: one agency',
      'Are partners worried about the actions of a single agency?',
      '19.16',
    ),
    criterion(
      'F2.2',
      'Should be considered: no agency',
      'Was no agency involved, and is that itself worrying?',
      '19.16',
    ),
    criterion(
      'F2.3',
      'Should be considered: several areas',
      'Is more than one local authority, police area or health commissioner involved?',
      '19.16',
      'Including families who have moved.',
    ),
    criterion(
      'F2.4',
      'Should be considered: institutions',
      'May it concern an institutional setting?',
      '19.16, fn 11',
      'A children’s home, a secure home, other residential care, custody including police custody, detention under mental health or capacity law.',
    ),
    criterion(
      'F2.5',
      'Below the definition',
      'Is it below the definition but important here: good practice, poor practice or a near miss?',
      '19.17',
    ),
    criterion(
      'F3.1',
      'National: improvements',
      'Nationally: are improvements needed, including ones identified before?',
      'reg. 3',
    ),
    criterion(
      'F3.2',
      'National: law or guidance',
      'Nationally: may it need a change in the law, or in guidance under it?',
      'reg. 3',
    ),
    criterion('F3.3', 'National: themes', 'Nationally: are there recurring themes?', 'reg. 3'),
    criterion(
      'F3.4',
      'National: further prompts',
      'Nationally: does a further prompt apply?',
      'WT2018 ch. 4',
      'A child educated outside school; in care, or recently left it; several kinds of abuse together; an institutional setting.',
    ),
    {
      id: 'F4',
      title: 'The decision',
      intro: 'Meeting criteria does not compel a review, and one may be started without meeting them.',
      questions: [
        ask(
          'F4',
          'What do you decide?',
          choice({
            commission: 'Commission a {lcspr|local child safeguarding practice review}',
            'no-review': 'No {lcspr|local child safeguarding practice review}',
            national: 'Suggest a national review',
            'local-learning': 'A local learning review',
            'return-to-spa': 'Return the draft to the {spa|senior professional adviser}',
          }),
          { when: deciding, source: '19.13' },
        ),
        account('F5', 'Rationale', {
          when: noConflict,
          source: '19.21',
          hint: 'It goes to the partners and the {panel|Panel}, and in plain words to the family.',
        }),
        attest('F7', 'What you read', 'I have read {version|the current version} of the Rapid Review', {
          when: noConflict,
        }),
      ],
    },
  ],
}
