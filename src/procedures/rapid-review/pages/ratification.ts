/** Each partner ratifies the commissioner's decision, beside everything else. A refusal opens a dispute and blocks nothing (11.5; 10.2.19). */
import { sayDate } from '../../../kernel/time.ts'
import { outcomeWords } from '../../cards/outcome.ts'
import { ladder } from '../../dispute/ladder.ts'
import { type Course, inStep, limitFor, reached } from '../../engine/course.ts'
import { byButton, during, type Steps } from '../../engine/procedure.ts'
import { eachSafeguardingPartner } from '../../who.ts'
import { ratificationDispute } from '../disputes.ts'
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
    reads: 'F',
    closes: ratifying,
    explains: (course) => [...whatWasDecided(course), ...whenItIsRead(course)],
    givesOn: { refused: ['disputed'] },
    onAgenda: {
      outcome: 'refused',
      of: 'strategic',
      title: ({ subject }) => `${subject.title}: a partner has not ratified the decision`,
    },
  },
  ...ladder(ratificationDispute),
})

/** The decision as it stands now: a partner who is asked anew must not read the one that has been changed since (19.19). */
function whatWasDecided(course: Course): readonly string[] {
  const reviewed = inStep(course, 'reconvene').findLast(({ closed }) => closed !== undefined)
  if (reviewed !== undefined) return [`Reviewed with the partners. ${outcomeWords(course, reviewed)}.`]
  return inStep(course, 'agree').map((one) => `What was decided: ${outcomeWords(course, one)}.`)
}

/** Partners read the review and the reasons from when it is shared with them: who is asked before that hears when it will be (D-14). */
function whenItIsRead(course: Course): readonly string[] {
  if (reached(course, 'share')) return []
  const by = limitFor(course, 'circulate')?.limit
  return [`The review and the reasons reach you when it is shared${by === undefined ? '' : `, by ${sayDate(by)}`}.`]
}
