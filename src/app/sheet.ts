/**
 * A draft on the table: the form, what has been answered so far, and the world its questions may ask about. A draft belongs to its matter and the
 * people who may close what it closes, so it is begun in Teams and finished in Slack or on the desk.
 */

import type { Answer, Answers, Form, FormContext, OptionList } from '../forms/form.ts'
import { hashOf } from '../forms/hash.ts'
import { counted, route, type Surface } from '../forms/route.ts'
import { remembering } from '../kernel/remembering.ts'
import { isRefusal, type Result, refuse } from '../kernel/result.ts'
import type { Setting } from '../matter.ts'
import { optionsFor, rolesOf } from '../partnership/partnership.ts'
import type { Draft, Tx } from '../ports.ts'
import { type Course, latest } from '../procedures/engine/course.ts'
import { authorityFor, overtaken } from '../procedures/engine/decide.ts'
import { actionOptions, agenciesInScope } from '../procedures/who.ts'
import { nearCases, refersFrom } from './cases-near.ts'
import type { Ctx } from './ctx.ts'
import { type Paper, paperOf } from './papers.ts'
import { settingFor } from './work.ts'

export interface Sheet {
  readonly draft: Draft
  readonly form: Form
  readonly procedure: Paper
  /** The case it belongs to; none while a new one is being entered. */
  readonly course: Course | undefined
  readonly surface: Surface
  readonly context: FormContext
  /** As typed, right or wrong; class S only on the desk. */
  readonly answers: Answers
  /** What the draft itself remembers: the outcome it will close with, the hash of what was read. */
  readonly notes: Readonly<Record<string, string>>
}

/** Notes a draft keeps about itself among its answers; no question has such an id. */
export const NOTE = '_'

/** The subject under which a form is filled before its matter exists. */
export const INTAKE = 'intake'

export interface Intake {
  readonly procedure: string
  readonly entrance: string
  /** The person it is about, where it is about one. */
  readonly about?: string
}

/** By which entrance a form is filled whose matter does not exist yet; the draft is one of INTAKE. */
export function intakeOf(tx: Tx, draft: Draft): Intake {
  const [begun] = tx.subjects.facts(draft.subject)
  return begun?.data as unknown as Intake
}

/** Puts a draft on the table. Refuses when it is gone, finished, or not this person's to go on with. */
export function openSheet(ctx: Ctx, draftId: unknown): Result<Sheet> {
  const draft = typeof draftId === 'string' ? ctx.tx.drafts.get(draftId) : undefined
  if (draft === undefined) {
    return refuse(
      'no-such-draft',
      'This form is not there any more.',
      'Open it again from its card; whatever was submitted is kept.',
    )
  }
  if (draft.status !== 'open') {
    return refuse(
      'draft-finished',
      'This form has already been submitted.',
      'Nothing more is needed. Its card says who submitted it, and when.',
    )
  }
  const belonging = whereItBelongs(ctx, draft)
  if (isRefusal(belonging)) return belonging
  const { procedure, course, may, about } = belonging
  const allowed = may()
  if (isRefusal(allowed)) return allowed
  const late = course && overtaken(course, draft)
  if (late) return late
  return layOut(ctx, draft, procedure, course, about)
}

/** What a draft is called: the word of its case, where there is one, and the title of its form. */
export function nameOf(ctx: Ctx, draft: Draft): string {
  const belonging = whereItBelongs(ctx, draft)
  if (isRefusal(belonging)) return belonging.sentence
  const { course, procedure } = belonging
  return [course?.subject.title, procedure.forms[draft.form]?.title].filter((part) => part !== undefined).join(': ')
}

interface Belonging {
  readonly procedure: Paper
  readonly course: Course | undefined
  may(): Result<unknown>
  readonly about?: string
}

function whereItBelongs(ctx: Ctx, draft: Draft): Result<Belonging> {
  const subject = ctx.tx.subjects.get(draft.subject)
  if (subject?.kind === INTAKE) {
    const intake = intakeOf(ctx.tx, draft)
    const procedure = paperOf(intake.procedure)
    const about = intake.about === undefined ? {} : { about: intake.about }
    const setting = settingFor(ctx.house, { profile: ctx.partnership.profile.id }, ctx.at)
    const whose = intake.about === undefined ? {} : (procedure.aboutOf?.(intake.about, setting) ?? {})
    const may = () => ctx.may(procedure.entrances[intake.entrance]?.may ?? 'nothing', whose)
    return { procedure, course: undefined, may, ...about }
  }
  const matter = ctx.matter(draft.subject)
  if (isRefusal(matter)) return matter
  const course = matter.state as Course
  const { verb, agency } = authorityFor(course, draft.owed)
  const about = { ...matter.kind.about(course), ...(agency === undefined ? {} : { agency }) }
  return { procedure: course.procedure, course, may: () => ctx.may(verb, about) }
}

function layOut(ctx: Ctx, draft: Draft, procedure: Paper, course: Course | undefined, about?: string): Sheet {
  const form = procedure.forms[draft.form]
  if (form === undefined) throw new Error(`${procedure.id} has no form ${draft.form}`)
  const surface: Surface = ctx.intent.where.kind === 'desk' ? 'desk' : 'chat'
  const saved = ctx.tx.drafts.answers(draft.id)
  const notes: Record<string, string> = {}
  const answers: Record<string, Answer> = {}
  for (const { question, value, sealed } of saved) {
    if (question.startsWith(NOTE)) notes[question.slice(1)] = String(value)
    else if (!sealed && value !== null) answers[question] = value
    else if (sealed && surface === 'desk') {
      const opened = ctx.tx.vault.open(draft.subject, slotOf(draft, question))
      if (opened !== undefined) answers[question] = opened
    }
  }
  const sealed = new Set(saved.filter((one) => one.sealed).map((one) => one.question))
  const setting = course ?? settingFor(ctx.house, { profile: ctx.partnership.profile.id }, ctx.at)
  const context = contextFor(ctx, procedure, form, answers, setting, course, sealed, {
    owed: draft.owed,
    ...(about === undefined ? {} : { about }),
  })
  return { draft, form, procedure, course, surface, context, answers, notes }
}

/** What a form may ask about the world around it. */
export function contextFor(
  ctx: Ctx,
  procedure: Paper,
  form: Form,
  answers: Answers,
  setting: Setting,
  course: Course | undefined,
  sealed: ReadonlySet<string>,
  { about, owed = '' }: { readonly about?: string; readonly owed?: string } = {},
): FormContext {
  const roles = rolesOf(setting.partnership, ctx.person.id, ctx.at)
  const whose = { setting, by: ctx.person.id, ...(about === undefined ? {} : { about }) }
  return {
    at: ctx.at,
    facts: procedure.formFacts?.(form.id, answers, setting, { course, roles }) ?? procedure.facts?.(whose) ?? {},
    objections: (question, value, given) => [
      ...(procedure.objections?.(whose, question, value, given) ?? []),
      ...(course?.procedure.objectsTo?.(course, question, value) ?? []),
    ],
    // The same list is asked for at every cell of a table.
    options: remembering((list) =>
      optionsFor(setting.partnership, list as OptionList, {
        at: ctx.at,
        agencies: course === undefined ? [] : agenciesInScope(course),
        actions: course === undefined ? [] : actionOptions(course),
        answersFor: course && ((person) => course.procedure.standsIn?.(course, { owed, answers }, person) ?? []),
      }),
    ),
    sealed: (question) => sealed.has(question),
    refers: (said) => refersFrom(ctx, course, said),
    terms: {
      ...setting.partnership.profile.terms,
      ...setting.partnership.profile.dutyContacts,
      ...procedure.terms?.(whose),
      ...course?.procedure.termsIn?.(form.id, course),
      ...versionTerm(course),
      // Looked for only by the one form that speaks of it.
      get near(): string | undefined {
        return course && nearCases(ctx, course)
      },
    } as Readonly<Record<string, string>>,
  }
}

/** The version somebody stands by when they say that they have read it. */
function versionTerm(course: Course | undefined): Readonly<Record<string, string>> {
  const draft = course && latest(course, 'E')
  return draft === undefined ? {} : { version: `version ${draft.version} (${draft.hash.slice(0, 8)})` }
}

/** Where a class S answer lies on the vault's shelf. */
export function slotOf(draft: Pick<Draft, 'id'>, question: string): string {
  return `${draft.id}/${question}`
}

/** The sealed answers of a draft, opened: to check and to hash them, never to draw them in chat. */
export function sealedAnswers(ctx: Ctx, { draft, form, answers, context }: Sheet): Answers {
  const secret = route(form, answers, context)
    .flatMap((page) => page.questions)
    .filter(({ question }) => question.class === 'S' && context.sealed?.(question.id))
  return Object.fromEntries(
    secret.flatMap(({ question }) => {
      const opened = ctx.tx.vault.open(draft.subject, slotOf(draft, question.id))
      return opened === undefined ? [] : [[question.id, opened]]
    }),
  )
}

/** What the finished form says: the answers that count, which of them are sealed, and the hash over all of it. */
export function finished(
  ctx: Ctx,
  sheet: Sheet,
): { answers: Answers; slots: readonly string[]; sealed: Answers; hash: string } {
  const { draft, form, context } = sheet
  const sealed = sealedAnswers(ctx, sheet)
  const counting = counted(form, { ...sheet.answers, ...sealed }, context)
  const answers = Object.fromEntries(Object.entries(counting).filter(([id]) => !(id in sealed)))
  return {
    answers,
    sealed,
    slots: Object.keys(sealed).map((id) => slotOf(draft, id)),
    hash: hashOf(form, { ...answers, ...sealed }),
  }
}
