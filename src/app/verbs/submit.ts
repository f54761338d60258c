/** A finished form: it opens a case, or closes what is owed; either way it becomes a version that can be read, compared and never edited. */

import { workTo } from '../../chasing/standing.ts'
import type { Reply } from '../../chat/intent.ts'
import { actions, type Block, type Message, say, text } from '../../chat/words.ts'
import type { Answers } from '../../forms/form.ts'
import { isRefusal, type Refusal } from '../../kernel/result.ts'
import { type Instant, londonInstant, sayDate } from '../../kernel/time.ts'
import type { Matter } from '../../matter.ts'
import { agendaPaper } from '../../meetings/item-form.ts'
import type { Standing } from '../../partnership/authority/may.ts'
import type { Course } from '../../procedures/engine/course.ts'
import { authorityFor, moveOf, submit, type Unsigned } from '../../procedures/engine/decide.ts'
import type { Entrance } from '../../procedures/engine/procedure.ts'
import { procedures } from '../../procedures/index.ts'
import type { Ctx } from '../ctx.ts'
import { finished, intakeOf, type Sheet } from '../sheet.ts'
import { afterSubmitting } from './actions-of-course.ts'
import { beginCourse } from './begin-course.ts'
import { makeMove } from './make-move.ts'
import { submitItem } from './meetings/item-form.ts'
import { submitPeople } from './membership/submit.ts'

export function submitSheet(ctx: Ctx, sheet: Sheet): Reply | Refusal {
  return sheet.course === undefined ? open(ctx, sheet) : closeWith(ctx, sheet, sheet.course)
}

function closeWith(ctx: Ctx, sheet: Sheet, course: Course): Reply | Refusal {
  const { draft, notes } = sheet
  const matter = ctx.matter(draft.subject)
  if (isRefusal(matter)) return matter
  const { verb, agency } = authorityFor(course, draft.owed)
  const standing = ctx.may(verb, { ...matter.kind.about(course), ...(agency === undefined ? {} : { agency }) })
  if (isRefusal(standing)) return standing
  const { answers, slots, hash } = finished(ctx, sheet)
  const given = { answers, slots, hash, by: ctx.person.id, ...notes }
  const made = moveOf(draft.owed)
  if (made !== undefined) {
    ctx.tx.drafts.amend(draft.id, { status: 'submitted' })
    return makeMove(ctx, course, made, standing, given)
  }
  const facts = submit(course, { ...given, form: draft.form, owed: draft.owed })
  if (isRefusal(facts)) return facts
  ctx.tx.drafts.amend(draft.id, { status: 'submitted' })
  ctx.record(draft.subject, standing, facts)
  const hindered = afterSubmitting(ctx, draft.subject, draft.owed, standing)
  if (hindered) return hindered
  return { kind: 'done', message: say(`${course.subject.title}: “${sheet.form.title}” is submitted.`) }
}

/** Opens a case from the form it is entered by: its number, its code word, its clocks. */
function open(ctx: Ctx, sheet: Sheet): Reply | Refusal {
  const { draft } = sheet
  const intake = intakeOf(ctx.tx, draft)
  if (intake.procedure === agendaPaper.id) return submitItem(ctx, sheet, intake)
  const procedure = procedures[intake.procedure]
  if (procedure === undefined) return submitPeople(ctx, sheet, intake)
  const entrance = procedure.entrances[intake.entrance] as Entrance
  const standing = ctx.may(entrance.may, entrance.about(sheet.answers))
  if (isRefusal(standing)) return standing
  const done = finished(ctx, sheet)

  const subject = beginCourse(ctx, procedure, standing, {
    entrance: intake.entrance,
    events: eventsIn(entrance, done.answers, ctx.at),
    about: entrance.about(done.answers),
  })
  for (const slot of done.slots) ctx.tx.vault.seal(subject, slot, done.sealed[slot.split('/')[1] as string] as never)
  const closed = closeAtOnce(ctx, subject, standing, entrance, { ...done, form: sheet.form.id })
  if (isRefusal(closed)) return closed

  ctx.tx.drafts.amend(draft.id, { status: 'submitted' })
  ctx.tx.vault.shred(draft.subject)
  ctx.tx.subjects.amend(draft.subject, { open: false })
  return { kind: 'done', message: wayToCard(ctx, subject) }
}

/** Said once; the card itself comes by the outbox, as a copy that is kept true. Here is what it is called, what comes next, and the way to it. */
function wayToCard(ctx: Ctx, subject: string): Message {
  const matter = ctx.matter(subject)
  if (isRefusal(matter)) return say(`${subject} is open.`)
  const { title } = matter.subject
  const hasCodeWord = title.toLowerCase() !== subject
  return say(
    `${title} is open. Its card, with every clock, goes to everybody who must know.`,
    ...(hasCodeWord ? [text(`From now on it is called ${title}: use that word, never a name.`)] : []),
    ...nextIn(matter),
    // Whoever raises a case need not be among those who follow it.
    ...(isRefusal(ctx.may(matter.kind.see, matter.kind.about(matter.state)))
      ? []
      : [actions([{ label: `Open ${title}`, verb: 'matter.see', subject }])]),
  )
}

/** Whoever has begun something wants to know who does what with it now, and until when. */
function nextIn({ owed }: Matter): readonly Block[] {
  const next = owed.find(({ ahead, limit, status }) => status === 'open' && !ahead && limit !== undefined)
  if (next?.limit === undefined) return []
  return [text(`Next, by ${sayDate(workTo(next.limit))}: ${next.what} (${next.obligor.label}).`)]
}

/** What the entering form has already settled is closed there and then, so that nobody is chased for it; what it does not is kept with the case. */
function closeAtOnce(
  ctx: Ctx,
  subject: string,
  standing: Standing,
  entrance: Entrance,
  done: { form: string; answers: Answers; slots: readonly string[]; hash: string },
): Refusal | undefined {
  const { form, answers, slots, hash } = done
  if (entrance.closes === undefined) {
    ctx.record(subject, standing, [
      { kind: 'form', data: { form, owed: 'entrance', version: 1, answers, slots, hash } },
    ])
  }
  for (const owed of entrance.closes ?? []) {
    const matter = ctx.matter(subject)
    if (isRefusal(matter)) return matter
    // A death notified without suspicion asks nothing of what a review would.
    if (!matter.owed.some((one) => one.key === owed && one.status === 'open')) continue
    const facts = submit(matter.state as Course, { ...done, owed, by: ctx.person.id })
    if (isRefusal(facts)) return facts
    // Whoever may begin a case may not therefore say that the authority has notified it.
    const { verb } = authorityFor(matter.state as Course, owed)
    const allowed = facts.some(({ kind }) => kind === 'closed') && ctx.may(verb, matter.kind.about(matter.state))
    if (isRefusal(allowed)) return allowed
    ctx.record(subject, standing, facts as readonly Unsigned[])
  }
  return undefined
}

function eventsIn(entrance: Entrance, answers: Answers, at: Instant): Record<string, Instant> {
  return Object.fromEntries(
    Object.entries(entrance.events).flatMap(([event, question]) => {
      if (question === 'now') return [[event, at]]
      const answer = answers[question]
      return typeof answer === 'string' && answer !== '' ? [[event, londonInstant(answer)]] : []
    }),
  )
}
