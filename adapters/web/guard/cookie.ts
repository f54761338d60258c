/** The session's cookie. With https it is bound to this very host (`__Host-`); a link in a chat may lead to a page, so it is Lax. */
import type { Response } from 'express'

const nameFor = (https: boolean) => (https ? '__Host-muster' : 'muster')

export function readSession(cookies: string | undefined, https: boolean): string | undefined {
  const wanted = `${nameFor(https)}=`
  const found = (cookies ?? '').split(/;\s*/).find((pair) => pair.startsWith(wanted))
  const session = found?.slice(wanted.length)
  return session !== undefined && /^[\w.~-]{8,200}$/.test(session) ? session : undefined
}

export function writeSession(res: Response, session: string, https: boolean): void {
  res.cookie(nameFor(https), session, attributes(https))
}

export function forgetSession(res: Response, https: boolean): void {
  res.clearCookie(nameFor(https), attributes(https))
}

function attributes(https: boolean) {
  return { httpOnly: true, sameSite: 'lax', secure: https, path: '/' } as const
}
