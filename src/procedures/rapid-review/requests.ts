/** What agencies are asked for, on which basis, what more they are asked for, and what it goes on without (26.1; T10 to T12, PR-9). */
import type { Row } from '../../forms/form.ts'
import { type Refusal, refuse } from '../../kernel/result.ts'
import { answersOf, type Course, inStep, owedUnder } from '../engine/course.ts'
import type { Unsigned } from '../engine/facts.ts'
import { obligorOf } from '../engine/keys.ts'

/** Every request says why it may be made, and that the least is enough. */
export function onWhichBasis(course: Course): readonly string[] {
  const basis = course.partnership.profile.legalBasis[String(answersOf(course, 'C').C5)]
  return basis === undefined ? [] : [`Basis: ${basis} Answer on the desk, with the least that is needed.`]
}

/** What the adviser wants to know besides, on the card of the agency it is asked of. */
export function moreAskedOf(course: Course, key: string): readonly string[] {
  const agency = obligorOf(key)
  const last = course.submitted.findLast(({ form, answers }) => form === 'C-more' && answers.CP1 === agency)
  const isOpen = owedUnder(course, key)?.closed === undefined
  return last !== undefined && isOpen ? [`More is asked for: ${last.answers.CP2}`] : []
}

/** A return that is in is asked for again: what was written stays, and is added to. */
export function askedForMore(course: Course, agency: string): Unsigned | Refusal {
  const key = `returns/${agency}`
  if (owedUnder(course, key)?.closed === undefined) {
    return refuse('not-in', 'That agency’s return is not in yet.', 'Choose an agency that has answered.', 'CP1')
  }
  return { kind: 'reopened', data: { steps: [key], reason: 'the adviser asks for more' } }
}

/** Going on without returns takes a reason for each that is missing (T12). */
export function cutOff(course: Course, answer: unknown): Unsigned | Refusal {
  const missing = inStep(course, 'returns').filter(({ status }) => status === 'open')
  const rows = Array.isArray(answer) ? (answer as readonly Row[]) : []
  const left = missing.filter(({ obligor }) => !rows.some(({ agency }) => agency === obligor.id))
  if (left.length > 0) {
    return refuse(
      'missing-unexplained',
      `No reason is given for ${left.map(({ obligor }) => obligor.label).join(', ')}.`,
      'Add a row for each agency whose return is missing.',
      'CU1',
    )
  }
  return {
    kind: 'marked',
    data: { mark: 'cutoff', value: 'yes', reason: 'it goes on without the returns that are missing' },
  }
}
