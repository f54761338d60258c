/**
 * One page of a form. Errors stand at the top, each leading to its field, and again beside the field; what was typed stays.
 *
 * @example renderForm(view, frame, { saved: true }) // '<!DOCTYPE html>…'
 */
import { isBlankRow, isRows } from '../../../src/forms/answer.ts'
import { CHECK_PAGE } from '../../../src/forms/draw.ts'
import type { Answer } from '../../../src/forms/form.ts'
import type { Field, FormView } from '../../../src/forms/view.ts'
import type { Refusal } from '../../../src/kernel/result.ts'
import { anchorOf } from '../names.ts'
import type { Typed } from '../parse/values.ts'
import { controlOf, placed } from './field.ts'
import type { Frame } from './frame.ts'
import { cellErrors, drawRows } from './rows.ts'
import { renderTemplate } from './templates.ts'

export interface Around {
  /** The page before this one has just been saved. */
  readonly saved?: boolean
  /** The table that was given one more row. */
  readonly adding?: string
  /** Nothing was done, and why. */
  readonly refusal?: Refusal
}

export function renderForm(view: FormView, frame: Frame, around: Around = {}): string {
  const errors = [
    ...(around.refusal === undefined ? [] : [{ text: `${around.refusal.sentence} ${around.refusal.next}` }]),
    ...view.fields.flatMap(errorsOf),
  ]
  return renderTemplate('form.njk', {
    frame,
    view,
    title: view.heading,
    action: formPath(view.draft),
    go: view.page === CHECK_PAGE ? 'submit' : 'next',
    saved: around.saved === true && errors.length === 0,
    errors,
    parts: drawFields(view, around),
  })
}

/** One for the field, or for each of the cells that are wrong, each leading to what it is about. */
function errorsOf(field: Field): readonly { readonly text: string; readonly href: string }[] {
  if (field.kind === 'rows' && field.wrong)
    return cellErrors(field).map(({ at, error, anchor }) => ({ text: atItsQuestion(at, error), href: `#${anchor}` }))
  const { id, label, error } = field
  return error === undefined ? [] : [{ text: atItsQuestion(label, error), href: `#${anchorOf(id)}` }]
}

/** Away from its field, an error needs the question as well: "Choose yes or no" may stand there three times. */
const atItsQuestion = (question: string, error: string) => `${question}${/[?.:]$/.test(question) ? '' : ':'} ${error}`

/** Where a draft, or one page of it, is answered. */
export function formPath(draft: string, page?: string, more: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams({ ...(page === undefined ? {} : { page }), ...more }).toString()
  return `/desk/form/${encodeURIComponent(draft)}${query === '' ? '' : `?${query}`}`
}

/** The view with what was just typed: in every field, or only in those with an error, since the others have been saved. */
export function withTyped(view: FormView, typed: Typed, all = false): FormView {
  const fields = view.fields.map((field): Field => {
    const value = field.kind === 'rows' ? written(typed[field.id]) : typed[field.id]
    return value === undefined || !(all || field.error !== undefined) ? field : { ...field, value }
  })
  return { ...view, fields }
}

/** Rows left blank are not kept, so what is wrong is counted without them. */
function written(typed: Answer | undefined): Answer | undefined {
  return typed !== undefined && isRows(typed) ? typed.filter((row) => !isBlankRow(row)) : typed
}

type AnswerLine = Extract<Field, { kind: 'answer' }>

/** Lines of "check your answers" that follow each other make one list. */
function drawFields(view: FormView, around: Around): readonly object[] {
  const parts: ({ draws: string } & Record<string, unknown>)[] = []
  for (const field of view.fields) {
    if (field.kind === 'rows') parts.push({ ...drawRows(field, around.adding === field.id) })
    else if (field.kind !== 'answer') parts.push({ ...controlOf(field, placed(field)) })
    else {
      const line = drawAnswer(field, view.draft)
      const last = parts.at(-1)
      if (last?.draws === 'answers') (last.lines as object[]).push(line)
      else parts.push({ draws: 'answers', lines: [line] })
    }
  }
  return parts
}

/** A longer answer is read across the page, not beside its question. */
const LONG = 160

function drawAnswer({ id, label, shown, error, page }: AnswerLine, draft: string): object {
  const anchor = anchorOf(id)
  return { anchor, label, shown, error, href: `${formPath(draft, page)}#${anchor}`, isLong: shown.length > LONG }
}
