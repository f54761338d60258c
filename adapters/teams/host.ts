/**
 * The one file that knows `botbuilder`, whose support ended on 31 Dec 2025: Microsoft's tokens are checked and its connector is called here, behind an
 * interface of our own, so that a successor has one file to fill.
 *
 * @example
 *   const host = createTeamsHost(teamsSettings(process.env))
 *   await host.isAuthentic(activity, request.headers.authorization)
 *   const chat = await host.openChat({ tenant, user })
 *   const message = await host.send(chat, { summary, card })
 */
import {
  type Activity,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type ConversationAccount,
  type ConversationParameters,
  TeamsInfo,
  type TurnContext,
} from 'botbuilder'
import { CARD_TYPE } from './render/kit.ts'
import type { Page } from './render/message.ts'
import type { Reach } from './send/reach.ts'

const CHANNEL = 'msteams'
const AUDIENCE = 'https://api.botframework.com'

export interface HostSettings {
  /** botbuilder's own names: MicrosoftAppId, MicrosoftAppType, … */
  readonly configuration: Readonly<Record<string, string>>
  /** Stands in for Microsoft's sign-in, in tests and the rehearsal. */
  readonly credentials?: Credentials
  /** Trust everybody who calls from this machine: for Microsoft's own tools, which speak without tokens. */
  readonly emulated?: boolean
  /** Where to speak to whoever has not yet spoken to us. */
  readonly serviceUrl?: string
}

type Credentials = ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[1]

export interface TeamsHost {
  readonly emulated: boolean
  /** Where to speak to whoever has not yet spoken to us. */
  readonly serviceUrl: string
  /** Is this activity signed by Microsoft, for this bot, from where it says? Without an app id everything is. Throws when Microsoft's keys cannot be had. */
  isAuthentic(activity: unknown, authorization: string | undefined): Promise<boolean>
  /** Says something in a conversation; gives the message's id. */
  send(to: Reach, page: Page | string): Promise<string>
  update(at: Reach, message: string, page: Page | string): Promise<void>
  remove(at: Reach, message: string): Promise<void>
  /** The chat between the bot and a person, opened if need be. */
  openChat(person: { tenant: string; user: string; serviceUrl?: string }): Promise<Reach>
  /** Begins a thread in a channel. */
  openThread(
    channel: { tenant: string; conversation: string; serviceUrl?: string },
    page: Page,
  ): Promise<{ reach: Reach; message: string }>
  /** What the roster of a conversation, or of its team, says about a member. */
  member(of: Reach, account: string, team?: string): Promise<Member>
}

export interface Member {
  readonly name?: string | undefined
  readonly email?: string | undefined
  readonly userPrincipalName?: string | undefined
}

/** Microsoft sends every bot's proactive messages on from here. */
const ANYWHERE = 'https://smba.trafficmanager.net/teams/'

export function createTeamsHost(settings: HostSettings): TeamsHost {
  const { configuration, credentials, emulated = false, serviceUrl: known = ANYWHERE } = settings
  const appId = configuration.MicrosoftAppId ?? ''
  if (!appId && !emulated)
    throw new Error('Teams needs MICROSOFT_APP_ID, or TEAMS_EMULATOR=1 for tools on this machine')
  const authentication = new ConfigurationBotFrameworkAuthentication({ ...configuration }, credentials)
  const adapter = new CloudAdapter(authentication)

  /** One call of the connector. */
  const within = async <T>(reach: Reach, call: (turn: TurnContext) => Promise<T>): Promise<T> => {
    const { serviceUrl, conversation: id, tenant } = reach
    const conversation = { id, tenantId: tenant } as ConversationAccount
    const reference = { channelId: CHANNEL, serviceUrl, conversation }
    const answers: T[] = []
    await adapter.continueConversationAsync(appId, reference, async (turn) => {
      answers.push(await call(turn))
    })
    return answers[0] as T
  }

  const open = async (
    serviceUrl: string,
    tenant: string,
    parameters: Partial<ConversationParameters>,
  ): Promise<Reach> => {
    let conversation = ''
    const channelData = { ...parameters.channelData, tenant: { id: tenant } }
    const all = { bot: { id: appId, name: '' }, tenantId: tenant, ...parameters, channelData } as ConversationParameters
    await adapter.createConversationAsync(appId, CHANNEL, serviceUrl, AUDIENCE, all, async (turn) => {
      conversation = turn.activity.conversation.id
    })
    return { serviceUrl, conversation, tenant }
  }

  return {
    emulated,
    serviceUrl: known,

    async isAuthentic(activity, authorization) {
      try {
        await authentication.authenticateRequest(activity as Activity, authorization ?? '')
        return true
      } catch (error) {
        if (isOurFault(error)) throw error
        return false
      }
    },

    // Not through the turn: it would make everything an answer to the event that botbuilder invents to continue a conversation.
    async send(to, page) {
      const [sent] = await within(to, (turn) => adapter.sendActivities(turn, [saying(page, to)]))
      return sent?.id ?? ''
    },

    async update(at, message, page) {
      await within(at, (turn) => adapter.updateActivity(turn, { ...saying(page, at), id: message }))
    },

    async remove({ conversation: id, ...at }, message) {
      const conversation = { id } as ConversationAccount
      await within({ ...at, conversation: id }, (turn) =>
        adapter.deleteActivity(turn, { conversation, activityId: message }),
      )
    },

    openChat: ({ tenant, user, serviceUrl = known }) =>
      open(serviceUrl, tenant, { isGroup: false, members: [{ id: user, name: '' }] }),

    async openThread({ tenant, conversation, serviceUrl = known }, page) {
      const channelData = { channel: { id: conversation } }
      const reach = await open(serviceUrl, tenant, { isGroup: true, channelData, activity: saying(page) as Activity })
      return { reach, message: reach.conversation.split(';messageid=')[1] ?? '' }
    },

    member: (of, account, team) =>
      within(of, (turn) =>
        team === undefined ? TeamsInfo.getMember(turn, account) : TeamsInfo.getTeamMember(turn, team, account),
      ),
  }
}

function saying(page: Page | string, to?: Reach): Partial<Activity> {
  const conversation = to && { conversation: { id: to.conversation } as ConversationAccount }
  if (typeof page === 'string') return { type: 'message', text: page, textFormat: 'plain', ...conversation }
  const attachments = [{ contentType: CARD_TYPE, content: page.card }]
  return { type: 'message', summary: page.summary, attachments, ...conversation }
}

/** Microsoft's keys could not be fetched: then nobody can be told from an impostor, and Teams shall try again later. */
function isOurFault(error: unknown): boolean {
  const { statusCode, name } = error as { statusCode?: number; name?: string }
  return statusCode === 500 || name === 'FetchError'
}
