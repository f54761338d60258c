/** Takes the steps of an answer, one after the other. A step that fails is logged by its code and gives way to its `otherwise`. */
import type { webApi } from '@slack/bolt'
import { DeliveryError, type Log } from '../../../src/ports.ts'
import type { Step } from '../answer.ts'
import type { Page } from '../render/message.ts'
import { failureOf } from './failure.ts'
import { leanFetch } from './lean-fetch.ts'

export type Client = webApi.WebClient

/** No previews: a link in a message must not make Slack fetch what is behind it. */
export const saying = (page: Page) => ({ ...page, unfurl_links: false, unfurl_media: false })

/** Told of every message that stays in a conversation. */
export type Standing = (channel: string, message: string) => void

/** `isTurned`: the modal this is about has been turned to another page since it was asked for. */
export async function perform(
  steps: readonly Step[],
  client: Client,
  log: Log,
  stands: Standing = () => {},
  isTurned: () => boolean = () => false,
): Promise<void> {
  for (const step of steps) {
    try {
      const { elsewhereThan: own } = step
      if (own && (await directWith(own.user, client)) === own.channel) continue
      await take(step, client, stands, isTurned)
    } catch (error) {
      log.warn({ step: step.do, code: failureOf(error).code, otherwise: step.otherwise?.length ?? 0 }, 'slack refused')
      await perform(step.otherwise ?? [], client, log, stands, isTurned)
    }
  }
}

async function take(step: Step, client: Client, stands: Standing, isTurned: () => boolean): Promise<unknown> {
  switch (step.do) {
    case 'respond':
      return respond(step.url, { ...step.page, replace_original: step.replace, ...(step.replace ? {} : EPHEMERAL) })
    case 'whisper': {
      const { channel, user, thread, page } = step
      return client.chat.postEphemeral({ channel, user, ...page, ...(thread ? { thread_ts: thread } : {}) })
    }
    case 'post':
      return post(step.channel, step.page, client, stands)
    case 'tell':
      return post(await directWith(step.user, client), step.page, client, stands)
    case 'update':
      return client.chat.update({ channel: step.channel, ts: step.message, ...step.page })
    case 'open':
      return client.views.open({ trigger_id: step.trigger, view: step.view })
    case 'push':
      return client.views.push({ trigger_id: step.trigger, view: step.view })
    case 'redraw':
      return redraw(step, client, isTurned)
    case 'home':
      return client.views.publish({ user_id: step.user, view: step.view })
    default:
      return step satisfies never
  }
}

async function redraw(
  { id, view, seen }: Extract<Step, { do: 'redraw' }>,
  client: Client,
  isTurned: () => boolean,
): Promise<void> {
  if (seen === undefined) return void (await client.views.update({ view_id: id, view }))
  if (isTurned()) return
  try {
    await client.views.update({ view_id: id, view, hash: seen })
  } catch (error) {
    if (failureOf(error).code !== 'hash_conflict') throw error
    // Another choice on the same page was quicker; this one has still to be shown.
    if (!isTurned()) await client.views.update({ view_id: id, view })
  }
}

async function post(channel: string, page: Page, client: Client, stands: Standing): Promise<void> {
  const { ts } = await client.chat.postMessage({ channel, ...saying(page) })
  if (ts !== undefined) stands(channel, ts)
}

const EPHEMERAL = { response_type: 'ephemeral' }
const RESPOND_WITHIN_MS = 5_000

async function respond(url: string, body: object): Promise<void> {
  const answered = await leanFetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(RESPOND_WITHIN_MS),
  })
  if (!answered.ok) throw new DeliveryError(`http-${answered.status}`, `the response_url answered ${answered.status}`)
}

/** The id of the direct conversation with this person, opened if need be. */
export async function directWith(user: string, client: Client): Promise<string> {
  const { channel } = await client.conversations.open({ users: user })
  if (!channel?.id) throw new DeliveryError('no-channel', 'Slack opened no conversation')
  return channel.id
}
