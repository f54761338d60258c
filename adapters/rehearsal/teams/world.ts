/**
 * Microsoft's side of Teams, as far as a bot can tell: a Bot Connector that remembers, the keys that prove it is Microsoft, and people who can be
 * played. Tests and the rehearsal room share it; the bot under it is the real one, over the wire.
 *
 * @example
 *   const world = createTeamsWorld({ clock, wallClock, appId: '…', tenant: { id: '…', name: 'Chesterfield' } })
 *   await world.listen()
 *   const { configuration, credentials } = world.settingsForBot()   // → ConfigurationBotFrameworkAuthentication
 *   world.connectBot('http://127.0.0.1:3978/api/messages')
 *   world.people.add({ id: '29:anna', aadObjectId: '…', name: 'Anna Bell', email: 'anna@…', installed: true })
 *   await world.as('29:anna').dm('help')
 *   world.seenBy('29:anna').at(-1)?.words
 */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import type { Clock } from '../../../src/kernel/time.ts'
import { connectorRoutes } from './connector.ts'
import { createFaults, type Fault, type Route } from './faults.ts'
import { createGatherings } from './gatherings.ts'
import { type Player, player } from './people.ts'
import { attack, type Probe } from './probes.ts'
import { type Seen, seenBy } from './seeing.ts'
import { type Activity, createState, findPerson, type Message, messageOf, type Person, type Problem } from './state.ts'
import { AUDIENCE, createBotTokens, createSigningKey, honestClaims, ISSUER, signToken } from './tokens.ts'
import { type Answer, type Bot, type Core, postActivity } from './wire.ts'

export { PROBES } from './probes.ts'
export type { Seen } from './seeing.ts'
export type { Conversation, Dialog } from './state.ts'
export type { Answer } from './wire.ts'

export interface WorldOptions {
  /** The clock of the story: it stamps activities and messages. */
  readonly clock: Clock
  /** The real time in milliseconds: tokens are judged by it, whatever the story's clock says. */
  readonly wallClock: () => number
  readonly appId: string
  readonly botName?: string
  readonly tenant: { readonly id: string; readonly name: string }
  /** Asks the bot for no token, as Microsoft's own test tools do: for a bot that has no app id. */
  readonly emulating?: boolean
}

export function createTeamsWorld(options: WorldOptions) {
  const { clock, wallClock, appId, botName = 'Muster', tenant, emulating = false } = options
  const listeners = new Set<() => void>()
  const state = createState(() => {
    for (const listener of listeners) listener()
  })
  const bot: Bot = { appId, id: `28:${appId}`, name: botName }
  const key = createSigningKey(['msteams'])
  const otherChannelKey = createSigningKey(['directline'])
  const botTokens = createBotTokens(appId, key.kid, wallClock)
  const faults = createFaults()
  const deliveries: Answer[] = []
  let server: Server | undefined
  let botUrl = ''

  const origin = (): string => {
    if (!server) throw new Error('this world is not listening yet')
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  }
  const serviceUrl = () => `${origin()}/`
  const honestToken = () => signToken(honestClaims(appId, serviceUrl(), wallClock()), key)

  const raw = (activity: Activity, token: string | undefined): Promise<Answer> => {
    if (!botUrl) throw new Error('no bot is connected: connectBot(url) first')
    return postActivity(botUrl, activity, token)
  }
  const deliver = async (activity: Activity): Promise<Answer> => {
    const answer = await raw(activity, honestToken())
    deliveries.push(answer)
    return answer
  }

  const core: Core = { state, bot, tenant, clock, serviceUrl, deliver }
  const { people, teams, groupChats } = createGatherings(core)

  const personOf = (id: string): Person => {
    const person = findPerson(state, id)
    if (!person) throw new Error(`nobody here is ${id}`)
    return person
  }

  const keysPath = `/keys/${key.kid}`
  const createApp = () => {
    const app = express()
    app.get(`${keysPath}/openid`, (_request, response) => {
      response.json({
        issuer: ISSUER,
        jwks_uri: `${origin()}${keysPath}/jwks`,
        id_token_signing_alg_values_supported: ['RS256'],
      })
    })
    app.get(`${keysPath}/jwks`, (_request, response) => {
      response.json({ keys: [key.jwk, otherChannelKey.jwk] })
    })
    app.use(connectorRoutes(core, faults, emulating ? () => true : botTokens.accepts))
    return app
  }

  return {
    bot,
    tenant,
    people,
    teams,
    groupChats,

    /** Opens the connector on 127.0.0.1; port 0 takes any free one. Gives the service URL. */
    async listen(port = 0): Promise<string> {
      const opening = createServer(createApp())
      await new Promise<void>((resolve, reject) => {
        opening.once('error', reject).listen(port, '127.0.0.1', resolve)
      })
      server = opening
      return serviceUrl()
    },

    async close(): Promise<void> {
      server?.closeAllConnections()
      await new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()))
      server = undefined
    },

    serviceUrl,

    /** Where the bot hears: the address of its POST /api/messages. */
    connectBot(url: string): void {
      botUrl = url
    },

    /** What a bot needs to trust this world and be trusted by it: options for ConfigurationBotFrameworkAuthentication, and its credentials factory. */
    settingsForBot() {
      const openId = `${origin()}${keysPath}/openid`
      return {
        configuration: {
          MicrosoftAppId: appId,
          MicrosoftAppType: 'MultiTenant',
          // Setting one of these switches all of Microsoft's defaults off, so all are here.
          ToBotFromChannelOpenIdMetadataUrl: openId,
          ToBotFromChannelTokenIssuer: ISSUER,
          ToBotFromEmulatorOpenIdMetadataUrl: openId,
          ToChannelFromBotLoginUrl: `${origin()}/login`,
          ToChannelFromBotOAuthScope: AUDIENCE,
          OAuthUrl: `${origin()}/oauth`,
        },
        credentials: botTokens.credentials,
      }
    },

    /** Plays a person, by Teams id or Entra object id. */
    as: (personId: string): Player => player(core, personOf(personId)),

    /** Every message this person sees, in every conversation they are in. */
    seenBy: (personId: string): Seen[] => seenBy(state, personOf(personId).id),

    message: (messageId: string): Message => messageOf(state, messageId),
    conversations: () => [...state.conversations.values()],

    /** What the bot sent that real Teams would refuse, cut or draw wrongly. */
    problems: state.problems as readonly Problem[],
    /** Forgets the problems a test provoked on purpose. */
    forgiveProblems(): void {
      state.problems.length = 0
    },

    /** Everything sent to the bot, in order, with its answers. */
    deliveries: deliveries as readonly Answer[],
    /** Sends an activity once more, as Teams does when it missed the answer. */
    redeliver(answer: Answer): Promise<Answer> {
      if (!answer.activity) throw new Error('nothing was sent that could be sent again')
      return deliver(answer.activity)
    },

    /** Posts any activity with any token; undefined sends no Authorization header. */
    raw,
    honestToken,
    /** Attacks the bot; see PROBES. The activity is otherwise honest. */
    probe(probe: Probe, activity: Activity): Promise<Answer> {
      const context = { appId, serviceUrl: serviceUrl(), now: wallClock(), key, otherChannelKey }
      const { activity: sent, token } = attack(probe, activity, context)
      return raw(sent, token)
    },

    /** Arranges the next fault of a connector route. */
    next: (route: Route, fault: Fault, times = 1): void => faults.next(route, fault, times),
    setLatency: faults.setLatency,
    faultsWaiting: (): number => faults.waiting,

    /** Calls back after every change a person could see; gives the way to stop. */
    onChange(listener: () => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export type TeamsWorld = ReturnType<typeof createTeamsWorld>
