/**
 * The desk: the third surface over the same core, for narrative and for everyone without Slack or Teams. It reads what a browser sends as an
 * intent and draws the reply; it needs no script.
 *
 * @example
 *   app.use('/desk', deskRouter({ handle, access, baseUrl: 'https://muster.example.org', clock, log, ids, csrfSecret, partnership: () => 'CHSCP' }))
 *   app.use('/calendar', calendarRouter({ calendars, clock }))
 */
import express, { Router } from 'express'
import { assetsRouter } from './assets.ts'
import { evidenceRouter } from './evidence.ts'
import { formsRouter } from './forms.ts'
import { safeHeaders } from './guard/headers.ts'
import { isFromHere } from './guard/origin.ts'
import { lastResort, NOWHERE } from './last-resort.ts'
import { minutesRouter } from './minutes.ts'
import { type DeskOptions, usesHttps } from './options.ts'
import { pagesRouter } from './pages.ts'
import { show, strangersFrame } from './show.ts'
import { signInRouter, signOut } from './sign-in.ts'
import { createSignedIn } from './signed-in.ts'

/** The desk, to be mounted at `/desk`. */
export function deskRouter(options: DeskOptions): Router {
  const ourOrigin = new URL(options.baseUrl).origin
  const signedIn = createSignedIn(options)
  return Router()
    .use(safeHeaders({ https: usesHttps(options) }))
    .use('/assets', assetsRouter())
    .use((req, res, next) => {
      if (req.method !== 'POST' || isFromHere(req.headers, ourOrigin)) return next()
      options.log.warn({ code: 'foreign-form' }, 'the desk refused a form from elsewhere')
      show(res, 403, FOREIGN, strangersFrame(options))
    })
    .use(express.urlencoded({ extended: false, limit: '1mb', parameterLimit: 3000 }))
    .use('/in', signInRouter(options))
    .post('/out', signOut(options, signedIn))
    .use('/form', formsRouter(signedIn))
    .use('/evidence', evidenceRouter(options, signedIn))
    .use('/minutes', minutesRouter(options, signedIn))
    .use(pagesRouter(signedIn))
    .use((_req, res) => show(res, 404, NOWHERE, strangersFrame(options)))
    .use(lastResort(options))
}

const FOREIGN = {
  title: 'This form did not come from your desk',
  next: 'Nothing has been changed. Open your desk again and press the button there.',
}
