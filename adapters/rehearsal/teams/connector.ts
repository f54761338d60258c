/** The Bot Connector: the REST interface through which the bot speaks. Status codes and error names are Microsoft's. */
import express, { type ErrorRequestHandler, type RequestHandler, Router } from 'express'
import { ZodError, z } from 'zod'
import { bytesOf, MAX_BYTES, problemsOfMessage } from './check.ts'
import type { Faults } from './faults.ts'
import { ensurePersonalChat } from './presence.ts'
import {
  type Activity,
  BOT,
  type Conversation,
  findConversation,
  findPerson,
  type Message,
  type Person,
  post,
  replace,
  splitThread,
  type Team,
} from './state.ts'
import type { Core } from './wire.ts'

const activityBody = z.looseObject({ type: z.string() })

const conversationBody = z.object({
  members: z.array(z.object({ id: z.string() })).default([]),
  tenantId: z.string().optional(),
  activity: activityBody.optional(),
  channelData: z
    .object({
      channel: z.object({ id: z.string() }).optional(),
      tenant: z.object({ id: z.string() }).optional(),
    })
    .optional(),
})

/** The connector says no; sent as Microsoft sends it. */
class Refused extends Error {
  readonly status: number
  readonly code: string

  constructor(status: number, code: string, message: string) {
    super(message)
    this.status = status
    this.code = code
  }
}

interface Call {
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, unknown>>
  readonly body: unknown
}

/** All routes of the connector. `accepts` judges the Authorization header of the bot. */
export function connectorRoutes(core: Core, faults: Faults, accepts: (header: string | undefined) => boolean): Router {
  const { state } = core
  const routes = Router()
  routes.use(express.json({ limit: '5mb' }))
  routes.use((request, _response, next) => {
    if (accepts(request.headers.authorization)) return next()
    throw new Refused(401, 'Unauthorized', 'Authorization has been denied for this request.')
  })

  const createConversation = ({ body }: Call) => {
    const { members, tenantId, activity, channelData } = conversationBody.parse(body)
    if (channelData?.channel) return startThread(channelData.channel.id, activity)
    const person = findPerson(state, members[0]?.id ?? '')
    const tenant = tenantId ?? channelData?.tenant?.id
    if (!tenant) throw new Refused(400, 'BadSyntax', 'Bad format of tenant ID')
    if (!person || (tenant !== person.tenantId && tenant !== core.tenant.id)) {
      throw new Refused(400, 'BadArgument', 'Invalid user identity in provided tenant')
    }
    if (!person.installed) {
      throw new Refused(403, 'ForbiddenOperationException', "Bot is not installed in user's personal scope")
    }
    const chat = ensurePersonalChat(state, person)
    const sent = activity && accept(chat, activity)
    return { id: chat.id, serviceUrl: core.serviceUrl(), ...(sent ? { activityId: sent.id } : {}) }
  }

  const startThread = (channelId: string, activity: Activity | undefined) => {
    const channel = present(channelId)
    if (!activity) throw new Refused(400, 'BadSyntax', 'Activity must be present to start a thread')
    const { id } = accept(channel, activity)
    return { id: `${channel.id};messageid=${id}`, activityId: id, serviceUrl: core.serviceUrl() }
  }

  const send = ({ params, body }: Call) => {
    const conversation = present(params.id)
    const activity = activityBody.parse(body)
    if (activity.type !== 'message') return { id: state.nextMessageId() }
    const answered = conversation.messages.find(({ id }) => id === params.activityId)
    return { id: accept(conversation, activity, splitThread(params.id ?? '').threadId ?? answered?.threadId).id }
  }

  const update = ({ params, body }: Call) => {
    const message = ownMessage(params)
    replace(state, message, checked(activityBody.parse(body)))
    return { id: message.id }
  }

  const remove = ({ params }: Call) => {
    ownMessage(params).deleted = true
    state.changed()
    return {}
  }

  const members = ({ params }: Call) => rosterOf(present(params.id))

  const pagedMembers = ({ params, query }: Call) => {
    const roster = rosterOf(present(params.id))
    const from = Number(query.continuationToken ?? 0)
    const end = from + Number(query.pageSize ?? 200)
    return { members: roster.slice(from, end), ...(end < roster.length ? { continuationToken: String(end) } : {}) }
  }

  const member = ({ params }: Call) => {
    const conversation = present(params.id)
    const person = findPerson(state, params.memberId ?? '')
    if (person && conversation.members.has(person.id)) return asAccount(person)
    throw new Refused(404, 'MemberNotFoundInConversation', 'Member not found in conversation.')
  }

  const team = ({ params }: Call) => {
    const { id, name, aadGroupId, channels } = presentTeam(params.id)
    return { id, name, aadGroupId, channelCount: channels.length, memberCount: present(id).members.size }
  }

  const channels = ({ params }: Call) => {
    const { id: general, channels } = presentTeam(params.id)
    // Teams leaves General without a name, so that each client can say it in its own language.
    const nameOf = (id: string) => (id === general ? {} : { name: present(id).name })
    return { conversations: channels.map((id) => ({ id, ...nameOf(id) })) }
  }

  /** The conversation of this id, if there is one and the bot is in it. */
  const present = (id = ''): Conversation => {
    const conversation = findConversation(state, id)
    if (!conversation) throw new Refused(404, 'ConversationNotFound', 'Conversation not found.')
    if (conversation.installed) return conversation
    throw new Refused(403, 'BotNotInConversationRoster', 'The bot is not part of the conversation roster.')
  }

  const presentTeam = (id = ''): Team => {
    const found = state.teams.get(id)
    if (!found) throw new Refused(404, 'TeamNotFound', 'The team was not found.')
    present(id)
    return found
  }

  const ownMessage = (params: Call['params']): Message => {
    const message = present(params.id).messages.find(({ id }) => id === params.activityId)
    if (!message || message.deleted) {
      throw new Refused(404, 'ActivityNotFoundInConversation', 'The message could not be found in the conversation.')
    }
    if (message.from === BOT) return message
    throw new Refused(403, 'ForbiddenOperationException', 'Only the sender may change a message.')
  }

  const checked = (activity: Activity): Activity => {
    if (bytesOf(activity) > MAX_BYTES) {
      throw new Refused(413, 'MessageSizeTooBig', 'The incoming request size is too large.')
    }
    state.problems.push(...problemsOfMessage(activity))
    return activity
  }

  const accept = (conversation: Conversation, activity: Activity, threadId?: string): Message =>
    post(state, conversation, BOT, checked(activity), core.clock(), threadId)

  const rosterOf = ({ members }: Conversation) =>
    [...members].flatMap((id) => findPerson(state, id) ?? []).map(asAccount)

  routes.post('/v3/conversations', faults.on('createConversation'), answering(201, createConversation))
  routes.post('/v3/conversations/:id/activities', faults.on('send'), answering(201, send))
  routes.post('/v3/conversations/:id/activities/:activityId', faults.on('reply'), answering(201, send))
  routes.put('/v3/conversations/:id/activities/:activityId', faults.on('update'), answering(200, update))
  routes.delete('/v3/conversations/:id/activities/:activityId', faults.on('delete'), answering(200, remove))
  routes.get('/v3/conversations/:id/members', faults.on('members'), answering(200, members))
  routes.get('/v3/conversations/:id/activities/:activityId/members', faults.on('members'), answering(200, members))
  routes.get('/v3/conversations/:id/pagedmembers', faults.on('members'), answering(200, pagedMembers))
  routes.get('/v3/conversations/:id/members/:memberId', faults.on('members'), answering(200, member))
  routes.get('/v3/teams/:id', faults.on('team'), answering(200, team))
  routes.get('/v3/teams/:id/conversations', faults.on('team'), answering(200, channels))
  routes.use(refusing)
  return routes
}

function answering(status: number, handle: (call: Call) => unknown): RequestHandler {
  return ({ params, query, body }, response) => {
    response.status(status).json(handle({ params: params as Call['params'], query, body }))
  }
}

const refusing: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  if (error instanceof Refused) {
    response.status(error.status).json({ error: { code: error.code, message: error.message } })
  } else if (error instanceof ZodError) {
    response.status(400).json({ error: { code: 'BadSyntax', message: z.prettifyError(error) } })
  } else {
    next(error)
  }
}

/** A member as Teams describes one. */
function asAccount(person: Person) {
  const [givenName = '', ...surname] = person.name.split(' ')
  return {
    id: person.id,
    aadObjectId: person.aadObjectId,
    name: person.name,
    givenName,
    surname: surname.join(' '),
    email: person.email,
    userPrincipalName: person.email,
    tenantId: person.tenantId,
    userRole: person.guest ? 'guest' : 'user',
  }
}
