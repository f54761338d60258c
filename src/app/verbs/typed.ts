/** What is typed into a form is saved as it stands, right or wrong; personal detail in chat and narrative sent through it are not (PR-3). */
import type { Problem } from '../../forms/check.ts'
import type { Answer, Question } from '../../forms/form.ts'
import { readValue } from '../../forms/read.ts'
import { PERSONAL_DETAIL } from '../../forms/screen-answer.ts'
import type { Ctx } from '../ctx.ts'
import { type Sheet, slotOf } from '../sheet.ts'

export function questions(sheet: Sheet): readonly Question[] {
  return sheet.form.sections.flatMap((section) => section.questions)
}

export function saveAnswer(ctx: Ctx, draft: string, question: string, value: Answer): void {
  ctx.tx.drafts.save(draft, { question, value, sealed: false, by: ctx.person.id, at: ctx.at })
}

/** Saves each answer as it was typed; gives what must not be saved at all: personal detail, and narrative that was sent through chat. */
export function saveAll(ctx: Ctx, sheet: Sheet, values: Readonly<Record<string, unknown>>): readonly Problem[] {
  const asked = new Map(questions(sheet).map((one) => [one.id, one]))
  return Object.entries(values).flatMap(([id, raw]) => {
    const question = asked.get(id)
    return question === undefined ? [] : saveOne(ctx, sheet, question, raw)
  })
}

function saveOne(ctx: Ctx, sheet: Sheet, question: Question, raw: unknown): readonly Problem[] {
  const { draft, surface, context } = sheet
  if (question.class === 'S') {
    if (surface === 'chat') return []
    const { value, problem } = readValue(question, raw, context)
    ctx.tx.vault.seal(draft.subject, slotOf(draft, question.id), value)
    ctx.tx.drafts.save(draft.id, {
      question: question.id,
      value: null,
      sealed: value !== '',
      by: ctx.person.id,
      at: ctx.at,
    })
    return problem === undefined ? [] : [problem]
  }
  const { value, problem } = readValue(question, raw, context)
  if (problem?.code === PERSONAL_DETAIL) {
    // Not stored and not echoed; that it happened is kept, without a word of what it was (PR-3).
    ctx.tx.journal.append({
      at: ctx.at,
      by: ctx.person.id,
      verb: 'screen.hit',
      subject: draft.subject,
      detail: { form: draft.form, question: question.id },
    })
    return [problem]
  }
  saveAnswer(ctx, draft.id, question.id, value)
  return []
}
