/**
 * A procedure is data: its steps, who owes each, what opens it, by which rule it is due, what closes it and what follows.
 * The engine reads it; nothing about a particular process is written anywhere else.
 *
 * @example
 *   export const sectionEleven = procedure('section-11', {
 *     title: 'Section 11 self-evaluation', source: '20.10 to 20.12',
 *     entrances: { open: { form: 'S11-open', may: 'audit11.open', events: { opened: 'now' } } },
 *     steps: {
 *       submit: { says: 'Self-evaluation', owes: eachAgencyInScope, may: 'audit11.submit', due: 'D-44', closes: byForm('S11') },
 *       report: { says: 'Findings to Quality Assurance', owes: spa, may: 'audit11.report', after: ['submit'], closes: byButton('Reported', 'reported') },
 *     },
 *   })
 */
import type { Obligor } from '../../chasing/owed.ts'
import type { Answers, Form } from '../../forms/form.ts'
import type { Refusal } from '../../kernel/result.ts'
import type { Setting } from '../../matter.ts'
import type { Course } from './course.ts'

export type Who = (course: Course) => readonly Obligor[]

export interface Procedure {
  readonly id: string
  readonly title: string
  /** Paragraphs of the arrangements it carries out. */
  readonly source: string
  /** How one begins: a form somebody may submit. */
  readonly entrances: Readonly<Record<string, Entrance>>
  readonly steps: Readonly<Record<string, Step>>
  /** What else may happen to it on the way: awareness revised, withdrawn, extended. */
  readonly moves: Readonly<Record<string, Move>>
  /** The names of its states, the furthest first: the first one that holds is where the course stands. */
  readonly stages: readonly Stage[]
  readonly forms: Readonly<Record<string, Form>>
  /** `RR` in `RR-2026-04`. */
  readonly numbered: string
  /** What its forms may ask about the world, as words: `late: 'yes'`. */
  formFacts?(
    form: string,
    answers: Answers,
    setting: Setting,
    who: { readonly course: Course | undefined; readonly roles: readonly string[] },
  ): Readonly<Record<string, string>>
}

export interface Entrance {
  readonly form: string
  readonly may: string
  /** Events fixed by the answers (`aware: 'B1'`), or by the moment of submitting (`'now'`). */
  readonly events: Readonly<Record<string, string>>
  /** What the course knows of itself from the start: its area, its kind. Ids and choices only. */
  about(answers: Answers): Readonly<Record<string, string>>
  /** The steps this form closes there and then: a notification already sent is not asked for again. */
  readonly closes?: readonly string[]
  /** Who is told that it began. */
  readonly tells?: readonly Who[]
}

export interface Step {
  /** "Agency return": what is owed, in the words of a card. */
  readonly says: string
  readonly owes: Who
  /** The verb in the authority table that closing it needs. */
  readonly may: string
  /** A rule id of the profile; the procedure never writes a number. */
  readonly due?: string
  /** Steps that must be settled (done, or gone on without) before this one opens. */
  readonly after?: readonly string[]
  readonly when?: (course: Course) => boolean
  readonly closes: Closing
  /** The event its closing fixes, for rules that count from it; its own name otherwise. */
  readonly gives?: string
  /** Outcomes that send the course back: this step's outcome → the step to be done again, with all that follows from it. */
  readonly back?: Readonly<Record<string, string>>
  /** Outcomes that leave a mark on the course: `conflict: ['conflict', 'declared']`. */
  readonly marks?: Readonly<Record<string, readonly [mark: string, value: string]>>
  /** What to go on without: when that step is settled, or when the limit has passed. */
  readonly gap?: { readonly once: string } | { readonly at: 'limit' }
  /** What else must be true at the moment of closing. */
  readonly needs?: (
    course: Course,
    how: { readonly outcome: string; readonly owed: string; readonly by: string },
  ) => Refusal | undefined
  readonly source?: string
  /** The form whose text it decides on: its hash is recorded with the decision, and amending it asks for the decision again. */
  readonly reads?: string
  /** Who is told when it is done (the last column of DOMAIN 2.3). */
  readonly tells?: readonly Who[]
  /** Runs beside the main line and is drawn apart: safety, family, ratification. */
  readonly beside?: string
}

export type Closing =
  /** Submitting a form. Its outcome is read from the answers (none: it was saved, and the step stays open); its moment may be one of them (when the meeting was held, not when that was typed). */
  | {
      readonly by: 'form'
      readonly form: string
      readonly label?: string
      readonly amendable?: true
      outcome?(answers: Answers): string | undefined
      readonly moment?: string
    }
  /** One press, with the consequence in words. A choice may first ask for a form. */
  | { readonly by: 'button'; readonly choices: readonly Choice[] }

export interface Choice {
  readonly label: string
  readonly outcome: string
  readonly style?: 'primary' | 'danger' | 'plain'
  readonly confirm?: string
  readonly form?: string
  /** The outcome the form's answers amount to, where that is finer than the button: a point of wording, a point of substance. */
  outcomeOf?(answers: Answers): string
}

export interface Move {
  readonly says: string
  readonly may: string
  readonly form?: string
  /** Where the course must stand for it. */
  readonly at?: readonly string[]
  /** The facts it leaves; a refusal when it may not be. */
  readonly does: (course: Course, answers: Answers) => readonly MoveFact[] | Refusal
}

export type MoveFact = { readonly kind: string; readonly data: Readonly<Record<string, unknown>> }

export interface Stage {
  readonly id: string
  readonly says: string
  readonly holds: (course: Course) => boolean
  /** Nothing more is owed once here. */
  readonly ends?: boolean
}

/** Names a procedure; what it takes is written as data above. Throws on a step that points nowhere: that is a programmer's slip. */
export function procedure(
  id: string,
  what: Omit<Procedure, 'id' | 'moves'> & { moves?: Procedure['moves'] },
): Procedure {
  const steps = new Set(Object.keys(what.steps))
  for (const [name, step] of Object.entries(what.steps)) {
    const pointed = [
      ...(step.after ?? []),
      ...Object.values(step.back ?? {}),
      ...(step.gap && 'once' in step.gap ? [step.gap.once] : []),
    ]
    for (const other of pointed)
      if (!steps.has(other)) throw new Error(`${id}: step ${name} points to ${other}, which is no step`)
    const form = step.closes.by === 'form' ? step.closes.form : undefined
    if (form !== undefined && !(form in what.forms))
      throw new Error(`${id}: step ${name} closes by form ${form}, which is not there`)
  }
  return { moves: {}, ...what, id }
}

export const byForm = (
  form: string,
  more: { label?: string; amendable?: true; outcome?: (answers: Answers) => string | undefined; moment?: string } = {},
): Closing => ({ by: 'form', form, ...more })

export const byButton = (...choices: readonly Choice[]): Closing => ({ by: 'button', choices })
