/**
 * The file of a case, as the desk shows it: every submitted form this reader may see, with its sealed answers opened. Never drawn anywhere but on the
 * desk (idea 6); that somebody read it is written down.
 */
import { type Block, divider, facts, heading, quiet, text } from '../chat/words.ts'
import type { Answer, Answers } from '../forms/form.ts'
import { summary } from '../forms/summary.ts'
import { isRefusal } from '../kernel/result.ts'
import { sayMoment } from '../kernel/time.ts'
import type { Matter } from '../matter.ts'
import { agency, personById, successorOf } from '../partnership/partnership.ts'
import { type Course, latest } from '../procedures/engine/course.ts'
import type { Ctx } from './ctx.ts'
import { contextFor } from './sheet.ts'

type Submitted = Course['submitted'][number]

/** The blocks of the file; empty where there is nothing this reader may see. */
export function fileOf(ctx: Ctx, matter: Matter): readonly Block[] {
  const course = matter.state as Course
  if (!isCourse(course)) return []
  if (ctx.tx.vault.isShredded(course.subject.id)) return [divider, heading('The file'), text(DELETED)]
  const current = course.submitted.filter((one) => latest(course, one.form, one.owed) === one)
  const readable = current.filter((one) => mayRead(ctx, matter, course, one))
  if (readable.length === 0) return []
  ctx.tx.journal.append({
    at: ctx.at,
    by: ctx.person.id,
    verb: 'file.read',
    subject: course.subject.id,
    detail: { forms: readable.map((one) => `${one.owed}/${one.form}/${one.version}`) },
  })
  return [divider, heading('The file'), ...readable.flatMap((one) => drawn(ctx, course, one))]
}

const isCourse = (state: Partial<Course>) => state.submitted !== undefined

const DELETED = 'What was written here has been deleted at the end of its retention. The record says when, and by whom.'

function mayRead(ctx: Ctx, { kind }: Matter, course: Course, { form, owed }: Submitted): boolean {
  const owner = owed.split('/')[1]
  // Whoever has taken an agency's place reads what it wrote.
  const agency = owner && successorOf(course.partnership, owner, course.at)
  const about = { ...kind.about(course), form, ...(agency === undefined ? {} : { agency }) }
  return !isRefusal(ctx.may('form.see', about))
}

function drawn(ctx: Ctx, course: Course, submitted: Submitted): readonly Block[] {
  const form = course.procedure.forms[submitted.form]
  if (form === undefined) return []
  const answers = { ...submitted.answers, ...opened(ctx, course, submitted) }
  const context = contextFor(ctx, course.procedure, form, answers, course, course, new Set())
  const { rows } = summary(form, answers, context, { surface: 'desk' })
  const owner = submitted.owed.split('/')[1]
  const whose =
    owner !== undefined && owner in course.partnership.profile.agencies
      ? `: ${agency(course.partnership, owner).name}`
      : ''
  const who = personById(course.partnership, submitted.by)?.name ?? 'Muster'
  return [
    heading(`${form.title}${whose}`),
    quiet(
      `Version ${submitted.version}, ${who}, ${sayMoment(submitted.at)}. Fingerprint ${submitted.hash.slice(0, 8)}.`,
    ),
    facts(rows.filter(({ question }) => question in answers).map(({ label, shown }) => [label, shown] as const)),
  ]
}

function opened(ctx: Ctx, course: Course, { slots }: Submitted): Answers {
  return Object.fromEntries(
    slots.flatMap((slot): [string, Answer][] => {
      const answer = ctx.tx.vault.open(course.subject.id, slot)
      return answer === undefined ? [] : [[slot.split('/')[1] as string, answer]]
    }),
  )
}
