/** Each partner ratifies the commissioner's decision, beside everything else. A refusal opens a dispute and blocks nothing (11.5; 10.2.19). */
import { outcomesIn } from '../../engine/course.ts'
import { byButton, during, type Steps } from '../../engine/procedure.ts'
import { eachSafeguardingPartner, icscOrAlternate } from '../../who.ts'
import { isReviewed } from '../kind.ts'
import { ratificationIn } from '../readings.ts'

export const ratifying = byButton(
  {
    label: 'Ratify',
    outcome: 'ratified',
    style: 'primary',
    confirm: 'This ratifies the decision for your organisation. It is in force already; nothing is sent to the Panel.',
  },
  { label: 'Refuse, with a reason', outcome: 'refused', style: 'danger', form: 'G-ratify', outcomeOf: ratificationIn },
)

export const ratification: Steps = during(isReviewed, {
  ratify: {
    says: 'Ratify the commissioner’s decision',
    source: '11.5',
    beside: 'ratification',
    owes: eachSafeguardingPartner,
    may: 'case.ratify',
    due: 'D-18',
    after: ['agree'],
    closes: ratifying,
    givesOn: { refused: ['disputed'] },
  },
  dispute: {
    says: 'Facilitate the dispute about ratification; the decision stays in force',
    source: '27.1',
    beside: 'ratification',
    owes: icscOrAlternate,
    may: 'dispute.move',
    due: 'D-29',
    after: ['agree'],
    when: (course) => outcomesIn(course, 'ratify').includes('refused'),
    closes: byButton(
      { label: 'Resolved', outcome: 'resolved', style: 'primary' },
      { label: 'To the SLT’s agenda', outcome: 'slt-agenda' },
    ),
  },
})
