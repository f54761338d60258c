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
import type { Answer, Answers, Form, Objection } from '../../forms/form.ts'
import type { Refusal, Result } from '../../kernel/result.ts'
import type { Instant, LocalDate } from '../../kernel/time.ts'
import type { Setting } from '../../matter.ts'
import type { Partnership, Person } from '../../partnership/partnership.ts'
import type { GroupKind } from '../../partnership/profile.ts'
import type { Course } from './course.ts'
import type { Unsigned } from './facts.ts'

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
  /** The kind of matter its courses are, where they are no cases: these are called by their number, not by a code word. */
  readonly matter?: string
  /** Events that follow from others: the six-month date is the limit of another rule. Asked only while nobody has recorded them. */
  readonly derives?: Readonly<Record<string, (course: Course) => Happened | undefined>>
  /** What kind of course this one is, in words. */
  kindSays?(course: Course): string
  /** What its card must say besides: a hold and its age, a delay that was approved. States only, never a story. */
  remarks?(course: Course): readonly Remark[]
  /** What a form begins with, where something is known already; whoever fills it may change it. */
  prefills?(form: string, course: Course): Answers
  /** What a form may say of the course, by the name it has in the form's text: `{dates|the working dates}`. */
  termsIn?(form: string, course: Course): Readonly<Record<string, string>>
  /** For which agencies somebody may be named in a form, so that nobody is offered who would be refused: of the one it is about, or of those asked so far. */
  standsIn?(
    course: Course,
    draft: { readonly owed: string; readonly answers: Answers },
    person: string,
  ): readonly string[]
  /** What speaks against an answer that is right in itself. */
  objectsTo?(course: Course, question: string, value: Answer): readonly Objection[]
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
  /** What of it is known already of whoever fills it; they may change it. */
  knows?(person: Person, partnership: Partnership): Answers
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
  /** The rule instead, once it has sent itself back: an inquorate meeting has two days, not ten. */
  readonly dueAgain?: string
  /** Steps that must be settled (done, or gone on without) before this one opens. */
  readonly after?: readonly string[]
  readonly when?: (course: Course) => boolean
  readonly closes: Closing
  /** The events its closing fixes, for rules that count from them; its own name otherwise. */
  readonly gives?: readonly string[]
  /** Events that only some outcomes fix: `{ commission: ['commissioned'] }`. */
  readonly givesOn?: Readonly<Record<string, readonly string[]>>
  /** Outcomes that send the course back: this step's outcome → the step to be done again, with all that follows from it. */
  readonly back?: Readonly<Record<string, string>>
  /** Outcomes that stand, but after which other steps must be done again: a changed decision is ratified and told anew. */
  readonly again?: Readonly<Record<string, readonly string[]>>
  /** Outcomes after which it is asked again, one interval of its rule later each time, as long as it applies. */
  readonly repeats?: readonly string[]
  /** Once open it stays open while what comes before it is done again: a duty in law does not pause for a second discussion. */
  readonly stays?: true
  /** When it opens at once, whatever it waits for otherwise: nobody puts a duty off by not having discussed it yet. */
  readonly atOnce?: (course: Course) => boolean
  /** Whether what comes after waits for it (it does, unless this says no). */
  readonly holdsUp?: (course: Course) => boolean
  /** From when its clock runs and is chased, though what comes before it must be done first: no statutory date may start late. */
  readonly ahead?: (course: Course) => boolean
  /** What it still waits for, in words; until there is nothing more, no card offers its buttons, and each says these instead. */
  readonly waitsFor?: (course: Course) => readonly string[]
  /** What whoever does it must know, in words, on its card; `key` says for whom it is owed. */
  readonly explains?: (course: Course, key: string) => readonly string[]
  /** A date that somebody outside set for it: the Panel's letter, the area that leads. */
  readonly setFor?: (course: Course) => DateSet | undefined
  /** What closing it leaves besides, once it counts: the vote that was the last one moves the date. */
  readonly leaves?: (course: Course, closed: { readonly owed: string; readonly outcome: string }) => readonly Unsigned[]
  /** The actions that closing it puts into the one tracker: who is to do what, until when. The group of that kind sets them and accepts their evidence. */
  readonly sets?: (course: Course) => readonly ToBeDone[]
  /** What closing it says of the actions that stem from this course, one interval of its rule after they were agreed. */
  readonly assesses?: (course: Course) => readonly Assessment[]
  /** What a version of its form leaves there and then, whether or not anything is closed by it: a child who is not safe. */
  readonly alerts?: (course: Course, key: string) => readonly Unsigned[]
  /** Outcomes that leave a mark on the course: `conflict: ['conflict', 'declared']`. */
  readonly marks?: Readonly<Record<string, readonly [mark: string, value: string]>>
  /** What to go on without: when that step is settled, or when the limit has passed; then whoever holds that role for the agency hears of it. */
  readonly gap?:
    | { readonly once: string }
    | { readonly at: 'limit'; readonly goesUp?: string }
    | { when(course: Course): boolean }
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
  /** Whether only those who owe it are reminded of it: what has not gone up yet is nobody else's business. */
  readonly discreet?: (course: Course) => boolean
  /** Who is told of one outcome of it, each time, whether or not that settles it: an inquorate meeting, a monthly check. */
  readonly tellsOn?: Readonly<Record<string, readonly Who[]>>
  /** Who is told when it opens, besides those who owe it. */
  readonly heralds?: readonly Who[]
  /** Whatever is still open in another step when it is done goes up to the leads of those agencies. */
  readonly escalates?: string
  /** The groups of a kind in whose channels its being done is made known, without the code word. */
  readonly announces?: GroupKind
  /** An outcome that comes onto the next agenda of the groups of a kind by itself; no word of what the case is about. */
  readonly onAgenda?: { readonly outcome: string; readonly of: GroupKind; title(course: Course): string }
  /** Runs beside the main line and is drawn apart: safety, family, ratification. */
  readonly beside?: string
}

/** Steps of one page of a procedure. */
export type Steps = Readonly<Record<string, Step>>

/** Steps that all apply only while something holds: a page of the arrangements that is for some cases only. */
export function during(holds: (course: Course) => boolean, steps: Steps): Steps {
  const entries = Object.entries(steps).map(([name, step]): [string, Step] => [
    name,
    { ...step, when: (course) => holds(course) && step.when?.(course) !== false },
  ])
  return Object.fromEntries(entries)
}

export type Closing =
  /** Submitting a form. Its outcome is read from the answers (none: it was saved, and the step stays open); its moment may be one of them (when the meeting was held, not when that was typed). */
  | {
      readonly by: 'form'
      readonly form: string
      readonly label?: string
      /** Each time it is asked it is about something new, a check or a letter: what the last one said is not what this one begins with. Or only after these outcomes. */
      readonly anew?: true | readonly string[]
      /** Until when it may be amended, which asks for every decision on it again. */
      readonly amendable?: (course: Course) => boolean
      outcome?(answers: Answers): string | undefined
      readonly moment?: string
      /** Events that its answers fix besides: `{ aware: 'B1' }`. */
      readonly fixes?: Readonly<Record<string, string>>
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

/** What a person with the right to it may do to the course on the way, without owing it. */
export interface Move {
  readonly says: string
  readonly may: string
  readonly form?: string
  readonly confirm?: string
  /** Where the course must stand for it. */
  readonly at?: readonly string[]
  readonly when?: (course: Course) => boolean
  /** Who is told that it was made. */
  readonly tells?: readonly Who[]
  readonly escalates?: string
  /** The facts it leaves; a refusal when it may not be. The form's answers are in the course already. */
  readonly does: (
    course: Course,
    given: { readonly answers: Answers; readonly by: string },
  ) => Result<readonly Unsigned[]>
  /** The other course that the form's answer names, where it leaves a trace as well. */
  readonly mirrors?: { readonly question: string; does(other: Course, course: Course): readonly Unsigned[] }
  /** A course that it begins, linked to this one: what it is about, besides. */
  readonly begins?: { readonly entrance: string; about(course: Course): Readonly<Record<string, string>> }
}

/** An action as a form agreed it. */
export interface ToBeDone {
  readonly what: string
  readonly agency: string
  /** Whoever is to do it; where nobody is named, the agency's contact. */
  readonly owner?: string
  /** In which role, as the form says it. */
  readonly role?: string
  readonly due: LocalDate
  readonly group: GroupKind
  /** What was recommended, and what is to be better for children when it is done. */
  readonly recommendation?: string
  readonly impact?: string
  readonly measure?: string
}

export interface Assessment {
  /** The action's own subject. */
  readonly action: string
  readonly changed: string
  readonly how: string
}

/** Something that happened, under the name a rule counts from, perhaps by way of another event. */
export interface Happened {
  readonly event: string
  readonly at: Instant
}

export interface DateSet {
  readonly date: LocalDate
  /** By whom, in words that end a sentence: "in the Panel's letter". */
  readonly by: string
}

export interface Remark {
  readonly tone: 'neutral' | 'good' | 'warn' | 'bad'
  readonly text: string
  /** Also for agencies that see no more of it than their own part. */
  readonly forAgencies?: true
  /** Only for those who may do what is owed under this key: what somebody is asked to see to is no news to the others. */
  readonly onlyFor?: string
}

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
  const steps = Object.keys(what.steps)
  for (const [name, step] of Object.entries(what.steps)) {
    for (const before of step.after ?? []) {
      // What is owed is worked out in the order of the page, so a step stands below whatever it waits for.
      if (steps.indexOf(before) >= steps.indexOf(name))
        throw new Error(`${id}: step ${name} waits for ${before} below it`)
    }
    const pointed = [
      ...(step.after ?? []),
      ...Object.values(step.back ?? {}),
      ...Object.values(step.again ?? {}).flat(),
      ...(step.gap && 'once' in step.gap ? [step.gap.once] : []),
      ...(step.escalates === undefined ? [] : [step.escalates]),
    ]
    for (const other of pointed)
      if (!steps.includes(other)) throw new Error(`${id}: step ${name} points to ${other}, which is no step`)
    for (const form of formsOf(step.closes)) {
      if (!(form in what.forms)) throw new Error(`${id}: step ${name} closes by form ${form}, which is not there`)
    }
  }
  for (const [name, { form }] of Object.entries(what.moves ?? {})) {
    if (form !== undefined && !(form in what.forms))
      throw new Error(`${id}: move ${name} asks for form ${form}, which is not there`)
  }
  return { moves: {}, ...what, id }
}

function formsOf(closes: Closing): readonly string[] {
  return closes.by === 'form' ? [closes.form] : closes.choices.flatMap(({ form }) => form ?? [])
}

export const byForm = (form: string, more: Omit<Extract<Closing, { by: 'form' }>, 'by' | 'form'> = {}): Closing => ({
  by: 'form',
  form,
  ...more,
})

export const byButton = (...choices: readonly Choice[]): Closing => ({ by: 'button', choices })
