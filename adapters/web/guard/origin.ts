import type { IncomingHttpHeaders } from 'node:http'

/**
 * Whether a POST came from a page of ours, as far as the browser says. Under `Referrer-Policy: no-referrer` browsers send `Origin: null`,
 * so `Sec-Fetch-Site` is asked first; where both are silent (an old browser) the token in the form must answer alone.
 */
export function isFromHere(headers: IncomingHttpHeaders, ourOrigin: string): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin'
  const { origin } = headers
  return origin === undefined || origin === 'null' || origin === ourOrigin
}
