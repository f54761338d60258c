/** What the answers of the forms mean for the course. */
import type { Answers } from '../../forms/form.ts'

/**
 * Whether the notification has gone to the Panel, which only a person can do, in the national system (2.4); or was of a death without suspected
 * abuse or neglect, which the Panel does not consider (19.9, T8).
 */
export function notificationIn(answers: Answers): string | undefined {
  const ofDeathOnly = answers.B2 === 'looked-after-died' || answers.B2 === 'care-leaver-died'
  if (ofDeathOnly && answers.B3 === 'not-suspected') return 'notify-only'
  return answers.B0 === 'yes' && given(answers.B5) ? 'sent' : undefined
}

/** Whether every safeguarding partner, the commissioner and the support team has a date and time of being told (19.8). */
export function toldEverybody(answers: Answers): string | undefined {
  if (answers.B9y === 'yes' && given(answers.B9t)) return 'told'
  const rows = [...rowsOf(answers.B9), ...rowsOf(answers.B10)]
  return rows.length > 0 && rows.every((row) => given(row.at)) ? 'told' : undefined
}

/** Those for whom no time of being told is known, once it is for somebody. */
export function untold(answers: Answers): readonly string[] {
  if (toldEverybody(answers) !== undefined) return []
  return [...rowsOf(answers.B9), ...rowsOf(answers.B10)].filter((row) => !given(row.at)).map((row) => String(row.row))
}

/** A meeting without a quorum is held again, unless those who were absent have given their view in writing; the clock waits for neither (10.2.14). */
export function meetingOutcome(answers: Answers): string {
  return answers.N2 === 'no' && answers.N2v !== 'written' ? 'inquorate' : 'held'
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

/** Dissent is recorded and attached; it is no veto (T19). */
export function dissentIn(answers: Answers): string {
  return answers.G2 === 'point' ? 'dissent' : 'acknowledged'
}

export function ratificationIn(answers: Answers): string {
  return answers.G5 === 'yes' ? 'ratified' : 'refused'
}

/** A letter counts once it has been sent; until then it is a draft. */
export function letterIn(answers: Answers): string | undefined {
  return answers.J3s === 'yes' ? 'sent' : undefined
}

export function withdrawalIn(answers: Answers): string {
  if (answers.BE1 !== 'yes') return 'refused'
  return answers.BE2 === 'yes' ? 'kept' : 'withdrawn'
}

const given = (answer: unknown) => typeof answer === 'string' && answer !== ''

function rowsOf(answer: Answers[string] | undefined): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(answer) ? (answer as readonly Readonly<Record<string, unknown>>[]) : []
}
