/** Coming in and going out. A GET shows a button and spends nothing; only the POST behind it spends the link (PR-2). */
import { type Request, type RequestHandler, type Response, Router } from 'express'
import { isRefusal, type Refusal } from '../../src/kernel/result.ts'
import { forgetSession, readSession, writeSession } from './guard/cookie.ts'
import { createTries } from './guard/tries.ts'
import { type DeskOptions, usesHttps } from './options.ts'
import { renderDoor } from './render/notice.ts'
import { frameFor, sessionOf } from './session.ts'
import { show, strangersFrame } from './show.ts'
import type { SignedIn } from './signed-in.ts'

export function signInRouter(options: DeskOptions): RequestHandler {
  const { access, clock, log } = options
  const https = usesHttps(options)
  const tries = createTries(clock)

  const refused = (req: Request, res: Response, refusal: Refusal) => {
    tries.failed(req.ip ?? '')
    log.info({ code: refusal.code }, 'a desk link did not open')
    // Whoever follows a used link while still signed in is offered their desk.
    const frame = frameFor(options, sessionOf(options, req))
    show(res, 410, { title: refusal.sentence, next: refusal.next }, frame)
  }

  return Router()
    .use((req, res, next) => {
      if (!tries.isTired(req.ip ?? '')) return next()
      log.warn({ code: 'too-many-links' }, 'the desk refused to try more links')
      show(res, 429, TIRED, strangersFrame(options))
    })
    .get('/:token', (req, res) => {
      const visitor = access.peek(req.params.token)
      if (isRefusal(visitor)) return refused(req, res, visitor)
      const action = `/desk/in/${encodeURIComponent(req.params.token)}`
      res.type('html').send(renderDoor({ name: visitor.name, action }, strangersFrame(options)))
    })
    .post('/:token', (req, res) => {
      const entered = access.enter(req.params.token)
      if (isRefusal(entered)) return refused(req, res, entered)
      const before = readSession(req.headers.cookie, https)
      if (before !== undefined) access.leave(before)
      writeSession(res, entered.session, https)
      log.info({}, 'somebody came to the desk')
      res.redirect(303, isOnTheDesk(entered.target) ? entered.target : '/desk')
    })
}

/** Ends the session, for every copy of its cookie. */
export function signOut(options: DeskOptions, signedIn: SignedIn): RequestHandler<Record<string, string>> {
  return signedIn(
    () => '/desk',
    ({ res }, _params, { secret }) => {
      options.access.leave(secret)
      forgetSession(res, usesHttps(options))
      show(res, 200, SIGNED_OUT, strangersFrame(options))
    },
  )
}

/** A link leads to the desk and nowhere else, whatever was written into it. */
function isOnTheDesk(target: string): boolean {
  return /^\/desk(?:[/?]|$)/.test(target) && new URL(target, 'https://desk.invalid').pathname.startsWith('/desk')
}

const SIGNED_OUT = { title: 'You have signed out', next: 'You can close this page.', newLink: true }

const TIRED = {
  title: 'Too many links that do not open',
  next: 'Wait ten minutes, then use the newest link that Muster sent you.',
}
