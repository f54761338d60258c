/** The child and the family are told in writing, and in person where possible; a police or CPS hold stops only that (19.20 to 19.22; T25). */
import { outcomeUnder } from '../../engine/course.ts'
import { byButton, byForm, during, type Steps } from '../../engine/procedure.ts'
import { either, policeContact, spa, supportTeam } from '../../who.ts'
import { isReviewed } from '../kind.ts'
import { letterIn } from '../readings.ts'

const onHold = ({ marks }: { marks: Readonly<Record<string, string>> }) => marks.hold === 'hold'
const advice = byForm('J-hold', { label: 'Record the answer', anew: true, outcome: ({ JH1 }) => String(JH1) })
const marks = { clear: ['hold', 'clear'], part: ['hold', 'part'], hold: ['hold', 'hold'] } as const

export const family: Steps = during(isReviewed, {
  advice: {
    says: 'Ask police and CPS whether the family may be told',
    source: '19.22',
    beside: 'family',
    owes: either('Police disclosure contact, or the adviser', policeContact, spa),
    may: 'case.hold',
    due: 'D-19-draft',
    after: ['agree'],
    closes: advice,
    gives: ['asked'],
    givesOn: { hold: ['held'], part: ['held'] },
    marks,
  },
  'hold-review': {
    says: 'Ask police and CPS again whether the family may be told',
    source: '19.22',
    beside: 'family',
    owes: either('Support team, or the police disclosure contact', supportTeam, policeContact),
    may: 'case.hold',
    due: 'D-20',
    after: ['advice'],
    // While a changed decision has them asked anew, that question is the one that counts.
    when: (course) => outcomeUnder(course, 'advice') !== undefined && (onHold(course) || course.marks.hold === 'part'),
    closes: advice,
    repeats: ['hold', 'part'],
    gives: ['asked'],
    marks,
  },
  'letter-approval': {
    says: 'Approve the letter to the family',
    source: '19.21',
    beside: 'family',
    owes: spa,
    may: 'case.family-approve',
    due: 'D-19-draft',
    after: ['advice'],
    when: (course) => !onHold(course),
    closes: byButton({ label: 'Approve the letter', outcome: 'approved', style: 'primary' }),
  },
  letter: {
    says: 'Send the child and family the outcome and its reasons',
    source: '19.21',
    beside: 'family',
    owes: supportTeam,
    may: 'case.family',
    due: 'D-19',
    after: ['advice', 'letter-approval'],
    when: (course) => !onHold(course),
    closes: byForm('J', { label: 'Record the letter', anew: true, outcome: letterIn, moment: 'J3t' }),
  },
  'in-person': {
    says: 'Have the family told in person, where possible',
    source: '19.21',
    beside: 'family',
    owes: supportTeam,
    may: 'case.family',
    due: 'D-19',
    after: ['letter'],
    when: (course) => !onHold(course),
    closes: byButton(
      { label: 'They were told in person', outcome: 'told', style: 'primary' },
      { label: 'It was not possible', outcome: 'not-possible' },
    ),
  },
})
