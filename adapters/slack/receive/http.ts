/** Slack over HTTP: a router to mount on the house's own server, before anything that reads request bodies. */
import type { IncomingMessage } from 'node:http'
import type { App, Receiver } from '@slack/bolt'
import { type Request, type Response, Router } from 'express'
import type { Clock } from '../../../src/kernel/time.ts'
import type { Log } from '../../../src/ports.ts'
import { createSignatures, type Doubt, doubtOf } from './signature.ts'

export const PATH = '/slack/events'
const LARGEST_BODY = 1_000_000

interface Options {
  readonly signingSecret: string
  readonly wallClock: Clock
  readonly log: Log
}

export interface HttpReceiver extends Receiver {
  readonly router: Router
}

export function createHttpReceiver({ signingSecret, wallClock, log }: Options): HttpReceiver {
  const signatures = createSignatures()
  let bolt: App | undefined

  async function receive(request: Request, response: Response): Promise<void> {
    const body = await readBody(request)
    if (body === undefined) return void response.status(413).end()
    const signature = request.get('x-slack-signature')
    const at = wallClock()
    const turnAway = (doubt: Doubt) => {
      log.warn({ doubt, bytes: body.length }, 'a request that is not from Slack was turned away')
      response.status(401).end()
    }
    const doubt = doubtOf({ signature, timestamp: request.get('x-slack-request-timestamp'), body }, signingSecret, at)
    if (doubt) return turnAway(doubt)
    const payload = readPayload(body, request.get('content-type') ?? '')
    const seenBefore = !signatures.first(signature ?? '', at)
    if (seenBefore && !isRetry(request, payload)) return turnAway('replayed')
    if (payload === undefined) return void response.status(400).end()
    if (payload.type === 'url_verification') return void response.json({ challenge: payload.challenge })
    if (payload.ssl_check !== undefined) return void response.end()
    try {
      await bolt?.processEvent({ body: payload, ack: async (answer) => acknowledge(response, answer) })
      // Signed and true, but nothing that concerns us, such as `app_rate_limited`.
      if (!response.headersSent) response.end()
    } catch {
      if (response.headersSent) return
      signatures.forget(signature ?? '')
      response.status(500).end()
    }
  }

  const router = Router()
  router.post(PATH, (request, response, next) => void receive(request, response).catch(next))
  return {
    router,
    init: (app) => {
      bolt = app
    },
    start: async () => undefined,
    stop: async () => undefined,
  }
}

/**
 * Slack sends an event again when our answer was lost, perhaps within the same second and so under the same signature. Nothing else is ever sent
 * twice. The mark of a retry is not signed, but a forger gains nothing by it: the core remembers event ids.
 */
function isRetry(request: Request, payload: Payload | undefined): boolean {
  return request.get('x-slack-retry-num') !== undefined && payload?.type === 'event_callback'
}

function acknowledge(response: Response, answer: unknown): void {
  if (answer === undefined || answer === '') response.end()
  else response.json(answer)
}

/** The body as it was sent, since that is what was signed; undefined when it is larger than anything Slack sends. */
async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > LARGEST_BODY) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

type Payload = Record<string, unknown>

/** Events come as JSON, commands as a form, interactions as JSON in a form. */
function readPayload(body: string, type: string): Payload | undefined {
  try {
    if (!type.startsWith('application/x-www-form-urlencoded')) return objectIn(JSON.parse(body))
    const form = Object.fromEntries(new URLSearchParams(body))
    return form.payload === undefined ? form : objectIn(JSON.parse(form.payload))
  } catch {
    return undefined
  }
}

const objectIn = (value: unknown): Payload | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Payload) : undefined
