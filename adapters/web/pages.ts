/** The signed-in pages but for the forms. Each is one intent and the drawing of its reply. */
import { type RequestHandler, Router } from 'express'
import { readCommandBox, readPress } from './parse/press.ts'
import type { SignedIn } from './signed-in.ts'

export function pagesRouter(signedIn: SignedIn): RequestHandler {
  const home = () => '/desk'
  return Router()
    .get(
      '/',
      signedIn(home, (visit) => visit.answer(visit.look({ verb: 'home', input: {} }))),
    )
    .get(
      '/matter/:id',
      signedIn(
        ({ id }: { id: string }) => matterPath(id),
        (visit, { id }) => visit.answer(visit.look({ verb: 'matter.see', subject: id, input: {} })),
      ),
    )
    .post(
      '/command',
      signedIn(home, (visit) => visit.answer(visit.ask(readCommandBox(visit.body)))),
    )
    .post(
      '/press',
      signedIn(home, (visit) => {
        const wish = readPress(visit.body)
        if (wish === undefined) visit.refuse(400, UNCLEAR)
        else visit.answer(visit.ask(wish))
      }),
    )
}

function matterPath(id: string): string {
  return `/desk/matter/${encodeURIComponent(id)}`
}

const UNCLEAR = {
  sentence: 'Muster could not make sense of that press',
  next: 'Nothing has been changed. Open the page again and press the button there.',
}
