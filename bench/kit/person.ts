/** Slack, pressing: signed slash commands over HTTP, and how long each waited for its acknowledgement. */
import { Agent, request } from 'node:http'
import { setTimeout as pause, setImmediate as soon } from 'node:timers/promises'
import { signature } from '../../adapters/rehearsal/slack/deliver/sign.ts'
import { encode } from '../../adapters/rehearsal/slack/index.ts'
import { SIGNING_SECRET, TEAM } from './slack.ts'

const agent = new Agent({ keepAlive: true, maxSockets: 256 })

export interface Command {
  readonly user: string
  readonly channel: string
  readonly command: string
  readonly text: string
  readonly trigger: string
}

/** Sends one signed command and waits for its acknowledgement. Throws on any answer but 200. */
export function send(address: string, { user, channel, command, text, trigger }: Command): Promise<void> {
  const sent = encode('slash_commands', {
    token: 'verification-token',
    team_id: TEAM.id,
    team_domain: TEAM.domain,
    channel_id: channel,
    channel_name: 'directmessage',
    user_id: user,
    user_name: user.toLowerCase(),
    command,
    text,
    api_app_id: 'A0REHEARSE',
    is_enterprise_install: 'false',
    response_url: `${address}/response/none`,
    trigger_id: trigger,
  })
  return post(address, sent)
}

/** Presses one button of a card. */
export function press(
  address: string,
  {
    user,
    channel,
    verb,
    subject,
    trigger,
  }: Pick<Command, 'user' | 'channel' | 'trigger'> & { verb: string; subject: string },
): Promise<void> {
  const sent = encode('interactive', {
    type: 'block_actions',
    user: { id: user, team_id: TEAM.id },
    team: { id: TEAM.id, domain: TEAM.domain },
    trigger_id: trigger,
    container: { type: 'message', message_ts: '1.000001', channel_id: channel, is_ephemeral: false },
    channel: { id: channel, name: 'directmessage' },
    actions: [{ type: 'button', action_id: 'see', value: JSON.stringify({ v: verb, s: subject }) }],
  })
  return post(address, sent)
}

async function post(address: string, { body, contentType }: ReturnType<typeof encode>): Promise<void> {
  const at = Math.floor(Date.now() / 1000)
  const headers = {
    'content-type': contentType,
    'content-length': Buffer.byteLength(body),
    'x-slack-request-timestamp': String(at),
    'x-slack-signature': signature(SIGNING_SECRET, at, body),
  }
  await new Promise<void>((resolve, reject) => {
    request(`${address}/slack/events`, { method: 'POST', agent, headers }, (response) => {
      response.resume()
      response.once('end', () =>
        response.statusCode === 200 ? resolve() : reject(new Error(`answered ${response.statusCode}`)),
      )
    })
      .once('error', reject)
      .end(body)
  })
}

/**
 * Sends at a steady rate whether or not the last was answered, as people do, and gives each wait in ms, counted from the moment it was meant to be
 * sent: what queues behind a slow one counts as waiting too (no coordinated omission).
 */
export async function steadily(
  perSecond: number,
  count: number,
  act: (index: number) => Promise<void>,
): Promise<number[]> {
  const began = performance.now() + 10
  const waits = Array.from({ length: count }, async (_, index) => {
    const due = began + (index * 1000) / perSecond
    await until(due)
    await act(index)
    return performance.now() - due
  })
  const all = await Promise.all(waits)
  // A server drops connections that have been idle for five seconds, perhaps at the very moment one is used again.
  agent.destroy()
  return all
}

/** A timer wakes up to a millisecond late, which would count for both sides and flatter their ratio. */
async function until(due: number): Promise<void> {
  await pause(Math.max(0, due - performance.now() - 2))
  while (performance.now() < due) await soon()
}
