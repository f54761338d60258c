/** E3: the context of the child's and the family's life; a purpose that later guidance adds (DOMAIN 3.1, 7). */
import { account, ask, column, fact, multi, rows, ynu } from '../../../../forms/ask.ts'
import type { Section } from '../../../../forms/form.ts'

const when = fact('purposeE3', 'yes')

export const lifeContext: Section = {
  id: 'E3',
  title: 'E3 The child’s life',
  questions: [
    account(
      'E3.1',
      'What would a day in this child’s life have looked like? Whose voice do we have, and whose is missing?',
      { when },
    ),
    ask(
      'E3.2',
      'Did any of these affect what the family experienced and what services did?',
      rows([column('relevant', 'Relevant', ynu)], {
        of: {
          race: 'Race',
          racism: 'Racism',
          ethnicity: 'Ethnicity',
          culture: 'Culture',
          faith: 'Faith',
          language: 'Language',
          disability: 'Disability',
          neurodivergence: 'Neurodivergence',
          sex: 'Sex',
          sexuality: 'Sexuality',
          poverty: 'Poverty',
          immigration: 'Immigration status',
        },
      }),
      { when },
    ),
    account('E3.2t', 'How did they?', { when }),
    ask(
      'E3.3',
      'Which risks were there outside the home or online?',
      multi(
        {
          'criminal-exploitation': 'Criminal exploitation',
          'sexual-exploitation': 'Sexual exploitation',
          gangs: 'Gangs or serious violence',
          peers: 'Harm from peers',
          online: 'Online harm',
          missing: 'Going missing',
          radicalisation: 'Radicalisation',
          unknown: 'Not known',
        },
        'None',
      ),
      { when },
    ),
    account('E3.3t', 'What is known of those risks?', { when }),
    ask(
      'E3.4',
      'Was each parent and significant adult known and considered?',
      rows([column('known', 'Known and considered', ynu)], {
        of: {
          mother: 'Mother',
          father: 'Father',
          partner: 'A new partner',
          'out-of-household': 'An adult outside the household',
          'other-adult': 'Another significant adult',
        },
      }),
      { when },
    ),
  ],
}
