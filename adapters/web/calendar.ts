import { type RequestHandler, Router } from 'express'
import type { Clock } from '../../src/kernel/time.ts'
import { createTries } from './guard/tries.ts'

export interface CalendarOptions {
  /** Somebody's meetings as iCalendar; undefined for a secret that was never given or has been taken back. */
  readonly calendars: (token: string) => { readonly ics: string } | undefined
  readonly clock: Clock
}

/** Personal calendar feeds at `/calendar/<secret>.ics`, for calendars that subscribe. They carry meetings, never cases (PR-1). */
export function calendarRouter({ calendars, clock }: CalendarOptions): RequestHandler {
  const tries = createTries(clock, { most: 30 })
  return Router().get('/:file', (req, res) => {
    const who = req.ip ?? ''
    const token = /^([\w-]{8,200})\.ics$/.exec(req.params.file)?.[1]
    const calendar = token === undefined || tries.isTired(who) ? undefined : calendars(token)
    res.set({ 'Cache-Control': 'private, no-cache', 'X-Robots-Tag': 'noindex', 'Referrer-Policy': 'no-referrer' })
    if (calendar === undefined) {
      tries.failed(who)
      res.status(404).type('text/plain').send('There is no such calendar.')
      return
    }
    res.set('Content-Disposition', 'inline; filename="muster.ics"').type('text/calendar').send(calendar.ics)
  })
}
