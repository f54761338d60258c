import type { RequestHandler } from 'express'

/**
 * The room plays anybody without asking who is there, so it answers this machine alone: no other peer, no other name for this host (a web page
 * elsewhere could point its own name here), and no other page's requests.
 */
export const loopbackOnly: RequestHandler = (request, response, next) => {
  const host = request.headers.host?.replace(/:\d+$/, '') ?? ''
  const site = request.headers['sec-fetch-site']
  const elsewhere = site !== undefined && site !== 'same-origin' && !(site === 'none' && request.method === 'GET')
  const forwarded = request.headers['x-forwarded-for'] ?? request.headers.forwarded
  // A link that leads here may be followed; only what acts or reads from another page is refused.
  const followed = request.method === 'GET' && request.headers['sec-fetch-mode'] === 'navigate'
  if (!LOOPBACK.has(request.socket.remoteAddress ?? '') || !NAMES.has(host) || forwarded || (elsewhere && !followed)) {
    response.status(403).type('text').send('The rehearsal room answers this machine only.')
    return
  }
  next()
}

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])
const NAMES = new Set(['127.0.0.1', 'localhost', '[::1]'])

/** The page runs its own scripts and nobody else's. Cards set styles on their elements, so style attributes are allowed. */
export const headers: RequestHandler = (_request, response, next) => {
  response.set({
    'content-security-policy': [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "style-src-attr 'unsafe-inline'",
      "img-src 'self' data:",
      "connect-src 'self'",
      "form-action 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cache-control': 'no-store',
  })
  next()
}
