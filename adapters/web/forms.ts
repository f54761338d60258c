/** Forms, page by page: seen with a GET, sent with a POST that leads on to the next GET. What could not be saved is drawn again as it was typed. */
import { type RequestHandler, Router } from 'express'
import type { FormView } from '../../src/forms/view.ts'
import type { Refusal } from '../../src/kernel/result.ts'
import { readTurn, type Turn } from './parse/turn.ts'
import { type Around, formPath, renderForm, withTyped } from './render/form.ts'
import { newRowAnchor } from './render/rows.ts'
import type { SignedIn } from './signed-in.ts'
import type { Visit } from './visit.ts'

type Draft = { draft: string }

export function formsRouter(signedIn: SignedIn): RequestHandler {
  const here = ({ draft }: Draft) => formPath(draft)
  return Router().get('/:draft', signedIn(here, seePage)).post('/:draft', signedIn(here, turnPage))
}

function seePage(visit: Visit, { draft }: Draft): void {
  const { page, question, saved, adding } = visit.query
  const where = page === undefined ? (question === undefined ? {} : { question }) : { page }
  const reply = visit.look({ verb: 'form.see', input: { draft, ...where } })
  if (reply.kind === 'form') {
    send(visit, 200, reply.view, { saved: saved === '1', ...(adding === undefined ? {} : { adding }) })
  } else {
    visit.answer(reply)
  }
}

function turnPage(visit: Visit, { draft }: Draft): void {
  const turn = readTurn(visit.body)
  if (turn === undefined) {
    visit.refuse(400, UNCLEAR)
    return
  }
  const { page, go, values, rows } = turn
  const reply = visit.ask({ verb: 'form.page', input: { draft, page, go, values } })
  if (reply.kind === 'refusal') {
    refuseTurn(visit, draft, turn, reply.refusal)
  } else if (reply.kind === 'form' && hasProblem(reply.view)) {
    send(visit, 422, reply.view.page === page ? withTyped(reply.view, values) : reply.view, { ...rows })
  } else if (rows !== undefined) {
    visit.res.redirect(303, afterRows(draft, page, rows))
  } else if (reply.kind === 'form') {
    visit.res.redirect(303, formPath(draft, reply.view.page, { saved: '1' }))
  } else {
    visit.answer(reply)
  }
}

/** Refused: the page once more with everything that was typed, and why; where it may not be seen any more, the words alone. */
function refuseTurn(visit: Visit, draft: string, { page, values }: Turn, refusal: Refusal): void {
  const again = visit.look({ verb: 'form.see', input: { draft, page } })
  if (again.kind === 'form' && again.view.page === page) {
    send(visit, 409, withTyped(again.view, values, true), { refusal })
  } else {
    visit.refuse(409, refusal)
  }
}

function afterRows(draft: string, page: string, rows: NonNullable<Turn['rows']>): string {
  const anchor = rows.adding === undefined ? '' : `#${newRowAnchor(rows.adding)}`
  return formPath(draft, page, { saved: '1', ...rows }) + anchor
}

function hasProblem(view: FormView): boolean {
  return view.problem !== undefined || view.fields.some(({ error }) => error !== undefined)
}

function send({ res, frame }: Visit, status: number, view: FormView, around: Around): void {
  res
    .status(status)
    .type('html')
    .send(renderForm(view, frame, around))
}

const UNCLEAR = {
  sentence: 'Muster could not make sense of this page',
  next: 'Nothing has been saved. Open the form again.',
}
