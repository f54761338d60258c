import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import express, { type Request, type Response } from 'express'
import type { Fault, Faults } from '../faults.ts'
import type { Rates } from '../rates.ts'
import { isRefused, type Refused, refused } from '../refusal.ts'
import { respond } from '../response-urls.ts'
import type { Json, State } from '../state.ts'
import { authMethods } from './auth.ts'
import { chatMethods } from './chat.ts'
import { conversationMethods } from './conversations.ts'
import type { Method } from './method.ts'
import { userMethods } from './users.ts'
import { viewMethods } from './views.ts'

const METHODS: Record<string, Method> = {
  ...authMethods,
  ...chatMethods,
  ...conversationMethods,
  ...userMethods,
  ...viewMethods,
}

/** Enough to look back on; a benchmark makes more calls than a machine should remember. */
const CALLS_KEPT = 2_000

export interface Desk {
  state: State
  faults: Faults
  rates: Rates
  tokens: { bot: string; app: string }
  /** Makes an address for a new Socket Mode connection. */
  socketUrl: () => string
}

/** Opens Slack's Web API on this machine; gives the server, with `state.origin` set to where it listens. */
export async function listen(desk: Desk, port: number): Promise<Server> {
  const app = express()
  app.disable('x-powered-by')
  app.use(express.json({ limit: '2mb' }), express.urlencoded({ extended: false, limit: '2mb' }))

  app.all('/api/:method', (request, response) =>
    withFaults(desk, request.params.method, response, () => {
      const { method } = request.params
      const args = argumentsOf(request)
      const reply = call(desk, method, tokenOf(request, args), args)
      desk.state.calls.push({ method, args, reply })
      if (desk.state.calls.length > CALLS_KEPT) desk.state.calls.shift()
      response.json(reply)
    }),
  )
  app.post('/response/:token', (request, response) =>
    withFaults(desk, 'response_url', response, () => {
      const reply = respond(desk.state, request.params.token, request.body)
      response.status(isRefused(reply) ? 404 : 200).json(reply)
    }),
  )

  const server = createServer(app)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve)
  })
  desk.state.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return server
}

function call(desk: Desk, name: string, token: string | undefined, args: Json): Json {
  const denied = deny(desk, name, token)
  if (denied) return { ...denied }
  if (name === 'apps.connections.open') return { ok: true, url: desk.socketUrl() }
  const method = METHODS[name]
  if (!method) return { ...refused('unknown_method') }
  const reply = method(desk.state, args)
  return isRefused(reply) ? { ...reply } : { ok: true, ...reply }
}

// The app-level token opens sockets and nothing else; the bot's token does everything else.
function deny({ tokens }: Desk, name: string, token: string | undefined): Refused | undefined {
  if (name === 'api.test') return undefined
  if (!token) return refused('not_authed')
  if (token !== tokens.bot && token !== tokens.app) return refused('invalid_auth')
  const wanted = name === 'apps.connections.open' ? tokens.app : tokens.bot
  return token === wanted ? undefined : refused('not_allowed_token_type')
}

function tokenOf(request: Request, args: Json): string | undefined {
  const [, bearer] = /^Bearer (.+)$/i.exec(request.get('authorization') ?? '') ?? []
  return bearer ?? (typeof args.token === 'string' ? args.token : undefined)
}

/** JSON as it is; in a form or query the structured arguments arrive as JSON in a string. */
function argumentsOf(request: Request): Json {
  const sent = { ...request.query, ...(request.body as Json | undefined) }
  if (request.is('json')) return sent
  return Object.fromEntries(Object.entries(sent).map(([name, value]) => [name, structured(name, value)]))
}

const STRUCTURED = new Set(['blocks', 'attachments', 'view', 'metadata'])

function structured(name: string, value: unknown): unknown {
  if (!STRUCTURED.has(name) || typeof value !== 'string') return value
  try {
    return JSON.parse(value)
  } catch {
    return value
  }
}

async function withFaults(desk: Desk, method: string, response: Response, act: () => void): Promise<void> {
  const { faults } = desk
  if (faults.latencyMs > 0) await delay(faults.latencyMs)
  const fault = faults.take(method) ?? tooOften(desk, method)
  if (!fault) return act()
  if ('delayMs' in fault) {
    await delay(fault.delayMs)
    act()
  } else if ('error' in fault) {
    response.json(refused(fault.error))
  } else if ('status' in fault) {
    if (fault.status === 429) response.set('Retry-After', String(fault.retryAfter))
    response.status(fault.status).json(refused(fault.status === 429 ? 'ratelimited' : 'internal_error'))
  } else {
    // Done, but the answer is lost: `act` writes into a connection that is no longer there.
    const { socket } = response
    socket?.destroy()
    if (fault.hangUp === 'after-doing-it') act()
  }
}

function tooOften({ rates }: Desk, method: string): Fault | undefined {
  const retryAfter = rates.take(method)
  return retryAfter === undefined ? undefined : { status: 429, retryAfter }
}
