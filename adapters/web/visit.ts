/** One request of somebody signed in: what they ask of the core, and how they are answered. */
import type { Request, Response } from 'express'
import type { Intent, Reply } from '../../src/chat/intent.ts'
import type { Refusal } from '../../src/kernel/result.ts'
import { type Body, narrativeIn } from './parse/values.ts'
import { formPath } from './render/form.ts'
import type { Frame } from './render/frame.ts'
import { renderMessage } from './render/message.ts'
import { show } from './show.ts'

export type Wish = Pick<Intent, 'verb' | 'input'> & Partial<Pick<Intent, 'subject' | 'version'>>

export interface Visit {
  readonly res: Response
  readonly query: Readonly<Record<string, string | undefined>>
  readonly body: Body
  readonly frame: Frame
  /** Asks for what the form that was sent wants: sent twice, it is one intent. */
  ask(wish: Wish): Reply
  /** Asks to see something. */
  look(wish: Wish): Reply
  answer(reply: Reply): void
  refuse(status: number, refusal: Pick<Refusal, 'sentence' | 'next'>): void
}

/** An intent that lacks only its id. */
export type HandleWish = (intent: Omit<Intent, 'id'>) => Reply

/** `handles` give each intent its id: the same for a form sent twice, another for every look. */
export function createVisit(
  person: string,
  { req, res, body, frame }: { req: Pick<Request, 'method' | 'url'>; res: Response; body: Body; frame: Frame },
  handles: { readonly ask: HandleWish; readonly look: HandleWish },
): Visit {
  const isPost = req.method === 'POST'
  const as = (handle: HandleWish) => (wish: Wish) =>
    handle({
      who: { platform: 'desk', tenant: 'desk', user: person },
      where: { platform: 'desk', tenant: 'desk', conversation: person, kind: 'desk' },
      ...wish,
    })
  // What a POST has answered is at no address; leaving it leads to the desk. What a GET was refused is not to be looked at again.
  const message: Frame = { ...frame, here: isPost ? '/desk' : frame.here, isHome: !isPost && frame.here === '/desk' }
  const notice: Frame = { ...frame, here: isPost ? frame.here : '/desk' }

  const refuse: Visit['refuse'] = (status, { sentence, next }) =>
    show(res, status, { title: sentence, next, kept: narrativeIn(body) }, notice)

  return {
    res,
    query: Object.fromEntries(new URL(req.url, 'https://desk.invalid').searchParams),
    body,
    frame,
    ask: as(handles.ask),
    look: as(handles.look),
    refuse,
    answer(reply) {
      switch (reply.kind) {
        case 'message':
        case 'card':
        case 'done':
          res.type('html').send(renderMessage(reply.message, message))
          return
        case 'form':
          res.redirect(303, formPath(reply.view.draft, reply.view.page))
          return
        case 'refusal':
          refuse(isPost ? 409 : 404, reply.refusal)
          return
        case 'nothing':
          res.redirect(303, frame.here)
          return
        default:
          reply satisfies never
      }
    },
  }
}
