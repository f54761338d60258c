import type { Clock, Instant } from '../../../../src/kernel/time.ts'
import type { Refused } from '../refusal.ts'
import { elapsed, type Json, type State, seconds } from '../state.ts'
import { type Answer, postSigned, type RawRequest } from './http.ts'
import type { SocketLink } from './socket.ts'

/** Carries what people do to the app, over HTTP or Socket Mode, and keeps the slip of every delivery. */

export type Kind = 'events_api' | 'slash_commands' | 'interactive'

export interface Delivery {
  readonly kind: Kind
  readonly payload: Json
  /** 0 at first, then 1, 2, 3. */
  readonly retry: number
  /** By the world's clock. */
  readonly at: Instant
  /**
   * `operation_timeout`: not acknowledged in three seconds. `dispatch_failed`: nobody there, or an answer other than 2xx.
   * `not_sent`: Slack's own client dealt with it.
   */
  readonly outcome: 'acknowledged' | 'operation_timeout' | 'dispatch_failed' | 'not_sent'
  /** The HTTP status (200 for an acknowledged envelope); 0 when there was no answer. */
  readonly status: number
  /** What the app acknowledged with. */
  readonly body: unknown
  /** In real milliseconds. */
  readonly tookMs: number
  /** What Slack could not do with the acknowledgement, such as showing an invalid view. */
  readonly problem?: Refused
}

export interface Courier {
  deliver(kind: Kind, payload: Json): Promise<Delivery>
  /** The same event again, as Slack does when it was not acknowledged. */
  redeliver(delivery: Delivery, reason?: string): Promise<Delivery>
  /** A request with any headers and body, for forgers. */
  raw(request: RawRequest): Promise<Answer>
  /** The last deliveries, oldest first. */
  readonly deliveries: readonly Delivery[]
  to: Destination
}

export type Destination = { url: string } | { socketMode: true }

export interface CourierOptions {
  state: State
  socket: SocketLink
  signingSecret: string
  /** The real time: the app compares the signature's timestamp with its own clock. */
  wallClock: Clock
  ackWithinMs: number
  to: Destination
}

const SLIPS_KEPT = 1_000

export function createCourier(options: CourierOptions): Courier {
  const { state, socket, signingSecret, wallClock, ackWithinMs: withinMs } = options
  const deliveries: Delivery[] = []

  const courier: Courier = {
    deliveries,
    to: options.to,
    deliver: (kind, payload) => carry(kind, payload, 0),
    redeliver: ({ kind, payload, retry }, reason = 'http_timeout') => carry(kind, payload, retry + 1, reason),
    raw(request) {
      if (!('url' in courier.to))
        throw new Error('there is no address to send a raw request to: the app uses Socket Mode')
      return postSigned(request, { url: courier.to.url, signingSecret, nowSeconds: seconds(wallClock()), withinMs })
    },
  }

  async function carry(kind: Kind, payload: Json, retry: number, reason?: string): Promise<Delivery> {
    const at = state.clock()
    const started = wallClock()
    const answer = await send(kind, payload, retry, reason)
    const tookMs = elapsed(started, wallClock())
    const delivery: Delivery = { kind, payload, retry, at, tookMs, outcome: outcomeOf(answer), ...answer }
    deliveries.push(delivery)
    if (deliveries.length > SLIPS_KEPT) deliveries.shift()
    state.changed('delivery')
    return delivery
  }

  function send(kind: Kind, payload: Json, retry: number, reason?: string): Promise<Answer> {
    if ('url' in courier.to) {
      const headers: Record<string, string> =
        retry > 0 ? { 'x-slack-retry-num': String(retry), 'x-slack-retry-reason': String(reason) } : {}
      return courier.raw({ ...encode(kind, payload), headers })
    }
    const again = retry > 0 ? { retry_attempt: retry, retry_reason: String(reason) } : {}
    return socket.send({ type: kind, payload, ...again }, withinMs)
  }

  return courier
}

function outcomeOf({ status, body }: Answer): Delivery['outcome'] {
  if (status === 0) return body === 'timeout' ? 'operation_timeout' : 'dispatch_failed'
  return status >= 200 && status < 300 ? 'acknowledged' : 'dispatch_failed'
}

/** The slip of something Slack's own client dealt with: the app heard nothing of it. */
export function notSent(state: State): Delivery {
  const nothing = { retry: 0, status: 0, body: undefined, tookMs: 0 }
  return { ...nothing, kind: 'interactive', payload: {}, at: state.clock(), outcome: 'not_sent' }
}

/** Events travel as JSON, commands as a form, interactions as JSON within a form. */
export function encode(kind: Kind, payload: Json): { body: string; contentType: string } {
  if (kind === 'events_api') return { body: JSON.stringify(payload), contentType: 'application/json' }
  const fields = kind === 'interactive' ? { payload: JSON.stringify(payload) } : (payload as Record<string, string>)
  return { body: new URLSearchParams(fields).toString(), contentType: 'application/x-www-form-urlencoded' }
}
