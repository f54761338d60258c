import type { webApi } from '@slack/bolt'
import { request } from 'undici'

/**
 * What Slack's client fetches with: one request, its answer read whole. The built-in fetch hangs every answer on weak references, which the collector of young
 * garbage takes for strong ones: a few kilobytes of each call grew old before they went, and whoever pressed meanwhile waited for it. Redirects are not
 * followed; files are not sent. Throws what the connection threw, or the reason of `signal`.
 */
export const leanFetch: webApi.FetchFunction = async (url, { method, headers = {}, body, signal } = {}) => {
  if (typeof body === 'object') throw new Error('only text is sent to Slack')
  const answer = await request(url, {
    method: method === 'POST' ? 'POST' : 'GET',
    headers,
    ...(body === undefined ? {} : { body }),
    ...(signal === undefined ? {} : { signal }),
  })
  // Read at once: a body that nobody reads, such as a refusal's, would keep its connection.
  const bytes = await answer.body.arrayBuffer()
  const text = () => new TextDecoder().decode(bytes)
  const named = new Map(Object.entries(answer.headers).map(([name, value]) => [name, [value].flat().join(', ')]))
  return {
    ok: answer.statusCode >= 200 && answer.statusCode < 300,
    status: answer.statusCode,
    statusText: answer.statusText,
    url: String(url),
    headers: { get: (name) => named.get(name.toLowerCase()) ?? null, entries: () => named.entries() },
    arrayBuffer: async () => bytes,
    json: async () => JSON.parse(text()),
    text: async () => text(),
  }
}
