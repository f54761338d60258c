/** A finished form: it opens a case, or closes what is owed; either way it becomes a version that can be read, compared and never edited. */
import type { Reply } from '../../chat/intent.ts'
import { say } from '../../chat/words.ts'
import type { Answers } from '../../forms/form.ts'
import { isRefusal, type Refusal } from '../../kernel/result.ts'
import { dateOf, type Instant, londonInstant } from '../../kernel/time.ts'
import type { Standing } from '../../partnership/authority/may.ts'
import { caseFace } from '../../procedures/cards/case.ts'
import type { Course } from '../../procedures/engine/course.ts'
import { submit, type Unsigned } from '../../procedures/engine/decide.ts'
import type { Entrance, Procedure } from '../../procedures/engine/procedure.ts'
import type { Ctx } from '../ctx.ts'
import { finished, type Intake, type Sheet } from '../sheet.ts'

export function submitSheet(ctx: Ctx, sheet: Sheet): Reply | Refusal {
  return sheet.course === undefined ? open(ctx, sheet) : closeWith(ctx, sheet, sheet.course)
}

function closeWith(ctx: Ctx, sheet: Sheet, course: Course): Reply | Refusal {
  const { draft, notes } = sheet
  const step = course.procedure.steps[draft.owed.split('/')[0] as string]
  const agency = draft.owed.split('/')[1]
  const matter = ctx.matter(draft.subject)
  if (isRefusal(matter)) return matter
  const standing = ctx.may(step?.may ?? 'nothing', {
    ...matter.kind.about(course),
    ...(agency === undefined ? {} : { agency }),
  })
  if (isRefusal(standing)) return standing
  const { answers, slots, hash } = finished(ctx, sheet)
  const facts = submit(course, {
    form: draft.form,
    owed: draft.owed,
    answers,
    slots,
    hash,
    by: ctx.person.id,
    ...(notes.read === undefined ? {} : { read: notes.read }),
    ...(notes.outcome === undefined ? {} : { outcome: notes.outcome }),
  })
  if (isRefusal(facts)) return facts
  ctx.tx.drafts.amend(draft.id, { status: 'submitted' })
  ctx.record(draft.subject, standing, facts)
  return { kind: 'done', message: say(`${course.subject.title}: ${sheet.form.title} recorded.`) }
}

/** Opens a case from the form it is entered by: its number, its code word, its clocks. */
function open(ctx: Ctx, sheet: Sheet): Reply | Refusal {
  const { draft, procedure } = sheet
  const intake = ctx.tx.subjects.facts(draft.subject)[0]?.data as unknown as Intake
  const entrance = procedure.entrances[intake.entrance] as Entrance
  const standing = ctx.may(entrance.may, entrance.about(sheet.answers))
  if (isRefusal(standing)) return standing
  const done = finished(ctx, sheet)

  const id = nextRef(ctx, procedure)
  ctx.begin({ id: id.toLowerCase(), kind: 'case', title: codeWord(ctx) })
  for (const slot of done.slots)
    ctx.tx.vault.seal(id.toLowerCase(), slot, done.sealed[slot.split('/')[1] as string] as never)
  const opened = {
    procedure: procedure.id,
    entrance: intake.entrance,
    ref: id,
    events: eventsIn(entrance, done.answers, ctx.at),
    about: entrance.about(done.answers),
  }
  ctx.record(id.toLowerCase(), standing, [{ kind: 'opened', data: opened }])
  const closed = closeAtOnce(ctx, id.toLowerCase(), standing, entrance, { ...done, form: sheet.form.id })
  if (isRefusal(closed)) return closed

  ctx.tx.drafts.amend(draft.id, { status: 'submitted' })
  ctx.tx.vault.shred(draft.subject)
  ctx.tx.subjects.amend(draft.subject, { open: false })
  const matter = ctx.matter(id.toLowerCase())
  if (isRefusal(matter)) return matter
  return { kind: 'done', message: caseFace(matter.state as Course, ctx.person.id, {}) }
}

/** What the entering form has already settled is closed there and then, so that nobody is chased for it. */
function closeAtOnce(
  ctx: Ctx,
  subject: string,
  standing: Standing,
  entrance: Entrance,
  done: { form: string; answers: Answers; slots: readonly string[]; hash: string },
): Refusal | undefined {
  for (const owed of entrance.closes ?? []) {
    const matter = ctx.matter(subject)
    if (isRefusal(matter)) return matter
    const facts = submit(matter.state as Course, { ...done, owed, by: ctx.person.id })
    if (isRefusal(facts)) return facts
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

/** `RR-2026-04`: the number keeps the year in which it was given (10.2.8). */
function nextRef(ctx: Ctx, procedure: Procedure): string {
  const stem = `${procedure.numbered}-${dateOf(ctx.at).slice(0, 4)}-`
  const taken = ctx.tx.subjects.all('case').filter((one) => one.id.startsWith(stem.toLowerCase())).length
  return `${stem}${String(taken + 1).padStart(2, '0')}`
}

/** A neutral word by chance; one once used is never used again (PR-19). */
function codeWord(ctx: Ctx): string {
  const used = new Set(ctx.tx.subjects.all('case').map((one) => one.title))
  const free = ctx.partnership.profile.codeWords.filter((word) => !used.has(word))
  return free.length > 0 ? ctx.house.ids.pick(free) : ctx.house.ids.code()
}
