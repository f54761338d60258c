/**
 * The two-person rule inside a form (DOMAIN 6, rule 3; E6.8): what a second person confirms is ticked by nobody who wrote an answer of it, and a tick
 * falls when whoever gave it begins to write. A form that asks for no second person keeps no list of its writers.
 */
import { actions, say } from '../../chat/words.ts'
import type { Problem } from '../../forms/check.ts'
import { CHECK_PAGE } from '../../forms/draw.ts'
import { asksAnother } from '../../forms/form.ts'
import { isRefusal } from '../../kernel/result.ts'
import { whoMay } from '../../partnership/authority/may.ts'
import type { Person } from '../../partnership/partnership.ts'
import { type Course, latest } from '../../procedures/engine/course.ts'
import { authorityFor } from '../../procedures/engine/decide.ts'
import type { Ctx } from '../ctx.ts'
import { disturbAt } from '../disturb.ts'
import { NOTE, type Sheet } from '../sheet.ts'

/** The code of a tick that was not kept, since whoever gave it is not a second person. */
export const TWO_PEOPLE = 'two-people'

const WROTE = `${NOTE}wrote`

/** Notes that this person wrote in it. */
export function nowAWriter(ctx: Ctx, { draft: { id }, form }: Pick<Sheet, 'draft' | 'form'>): void {
  const writers = writersOf(ctx, id)
  if (writers.includes(ctx.person.id) || ticksIn(form).length === 0) return
  noteWriters(ctx, id, [...writers, ctx.person.id])
}

/** A draft that goes on from an earlier version has its writers too. */
export function writersGoOn(
  ctx: Ctx,
  id: string,
  { course, form }: Pick<Sheet, 'course' | 'form'>,
  owed: string,
): void {
  const before = course && latest(course, form.id, owed)
  if (course === undefined || before === undefined || ticksIn(form).length === 0) return
  const earlier = ctx.tx.drafts
    .of(course.subject.id)
    .filter((one) => one.form === form.id && one.owed === owed && one.status === 'submitted')
    .flatMap((one) => writersOf(ctx, one.id))
  noteWriters(ctx, id, earlier.length === 0 ? [before.by] : [...new Set(earlier)])
}

/** Takes away each tick of a second person who wrote in it, and says who may give it. */
export function ticksUndone(ctx: Ctx, sheet: Sheet): readonly Problem[] {
  const { draft, form } = sheet
  const mine = new Set(ticksIn(form))
  if (mine.size === 0) return []
  const writers = writersOf(ctx, draft.id)
  const undone = ctx.tx.drafts
    .answers(draft.id)
    .filter(({ question, value, by }) => mine.has(question) && value === 'yes' && writers.includes(by))
  for (const { question } of undone)
    ctx.tx.drafts.save(draft.id, { question, value: '', sealed: false, by: ctx.person.id, at: ctx.at })
  return undone.map(({ question }) => ({
    question,
    code: TWO_PEOPLE,
    sentence: sentenceFor(others(ctx, sheet, writers)),
  }))
}

/**
 * Somebody wants to hand it in without the tick. When nothing else is missing, each who may be the second person is asked, once, and whoever wrote it reads
 * that they were; somebody who wrote none of it is the second person, and reads what the tick wants of them.
 */
export function askSecondPerson(ctx: Ctx, sheet: Sheet, problems: readonly Problem[]): readonly Problem[] {
  const { draft, course, form } = sheet
  const theirs = new Set(ticksIn(form))
  const isTheirs = ({ question, code }: Problem) => theirs.has(question) && code !== TWO_PEOPLE
  const said = (sentence: string) => problems.map((one) => (isTheirs(one) ? { ...one, sentence } : one))
  const writers = writersOf(ctx, draft.id)
  if (!writers.includes(ctx.person.id)) return said('Read it, and tick the box: you wrote none of it')
  const asked = others(ctx, sheet, writers)
  if (course === undefined || asked.length === 0 || !problems.every(({ question }) => theirs.has(question)))
    return problems
  for (const person of asked) ask(ctx, sheet, course, person)
  const [names, have] = [asked.map(({ name }) => name).join(' and '), asked.length === 1 ? 'has' : 'have']
  return said(`${names} ${have} been asked to read it and to tick this box; the rest is saved`)
}

/** Where the words of it stand is the desk; the tick may be given in chat. */
function ask(ctx: Ctx, { draft, form }: Sheet, { subject: { id, title } }: Course, person: Person): void {
  ctx.say({
    key: `second-person/${draft.id}/${person.id}`,
    to: { person: person.id },
    content: {
      message: say(
        `${title}: “${form.title}” is written. A second person, who wrote none of it, is asked to read it and to tick its last page.`,
        actions([
          {
            label: 'Read it on the desk',
            verb: 'desk.link',
            input: { draft: draft.id, page: CHECK_PAGE },
            style: 'primary',
          },
          { label: 'Tick it here', verb: 'form.open', input: { draft: draft.id }, opens: 'form' },
        ]),
      ),
    },
    notBefore: disturbAt(ctx.house, false, ctx.at),
    unlessDone: { subject: id, owed: draft.owed },
  })
}

function sentenceFor(others: readonly Person[]): string {
  return others.length === 0
    ? 'You wrote part of this, and so did everybody else who may complete it: ask the support team for one more colleague'
    : `You wrote part of this, so a second person must tick it: ask ${others.map(({ name }) => name).join(' or ')}. The rest is saved`
}

/** Who may complete it and has written none of it. */
function others(ctx: Ctx, { course, draft }: Sheet, writers: readonly string[]): readonly Person[] {
  const matter = ctx.matter(draft.subject)
  if (course === undefined || isRefusal(matter)) return []
  const { verb, agency } = authorityFor(course, draft.owed)
  const about = { ...matter.kind.about(course), ...(agency === undefined ? {} : { agency }) }
  return whoMay(ctx.partnership, verb, about, ctx.at)
    .map(({ person }) => person)
    .filter(({ id }) => !writers.includes(id))
}

/** The questions of a form that only a second person may answer. */
const ticksIn = (form: Sheet['form']) =>
  form.sections.flatMap((section) => section.questions.filter(asksAnother)).map(({ id }) => id)

function writersOf(ctx: Ctx, draft: string): readonly string[] {
  const value = ctx.tx.drafts.answers(draft).find(({ question }) => question === WROTE)?.value
  return typeof value === 'string' && value !== '' ? value.split(' ') : []
}

function noteWriters(ctx: Ctx, draft: string, writers: readonly string[]): void {
  ctx.tx.drafts.save(draft, { question: WROTE, value: writers.join(' '), sealed: false, by: ctx.person.id, at: ctx.at })
}
