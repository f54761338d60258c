/**
 * Muster in Teams.
 *
 * @example
 *   const host = createTeamsHost(settings)
 *   const teams = teamsApp({ handle, knows, introduce, remember, answered, log, host, trustedTenants })
 *   server.use(teams.router)          // POST /api/messages, before any body parser
 *   await teams.messenger.post(address, message)
 */
import { type ErrorRequestHandler, json, type Request, type Response, Router } from 'express'
import { ask } from '../../src/chat/ask.ts'
import { type Door, type Handle, type Kept, keptOf } from '../../src/chat/intent.ts'
import { whereOf } from '../../src/kernel/where.ts'
import type { Log, Messenger, Posted } from '../../src/ports.ts'
import { answer } from './answer.ts'
import { guard } from './guard.ts'
import type { TeamsHost } from './host.ts'
import { LIMITS } from './limits.ts'
import { type Heard, hear } from './parse/hear.ts'
import { type Introduction, lookUp } from './people.ts'
import type { Drawing } from './render/message.ts'
import { createMessenger } from './send/messenger.ts'
import { perform } from './send/perform.ts'
import { postedIn, writeReach } from './send/reach.ts'

export interface TeamsOptions extends Drawing {
  readonly handle: Handle
  /** Whether this account has been introduced. */
  knows(door: Door): boolean
  /** Called for an account that has not, before its intent is handled. */
  introduce(door: Door, who: Introduction): void
  /** How to write to this account first; called whenever somebody known uses their own chat with Muster. */
  remember(door: Door, reach: string): void
  /** Called for every answer that stays in a conversation; with what is kept true of it, where it shows a card. */
  answered(door: Door, posted: Posted, kept?: Kept): void
  readonly log: Log
  readonly host: TeamsHost
  /** Tenants whose word on somebody's e-mail address is taken. */
  readonly trustedTenants: readonly string[]
}

export interface TeamsApp {
  /** POST /api/messages, with its own body parser. */
  readonly router: Router
  readonly messenger: Messenger
}

export function teamsApp(options: TeamsOptions): TeamsApp {
  const { knows, introduce, remember, answered, log, host, trustedTenants } = options

  async function listen(request: Request, response: Response): Promise<void> {
    const heard = hear(request.body)
    const body = heard && (await respondTo(heard))
    // An invoke that is not ours to answer is said to be so; a message wants no answer but "heard".
    if (body) response.json(body)
    else response.status(heard || request.body.type !== 'invoke' ? 200 : 501).end()
  }

  async function respondTo(heard: Heard) {
    if (!knows(heard.who)) await makeKnown(heard)
    if (heard.origin.direct && knows(heard.who)) remember(heard.who, writeReach(heard.origin.reach))
    const { kept, ...told } = ask(heard.intent, options, (reply) => ({
      ...answer(reply, heard.origin, options),
      kept: keptOf(reply),
    }))
    return perform(told, heard, host, log, (reach, message) => answered(heard.who, postedIn(reach, message), kept))
  }

  async function makeKnown(heard: Heard): Promise<void> {
    try {
      introduce(heard.who, await lookUp(host, heard, (tenant) => host.emulated || trustedTenants.includes(tenant)))
    } catch (error) {
      log.warn({ name: error instanceof Error ? error.name : 'unknown' }, 'teams did not say who somebody is')
    }
  }

  /** A body that is no JSON, or a mistake of ours. The error itself may quote what was sent. */
  const failing: ErrorRequestHandler = (error: { status?: number }, _request, response, _next) => {
    log.error(
      { status: error.status ?? 500, ...(error.status ? {} : whereOf(error)) },
      'an activity could not be taken',
    )
    response.status(error.status ?? 500).end()
  }

  const router = Router()
  router.post('/api/messages', json({ limit: LIMITS.incoming }), guard(host, log), listen, failing)
  return { router, messenger: createMessenger(host, options) }
}
