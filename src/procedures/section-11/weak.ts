/** Standards that an agency does not fully meet, and the actions that a person confirms for them (20.12; DOMAIN 5, rank 7). */

import type { Answers, Row } from '../../forms/form.ts'
import { type Refusal, refuse } from '../../kernel/result.ts'
import { agencyName } from '../../partnership/partnership.ts'
import { answersOf, type Course, latest, outcomeUnder } from '../engine/course.ts'
import type { Unsigned } from '../engine/facts.ts'
import { obligorOf } from '../engine/keys.ts'
import type { ToBeDone } from '../engine/procedure.ts'
import { eachAgencyNamed } from '../who.ts'
import { STANDARDS } from './forms.ts'

export interface Weak {
  readonly agency: string
  readonly standard: keyof typeof STANDARDS
}

export const asked = eachAgencyNamed('S-open', 'SO1')

const rowsOf = (answer: Answers[string] | undefined) => (Array.isArray(answer) ? (answer as readonly Row[]) : [])

/** Every standard that a signed-off answer calls partly met or not met. */
export function weakIn(course: Course): readonly Weak[] {
  return asked(course).flatMap(({ id = '' }) =>
    outcomeUnder(course, `submit/${id}`) === undefined ? [] : weakOf(course, id),
  )
}

function weakOf(course: Course, agency: string): readonly Weak[] {
  return rowsOf(answersOf(course, 'S-return', `submit/${agency}`).SR1)
    .filter(({ met }) => met === 'partly' || met === 'not')
    .map(({ row }) => ({ agency, standard: row as Weak['standard'] }))
}

/** The form begins with every weak standard: what the agency proposes, and its contact; the day is for whoever confirms it. */
export function actionsBegin(course: Course): Answers {
  const contacts = new Map(asked(course).map(({ id, people }) => [id, people[0] ?? '']))
  const rows = weakIn(course).map(({ agency, standard }) => ({
    agency,
    standard,
    action: String(answersOf(course, 'S-return', `submit/${agency}`).SR2 ?? ''),
    owner: contacts.get(agency) ?? '',
    by: '',
  }))
  return { SA1: rows }
}

const confirmed = (course: Course) => rowsOf(latest(course, 'S-actions')?.answers.SA1)

/** None may be left without: a weak standard that nobody does anything about is what the window is there to find. */
export function everyWeakHasAnAction(course: Course): Refusal | undefined {
  const rows = confirmed(course)
  const left = weakIn(course).filter(
    ({ agency, standard }) => !rows.some((row) => row.agency === agency && row.standard === standard),
  )
  if (left.length === 0) return undefined
  const names = left.map(
    ({ agency, standard }) =>
      `${agencyName(course.partnership, agency, course.at)}: ${STANDARDS[standard].toLowerCase()}`,
  )
  return refuse(
    'standard-without-action',
    `No action is there yet for ${names.join('; ')}.`,
    'Add a row for each: who does what, until when.',
    'SA1',
  )
}

export function confirmedActions(course: Course): readonly ToBeDone[] {
  return confirmed(course).map((row) => ({
    what: String(row.action),
    agency: String(row.agency),
    owner: String(row.owner),
    due: String(row.by),
    group: 'quality',
    recommendation: `${STANDARDS[row.standard as Weak['standard']]} is not fully met`,
  }))
}

/** A late answer may show what nobody has confirmed an action for yet. */
export function lateWeakness(course: Course, { owed }: { readonly owed: string }): readonly Unsigned[] {
  const agency = obligorOf(owed) ?? ''
  if (outcomeUnder(course, 'weak') === undefined || weakOf(course, agency).length === 0) return []
  return [
    { kind: 'reopened', data: { steps: ['weak'], reason: 'a late answer shows a standard that is not fully met' } },
  ]
}
