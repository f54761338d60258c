/** One request of somebody signed in: what they ask of the core, and how they are answered. */
import type { RequestHandler, Response } from 'express'
import type { Intent, Reply } from '../../src/chat/intent.ts'
import type { Refusal } from '../../src/kernel/result.ts'
import { forgetSession, readSession } from './guard/cookie.ts'
import { csrfToken, intentId, isSame } from './guard/token.ts'
import { type DeskOptions, usesHttps } from './options.ts'
import { type Body, narrativeIn } from './parse/values.ts'
import { formPath } from './render/form.ts'
import type { Frame } from './render/frame.ts'
import { renderMessage } from './render/message.ts'
import { rememberReplies } from './repeated.ts'
import { show, strangersFrame } from './show.ts'

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
  signOut(): void
}

type Page<Params> = (visit: Visit, params: Params) => void
type Here<Params> = (params: Params) => string

/** Lets in who has a session and, for a POST, a form of that session; hands back what anybody else has typed in vain. */
export type SignedIn = <Params extends Record<string, string>>(
  here: Here<Params>,
  page: Page<Params>,
) => RequestHandler<Params>

export function createSignedIn(options: DeskOptions): SignedIn {
  const { access, csrfSecret, log } = options
  const https = usesHttps(options)
  const handle = rememberReplies(options.handle)

  return (here, page) => (req, res) => {
    const body: Body = req.body ?? {}
    const session = readSession(req.headers.cookie, https)
    const visitor = session === undefined ? undefined : access.personOf(session)
    if (session === undefined || visitor === undefined) {
      const notice = session === undefined ? NO_LINK : ENDED
      if (session !== undefined) forgetSession(res, https)
      return show(res, 401, { ...notice, newLink: true, kept: narrativeIn(body) }, strangersFrame(options))
    }
    const csrf = csrfToken(csrfSecret, session)
    const frame: Frame = { ...strangersFrame(options), visitor: { name: visitor.name, csrf }, here: here(req.params) }
    const isHome = req.method === 'GET' && frame.here === '/desk'
    if (req.method === 'POST' && !isSame(body.csrf, csrf)) {
      log.warn({ code: 'stale-form' }, 'the desk refused a form of another session')
      return show(res, 403, { ...STALE, kept: narrativeIn(body) }, frame)
    }
    const asPerson = (id: string, wish: Wish) =>
      handle({
        id,
        who: { platform: 'desk', tenant: 'desk', user: visitor.person },
        where: { platform: 'desk', tenant: 'desk', conversation: visitor.person, kind: 'desk' },
        ...wish,
      })
    const refuse = (status: number, { sentence, next }: Pick<Refusal, 'sentence' | 'next'>) =>
      show(res, status, { title: sentence, next, kept: narrativeIn(body) }, frame)

    page(
      {
        res,
        query: Object.fromEntries(new URL(req.url, 'https://desk.invalid').searchParams),
        body,
        frame,
        ask: (wish) => asPerson(intentId(csrfSecret, body), wish),
        look: (wish) => asPerson(`desk/${options.ids.secret()}`, wish),
        refuse,
        answer: (reply) =>
          answer(res, reply, { ...frame, isHome }, (refusal) => refuse(req.method === 'POST' ? 409 : 404, refusal)),
        signOut() {
          access.leave(session)
          forgetSession(res, https)
          show(res, 200, { ...SIGNED_OUT, newLink: true }, strangersFrame(options))
        },
      },
      req.params,
    )
  }
}

function answer(res: Response, reply: Reply, frame: Frame, refuse: (refusal: Refusal) => void): void {
  switch (reply.kind) {
    case 'message':
    case 'card':
    case 'done':
      res.type('html').send(renderMessage(reply.message, frame))
      return
    case 'form':
      res.redirect(303, formPath(reply.view.draft, reply.view.page))
      return
    case 'refusal':
      refuse(reply.refusal)
      return
    case 'nothing':
      res.redirect(303, frame.here)
      return
    default:
      reply satisfies never
  }
}

const NO_LINK = {
  title: 'You are not signed in',
  next: 'The desk is opened with a personal link that works once and for a short time.',
}
const ENDED = {
  title: 'You have been signed out',
  next: 'The desk closes by itself when it has not been used for a while. Everything you saved is still there.',
}
const STALE = {
  title: 'This page is from an earlier visit',
  next: 'Nothing has been changed. Open the page again and press the button there.',
}
const SIGNED_OUT = { title: 'You have signed out', next: 'You can close this page.' }
