/** What a page of a form says around its inputs, on every platform that draws it in chat. */
import type { Field, FormView } from '../forms/view.ts'
import { TONES, toned } from './tones.ts'
import type { Button, FactRow } from './words.ts'

export type AnswerLine = Extract<Field, { kind: 'answer' }>
type DeskField = Extract<Field, { kind: 'desk' }>

/**
 * "JUNIPER · Page 1 of 4 · 2 of 9 answered"; in a conversation "Question 3 of 24", where what is answered at the desk is not among the questions. Its last
 * step is no question, and says how much is answered in all.
 */
export function sayPlace({ about, progress, pace }: Pick<FormView, 'about' | 'progress' | 'pace'>): string {
  return [...(about === undefined ? [] : [about]), ...placeIn(progress, pace)].join(' · ')
}

function placeIn(progress: FormView['progress'], pace: FormView['pace']): readonly string[] {
  const { page, pages, answered, of, growing } = progress
  if (growing) return [`Page ${page}`]
  if (pace === 'walk' && page < pages) return [`Question ${page} of ${pages - 1}`]
  return [
    ...(pace === 'page' ? [`Page ${page} of ${pages}`] : []),
    ...(of > 0 ? [`${answered} of ${of} answered`] : []),
  ]
}

/** For the lock screen. */
export function summaryOf({ title, progress }: Pick<FormView, 'title' | 'progress'>): string {
  return `${title}: page ${progress.page}${progress.growing ? '' : ` of ${progress.pages}`}`
}

/** The buttons of a page: those wanted that it has, in the order they are wanted. */
export function controls(view: FormView, wanted: readonly ('next' | 'back' | 'stop')[]): Button[] {
  const go = (way: string) => ({ verb: 'form.page', input: { draft: view.draft, page: view.page, go: way } })
  const all = {
    next: [{ label: view.forward, style: 'primary' as const, ...go('next') }],
    back: view.back ? [{ label: 'Back', ...go('back') }] : [],
    stop: view.stop ? [{ label: 'Save and stop for now', ...go('stop') }] : [],
  }
  return wanted.flatMap((each) => all[each])
}

/** Whether a sealed answer has been written, which is all that chat knows of it. */
export function sayWritten({ answered }: Pick<DeskField, 'answered'>): string {
  return answered ? `${TONES.good.sign} Written on the desk.` : '✍️ Not written yet.'
}

/** The way from one question to the desk. */
export function writeOnDesk(draft: string, question: string): Button {
  return { label: 'Write this on the desk', verb: 'desk.link', input: { draft, question } }
}

/** Nothing is left out of a page: one too large for a platform is filled in on the desk. */
export function tooLarge(view: FormView, platform: string): { words: string; open: Button } {
  const question = view.fields[0]?.id
  return {
    words: `This page is larger than ${platform} can show. Nothing is lost: it continues on the desk.`,
    open: {
      label: 'Open it on the desk',
      verb: 'desk.link',
      input: { draft: view.draft, ...(question === undefined ? {} : { question }) },
    },
  }
}

/** Lines of "check your answers" that stand together, and the one button that leads back to the first of them. */
export function checkLines(
  [first, ...more]: readonly [AnswerLine, ...AnswerLine[]],
  { draft, pace }: Pick<FormView, 'draft' | 'pace'>,
): { rows: FactRow[]; change: Button } {
  const rows = [first, ...more].map(({ label, shown, error }) => ({
    label,
    value: shown === '' ? '–' : shown,
    // The error of a line that stands alone is above it, as with any field.
    ...(error && more.length ? { note: toned('bad', error) } : {}),
  }))
  const change = {
    label: more.length ? 'Change these answers' : 'Change this answer',
    verb: 'form.open',
    // A walk asks one question at a time, so what it calls a page is a question.
    input: { draft, [pace === 'walk' ? 'question' : 'page']: first.page },
  }
  return { rows, change }
}

export type Belongs = (line: AnswerLine, first: AnswerLine) => boolean
export const byPage: Belongs = (line, first) => line.page === first.page

/** Lines of "check your answers" that belong together, as one group; every other field by itself. */
export function together(fields: readonly Field[], belongs = byPage): (Field | [AnswerLine, ...AnswerLine[]])[] {
  const groups: (Field | [AnswerLine, ...AnswerLine[]])[] = []
  for (const field of fields) {
    const last = groups.at(-1)
    if (field.kind !== 'answer') groups.push(field)
    else if (Array.isArray(last) && belongs(field, last[0])) last.push(field)
    else groups.push([field])
  }
  return groups
}
