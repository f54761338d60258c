import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { PROBES } from '../../adapters/rehearsal/teams/world.ts'
import { teamsApp } from '../../adapters/teams/app.ts'
import { createTeamsHost } from '../../adapters/teams/host.ts'
import { teamsSettings } from '../../adapters/teams/settings.ts'
import { ANNA, createHouse, type House, listen, populate } from './house.ts'

let house: House
beforeAll(async () => {
  house = await createHouse()
  populate(house.world)
  // botbuilder prints every refused token's key.
  vi.spyOn(console, 'error').mockImplementation(() => {})
})
afterAll(() => house.close())
afterEach(() => {
  house.asked.length = 0
  house.logged.length = 0
})

const honest = async () => {
  const { activity } = await house.world.as(ANNA).dm('honest words')
  house.asked.length = 0
  return activity!
}

describe('the door', () => {
  it.each(PROBES)('%s is answered 401 and reaches nobody', async (probe) => {
    const { status } = await house.world.probe(probe, await honest())
    expect([status, house.asked]).toEqual([401, []])
  })

  it('says why in the log, and not a word of what was sent', async () => {
    await house.world.probe('forged signature', await honest())
    expect(house.logged.at(-1)).toEqual({
      level: 'warn',
      words: 'an activity was turned away',
      status: 401,
      reason: 'not authentic',
    })
    expect(JSON.stringify(house.logged)).not.toContain('honest')
  })

  it.each(['webchat', 'directline', 'AseChannel', undefined])(
    'whoever speaks through %s may say they are anybody: 401',
    async (channelId) => {
      const { status } = await house.world.raw({ ...(await honest()), channelId }, house.world.honestToken())
      expect([status, house.asked]).toEqual([401, []])
    },
  )

  it('a body that is no JSON is refused without being quoted', async () => {
    const headers = { 'content-type': 'application/json' }
    const { status } = await fetch(house.url, { method: 'POST', headers, body: '{"text": "private words' })
    expect(status).toBe(400)
    expect(JSON.stringify(house.logged)).not.toContain('private')
  })

  it('an invoke that is not for us says so', async () => {
    const query = { ...(await honest()), type: 'invoke', name: 'composeExtension/query', value: {} }
    expect((await house.world.raw(query, house.world.honestToken())).status).toBe(501)
  })
})

describe('the keys of Microsoft cannot be had', () => {
  it('nobody comes in, and Teams may try again', async () => {
    const { configuration, credentials } = house.world.settingsForBot()
    const nowhere = { ...configuration, ToBotFromChannelOpenIdMetadataUrl: 'http://127.0.0.1:9/openid' }
    const { url, close } = await listen(appOn(createTeamsHost({ configuration: nowhere, credentials })))
    const { status } = await post(url, await honest(), `Bearer ${house.world.honestToken()}`)
    await close()
    expect([status, house.asked]).toEqual([503, []])
  })
})

describe('the emulator', () => {
  const emulated = () => createTeamsHost({ configuration: {}, emulated: true })

  it('needs no token, on this machine', async () => {
    const { url, close } = await listen(appOn(emulated()))
    const { status } = await post(url, await honest())
    await close()
    expect([status, house.asked.length]).toEqual([200, 1])
  })

  it.each([
    ['through a proxy', {}, { 'x-forwarded-for': '203.0.113.7' }],
    ['answering elsewhere', { serviceUrl: 'https://connector.example/' }, {}],
    ['answering at a name like ours', { serviceUrl: 'https://127.0.0.1.example/' }, {}],
  ])('%s is refused', async (_name, change, headers) => {
    const { url, close } = await listen(appOn(emulated()))
    const { status } = await post(url, { ...(await honest()), ...change }, undefined, headers)
    await close()
    expect([status, house.asked]).toEqual([403, []])
  })
})

describe('the settings', () => {
  it('without Teams there is none; one that trusts everybody never goes with a real app', () => {
    expect(teamsSettings({})).toBeUndefined()
    expect(teamsSettings({ TEAMS_EMULATOR: '1' })).toMatchObject({ emulated: true })
    expect(() => teamsSettings({ TEAMS_EMULATOR: '1', MICROSOFT_APP_ID: 'a' })).toThrow('TEAMS_EMULATOR')
    expect(() => createTeamsHost({ configuration: {} })).toThrow('MICROSOFT_APP_ID')
  })

  it('its own tenant is trusted, and those that are named', () => {
    const env = { MICROSOFT_APP_ID: 'a', MICROSOFT_APP_PASSWORD: 'p', MICROSOFT_APP_TENANT_ID: 't1' }
    expect(teamsSettings(env)).toMatchObject({
      configuration: { MicrosoftAppType: 'SingleTenant', MicrosoftAppTenantId: 't1' },
      trustedTenants: ['t1'],
    })
    expect(teamsSettings({ ...env, TEAMS_TRUSTED_TENANTS: 't2, t3' })?.trustedTenants).toEqual(['t1', 't2', 't3'])
  })
})

function appOn(host: Parameters<typeof teamsApp>[0]['host']) {
  const log = { info: () => {}, warn: () => {}, error: () => {} }
  return teamsApp({
    host,
    log,
    trustedTenants: [],
    handle: (intent) => {
      house.asked.push(intent)
      return { kind: 'nothing' }
    },
    knows: () => true,
    introduce: () => {},
    remember: () => {},
    answered: () => {},
  })
}

function post(url: string, activity: object, authorization?: string, more: Record<string, string> = {}) {
  const headers = { 'content-type': 'application/json', ...(authorization ? { authorization } : {}), ...more }
  return fetch(url, { method: 'POST', headers, body: JSON.stringify(activity) })
}
