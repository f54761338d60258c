import { z } from 'zod'
import { LIMITS } from './kit/limits.ts'
import { edit, findMessage, post, remove, wordingOf } from './messages.ts'
import { isRefused, type Refused, refused } from './refusal.ts'
import { elapsed, type ResponseUrl, type State } from './state.ts'

/** The private address at which the app may answer an interaction: five times, for half an hour. */

export function issueResponseUrl(state: State, about: Pick<ResponseUrl, 'channel' | 'userId' | 'messageTs'>): string {
  const token = `${state.nextId('R')}-${state.secret()}`
  state.responseUrls.set(token, { ...about, token, at: state.clock(), uses: 0 })
  return `${state.origin}/response/${token}`
}

const answer = z.looseObject({
  text: z.string().optional(),
  blocks: z.unknown().optional(),
  attachments: z.unknown().optional(),
  response_type: z.enum(['ephemeral', 'in_channel']).optional(),
  replace_original: z.boolean().optional(),
  delete_original: z.boolean().default(false),
  thread_ts: z.string().optional(),
})

/** Takes what the app sent to a response_url. */
export function respond(state: State, token: string, body: unknown): { ok: true } | Refused {
  const url = state.responseUrls.get(token)
  if (!url) return refused('invalid_url')
  if (elapsed(url.at, state.clock()) > LIMITS.responseUrlMs) return refused('expired_url')
  if (url.uses >= LIMITS.responseUrlUses) return refused('used_url')
  url.uses += 1
  return say(state, url, body)
}

/**
 * Says it as the app: in place of the original, to everyone there, or to this person alone.
 * An answer to a press that says neither takes the original's place, as Slack's interactive messages always did; its documents are
 * not clear about it, so an app had better say which it means.
 */
export function say(
  state: State,
  { channel, userId, messageTs }: Pick<ResponseUrl, 'channel' | 'userId' | 'messageTs'>,
  body: unknown,
): { ok: true } | Refused {
  const parsed = answer.safeParse(body)
  if (!parsed.success) return refused('invalid_payload')
  const { response_type: to, delete_original: deletes, thread_ts: threadTs } = parsed.data
  const replaces = parsed.data.replace_original ?? to === undefined
  const original = messageTs ? findMessage(state, channel, messageTs) : undefined
  if (deletes) {
    if (!original) return refused('message_not_found')
    remove(state, original)
    return { ok: true }
  }
  const wording = wordingOf(state, parsed.data)
  if (isRefused(wording)) return wording
  if (replaces && original) edit(state, original, wording)
  else {
    const onlyFor = to === 'in_channel' ? undefined : userId
    post(state, { ...wording, channel, user: state.app.botUserId, onlyFor, threadTs })
  }
  return { ok: true }
}
