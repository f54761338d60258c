/**
 * Muster in Slack: over HTTP on the house's own server, or over Socket Mode when there is an app token.
 *
 * @example
 *   const slack = slackApp({ handle, knows, introduce, answered, log, wallClock, env: { botToken, signingSecret } })
 *   server.use(slack.router)          // POST /slack/events, before any body parser
 *   await slack.start()
 *   await slack.messenger.post(address, message)
 */
import { App, SocketModeReceiver } from '@slack/bolt'
import { Router } from 'express'
import { ask } from '../../src/chat/ask.ts'
import { type Door, type Handle, type Intent, type Kept, keptOf } from '../../src/chat/intent.ts'
import type { Clock } from '../../src/kernel/time.ts'
import { whereOf } from '../../src/kernel/where.ts'
import type { Log, Messenger, Posted } from '../../src/ports.ts'
import { answer, isChoice } from './answer.ts'
import { boltLogger } from './bolt-log.ts'
import { type Heard, hear } from './parse/hear.ts'
import { findByEmail, type Introduction, lookUp } from './people.ts'
import { createHttpReceiver } from './receive/http.ts'
import type { Drawing } from './render/message.ts'
import { SlackClient } from './send/client.ts'
import { failureOf } from './send/failure.ts'
import { leanFetch } from './send/lean-fetch.ts'
import { createMessenger } from './send/messenger.ts'
import { directWith, perform } from './send/perform.ts'
import { createTurns } from './send/turns.ts'

export interface SlackOptions extends Drawing {
  readonly handle: Handle
  /** Whether this account has been introduced. */
  knows(door: Door): boolean
  /** Called once for an account that has not, before its first intent is handled. */
  introduce(door: Door, who: Introduction): void
  /** Called for every answer that stays in a conversation; with what is kept true of it, where it shows a card. */
  answered(door: Door, posted: Posted, kept?: Kept): void
  readonly log: Log
  /** The real time: Slack signs with it, whatever time it is in a rehearsal. */
  readonly wallClock: Clock
  readonly env: {
    readonly botToken: string
    readonly signingSecret: string
    /** With it, Slack is reached over Socket Mode. */
    readonly appToken?: string
    /** Slack's Web API, unless it is the real one. */
    readonly apiUrl?: string
  }
}

export interface SlackApp {
  /** Empty in Socket Mode. */
  readonly router: Router
  start(): Promise<void>
  stop(): Promise<void>
  readonly messenger: Messenger
  /** Who this is, and their confirmed address. Throws when Slack cannot say. */
  introductionOf(user: string): Promise<Introduction>
  /** The account of whoever holds this address in the workspace. Throws when Slack cannot say. */
  findByEmail(email: string): Promise<Door | undefined>
  /** The direct conversation with this person, which proves that they can be reached. Throws when they cannot. */
  reach(user: string): Promise<string>
}

/** Slack waits three seconds for an acknowledgement, so a call made while somebody waits is given less than a posting from the outbox. */
const WHILE_WAITING_MS = 2_000
const FROM_OUTBOX_MS = 15_000

export function slackApp(options: SlackOptions): SlackApp {
  const { handle, knows, introduce, answered, log, wallClock, env } = options
  const logger = boltLogger(log)
  const clientOptions = {
    logger,
    // The outbox is the one place that tries again. Whoever is waiting before a screen is told at once instead.
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: WHILE_WAITING_MS,
    fetch: leanFetch,
    ...(env.apiUrl ? { slackApiUrl: env.apiUrl } : {}),
  }
  const http = createHttpReceiver({ signingSecret: env.signingSecret, wallClock, log })
  const receiver = env.appToken
    ? new SocketModeReceiver({
        appToken: env.appToken,
        logger,
        installerOptions: { clientOptions },
        processEventErrorHandler: async () => false,
      })
    : http
  const bolt = new App({
    receiver,
    logger,
    clientOptions,
    // One workspace, one token: asking Slack about it at every event would only cost time.
    authorize: async () => ({ botToken: env.botToken }),
    ignoreSelf: false,
    convoStore: false,
  })
  const client = new SlackClient(env.botToken, clientOptions)
  const patient = new SlackClient(env.botToken, { ...clientOptions, timeout: FROM_OUTBOX_MS })
  const turns = createTurns()
  const introductions = new Map<string, Promise<void>>()
  bolt.use(async ({ body, ack }) => {
    const heard = hear(body)
    if (heard) await respondTo(heard, ack as Acknowledge | undefined)
    else await (ack as Acknowledge | undefined)?.()
  })
  bolt.error(async (error) => {
    log.error({ code: error.code, ...whereOf(error.original ?? error) }, 'slack failed')
    throw error
  })

  async function respondTo(heard: Heard, ack: Acknowledge | undefined): Promise<void> {
    if (!knows(heard.who)) await makeKnown(heard.who)
    const { intent, origin } = heard
    const asked = { origin, ...(intent ? { verb: intent.verb, input: intent.input } : {}) }
    const {
      ack: body,
      steps,
      kept,
    } = ask(intent, options, (reply) => ({
      ...answer(reply, asked, options),
      kept: keptOf(reply),
    }))
    const view = origin.view?.id ?? ''
    if (view !== '' && !isChoice(asked)) turns.turned(view)
    const isTurned = turns.from(view)
    await ack?.(body)
    const stands = (conversation: string, message: string) =>
      answered(heard.who, { platform: 'slack', tenant: heard.who.tenant, conversation, message }, kept)
    await perform(steps, client, log, stands, isTurned)
    if (intent && changesHome(heard, intent)) await drawHomeAgain(heard, intent)
  }

  /** What is owed is another list after a press on it. */
  async function drawHomeAgain({ origin }: Heard, { id, who, where }: Intent): Promise<void> {
    const reply = handle({ id: `${id}/home`, who, where, verb: 'home', input: {} })
    await perform(answer(reply, { origin, verb: 'home' }, options).steps, client, log)
  }

  /** Two things said at once wait for the same introduction. */
  function makeKnown(door: Door): Promise<void> {
    const key = `${door.tenant}/${door.user}`
    const asked = introductions.get(key) ?? introduceOnce(door).finally(() => introductions.delete(key))
    introductions.set(key, asked)
    return asked
  }

  async function introduceOnce(door: Door): Promise<void> {
    try {
      introduce(door, await lookUp(client, door.user))
    } catch (error) {
      log.warn({ code: failureOf(error).code }, 'slack did not say who somebody is')
    }
  }

  return {
    router: env.appToken ? Router() : http.router,
    start: async () => void (await bolt.start()),
    stop: async () => void (await bolt.stop()),
    messenger: createMessenger(patient, options),
    introductionOf: (user) => lookUp(client, user),
    findByEmail: (email) => findByEmail(patient, email),
    reach: (user) => directWith(user, client),
  }
}

type Acknowledge = (body?: unknown) => Promise<void>

const changesHome = ({ origin }: Heard, { verb }: Intent) => origin.view?.kind === 'home' && verb !== 'home'
