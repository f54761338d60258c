/** What is typed into a form is saved as it stands, right or wrong; personal detail in chat and narrative sent through it are not (PR-3). */

import { isBlank } from '../../forms/answer.ts'
import { type Problem, problemsWith } from '../../forms/check.ts'
import { type Answer, asksAnother, type Question } from '../../forms/form.ts'
import { readValue } from '../../forms/read.ts'
import { PERSONAL_DETAIL } from '../../forms/screen-answer.ts'
import type { Ctx } from '../ctx.ts'
import { type Sheet, slotOf } from '../sheet.ts'
import { nowAWriter, ticksUndone } from './second-person.ts'

export function questions(sheet: Sheet): readonly Question[] {
  return sheet.form.sections.flatMap((section) => section.questions)
}

export function saveAnswer(ctx: Ctx, draft: string, question: string, value: Answer): void {
  ctx.tx.drafts.save(draft, { question, value, sealed: false, by: ctx.person.id, at: ctx.at })
}

/**
 * Saves each answer as it was typed; gives what must not be saved at all: personal detail, narrative that was sent through chat, and the second
 * person's tick of somebody who wrote the rest. What is as it was stays under the name of whoever gave it.
 */
export function saveAll(ctx: Ctx, sheet: Sheet, values: Readonly<Record<string, unknown>>): readonly Problem[] {
  const asked = new Map(questions(sheet).map((one) => [one.id, one]))
  const problems = Object.entries(values).flatMap(([id, raw]) => {
    const question = asked.get(id)
    return question === undefined ? [] : saveOne(ctx, sheet, question, raw)
  })
  return [...problems, ...ticksUndone(ctx, sheet).filter(({ question }) => question in values)]
}

function saveOne(ctx: Ctx, sheet: Sheet, question: Question, raw: unknown): readonly Problem[] {
  const { draft, surface, context } = sheet
  const secret = question.class === 'S'
  if (secret && surface === 'chat') return []
  const { value, problem } = readValue(question, raw, context)
  if (!secret && problem?.code === PERSONAL_DETAIL) {
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
  const before = sheet.answers[question.id]
  const same = isSame(before, value)
  const wrong = secret && problem !== undefined ? problemsWith(question, value, {}, context) : []
  if (same && before !== undefined) return wrong
  if (!same && !asksAnother(question)) nowAWriter(ctx, sheet)
  if (!secret) {
    saveAnswer(ctx, draft.id, question.id, value)
    return []
  }
  ctx.tx.vault.seal(draft.subject, slotOf(draft, question.id), value)
  ctx.tx.drafts.save(draft.id, {
    question: question.id,
    value: null,
    sealed: value !== '',
    by: ctx.person.id,
    at: ctx.at,
  })
  return wrong
}

const isSame = (before: Answer | undefined, now: Answer) =>
  (isBlank(before) && isBlank(now)) || JSON.stringify(before) === JSON.stringify(now)
