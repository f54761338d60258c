/** The gate before every page of the desk: a session, and for what is sent a form of that very session. */
import type { RequestHandler } from 'express'
import { forgetSession } from './guard/cookie.ts'
import { intentId, isSame } from './guard/token.ts'
import { type DeskOptions, usesHttps } from './options.ts'
import { type Body, narrativeIn } from './parse/values.ts'
import { rememberReplies } from './repeated.ts'
import { frameFor, type Session, sessionOf } from './session.ts'
import { show } from './show.ts'
import { createVisit, type Visit } from './visit.ts'

/** Lets in who may come, and hands back what anybody else has typed in vain. `here` is where the page is, to come back to. */
export type SignedIn = <Params extends Record<string, string>>(
  here: (params: Params) => string,
  page: (visit: Visit, params: Params, session: Session) => void | Promise<void>,
) => RequestHandler<Params>

export function createSignedIn(options: DeskOptions): SignedIn {
  const { csrfSecret, handle, ids, log } = options
  const handleOnce = rememberReplies(handle)

  return (here, page) => (req, res) => {
    const body: Body = req.body ?? {}
    const session = sessionOf(options, req)
    const frame = frameFor(options, session, here(req.params))
    if (typeof session === 'string') {
      if (session === 'ended') forgetSession(res, usesHttps(options))
      return show(res, 401, { ...NOT_IN[session], newLink: true, kept: narrativeIn(body) }, frame)
    }
    if (req.method === 'POST' && !isSame(body.csrf, session.csrf)) {
      log.warn({ code: 'stale-form' }, 'the desk refused a form of another session')
      return show(res, 403, { ...STALE, kept: narrativeIn(body) }, frame)
    }
    const visit = createVisit(
      session.visitor.person,
      { req, res, body, frame },
      {
        ask: (intent) => handleOnce({ id: intentId(csrfSecret, body), ...intent }),
        look: (intent) => handle({ id: `desk/${ids.secret()}`, ...intent }),
      },
    )
    return page(visit, req.params, session)
  }
}

const NOT_IN = {
  none: {
    title: 'You are not signed in',
    next: 'The desk is opened with a personal link that works once and for a short time.',
  },
  ended: {
    title: 'You have been signed out',
    next: 'The desk closes by itself after a while. Everything you saved is still there.',
  },
}

const STALE = {
  title: 'This page is from an earlier visit',
  next: 'Nothing has been changed. Open the page again and press the button there.',
}
