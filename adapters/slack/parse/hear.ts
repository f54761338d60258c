/**
 * Slack's JSON as an intent. Nothing is decided here and nothing in it is trusted: ids are carried on, and the core looks them up.
 *
 * @example hear(body) // { intent: { id: 'slack/Ev07', verb: 'command', input: { command: 'meetings', text: 'next' }, … }, origin: { … } }
 */
import { createHash } from 'node:crypto'
import type { Door, Intent, Place } from '../../../src/chat/intent.ts'
import type { Origin } from './origin.ts'
import { command, event, metadata, type Press, press, pressed, readJson, type SlackView, viewEvent } from './payload.ts'
import { readCommand } from './text.ts'
import { readValues } from './values.ts'

export interface Heard {
  /** None when a button brought back something that was never ours. */
  readonly intent?: Intent
  readonly who: Door
  readonly origin: Origin
}

/** Undefined for everything that asks nothing of us: our own messages, edits, choices not yet submitted. */
export function hear(body: unknown): Heard | undefined {
  return hearCommand(body) ?? hearPress(body) ?? hearView(body) ?? hearEvent(body)
}

function hearCommand(body: unknown): Heard | undefined {
  const { data } = command.safeParse(body)
  if (!data) return undefined
  const who = door(data.team_id, data.user_id)
  const where = place(data.team_id, data.channel_id, kindOf(data.channel_id, data.channel_name))
  const input = readCommand(`${data.command} ${data.text}`)
  return {
    who,
    intent: { id: `slack/${data.trigger_id}`, who, where, unheard: true, verb: 'command', input },
    origin: {
      user: data.user_id,
      trigger: data.trigger_id,
      respond: data.response_url,
      channel: data.channel_id,
      direct: where.kind === 'direct',
    },
  }
}

function hearPress(body: unknown): Heard | undefined {
  const { data } = press.safeParse(body)
  const [action] = data?.actions ?? []
  if (!data || !action) return undefined
  if (action.type !== 'button') return hearChoice(data)
  const tenant = data.user.team_id ?? data.team?.id ?? ''
  const who = door(tenant, data.user.id)
  const origin = originOf(data)
  const value = readJson(pressed, action.value ?? '')
  if (!value) return { who, origin }
  const { channel } = origin
  const answers = readValues(data.view?.state?.values ?? data.state?.values ?? {})
  return {
    who,
    origin,
    intent: {
      id: `slack/${data.trigger_id}`,
      who,
      where: place(
        data.team?.id ?? tenant,
        channel ?? data.user.id,
        channel ? kindOf(channel, data.channel?.name) : 'direct',
      ),
      verb: value.v,
      ...(value.s === undefined ? {} : { subject: value.s }),
      ...(value.n === undefined ? {} : { version: value.n }),
      // What stands in the inputs beside the button comes along, so that nothing typed is lost by going back or stopping.
      input: { ...value.i, ...(Object.keys(answers).length ? { values: answers } : {}) },
      ...(channel && origin.pressed ? { pressed: { conversation: channel, message: origin.pressed.message } } : {}),
    },
  }
}

/** A choice on which other questions of the page depend: what has been typed is saved, and the page drawn again. */
function hearChoice(data: Press): Heard | undefined {
  const form = data.view?.callback_id === 'form' ? readJson(metadata, data.view.private_metadata) : undefined
  if (!form) return undefined
  const tenant = data.user.team_id ?? data.team?.id ?? ''
  const who = door(tenant, data.user.id)
  return {
    who,
    origin: originOf(data),
    intent: {
      id: `slack/${data.trigger_id}`,
      who,
      where: place(data.team?.id ?? tenant, data.user.id, 'direct'),
      verb: 'form.page',
      input: { ...form, go: 'again', values: readValues(data.view?.state?.values ?? {}) },
    },
  }
}

function originOf({ user, trigger_id, response_url, container, channel, view }: Press): Origin {
  const conversation = channel?.id ?? container.channel_id
  return {
    user: user.id,
    trigger: trigger_id,
    direct: conversation ? kindOf(conversation, channel?.name) === 'direct' : false,
    ...(response_url ? { respond: response_url } : {}),
    ...(conversation ? { channel: conversation } : {}),
    ...(container.thread_ts ? { thread: container.thread_ts } : {}),
    ...(container.message_ts
      ? { pressed: { message: container.message_ts, ephemeral: container.is_ephemeral ?? false } }
      : {}),
    ...(view ? { view: viewOf(view) } : {}),
  }
}

/** A form's page handed in, or its modal closed. Other modals only say something and ask nothing. */
function hearView(body: unknown): Heard | undefined {
  const { data } = viewEvent.safeParse(body)
  if (data?.view.callback_id !== 'form') return undefined
  const tenant = data.user.team_id ?? data.team?.id ?? ''
  const who = door(tenant, data.user.id)
  const submitted = data.type === 'view_submission'
  const origin: Origin = {
    user: data.user.id,
    direct: false,
    ...(submitted ? { submitted, view: viewOf(data.view) } : {}),
    ...(data.trigger_id ? { trigger: data.trigger_id } : {}),
  }
  const form = readJson(metadata, data.view.private_metadata)
  if (!form) return { who, origin }
  const answers = submitted ? { go: 'next', values: readValues(data.view.state?.values ?? {}) } : {}
  return {
    who,
    origin,
    intent: {
      // A closed view has no trigger; the view and its state of then are what a retry has in common with it.
      id: `slack/${data.trigger_id ?? digest(data.type, data.view.id, data.view.hash ?? '')}`,
      who,
      where: place(data.team?.id ?? tenant, data.user.id, 'direct'),
      verb: submitted ? 'form.page' : 'form.stop',
      input: { ...form, ...answers },
    },
  }
}

function hearEvent(body: unknown): Heard | undefined {
  const { data } = event.safeParse(body)
  if (!data) return undefined
  const { event: said, team_id, event_id } = data
  const { user, channel } = said
  if (!user || said.bot_id) return undefined
  const who = door(said.user_team ?? team_id, user)
  const intent = { id: `slack/${event_id}`, who }
  if (said.type === 'app_home_opened') {
    if (said.tab !== undefined && said.tab !== 'home') return undefined
    const origin: Origin = { user, direct: false, view: { id: '', kind: 'home', inputs: [] } }
    return { who, origin, intent: { ...intent, where: place(team_id, user, 'direct'), verb: 'home', input: {} } }
  }
  const mention = said.type === 'app_mention'
  const direct = said.type === 'message' && said.channel_type === 'im'
  if (!channel || !(mention || direct) || (said.subtype && said.subtype !== 'file_share')) return undefined
  const where = place(team_id, channel, direct ? 'direct' : kindOf(channel))
  const files = said.files?.length ?? 0
  return {
    who,
    origin: { user, channel, direct, ...(said.thread_ts ? { thread: said.thread_ts } : {}) },
    intent: files
      ? { ...intent, where, verb: 'upload', input: { files } }
      : { ...intent, where, verb: 'command', input: readCommand(said.text) },
  }
}

const door = (tenant: string, user: string): Door => ({ platform: 'slack', tenant, user })

const place = (tenant: string, conversation: string, kind: Place['kind']): Place => ({
  platform: 'slack',
  tenant,
  conversation,
  kind,
})

/** Slack names a conversation's kind by its id, or by what it puts in place of its name. */
function kindOf(id: string, name = ''): Place['kind'] {
  if (id.startsWith('D') || name === 'directmessage') return 'direct'
  return id.startsWith('G') || name.startsWith('mpdm-') ? 'group' : 'channel'
}

const viewOf = (view: SlackView): NonNullable<Origin['view']> => ({
  id: view.id,
  kind: view.type,
  inputs: view.blocks.flatMap((block) => (block.type === 'input' && block.block_id ? [block.block_id] : [])),
  ...(view.hash === undefined ? {} : { hash: view.hash }),
})

const digest = (...parts: string[]) => createHash('sha256').update(parts.join('\n')).digest('base64url').slice(0, 24)
