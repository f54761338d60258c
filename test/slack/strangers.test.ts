/** Who else may knock: forgers, copyists and a Slack that is not well. */
import { describe, expect, it } from 'vitest'
import { encode, type RawRequest } from '../../adapters/rehearsal/slack/index.ts'
import { createSignatures } from '../../adapters/slack/receive/signature.ts'
import { stage } from './stage.ts'

const body = (slack: { team: { id: string } }, id: string) => ({
  type: 'event_callback',
  team_id: slack.team.id,
  event_id: id,
  event: { type: 'message', channel_type: 'im', channel: 'D1', user: 'USPA', text: 'owe' },
})

describe('a request that is not Slack’s', () => {
  const now = () => Math.floor(Date.now() / 1000)
  const HOUR = 3600

  it('is turned away when it is unsigned, forged, old, from the future, or changed on the way', async () => {
    const { slack, core, logged, url } = await stage()
    const request = encode('events_api', body(slack, 'Ev1'))
    const attempts: RawRequest[] = [
      { ...request, signedWith: 'none' },
      { ...request, signedWith: 'a guess' },
      { ...request, atSeconds: now() - 301 },
      { ...request, atSeconds: now() - HOUR },
      { ...request, atSeconds: now() + 310 },
      { ...request, atSeconds: now() + HOUR },
      { ...request, headers: { 'x-slack-signature': 'v0=short' } },
      { ...request, headers: { 'x-slack-request-timestamp': 'soon' } },
    ]
    for (const attempt of attempts) expect(await slack.raw(attempt)).toMatchObject({ status: 401, body: undefined })
    expect((await fetch(url, { method: 'POST', body: '' })).status).toBe(401)
    expect(core.intents).toEqual([])
    expect(logged.map((line) => line.doubt)).toEqual([
      'unsigned',
      'forged',
      'old',
      'old',
      'future',
      'future',
      'forged',
      'unsigned',
      'unsigned',
    ])
    expect(JSON.stringify(logged)).not.toContain('owe')
  })

  it('is turned away when it is a copy of one that was Slack’s', async () => {
    const { slack, core, logged } = await stage()
    const request = { ...encode('events_api', body(slack, 'Ev2')), atSeconds: now() }
    expect((await slack.raw(request)).status).toBe(200)
    expect((await slack.raw(request)).status).toBe(401)
    expect(core.intents).toHaveLength(1)
    expect(logged).toMatchObject([{ doubt: 'replayed' }])
  })

  it('gains nothing by calling itself a retry', async () => {
    const { slack, core } = await stage()
    const request = { ...encode('events_api', body(slack, 'Ev3')), atSeconds: now() }
    await slack.raw(request)
    const again = await slack.raw({ ...request, headers: { 'x-slack-retry-num': '1', 'x-slack-retry-reason': 'x' } })
    expect(again.status).toBe(200)
    expect(core.intents).toHaveLength(1)
    const press = { ...encode('interactive', { type: 'block_actions' }), atSeconds: now() }
    expect((await slack.raw(press)).status).toBe(200)
    expect((await slack.raw({ ...press, headers: { 'x-slack-retry-num': '1' } })).status).toBe(401)
  })

  it('is judged by the clock of the house, on both sides of five minutes', async () => {
    const { slack, wallAt } = await stage()
    const at = 1_800_000_000
    const knock = async (name: string, offset: number) => {
      wallAt(new Date((at + offset) * 1000).toISOString())
      return (await slack.raw({ ...encode('events_api', body(slack, name)), atSeconds: at })).status
    }
    expect(await knock('a', 300)).toBe(200)
    expect(await knock('b', 301)).toBe(401)
    expect(await knock('c', -300)).toBe(200)
    expect(await knock('d', -301)).toBe(401)
  })

  it('is too large, or signed nonsense', async () => {
    const { slack } = await stage()
    expect((await slack.raw({ body: 'x'.repeat(1_000_001) })).status).toBe(413)
    expect((await slack.raw({ body: '{"half":' })).status).toBe(400)
    expect((await slack.raw({ body: 'payload=%7B', contentType: 'application/x-www-form-urlencoded' })).status).toBe(
      400,
    )
  })
})

describe('the memory of signatures', () => {
  it('forgets what could no longer be used, what could not be answered, and the oldest when there are too many', () => {
    const seen = createSignatures(3)
    const at = (minute: number) => new Date(Date.UTC(2026, 11, 17, 9, minute)).toISOString()
    expect(seen.first('a', at(0))).toBe(true)
    expect(seen.first('a', at(9))).toBe(false)
    expect(seen.first('a', at(11))).toBe(true)
    seen.forget('a')
    expect(seen.first('a', at(11))).toBe(true)
    for (const each of ['b', 'c', 'd']) expect(seen.first(each, at(12))).toBe(true)
    expect(seen.first('d', at(12))).toBe(false)
    expect(seen.first('a', at(12))).toBe(true)
  })
})

describe('Slack itself', () => {
  it('proves the address once, when it is set up', async () => {
    const { slack } = await stage()
    const challenge = { type: 'url_verification', challenge: 'a-challenge' }
    expect(await slack.raw(encode('events_api', challenge))).toEqual({
      status: 200,
      body: { challenge: 'a-challenge' },
    })
  })

  it('may be too slow to open a form: then it says to press again', async () => {
    const { slack, logged } = await stage()
    slack.faults.next('views.open', { error: 'expired_trigger_id' })
    await slack.as('USPA').slash('/rapid-review', '', { channel: 'CPARTNERS' })
    await slack.until(() => slack.sees('USPA', 'Nothing is lost: please press again.'))
    expect(logged).toContainEqual(expect.objectContaining({ step: 'open', code: 'expired_trigger_id' }))
  })

  it('may refuse an answer in place: then it comes directly', async () => {
    const { slack } = await stage()
    slack.faults.next('response_url', { status: 500 })
    await slack.as('USPA').slash('/muster', 'hello', { channel: 'CPARTNERS' })
    await slack.until(() => slack.sees('USPA', 'You said: muster hello'))
    const { conversations } = slack.seenBy('USPA')
    const found = conversations.find(({ channel }) => channel.id === slack.channels.dm('USPA').id)
    expect(JSON.stringify(found?.messages)).toContain('You said')
  })
})

describe('a core that fails', () => {
  it('before it could answer may be asked again, with the very same request', async () => {
    let broken = true
    const knows = () => {
      if (broken) throw new Error('the store is locked')
      return true
    }
    const { slack, core } = await stage({ options: { knows } })
    const command = {
      command: '/muster',
      text: 'hello',
      team_id: 'T1',
      user_id: 'USPA',
      channel_id: 'CPARTNERS',
      trigger_id: '1.1',
      response_url: 'http://127.0.0.1:9/',
    }
    const request = { ...encode('slash_commands', command), atSeconds: Math.floor(Date.now() / 1000) }
    expect((await slack.raw(request)).status).toBe(500)
    broken = false
    expect((await slack.raw(request)).status).toBe(200)
    expect((await slack.raw(request)).status).toBe(401)
    expect(core.intents).toHaveLength(1)
  })

  it('is said to the person, and logged without what was said', async () => {
    const { slack, logged } = await stage()
    const delivery = await slack.as('USPA').slash('/break', 'something private')
    expect(delivery.outcome).toBe('acknowledged')
    await slack.until(() => slack.sees('USPA', 'Something went wrong inside Muster, and nothing was changed.'))
    expect(logged).toContainEqual(expect.objectContaining({ verb: 'command', name: 'TypeError' }))
    expect(JSON.stringify(logged)).not.toMatch(/secret|private/)
  })
})

describe('a button that was never ours', () => {
  it('gets a kind answer and reaches no one', async () => {
    const { slack, core } = await stage()
    const press = {
      type: 'block_actions',
      team: { id: 'T1' },
      user: { id: 'USPA', team_id: 'T1' },
      trigger_id: '1.1',
      container: { type: 'message', message_ts: '1.1', channel_id: 'CPARTNERS' },
      channel: { id: 'CPARTNERS', name: 'partners' },
      actions: [{ type: 'button', action_id: 'x', value: 'delete everything' }],
    }
    expect((await slack.raw(encode('interactive', press))).status).toBe(200)
    await slack.until(() => slack.sees('USPA', 'Nothing was changed.'))
    expect(core.intents).toEqual([])
  })
})
