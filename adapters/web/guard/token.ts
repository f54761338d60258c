/** Secrets made from secrets: the token that proves a form was ours, and the id by which a form sent twice is known to be the same. */
import { createHmac, timingSafeEqual } from 'node:crypto'

/** The token in every form of a session; another session's forms do not fit (CSRF). */
export function csrfToken(secret: string, session: string): string {
  return digest(secret, 'csrf', session)
}

export function isSame(given: unknown, expected: string): boolean {
  if (typeof given !== 'string') return false
  const [a, b] = [Buffer.from(given), Buffer.from(expected)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/**
 * The intent id of a form that was sent: the same form with the same words is the same intent, so a double click changes nothing. Other words
 * in the same form (after the browser's back button) are another intent, so nothing typed is taken for a repetition.
 */
export function intentId(secret: string, body: Readonly<Record<string, unknown>>): string {
  const said = Object.entries(body).sort(([a], [b]) => (a < b ? -1 : 1))
  return `desk/${digest(secret, 'intent', JSON.stringify(said))}`
}

function digest(secret: string, ...parts: readonly string[]): string {
  return createHmac('sha256', secret).update(parts.join('\n')).digest('base64url')
}
