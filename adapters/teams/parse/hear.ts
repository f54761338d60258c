/**
 * Teams' JSON as an intent. Nothing is decided here and nothing in it is trusted: ids are carried on, and the core looks them up.
 *
 * @example hear(body) // { intent: { id: 'teams/1700…', verb: 'command', input: { command: 'meetings', text: 'next' }, … }, origin: { … } }
 */
import { createHash } from 'node:crypto'
import type { Door, Intent, Place } from '../../../src/chat/intent.ts'
import { baseOf } from '../send/reach.ts'
import type { Origin } from './origin.ts'
import { type Activity, activity, dialog, executed, mention, pressed, submitted } from './payload.ts'
import { readCommand } from './text.ts'
import { readValues } from './values.ts'

export interface Heard {
  /** None when a button brought back something that was never ours. */
  readonly intent?: Intent
  readonly who: Door
  /** How Teams calls this person in its own roster. */
  readonly account: string
  readonly origin: Origin
}

/** Undefined for everything that asks nothing of us: our own messages, reactions, people who come and go. */
export function hear(body: unknown): Heard | undefined {
  const { data } = activity.safeParse(body)
  if (!data || data.from.id === data.recipient.id) return undefined
  switch (data.type) {
    case 'message':
      return data.value === undefined || data.value === null ? hearMessage(data) : hearPress(data, 'message')
    case 'invoke':
      return hearInvoke(data)
    case 'conversationUpdate':
    case 'installationUpdate':
      return hearArrival(data)
    default:
      return undefined
  }
}

function hearMessage(data: Activity): Heard {
  const files = (data.attachments ?? []).filter(({ contentType }) => isFile(contentType)).length
  if (files > 0) return heard(data, 'message', { verb: 'upload', input: { files } })
  const mentions = (data.entities ?? []).flatMap((entity) => mention.safeParse(entity).data ?? [])
  const calls = mentions.filter(({ mentioned }) => mentioned.id === data.recipient.id).map(({ text }) => text)
  return heard(data, 'message', { verb: 'command', input: readCommand(data.text ?? '', calls) })
}

/** Besides files, a message carries itself once more as HTML, and links as cards. */
function isFile(contentType: string): boolean {
  return contentType !== 'text/html' && !contentType.startsWith('application/vnd.microsoft.card.')
}

function hearInvoke(data: Activity): Heard | undefined {
  switch (data.name) {
    case 'adaptiveCard/action':
      return hearPress(data, 'card')
    case 'task/fetch':
      return hearPress(data, 'fetch')
    case 'task/submit':
      return hearPress(data, 'submit')
    default:
      return undefined
  }
}

function hearPress(data: Activity, via: Origin['via']): Heard {
  const brought = broughtBack(data.value, via)
  const { data: press } = pressed.safeParse(brought)
  if (!brought || !press) return heard(data, via)
  // What stands in the inputs beside the button comes along, so that nothing typed is lost by going back or stopping.
  const values = readValues(brought, press.f ?? [])
  const asks: Ask = {
    verb: press.v,
    ...(press.s === undefined ? {} : { subject: press.s }),
    ...(press.n === undefined ? {} : { version: press.n }),
    input: { ...press.i, ...(Object.keys(values).length ? { values } : {}) },
    // A dialog is no message; nor is a page of a form a card that lives on, unless it is one step of a conversation.
    ...(data.replyToId !== undefined && via !== 'submit' && (press.f === undefined || press.w)
      ? { pressed: { conversation: baseOf(data.conversation.id), message: data.replyToId } }
      : {}),
  }
  return heard(data, via, asks, press.f !== undefined)
}

function broughtBack(value: unknown, via: Origin['via']): Readonly<Record<string, unknown>> | undefined {
  if (via === 'card') return executed.safeParse(value).data?.action.data
  return (via === 'message' ? submitted.safeParse(value) : dialog.transform(({ data }) => data).safeParse(value)).data
}

/**
 * The app was added, to a person or a place. Teams says so twice, each time under another id, and does not promise either; so the day and the place are
 * the id of both.
 */
function hearArrival(data: Activity): Heard | undefined {
  const { type, action = '', membersAdded = [], recipient } = data
  const added =
    type === 'installationUpdate' ? action.startsWith('add') : membersAdded.some(({ id }) => id === recipient.id)
  if (!added) return undefined
  const day = data.timestamp?.slice(0, 10) ?? ''
  return heard(data, 'arrival', { verb: 'hello', input: {}, id: digest('hello', data.conversation.id, day) })
}

type Ask = Pick<Intent, 'verb' | 'input'> & Partial<Pick<Intent, 'id' | 'subject' | 'version' | 'pressed'>>

function heard(data: Activity, via: Origin['via'], asks?: Ask, form = false): Heard {
  const { from, conversation, channelData, serviceUrl } = data
  const tenant = channelData?.tenant?.id ?? conversation.tenantId ?? ''
  const who: Door = { platform: 'teams', tenant, user: from.aadObjectId ?? from.id }
  const kind = kindOf(conversation.conversationType)
  const where: Place = { platform: 'teams', tenant, conversation: baseOf(conversation.id), kind }
  const id = asks?.id ?? data.id ?? digest(from.id, conversation.id, JSON.stringify(data))
  return {
    who,
    account: from.id,
    origin: {
      via,
      reach: { serviceUrl, conversation: conversation.id, tenant },
      direct: kind === 'direct',
      form,
      ...(channelData?.team ? { team: channelData.team.id } : {}),
    },
    ...(asks ? { intent: { ...asks, id: `teams/${id}`, who, where } } : {}),
  }
}

/** Whatever Teams may invent is treated like a channel: nothing private is said there. */
function kindOf(conversationType: string | undefined): Place['kind'] {
  if (conversationType === 'personal') return 'direct'
  return conversationType === 'groupChat' ? 'group' : 'channel'
}

const digest = (...parts: string[]) => createHash('sha256').update(parts.join('\n')).digest('base64url').slice(0, 24)
