import { createHmac } from 'node:crypto'

/** Slack's signature, version 0, of a body sent at this second. */
export function signature(secret: string, atSeconds: number, body: string): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${atSeconds}:${body}`).digest('hex')}`
}
