import { expect, test } from 'vitest'
import { encode } from '../../../adapters/rehearsal/slack/index.ts'
import { callApi, stage } from './stage.ts'

const BODY = encode('slash_commands', {
  command: '/due',
  text: '',
  user_id: 'UADA',
  channel_id: 'CPARTNERS',
  team_id: 'T1',
})

async function listeningApp() {
  const heard: string[] = []
  const set = await stage((app) => {
    app.command('/due', async ({ ack, command }) => {
      heard.push(command.user_id)
      await ack()
    })
  })
  return { ...set, heard }
}

test.each([
  ['with the wrong secret', { signedWith: 'guess' }],
  ['without a signature', { signedWith: 'none' }],
  ['from years ago', { atSeconds: 1_700_000_000 }],
  ['with another body’s signature', { headers: { 'x-slack-signature': 'v0=00' } }],
])('a delivery %s is turned away', async (_, forgery) => {
  const { slack, heard } = await listeningApp()
  expect(await slack.raw({ ...BODY, ...forgery })).toMatchObject({ status: 401 })
  expect(heard).toEqual([])
})

test('a true delivery made by hand is let in', async () => {
  const { slack, heard } = await listeningApp()
  expect(await slack.raw(BODY)).toMatchObject({ status: 200 })
  expect(heard).toEqual(['UADA'])
})

test('Slack’s handshake is answered', async () => {
  const { slack } = await listeningApp()
  const body = JSON.stringify({ type: 'url_verification', token: 't', challenge: 'say this' })
  expect(await slack.raw({ body })).toEqual({ status: 200, body: { challenge: 'say this' } })
})

test('the Web API knows its callers', async () => {
  const { slack } = await listeningApp()
  const call = async (method: string, token: string) => (await callApi(slack, method, {}, token)).error
  expect(await call('auth.test', '')).toBe('not_authed')
  expect(await call('auth.test', 'xoxb-stolen')).toBe('invalid_auth')
  expect(await call('auth.test', slack.tokens.app)).toBe('not_allowed_token_type')
  expect(await call('apps.connections.open', slack.tokens.bot)).toBe('not_allowed_token_type')
  expect(await call('files.wipe', slack.tokens.bot)).toBe('unknown_method')
  expect(await call('auth.test', slack.tokens.bot)).toBeUndefined()
})
