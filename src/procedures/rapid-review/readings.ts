/** What the answers of a Rapid Review's forms mean for its course. */
import type { Answers } from '../../forms/form.ts'

/** Whether the notification has gone to the Panel, which only a person can do, in the national system (2.4). */
export function notifiedYet(answers: Answers): boolean {
  return answers.B0 === 'yes' && typeof answers.B5 === 'string' && answers.B5 !== ''
}

/** Whether every safeguarding partner, the commissioner and the support team has a date and time of being told (19.8). */
export function toldEverybody(answers: Answers): boolean {
  const rows = [...rowsOf(answers.B9), ...rowsOf(answers.B10)]
  return rows.length > 0 && rows.every((row) => typeof row.at === 'string' && row.at !== '')
}

/** A meeting without a quorum is held again; the clock does not wait for it (10.2.14). */
export function meetingOutcome(answers: Answers): string {
  return answers.N2 === 'no' ? 'inquorate' : 'held'
}

/** The commissioner's decision: the choice made, or that a conflict of interest keeps them from making it. */
export function decisionIn(answers: Answers): string {
  if (answers.F6 === 'declared') return 'conflict'
  return answers.F0 === 'yes' ? 'return-to-spa' : String(answers.F4 ?? '')
}

/** A point about wording is noted; one about a fact or the decision goes back to the commissioner (T18). */
export function pointIn(answers: Answers): string {
  if (answers.G2 !== 'point') return 'acknowledged'
  return answers.G3 === 'wording' ? 'point-of-wording' : 'point-of-substance'
}

export function ratificationIn(answers: Answers): string {
  return answers.G5 === 'yes' ? 'ratified' : 'refused'
}

function rowsOf(answer: Answers[string] | undefined): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(answer) ? (answer as readonly Readonly<Record<string, unknown>>[]) : []
}
