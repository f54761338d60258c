/** The manifest asks for what the code uses, and for nothing else. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { PATH } from '../../adapters/slack/receive/http.ts'

const file = new URL('../../adapters/slack/manifest.yaml', import.meta.url)
const text = readFileSync(file, 'utf8')
const manifest = parse(text)

test('the five commands, the three events and the buttons all come to the one address', () => {
  const commands = manifest.features.slash_commands.map((each: { command: string }) => each.command)
  expect(commands).toEqual(['/rapid-review', '/meetings', '/actions', '/decisions', '/muster'])
  expect(manifest.settings.event_subscriptions.bot_events).toEqual(['app_home_opened', 'app_mention', 'message.im'])
  expect(manifest.settings.interactivity.is_enabled).toBe(true)
  const addresses = [...text.matchAll(/(?:request_)?url: (\S+)/g)].map((match) => new URL(match[1] ?? ''))
  expect(addresses).toHaveLength(7)
  for (const address of addresses) expect(address.pathname).toBe(PATH)
})

test('no right is asked for to read channels', () => {
  expect(manifest.oauth_config.scopes.bot).toEqual([
    'app_mentions:read',
    'chat:write',
    'commands',
    'files:write',
    'im:history',
    'im:write',
    'users:read',
    'users:read.email',
  ])
})

test('Slack’s own limits on what an app says of itself', () => {
  const { name, description, long_description } = manifest.display_information
  expect(name.length).toBeLessThanOrEqual(35)
  expect(description.length).toBeLessThanOrEqual(140)
  expect(long_description.length).toBeGreaterThanOrEqual(175)
  expect(long_description.length).toBeLessThanOrEqual(4000)
})
