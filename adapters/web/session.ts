import type { Request } from 'express'
import type { Visitor } from './access.ts'
import { readSession } from './guard/cookie.ts'
import { csrfToken } from './guard/token.ts'
import { type DeskOptions, usesHttps } from './options.ts'
import type { Frame } from './render/frame.ts'
import { strangersFrame } from './show.ts'

/** A session that lasts still, and whose it is. */
export interface Session {
  readonly secret: string
  readonly visitor: Visitor
  /** The token that its forms carry. */
  readonly csrf: string
}

/** The session a request comes in; `ended` when it names one that lasts no longer, `none` when it names none. */
export function sessionOf(options: DeskOptions, req: Pick<Request, 'headers'>): Session | 'ended' | 'none' {
  const secret = readSession(req.headers.cookie, usesHttps(options))
  if (secret === undefined) return 'none'
  const visitor = options.access.personOf(secret)
  return visitor === undefined ? 'ended' : { secret, visitor, csrf: csrfToken(options.csrfSecret, secret) }
}

/** The frame of a page for somebody signed in, or not. */
export function frameFor(options: DeskOptions, session: Session | 'ended' | 'none', here = '/desk'): Frame {
  const frame = { ...strangersFrame(options), here }
  if (typeof session === 'string') return frame
  return { ...frame, visitor: { name: session.visitor.name, csrf: session.csrf } }
}
