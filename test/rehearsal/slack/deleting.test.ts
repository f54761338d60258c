/** What Slack lets a bot delete, and how often. */
import { expect, test } from 'vitest'
import { callApi, stage } from './stage.ts'

const said = async (slack: Parameters<typeof callApi>[0]) => {
  const { ts } = await callApi(slack, 'chat.postMessage', { channel: 'CPARTNERS', text: 'Hello' })
  return { channel: 'CPARTNERS', ts: String(ts) }
}

test('a bot deletes its own words, once', async () => {
  const { slack } = await stage()
  const mine = await said(slack)
  expect((await callApi(slack, 'chat.delete', mine)).ok).toBe(true)
  expect(slack.sees('UADA', 'Hello')).toBe(false)
  expect((await callApi(slack, 'chat.delete', mine)).error).toBe('message_not_found')
})

test('nobody deletes anything while the workspace is exported for compliance; changing is still allowed', async () => {
  const { slack } = await stage()
  const mine = await said(slack)
  slack.exportForCompliance()
  expect((await callApi(slack, 'chat.delete', mine)).error).toBe('compliance_exports_prevent_deletion')
  expect((await callApi(slack, 'chat.update', { ...mine, text: 'Removed' })).ok).toBe(true)
})

test('fifty a minute and no more; after the minute it may go on', async () => {
  let now = Date.parse('2026-12-17T16:40:00.000Z')
  const { slack } = await stage(() => {}, { wallClock: () => new Date(now).toISOString() })
  const remove = () => callApi(slack, 'chat.delete', { channel: 'CPARTNERS', ts: '1.1' })
  for (let count = 0; count < 50; count += 1) expect((await remove()).error).toBe('message_not_found')
  expect((await remove()).error).toBe('ratelimited')
  now += 61_000
  expect((await remove()).error).toBe('message_not_found')
})
