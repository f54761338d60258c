/** What must be true before a step may be closed. Each gives a refusal that says what to do, or nothing. */
import { type Refusal, refuse } from '../../kernel/result.ts'
import { londonInstant, sayMoment } from '../../kernel/time.ts'
import { holders, personById } from '../../partnership/partnership.ts'
import { answersOf, type Course, inStep, latest, outcomeUnder, owedUnder } from '../engine/course.ts'
import { leadArea } from '../who.ts'
import { triageDispute } from './disputes.ts'

interface How {
  readonly outcome: string
  readonly owed: string
  readonly by: string
}

/** The alternate decision-maker must be known before the first agreement, so that a conflict can never stop the clock (10.2.11). */
export function alternateBeforeAgreement(course: Course, { outcome }: How): Refusal | undefined {
  const { partnership, at } = course
  if (!partnership.profile.settings.caseAlternateFirst) return undefined
  if (holders(partnership, 'case-alternate', at).length > 0 || outcome === 'return-to-spa') return undefined
  return refuse(
    'no-alternate',
    'No case alternate has been appointed, so nobody could decide if the commissioner had a conflict of interest.',
    'Ask the SLT to appoint one; the support team records it with "/muster seat give case-alternate".',
  )
}

/** What answers an event cannot have happened before it: a date typed a year early would be counted from. */
export function notBefore(event: string, form: string, question: string) {
  return (course: Course): Refusal | undefined => {
    const answer = answersOf(course, form)[question]
    const was = course.events[event]
    if (typeof answer !== 'string' || was === undefined || londonInstant(answer) >= was) return undefined
    const says = course.partnership.profile.events[event] ?? event
    return refuse(
      'before-the-event',
      `That is before ${says}, on ${sayMoment(was)}.`,
      'Check the date and time; what was recorded before can be corrected under “More…”.',
      question,
    )
  }
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

/** The duty to notify is the local authority's, so its view is the last word on notifying; but it must have been heard (19.6). */
export function authorityHasTheLastWord(course: Course, { outcome }: How): Refusal | undefined {
  const authority = outcome === 'disputed' ? undefined : authorityOf(course)
  if (authority === undefined) return undefined
  const { name, view } = authority
  if (view === undefined)
    return refuse(
      'view-missing',
      `${name} has not given its view, and the duty to notify is its own.`,
      `Ask ${name} to answer its card, then record the discussion.`,
    )
  if ((outcome === 'notify') === (view === 'notify')) return undefined
  return refuse(
    'not-the-authoritys-view',
    `${name} has the last word on notifying, and its view is different.`,
    'Record that the partners disagree: a dispute is opened, and the limit for notifying keeps running.',
  )
}

/** What whoever convenes the discussion must wait for; nothing once the authority has said what it thinks. */
export function viewStillToCome(course: Course): readonly string[] {
  const authority = authorityOf(course)
  if (authority === undefined || authority.view !== undefined) return []
  return [`Wait for ${authority.name}: it has not given its view, and the discussion counts only with it.`]
}

/** The local authority of the area, and what it has said about notifying. */
function authorityOf(course: Course): { readonly name: string; readonly view: string | undefined } | undefined {
  const area = leadArea(course)
  const authority = area === undefined ? undefined : course.partnership.profile.areas[area]?.localAuthority
  if (authority === undefined) return undefined
  const name = course.partnership.profile.agencies[authority]?.name ?? authority
  return { name, view: outcomeUnder(course, `views/${authority}`) }
}

/** No case ends without a review before the three views are in (T5). */
export function everyViewBeforeNone(course: Course, { outcome }: How): Refusal | undefined {
  const missing = inStep(course, 'views').filter((one) => one.closed === undefined)
  if (outcome !== 'none' || missing.length === 0) return undefined
  const names = missing.map((one) => one.obligor.label).join(' and ')
  return refuse(
    'view-missing',
    `${names} have not given their view yet.`,
    'Ask them to answer their cards; they still can.',
  )
}

/** No case ends without a review while the partners disagree whether it must be notified, or the authority says that it must (19.6, 10.2.35). */
export function nothingToNotifyBeforeNone(course: Course, { outcome }: How): Refusal | undefined {
  if (outcome !== 'none') return undefined
  if (course.owed.some(({ status, step }) => status === 'open' && step.startsWith(`${triageDispute.name}-`)))
    return refuse(
      'disputed',
      'The partners disagree whether it must be notified, and the limit for notifying runs.',
      'Wait until they have settled it; a local review you can open at once.',
    )
  const authority = authorityOf(course)
  if (authority?.view !== 'notify') return undefined
  return refuse(
    'not-the-authoritys-view',
    `${authority.name} has said that it must be notified, and the duty is its own.`,
    'Ask the Senior Professional Adviser to record the discussion again; a local review you can open at once.',
  )
}

/** A changed decision sets new dates and asks family and partners anew, so it must be another one than before (19.19). */
export function reallyChanged({ marks }: Course, { outcome }: How): Refusal | undefined {
  if (outcome !== marks.decision) return undefined
  return refuse(
    'not-a-change',
    'That is what had been decided already, so nothing would change.',
    'Choose “It stands as it was”, or another decision.',
  )
}

/** A point raised once the review has gone to the Panel cannot send it back; dissent can still be recorded (T19). */
export function beforeSubmission(course: Course, { outcome }: How): Refusal | undefined {
  if (outcome !== 'point-of-substance' || outcomeUnder(course, 'submit') === undefined) return undefined
  return refuse(
    'submitted-already',
    'The review has gone to the Panel, so a point cannot send it back to the commissioner any more.',
    'Choose "Acknowledge with dissent": it is recorded and attached.',
  )
}

/** The two-person rule (DOMAIN 6, rule 3): whoever closes it is not whoever did the other thing. */
export function anotherPersonThan(...keys: readonly string[]) {
  return (course: Course, { by }: How): Refusal | undefined => {
    const did = keys.flatMap((key) => {
      const form = course.submitted.findLast((one) => one.owed === key)
      return [course.closings.get(key)?.by, form?.by]
    })
    if (!did.includes(by)) return undefined
    const name = personById(course.partnership, by)?.name ?? 'You'
    return refuse(
      'two-people',
      `${name} has already done the first half of this, and it takes two people.`,
      'Ask a colleague who may do it to press the button.',
    )
  }
}

/** Who says that every action is at an end is held to it by the tracker; otherwise there must be a reason (T38). */
export function actionsAreAsSaid(course: Course): Refusal | undefined {
  const open = inStep(course, 'actions').filter(({ status }) => status === 'open')
  if (open.length === 0 || answersOf(course, 'M-close').MC1 !== 'yes') return undefined
  return refuse(
    'actions-open',
    `${open.map(({ obligor }) => obligor.label).join(', ')} ${open.length === 1 ? 'is' : 'are'} still open in the tracker.`,
    'Have the evidence accepted there; or answer No, and say why the case is closed all the same.',
    'MC1',
  )
}

/** A case is not closed over a date that still runs on the main line; what runs beside it never blocks. */
export function nothingDatedIsOpen(course: Course, { owed }: How): Refusal | undefined {
  const open = course.owed.filter(
    (one) =>
      one.status === 'open' && one.key !== owed && one.limit && course.procedure.steps[one.step]?.beside === undefined,
  )
  if (open.length === 0) return undefined
  return refuse(
    'still-open',
    `This is still open: ${[...new Set(open.map((one) => one.what))].join('; ')}.`,
    'Finish it first, or have its date moved.',
  )
}
