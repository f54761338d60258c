/** The wire from Microsoft to the bot: activities in the shape Teams gives them, signed and posted. */
import type { Clock } from '../../../src/kernel/time.ts'
import type { Activity, Conversation, Person, State } from './state.ts'

/** Teams gives a bot some ten to fifteen seconds to answer an invoke. */
const PATIENCE_MS = 15_000

export interface Bot {
  readonly appId: string
  /** `28:…`, the bot as a member of conversations. */
  readonly id: string
  readonly name: string
}

/** What every part of this world shares. */
export interface Core {
  readonly state: State
  readonly bot: Bot
  readonly tenant: { readonly id: string; readonly name: string }
  readonly clock: Clock
  serviceUrl(): string
  /** Signs the activity as Microsoft would, posts it to the bot and gives its answer. */
  deliver(activity: Activity): Promise<Answer>
}

/** What came back. `status` is 0 when nothing was sent: the client refused the inputs, opened a link, or kept it to itself. */
export interface Answer {
  readonly status: number
  readonly body: unknown
  /** What was sent, to send it again. */
  readonly activity?: Activity
  /** The inputs the client marked red. */
  readonly refusedInputs?: readonly string[]
  /** The address an Action.OpenUrl leads to. */
  readonly opened?: string
}

export interface Occasion {
  readonly person: Person
  readonly conversation: Conversation
  readonly threadId?: string | undefined
}

/** An activity by a person in a conversation, complete but for what makes it special. */
export function activityBy(core: Core, { person, conversation, threadId }: Occasion, special: Activity): Activity {
  const at = core.clock()
  const { channelData, entities, ...rest } = special
  const id = special.type === 'invoke' ? `f:${core.state.nextMessageId()}` : core.state.nextMessageId()
  return {
    channelId: 'msteams',
    id,
    timestamp: at,
    localTimestamp: at,
    localTimezone: 'Europe/London',
    locale: 'en-GB',
    serviceUrl: core.serviceUrl(),
    from: { id: person.id, aadObjectId: person.aadObjectId, name: person.name },
    recipient: { id: core.bot.id, name: core.bot.name },
    conversation: {
      id: threadId ? `${conversation.id};messageid=${threadId}` : conversation.id,
      conversationType: conversation.kind,
      tenantId: conversation.tenantId,
      ...(conversation.kind === 'personal' ? {} : { isGroup: true }),
      ...(conversation.kind === 'groupChat' ? { name: conversation.name } : {}),
    },
    channelData: { ...placeOf(core, conversation), ...channelData },
    entities: [CLIENT, ...((entities as unknown[]) ?? [])],
    ...rest,
  }
}

const CLIENT = { type: 'clientInfo', locale: 'en-GB', country: 'GB', platform: 'Web', timezone: 'Europe/London' }

function placeOf(core: Core, conversation: Conversation): Record<string, unknown> {
  const tenant = { id: conversation.tenantId }
  const team = conversation.teamId && core.state.teams.get(conversation.teamId)
  if (!team) return { tenant }
  return {
    tenant,
    team: { id: team.id, name: team.name, aadGroupId: team.aadGroupId },
    channel: { id: conversation.id },
    teamsTeamId: team.id,
    teamsChannelId: conversation.id,
  }
}

/**
 * Posts an activity to the bot. `token` absent means no Authorization header at all.
 * A bot that is down or too slow looks like 504, as it does to Teams.
 */
export async function postActivity(url: string, activity: Activity, token: string | undefined): Promise<Answer> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
      body: JSON.stringify(activity),
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    return { status: response.status, body: readBody(await response.text()), activity }
  } catch (error) {
    return { status: 504, body: `the bot did not answer: ${error}`, activity }
  }
}

function readBody(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text)
  } catch {
    return text
  }
}
