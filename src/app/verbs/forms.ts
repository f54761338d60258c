/** Forms: opened, answered page by page or question by question, stopped, gone on with elsewhere, submitted. Every answer is saved at once. */
import { z } from 'zod'
import type { Reply } from '../../chat/intent.ts'
import { say, text } from '../../chat/words.ts'
import { check, type Problem } from '../../forms/check.ts'
import { CHECK_PAGE, view } from '../../forms/draw.ts'
import { asksAnother, type Form } from '../../forms/form.ts'
import { nextQuestion, revealed, route } from '../../forms/route.ts'
import { PERSONAL_DETAIL } from '../../forms/screen-answer.ts'
import type { FormView } from '../../forms/view.ts'
import { isRefusal, type Refusal } from '../../kernel/result.ts'
import type { Instant } from '../../kernel/time.ts'
import type { Course } from '../../procedures/engine/course.ts'
import { latest, owedUnder } from '../../procedures/engine/course.ts'
import { authorityFor, moveOf, movesIn } from '../../procedures/engine/decide.ts'
import type { Ctx, Handler } from '../ctx.ts'
import { leave, redrawNotes } from '../draft-note.ts'
import { recordDeleted } from '../retention.ts'
import { NOTE, openSheet, type Sheet, sealedAnswers } from '../sheet.ts'
import { notOwed } from './cases.ts'
import { read } from './read.ts'
import { askSecondPerson, TWO_PEOPLE, writersGoOn } from './second-person.ts'
import { submitSheet } from './submit.ts'
import { questions, saveAll, saveAnswer } from './typed.ts'

const opening = z.object({
  draft: z.string().optional(),
  form: z.string().optional(),
  owed: z.string().optional(),
  outcome: z.string().optional(),
  page: z.string().optional(),
  question: z.string().optional(),
})

/** Opens a form on what is owed, or the draft of it that somebody has begun. */
export const openForm: Handler = (ctx) => {
  const sheet = sheetFor(ctx)
  return isRefusal(sheet) ? sheet : { kind: 'form', view: draw(sheet, firstPage(ctx, sheet), 'page') }
}

/** The same, as a conversation: one question after another. */
export const walkForm: Handler = (ctx) => {
  const sheet = sheetFor(ctx)
  return isRefusal(sheet) ? sheet : { kind: 'form', view: draw(sheet, '', 'walk') }
}

/** The page asked for; or the one that holds the question asked for; or, with neither, the first that wants an answer. */
function firstPage(ctx: Ctx, sheet: Sheet): string {
  const { page, question = page } = ctx.intent.input
  const pages = route(sheet.form, sheet.answers, sheet.context)
  if (page === CHECK_PAGE || pages.some((one) => one.id === page)) return String(page)
  return pages.find((one) => one.questions.some((asked) => asked.question.id === question))?.id ?? ''
}

function sheetFor(ctx: Ctx): Sheet | Refusal {
  const wanted = read(opening, ctx.intent.input)
  if (isRefusal(wanted)) return wanted
  if (wanted.draft !== undefined) return openSheet(ctx, wanted.draft)
  const matter = ctx.matter(ctx.intent.subject)
  if (isRefusal(matter)) return matter
  const course = matter.state as Course
  const key = wanted.owed ?? ''
  const form = formUnder(course, key, wanted.form)
  if (form === undefined || course.procedure.forms[form] === undefined) {
    return notOwed(ctx, matter)
  }
  const { verb, agency } = authorityFor(course, key)
  const allowed = ctx.may(verb, { ...matter.kind.about(course), ...(agency === undefined ? {} : { agency }) })
  if (isRefusal(allowed)) return allowed
  if (ctx.tx.vault.isShredded(matter.subject.id)) return recordDeleted(matter.subject)
  const existing = ctx.tx.drafts.openFor(matter.subject.id, form, key)
  return openSheet(ctx, existing?.id ?? begin(ctx, course, form, key, wanted.outcome))
}

/** The form that does what is owed under a key, or that a move asks for; undefined when neither has a place now. */
function formUnder(course: Course, key: string, wanted: string | undefined): string | undefined {
  const made = moveOf(key)
  if (made !== undefined) return movesIn(course).find(([id]) => id === made)?.[1].form
  const owed = owedUnder(course, key)
  return owed && (wanted ?? owed.does.find((doing) => doing.form !== undefined)?.form)
}

/** Begins a draft, with what the last version said when it amends one, and the hash of the text it decides on. */
function begin(ctx: Ctx, course: Course, form: string, owed: string, outcome: string | undefined): string {
  const id = ctx.house.ids.id('draft')
  const before = latest(course, form, owed)
  ctx.tx.drafts.add({
    id,
    form,
    subject: course.subject.id,
    owed,
    startedBy: ctx.person.id,
    startedAt: ctx.at,
    status: 'open',
    ...(before === undefined ? {} : { amends: `${form}/${before.version}` }),
  })
  const said = before === undefined || isAnew(course, owed, before.at) ? undefined : before
  const known = said?.answers ?? course.procedure.prefills?.(form, course) ?? {}
  // What somebody stands by they stand by each time anew: it is never ticked for them.
  const statements = statementsIn(course.procedure.forms[form])
  for (const [question, value] of Object.entries(known))
    if (!statements.has(question)) saveAnswer(ctx, id, question, value)
  for (const slot of said?.slots ?? []) {
    const question = slot.split('/')[1] as string
    const answer = ctx.tx.vault.open(course.subject.id, slot)
    if (answer === undefined) continue
    ctx.tx.vault.seal(course.subject.id, `${id}/${question}`, answer)
    ctx.tx.drafts.save(id, { question, value: null, sealed: true, by: ctx.person.id, at: ctx.at })
  }
  const { [form]: asked } = course.procedure.forms
  if (said !== undefined && asked !== undefined) writersGoOn(ctx, id, { course, form: asked }, owed)
  noteRead(ctx, id, course, owed)
  if (outcome !== undefined) saveAnswer(ctx, id, `${NOTE}outcome`, outcome)
  return id
}

const statementsIn = (form: Form | undefined) =>
  new Set(
    form?.sections.flatMap(({ questions }) => questions.flatMap(({ id, type }) => (type.kind === 'attest' ? id : []))),
  )

/** Whether it is about something new, and neither amends nor goes on with what was said at that moment. */
function isAnew(course: Course, key: string, said: Instant): boolean {
  if (moveOf(key) !== undefined) return true
  const owed = owedUnder(course, key)
  const closes = owed && course.procedure.steps[owed.step]?.closes
  if (closes?.by !== 'form' || closes.anew === undefined || owed?.closed) return false
  const { anew } = closes
  return course.past.some((one) => one.owed === key && one.at >= said && (anew === true || anew.includes(one.outcome)))
}

function noteRead(ctx: Ctx, draft: string, course: Course, owed: string): void {
  const reads = course.procedure.steps[owedUnder(course, owed)?.step ?? '']?.reads
  const hash = reads === undefined ? undefined : latest(course, reads)?.hash
  if (hash !== undefined) saveAnswer(ctx, draft, `${NOTE}read`, hash)
}

const turning = z.object({
  draft: z.string(),
  page: z.string().default(''),
  go: z.enum(['next', 'back', 'again', 'save', 'submit', 'stop']).default('next'),
  values: z.record(z.string(), z.unknown()).default({}),
})

/** Saves what was typed, right or wrong, and turns the page: forward when this one is in order, back, or away. */
export const turnPage: Handler = (ctx) => {
  const wanted = read(turning, ctx.intent.input)
  if (isRefusal(wanted)) return wanted
  const before = openSheet(ctx, wanted.draft)
  // On the desk the refusal hands back what was typed.
  if (isRefusal(before)) return isFinished(before) && ctx.intent.where.kind !== 'desk' ? closes(before) : before
  const unread = saveAll(ctx, before, wanted.values)
  redrawNotes(ctx, wanted.draft)
  const sheet = openSheet(ctx, wanted.draft)
  if (isRefusal(sheet)) return sheet
  const pace = paceOf(ctx, sheet, wanted.page)

  // What was not kept is said wherever they meant to go: nobody leaves believing that it was, or submits an older answer unawares.
  const lost = unread.filter(isNotKept)
  if (lost.length > 0 && wanted.go !== 'next') {
    return { kind: 'form', view: draw(sheet, wanted.page, pace, lost) }
  }
  if (wanted.go === 'stop' || wanted.go === 'save') return leave(ctx, sheet)
  if (wanted.go === 'again') return { kind: 'form', view: draw(sheet, wanted.page, pace, unread) }
  if (wanted.go === 'back') return { kind: 'form', view: draw(sheet, pageBefore(sheet, wanted.page, pace), pace) }
  if (wanted.page === CHECK_PAGE || wanted.go === 'submit') return submitOrShow(ctx, sheet, pace)

  const here = pace === 'walk' ? holding(sheet, wanted.page) : wanted.page
  const problems = [...unread, ...check(sheet.form, sheet.answers, sheet.context, { scope: 'page', page: here })]
  const mine = blocking(sheet, pace === 'walk' ? problems.filter((one) => one.question === wanted.page) : problems)
  // A question that an answer on this very page has brought up is not yet an error: it is simply asked.
  const fresh = revealed(sheet.form, here, before, sheet)
  const wrong = mine.filter((one) => !fresh.includes(one.question))
  if (mine.length > 0) return { kind: 'form', view: draw(sheet, wanted.page, pace, wrong) }
  return { kind: 'form', view: draw(sheet, pageAfter(sheet, wanted.page, pace), pace) }
}

/**
 * Keeps what stands in a page of a form whose reader leaves it for the desk; gives the page again when something of it was personal detail and was not
 * kept. What is no draft of theirs is left alone.
 */
export function keepTyped(ctx: Ctx, draft: string, question?: string): Reply | undefined {
  const values = read(typed, ctx.intent.input)
  const sheet = openSheet(ctx, draft)
  if (isRefusal(values) || isRefusal(sheet) || values.values === undefined) return undefined
  const lost = saveAll(ctx, sheet, values.values).filter(isNotKept)
  redrawNotes(ctx, draft)
  const after = lost.length === 0 ? undefined : openSheet(ctx, draft)
  if (after === undefined || isRefusal(after)) return undefined
  return { kind: 'form', view: draw(after, holding(after, question ?? lost[0]?.question ?? ''), 'page', lost) }
}

const isNotKept = ({ code }: Problem) => code === PERSONAL_DETAIL || code === TWO_PEOPLE

const typed = z.object({ values: z.record(z.string(), z.unknown()).optional() })

/** A form's window was closed: where it stands is said, unless it has been submitted elsewhere meanwhile and there is nothing to go on with. */
export const leaveForm: Handler = (ctx) => {
  const wanted = read(turning, ctx.intent.input)
  const sheet = isRefusal(wanted) ? wanted : openSheet(ctx, wanted.draft)
  if (isRefusal(sheet) && isFinished(sheet)) return { kind: 'nothing' }
  return turnPage({ ...ctx, intent: { ...ctx.intent, input: { ...ctx.intent.input, go: 'stop' } } })
}

/** Submitted, done another way meanwhile, or asked for no more where the course stands. */
const FINISHED = new Set(['draft-finished', 'already-done', 'not-owed', 'not-here'])
const isFinished = ({ code }: Refusal) => FINISHED.has(code)

/** A page that still stands in chat though nothing can be submitted with it makes way for these words: its buttons lead nowhere any more. */
const closes = ({ sentence, next }: Refusal): Reply => ({ kind: 'done', message: say(sentence, text(next)) })

/**
 * What keeps somebody on the page: in chat never a class S question that is still open, since it is answered on the desk; nowhere a second person's tick
 * that is still to come.
 */
function blocking(sheet: Sheet, problems: readonly Problem[]): readonly Problem[] {
  const elsewhere = questions(sheet).filter(
    (one) => (one.class === 'S' && sheet.surface === 'chat') || asksAnother(one),
  )
  const ids = new Set(elsewhere.map(({ id }) => id))
  return problems.filter(({ code, question }) => code === TWO_PEOPLE || !ids.has(question))
}

function submitOrShow(ctx: Ctx, sheet: Sheet, pace: FormView['pace']): Reply | Refusal {
  // What is sealed is checked too before it counts; a fault in it is shown by its question, never by its words.
  const given = { ...sheet.answers, ...sealedAnswers(ctx, sheet) }
  const problems = check(sheet.form, given, sheet.context, { scope: 'all' })
  const [first] = problems
  if (first === undefined) return submitSheet(ctx, sheet)
  const wrong = askSecondPerson(ctx, sheet, problems)
  const page = pace === 'walk' && !isSecret(sheet, first.question) ? first.question : holding(sheet, first.question)
  return {
    kind: 'form',
    view: draw(sheet, page, pace === 'walk' && isSecret(sheet, first.question) ? 'page' : pace, wrong),
  }
}

/**
 * What was submitted and refused over one of its answers: the page that holds the answer again, with the refusal beside it and what was typed kept.
 * Nothing where the answer is not on the form, or only the desk may show it.
 */
export function pageAgain(ctx: Ctx, { field = '', code, sentence, next }: Refusal): Reply | undefined {
  const wanted = read(turning, ctx.intent.input)
  const before = isRefusal(wanted) ? wanted : openSheet(ctx, wanted.draft)
  if (isRefusal(wanted) || isRefusal(before)) return undefined
  saveAll(ctx, before, wanted.values)
  const sheet = openSheet(ctx, wanted.draft)
  if (isRefusal(sheet) || isSecret(sheet, field) || !questions(sheet).some(({ id }) => id === field)) return undefined
  const pace = paceOf(ctx, sheet, wanted.page)
  const problem = { question: field, code, sentence: `${sentence} ${next}` }
  return { kind: 'form', view: draw(sheet, pace === 'walk' ? field : holding(sheet, field), pace, [problem]) }
}

function isSecret(sheet: Sheet, question: string): boolean {
  return sheet.surface === 'chat' && questions(sheet).some((one) => one.id === question && one.class === 'S')
}

/** A page comes back by its id; a question of a walk by its own. */
function paceOf(ctx: Ctx, sheet: Sheet, page: string): FormView['pace'] {
  if (page === CHECK_PAGE) return ctx.intent.pressed === undefined ? 'page' : 'walk'
  return questions(sheet).some((one) => one.id === page) && !sheet.form.sections.some((one) => one.id === page)
    ? 'walk'
    : 'page'
}

function holding(sheet: Sheet, question: string): string {
  const pages = route(sheet.form, sheet.answers, sheet.context)
  return (
    pages.find((page) => page.questions.some((asked) => asked.question.id === question))?.id ??
    pages[0]?.id ??
    CHECK_PAGE
  )
}

function pageAfter(sheet: Sheet, page: string, pace: FormView['pace']): string {
  const pages = route(sheet.form, sheet.answers, sheet.context)
  if (pace === 'walk') return nextQuestion(pages, sheet.surface, page)?.id ?? CHECK_PAGE
  return pages[pages.findIndex((one) => one.id === page) + 1]?.id ?? CHECK_PAGE
}

function pageBefore(sheet: Sheet, page: string, pace: FormView['pace']): string {
  const pages = route(sheet.form, sheet.answers, sheet.context)
  const ids =
    pace === 'walk'
      ? pages.flatMap((one) =>
          one.questions.filter((asked) => !isSecret(sheet, asked.question.id)).map((asked) => asked.question.id),
        )
      : pages.map((one) => one.id)
  const place = page === CHECK_PAGE ? ids.length : ids.indexOf(page)
  return ids[Math.max(0, place - 1)] ?? ''
}

function draw(sheet: Sheet, page: string, pace: FormView['pace'], problems: readonly Problem[] = []): FormView {
  return view(sheet.form, page, sheet.answers, sheet.context, {
    draft: sheet.draft.id,
    ...(sheet.course && { about: sheet.course.subject.title }),
    surface: sheet.surface,
    pace,
    problems,
  })
}
