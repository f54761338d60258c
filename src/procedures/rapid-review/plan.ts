/** What the plan and the terms of a review begin with; what the plan puts into the tracker, and what the checks say of each action (19.30; D-28, form M). */
import type { Answers, Row } from '../../forms/form.ts'
import { given } from '../../kernel/given.ts'
import { answersOf, type Course, latest, limitFor } from '../engine/course.ts'
import type { Assessment, ToBeDone } from '../engine/procedure.ts'
import { leadArea } from '../who.ts'

const rowsOf = (answer: Answers[string] | undefined) => (Array.isArray(answer) ? (answer as readonly Row[]) : [])
const words = (cell: Row[string] | undefined) => (cell === undefined || cell === '' ? undefined : String(cell))

/** The actions of the approved plan; Case Review sets them, and accepts their evidence. */
export function plannedActions(course: Course): readonly ToBeDone[] {
  return rowsOf(answersOf(course, 'M-plan').MP3).map((row) => ({
    what: words(row.action) ?? String(row.recommendation),
    agency: String(row.agency),
    due: String(row.by),
    group: 'case-review',
    ...given({
      role: words(row.owner),
      recommendation: words(row.recommendation),
      impact: words(row.better),
      measure: words(row.measure),
    }),
  }))
}

/** What the adviser had down already as clear enough to act on: the plan begins with it (form E5.5). */
export function planBegins(course: Course): Answers {
  const clear = rowsOf(answersOf(course, 'E')['E5.5'])
  if (clear.length === 0) return {}
  const row = ({ recommendation = '', owner = '', by = '', measure = '' }: Row) => ({
    recommendation,
    owner,
    by,
    measure,
  })
  return { MP2: 'yes', MP3: clear.map(row) }
}

/** The terms begin with the area that leads, and the date that the law's figure gives. */
export function termsBegin(course: Course): Answers {
  const area = leadArea(course)
  const limit = limitFor(course, 'publish')?.limit
  return given({ K1: area, K9: limit })
}

/** What the check that has just been recorded says of each action. */
export function assessedActions(course: Course): readonly Assessment[] {
  return rowsOf(latest(course, 'L-impact')?.answers.LI4).map((row) => ({
    action: String(row.row),
    changed: String(row.changed),
    how: String(row.how ?? ''),
  }))
}
