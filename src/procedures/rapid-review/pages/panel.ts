/** The Panel answers; where it disagrees the commissioner and the partners look at the decision again (19.18, 19.19; T21 to T24). */
import { sayDate } from '../../../kernel/time.ts'
import { answersOf, type Course, outcomeUnder } from '../../engine/course.ts'
import type { Unsigned } from '../../engine/facts.ts'
import { byRule } from '../../engine/limits.ts'
import { byButton, byForm, during, type Steps } from '../../engine/procedure.ts'
import { eachSafeguardingPartner, icscOrAlternate, spa } from '../../who.ts'
import { isStatutory } from '../kind.ts'
import { notBefore, reallyChanged } from '../needs.ts'

/** What a changed decision starts anew: it is ratified again, and the family is told again (10.2.23). */
const ANEW = ['ratify', 'advice']

export const panel: Steps = during(isStatutory, {
  panel: {
    says: 'Record the Panel’s response, or ask after it',
    source: '19.18',
    owes: spa,
    may: 'case.panel',
    due: 'D-16',
    after: ['submit'],
    closes: byForm('I', { label: 'Record the response', outcome: ({ I2 }) => String(I2), moment: 'I1' }),
    gives: ['answered'],
    needs: notBefore('submitted', 'I', 'I1'),
  },
  report: {
    says: 'Report the Panel’s response back to the partners',
    source: '19.19',
    owes: spa,
    may: 'case.panel',
    due: 'D-17-report',
    after: ['panel'],
    closes: byButton({ label: 'Circulated to the partners', outcome: 'circulated', style: 'primary' }),
    tells: [eachSafeguardingPartner, icscOrAlternate],
  },
  reply: {
    says: 'Answer what the Panel asked',
    source: '19.19',
    owes: spa,
    may: 'case.panel',
    due: 'D-17',
    after: ['panel'],
    when: (course) => outcomeUnder(course, 'panel') === 'asks',
    setFor: (course) => {
      const date = answersOf(course, 'I').I3
      return typeof date === 'string' && date !== '' ? { date, by: 'in the Panel’s letter' } : undefined
    },
    closes: byForm('I-reply', { label: 'Record the reply', outcome: () => 'replied', moment: 'IR1' }),
    back: { replied: 'panel' },
    leaves: countedFromTheReply,
  },
  reconvene: {
    says: 'Meet with the partners and review the decision',
    source: '19.19',
    owes: icscOrAlternate,
    may: 'case.agree',
    due: 'D-17',
    after: ['panel'],
    when: (course) => outcomeUnder(course, 'panel') === 'disagrees',
    closes: byForm('I-again', {
      label: 'Record the reviewed decision',
      outcome: ({ IA2 }) => String(IA2),
      moment: 'IA1',
    }),
    gives: ['reconvened'],
    givesOn: {
      commission: ['decided', 'commissioned'],
      'no-review': ['decided'],
      'local-learning': ['decided'],
    },
    marks: {
      commission: ['decision', 'commission'],
      'no-review': ['decision', 'no-review'],
      'local-learning': ['decision', 'local-learning'],
    },
    again: { commission: ANEW, 'no-review': ANEW, 'local-learning': ANEW },
    needs: reallyChanged,
    tells: [eachSafeguardingPartner, spa],
  },
})

/** The wait for the Panel's next answer begins with our reply. */
function countedFromTheReply(course: Course): readonly Unsigned[] {
  const limit = byRule({ ...course, events: { ...course.events, submitted: course.at } }, 'D-16')
  if (limit === undefined) return []
  return [
    {
      kind: 'extended',
      data: {
        owed: 'panel',
        to: limit.limit,
        reason: `counted from our reply of ${sayDate(limit.start.slice(0, 10))}`,
      },
    },
  ]
}
