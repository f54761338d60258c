/** What must be true before a step of a Rapid Review may be closed. Each gives a refusal that says what to do, or nothing. */
import { type Refusal, refuse } from '../../kernel/result.ts'
import { holders } from '../../partnership/partnership.ts'
import { type Course, latest, owedUnder } from '../engine/course.ts'

/** The alternate decision-maker must be known before the first agreement, so that a conflict can never stop the clock (10.2.11). */
export function alternateBeforeAgreement(course: Course, { outcome }: { outcome: string }): Refusal | undefined {
  if (holders(course.partnership, 'case-alternate', course.at).length > 0) return undefined
  if (outcome === 'return-to-spa') return undefined
  return refuse(
    'no-alternate',
    'No case alternate has been appointed, so nobody could decide if the commissioner had a conflict of interest.',
    'Ask the SLT to appoint one; the support team records it with "/muster seat give case-alternate".',
  )
}

/** Only what the commissioner read and agreed may go to the Panel: the two hashes must be the same (19.13). */
export function agreedVersionIsCurrent(course: Course): Refusal | undefined {
  const draft = latest(course, 'E')
  const agreed = owedUnder(course, 'agree')?.closed
  if (draft !== undefined && agreed?.hash === draft.hash) return undefined
  return refuse(
    'not-the-agreed-version',
    `The Rapid Review has changed since the commissioner agreed it${draft ? `: it is now version ${draft.version}` : ''}.`,
    'Ask the commissioner to agree the current version; only then can its submission be recorded.',
  )
}
