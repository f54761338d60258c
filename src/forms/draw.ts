/**
 * Draws one page of a form, or one question of it in a conversation, as the view the renderers know. In chat a class S question is only a
 * door to the desk: its answer is never in the view.
 *
 * @example view(formA, 'A1', answers, context, { draft: 'draft_9', surface: 'chat', pace: 'page' })
 */
import { isBlank, sayAnswer } from './answer.ts'
import type { Problem } from './check.ts'
import { lookedAt } from './condition.ts'
import { fieldOf } from './field.ts'
import type { Answers, Form, FormContext } from './form.ts'
import { type Asked, nextQuestion, type Page, progressOf, route, type Surface } from './route.ts'
import { inTerms } from './terms.ts'
import type { Field, FormView } from './view.ts'

/** The page after the last: everything answered, to be read once more before it is submitted. */
export const CHECK_PAGE = 'check'

export interface Drawing {
  readonly draft: string
  readonly surface: Surface
  readonly pace: FormView['pace']
  readonly about?: string
  /** What `check` or `readValue` found; each is shown beside its field. */
  readonly problems?: readonly Problem[]
}

/**
 * The view of `page`: a page id of `route`, a question id at walking pace, or `check`. A page that does not apply or is not open yet gives
 * the first one that wants an answer, so that a stale press still leads somewhere.
 */
export function view(form: Form, page: string, answers: Answers, context: FormContext, how: Drawing): FormView {
  const pages = route(form, answers, context)
  const steps = how.pace === 'walk' ? steppedBy(pages, how.surface) : pages.map(asStep)
  const found = steps.findIndex((step) => step.id === page && step.open)
  const next = found === -1 && page !== CHECK_PAGE ? firstWanting(pages, how.surface, steps) : found
  const step = steps[next]
  return step === undefined ? drawCheck(form, pages, context, how) : drawStep(form, pages, steps, step, context, how)
}

/** What is drawn at once: a page, or one question with the sealed ones passed over on the way to it. */
interface Step {
  readonly id: string
  readonly page: Page
  readonly open: boolean
  readonly questions: readonly Asked[]
  readonly passed: readonly Asked[]
}

function asStep(page: Page): Step {
  return { id: page.id, page, open: page.open, questions: page.questions, passed: [] }
}

function steppedBy(pages: readonly Page[], surface: Surface): readonly Step[] {
  const steps: Step[] = []
  let passed: Asked[] = []
  for (const page of pages) {
    for (const asked of page.questions) {
      if (surface === 'chat' && asked.question.class === 'S') {
        passed.push(asked)
      } else {
        steps.push({ id: asked.question.id, page, open: page.open, questions: [asked], passed })
        passed = []
      }
    }
  }
  return steps
}

function firstWanting(pages: readonly Page[], surface: Surface, steps: readonly Step[]): number {
  const question = nextQuestion(pages, surface)
  return steps.findIndex((step) => step.questions.some((asked) => asked.question.id === question?.id))
}

function drawStep(
  form: Form,
  pages: readonly Page[],
  steps: readonly Step[],
  step: Step,
  context: FormContext,
  how: Drawing,
): FormView {
  const place = steps.indexOf(step)
  const watched = how.pace === 'page' ? lookedAtIn(form, step.page.id) : new Set<string>()
  const fields = step.questions.map((asked): Field => {
    const field = fieldOf(asked, context, how.surface, problemsWith(asked, how))
    return watched.has(asked.question.id) ? { ...field, live: true } : field
  })
  const wrong = fields.reduce((sum, field) => sum + faultsIn(field), 0)
  const intro = step.page.intro ?? (place === 0 ? form.intro : undefined)
  return {
    ...frame(form, context, how),
    page: step.id,
    heading: inTerms(step.page.title, context),
    ...(intro === undefined ? {} : { intro: inTerms(intro, context) }),
    progress: {
      ...progressOf(pages),
      page: place + 1,
      pages: steps.length + 1,
      ...(form.inOrder && place === 0 && !step.page.complete ? { growing: true as const } : {}),
    },
    fields: [...deskDoor(step.passed, `${step.id}-desk`), ...fields],
    ...(wrong === 0 ? {} : { problem: sayWrong(wrong) }),
    // In an ordered form the first answers decide what is asked next, so an unanswered last page need not stay the last.
    forward: place === steps.length - 1 && (!form.inOrder || step.page.complete) ? 'Check your answers' : 'Next',
    back: place > 0,
  }
}

/** The questions of a page's section that other questions of that section look at: their answers bring others up, or send them away. */
function lookedAtIn(form: Form, page: string): ReadonlySet<string> {
  const section = form.sections.find(({ id }) => page === id || page.startsWith(`${id}/`))
  const conditions = (section?.questions ?? []).flatMap(({ when, need }) => [
    ...(when === undefined ? [] : [when]),
    ...(typeof need === 'object' ? [need.when] : []),
  ])
  return new Set(conditions.flatMap(lookedAt))
}

function drawCheck(form: Form, pages: readonly Page[], context: FormContext, how: Drawing): FormView {
  const all = pages.flatMap((page) => page.questions.map((asked) => ({ page, asked })))
  const open = all.filter(({ asked }) => how.surface === 'desk' || asked.question.class !== 'S')
  const sealed = all.filter((each) => !open.includes(each)).map(({ asked }) => asked)
  const steps = how.pace === 'walk' ? open.length : pages.length
  const wrong = new Set(how.problems?.map((problem) => problem.question)).size
  return {
    ...frame(form, context, how),
    page: CHECK_PAGE,
    heading: 'Check your answers',
    progress: { ...progressOf(pages), page: steps + 1, pages: steps + 1 },
    fields: [
      ...open.map(({ page, asked }): Field => {
        const problems = problemsWith(asked, how)
        return {
          id: asked.question.id,
          label: inTerms(asked.question.ask, context),
          required: asked.required,
          ...(problems.length === 0 ? {} : { error: problems.map(({ sentence }) => sentence).join('. ') }),
          kind: 'answer',
          shown: shown(asked, context, how.surface),
          page: how.pace === 'walk' ? asked.question.id : page.id,
        }
      }),
      ...deskDoor(
        sealed,
        'desk',
        sealed.find((asked) => problemsWith(asked, how).length > 0),
      ),
    ],
    ...(wrong === 0 ? {} : { problem: sayWrong(wrong) }),
    forward: 'Submit',
    back: true,
  }
}

/** The answer in words for a surface: on the desk a sealed answer is read, in chat it is only there or not. */
export function shown(asked: Asked, context: FormContext, surface: Surface): string {
  if (!asked.answered) return 'Not answered'
  if (surface === 'chat' && asked.question.class === 'S') return 'Answered on the desk'
  return asked.value === undefined || isBlank(asked.value)
    ? 'Answered'
    : sayAnswer(asked.question.type, asked.value, context)
}

/** One field that says how many questions wait on the desk; none when none do. */
function deskDoor(sealed: readonly Asked[], id: string, wrong?: Asked): readonly Field[] {
  if (sealed.length === 0) return []
  const answered = sealed.filter((asked) => asked.answered).length
  const label =
    sealed.length === 1
      ? 'One question is answered on the secure desk'
      : `${sealed.length} questions are answered on the secure desk`
  return [
    {
      id,
      label,
      hint: `${answered} of ${sealed.length} answered. Words about people do not belong in chat.`,
      required: sealed.some((asked) => asked.required),
      ...(wrong === undefined ? {} : { error: 'Some of these still need an answer, or another look' }),
      kind: 'desk',
      answered: answered === sealed.length,
    },
  ]
}

function frame(form: Form, context: FormContext, how: Drawing) {
  return {
    draft: how.draft,
    form: form.id,
    title: fitted(inTerms(form.title, context)),
    ...(how.about === undefined ? {} : { about: how.about }),
    pace: how.pace,
    stop: true,
  } as const
}

/** The modal's bar holds 24 characters; the heading says the rest. */
function fitted(title: string): string {
  return title.length <= 24 ? title : `${title.slice(0, 23).trimEnd()}…`
}

/** One for a question; for a table one for each of its cells. */
function problemsWith({ question }: Asked, { problems = [] }: Drawing): readonly Problem[] {
  const all = problems.filter((problem) => problem.question === question.id)
  return question.type.kind === 'rows' ? onceEach(all) : all.slice(0, 1)
}

/** What is sealed is looked at as it is saved and again as it is checked. */
function onceEach(problems: readonly Problem[]): readonly Problem[] {
  return [...new Map(problems.map((problem) => [problem.sentence, problem])).values()]
}

/** Each wrong cell of a table is an answer that needs another look. */
function faultsIn(field: Field): number {
  if (field.kind === 'rows' && field.wrong !== undefined) return field.wrong.length
  return field.error === undefined ? 0 : 1
}

function sayWrong(wrong: number): string {
  return wrong === 1 ? 'One answer needs another look' : `${wrong} answers need another look`
}
