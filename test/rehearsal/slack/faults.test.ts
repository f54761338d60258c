import { expect, test } from 'vitest'
import { callApi, stage } from './stage.ts'

const HELLO = { channel: 'CPARTNERS', text: 'Hello' }

test('a fault hits the calls it was meant for, and no more', async () => {
  const { slack } = await stage()
  slack.faults.next('chat.postMessage', { error: 'fatal_error' }, 2)
  expect((await callApi(slack, 'users.list')).ok).toBe(true)
  const answers = [
    await callApi(slack, 'chat.postMessage', HELLO),
    await callApi(slack, 'chat.postMessage', HELLO),
    await callApi(slack, 'chat.postMessage', HELLO),
  ]
  expect(answers.map((each) => each.error)).toEqual(['fatal_error', 'fatal_error', undefined])
  expect(slack.messages('CPARTNERS')).toHaveLength(1)
})

test('Slack’s own client obeys a Retry-After and gets through', async () => {
  const { slack, app } = await stage()
  slack.faults.next('chat.postMessage', { status: 429, retryAfter: 0 })
  await app.client.chat.postMessage({ ...HELLO, token: slack.tokens.bot })
  expect(slack.messages('CPARTNERS')).toHaveLength(1)
})

test('a server error is an error to the app', async () => {
  const { slack, app } = await stage()
  slack.faults.next('chat.postMessage', { status: 503 }, 2)
  await expect(app.client.chat.postMessage({ ...HELLO, token: slack.tokens.bot })).rejects.toThrow()
  expect(slack.messages('CPARTNERS')).toEqual([])
})

test('a lost answer may hide a message that was sent', async () => {
  const { slack } = await stage()
  slack.faults.next('chat.postMessage', { hangUp: true })
  await expect(callApi(slack, 'chat.postMessage', HELLO)).rejects.toThrow()
  expect(slack.messages('CPARTNERS')).toHaveLength(0)
  slack.faults.next('chat.postMessage', { hangUp: 'after-doing-it' })
  await expect(callApi(slack, 'chat.postMessage', HELLO)).rejects.toThrow()
  expect(slack.messages('CPARTNERS')).toHaveLength(1)
})

test('a delayed call still counts', async () => {
  const { slack } = await stage()
  slack.faults.next('chat.postMessage', { delayMs: 20 })
  expect(await callApi(slack, 'chat.postMessage', HELLO)).toMatchObject({ ok: true })
})
