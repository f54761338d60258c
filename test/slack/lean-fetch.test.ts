import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { LogLevel } from '@slack/bolt'
import { afterEach, describe, expect, it } from 'vitest'
import { SlackClient } from '../../adapters/slack/send/client.ts'
import { failureOf } from '../../adapters/slack/send/failure.ts'
import { leanFetch } from '../../adapters/slack/send/lean-fetch.ts'

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

async function aSlack(answer: RequestListener): Promise<{ url: string; connections(): number }> {
  let connections = 0
  const server = createServer(answer).on('connection', () => connections++)
  servers.push(server.listen(0, '127.0.0.1'))
  await once(server, 'listening')
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, connections: () => connections }
}

const clientOf = (slackApiUrl: string, timeout = 2_000) =>
  new SlackClient('xoxb-test', {
    slackApiUrl,
    timeout,
    fetch: leanFetch,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logLevel: LogLevel.ERROR,
  })

describe('a call of Slack', () => {
  it('carries what was given as the form Slack reads, and brings back what it says', async () => {
    let [said, type] = ['', '']
    const slack = await aSlack(async (request, response) => {
      type = request.headers['content-type'] ?? ''
      for await (const chunk of request) said += chunk
      response
        .setHeader('content-type', 'application/json')
        .setHeader('x-oauth-scopes', ['chat:write', 'commands'])
        .end('{"ok":true,"ts":"1.2","message":{"text":"Zoë’s"}}')
    })
    const answer = await clientOf(slack.url).chat.postMessage({
      channel: 'C1',
      text: 'Überprüfung & more',
      blocks: [{ type: 'section', text: { type: 'mrkdwn', text: 'a=b' } }],
    })
    expect(type).toBe('application/x-www-form-urlencoded')
    const form = new URLSearchParams(said)
    expect(form.get('text')).toBe('Überprüfung & more')
    expect(JSON.parse(form.get('blocks') ?? '')).toEqual([{ type: 'section', text: { type: 'mrkdwn', text: 'a=b' } }])
    expect(answer).toMatchObject({
      ts: '1.2',
      message: { text: 'Zoë’s' },
      response_metadata: { scopes: ['chat:write', 'commands'] },
    })
  })

  it('that is asked to wait, again and again, says how long and keeps no connection to itself', async () => {
    const slack = await aSlack((_request, response) => {
      response.writeHead(429, { 'retry-after': '7' }).end('{"ok":false,"error":"ratelimited"}')
    })
    const client = clientOf(slack.url)
    for (let call = 0; call < 20; call++) {
      const failure = await client.auth.test().then(() => undefined, failureOf)
      expect(failure).toMatchObject({ permanent: false, retryAfterMs: 7_000 })
    }
    expect(slack.connections()).toBeLessThan(5)
  })

  it('is given up after its time, and may be tried again', async () => {
    const slack = await aSlack(() => {})
    const failure = await clientOf(slack.url, 100)
      .auth.test()
      .then(() => undefined, failureOf)
    expect(failure).toMatchObject({ permanent: false })
  })

  it('does not follow anybody elsewhere with the token', async () => {
    let reached = false
    const elsewhere = await aSlack((_request, response) => {
      reached = true
      response.end('{"ok":true}')
    })
    const slack = await aSlack((_request, response) => void response.writeHead(302, { location: elsewhere.url }).end())
    await expect(clientOf(slack.url).auth.test()).rejects.toThrow()
    expect(reached).toBe(false)
  })

  it('fails as a passing trouble where nobody answers at all', async () => {
    const slack = await aSlack(() => {})
    for (const server of servers.splice(0)) server.close()
    const failure = await clientOf(slack.url)
      .auth.test()
      .then(() => undefined, failureOf)
    expect(failure).toMatchObject({ permanent: false })
  })
})
