/** Messages that Muster sends of itself: to a person, into a channel, and again when the matter has changed. */
import { describe, expect, it } from 'vitest'
import { heading, type Message, say } from '../../src/chat/words.ts'
import type { Address, Posted } from '../../src/ports.ts'
import { stage } from './stage.ts'

const person = (user: string, reach?: string): Address => ({
  kind: 'person',
  name: 'Priya Sampleton',
  door: {
    platform: 'slack',
    tenant: 'T1',
    user,
    person: 'spa',
    how: 'email',
    since: '2026-01-01T00:00:00.000Z',
    lastUsed: '2026-01-01T00:00:00.000Z',
    ...(reach ? { reach } : {}),
  },
})
const channel = (conversation: string): Address => ({
  kind: 'place',
  place: { platform: 'slack', tenant: 'T1', conversation, kind: 'channel' },
})
const open = (words: string): Message => ({ ...say(words), sensitivity: 'open' })
const lines = (n: number): Message => ({
  summary: 'Many lines',
  sensitivity: 'open',
  blocks: Array.from({ length: n }, (_, line) => heading(`Line ${line}`)),
})

describe('a message from the outbox', () => {
  it('reaches a person directly, opened once and known ever after', async () => {
    const { slack, app } = await stage()
    const posted = await app.messenger.post(person('USPA'), say('JUNIPER: action for you'))
    expect(posted).toEqual({
      platform: 'slack',
      tenant: 'T1',
      conversation: slack.channels.dm('USPA').id,
      message: expect.any(String),
    })
    expect(slack.sees('USPA', 'JUNIPER')).toBe(true)
    expect(slack.sees('UICSC', 'JUNIPER')).toBe(false)
    expect(await app.reach('USPA')).toBe(posted.conversation)

    await app.messenger.post(person('USPA', posted.conversation), say('Again'))
    expect(slack.calls.filter((call) => call.method === 'conversations.open')).toHaveLength(2)
    for (const { args } of slack.calls.filter((call) => call.method === 'chat.postMessage'))
      expect(args).toMatchObject({ unfurl_links: 'false', unfurl_media: 'false' })
  })

  it('is changed where it stands', async () => {
    const { slack, app } = await stage()
    const posted = await app.messenger.post(channel('CPARTNERS'), open('3 of 6 returned'))
    await app.messenger.update(posted, open('6 of 6 returned'))
    expect(slack.sees('UICSC', '6 of 6')).toBe(true)
    expect(slack.sees('UICSC', '3 of 6')).toBe(false)
  })

  it('stands in one thread when it is long, and shrinks and grows there without being said twice', async () => {
    const { slack, app } = await stage()
    const posted = await app.messenger.post(channel('CPARTNERS'), lines(120))
    const standing = () => slack.messages('CPARTNERS').filter((each) => !each.deleted)
    expect(standing()).toHaveLength(3)
    expect(
      standing()
        .slice(1)
        .every((each) => each.threadTs === posted.message),
    ).toBe(true)
    for (const line of ['Line 0', 'Line 119', 'Page 3 of 3']) expect(slack.sees('UICSC', line)).toBe(true)

    await app.messenger.update(posted, lines(60))
    expect(slack.sees('UICSC', 'Line 59')).toBe(true)
    expect(slack.sees('UICSC', 'Line 60')).toBe(false)
    expect(slack.sees('UICSC', 'This page is no longer needed.')).toBe(true)

    await app.messenger.update(posted, lines(190))
    await app.messenger.update(posted, lines(190))
    expect(slack.sees('UICSC', 'Line 146')).toBe(true)
    expect(slack.sees('UICSC', 'There is more of this now than fits here.')).toBe(true)
    expect(standing()).toHaveLength(3)
  })

  it('counts even when a file cannot go with it, and says where the file is', async () => {
    const { slack, app } = await stage()
    const file = { name: 'panel.ics', type: 'text/calendar', base64: Buffer.from('BEGIN:VCALENDAR').toString('base64') }
    const posted = await app.messenger.post(channel('CPARTNERS'), open('The panel meets'), [file])
    expect(slack.sees('USPA', 'panel.ics could not be attached here.')).toBe(true)
    expect(slack.messages('CPARTNERS').at(-1)?.threadTs).toBe(posted.message)
  })

  it('to one person never stands in a channel, whoever addressed it so', async () => {
    const { slack, app } = await stage()
    const sending = app.messenger.post(channel('CPARTNERS'), say('for Priya alone'))
    await expect(sending).rejects.toMatchObject({ code: 'too-sensitive', permanent: true })
    expect(slack.messages('CPARTNERS')).toEqual([])
  })
})

describe('a message that was posted by a process which ended before it wrote that down', () => {
  it('is found again by its line, in the conversation with that person, with all its pages', async () => {
    const { app } = await stage()
    const one = await app.messenger.post(person('USPA'), say('JUNIPER: action for you'), [], 'out_1')
    const long = await app.messenger.post(person('USPA'), { ...lines(120), sensitivity: 'person' }, [], 'out_2')
    expect(await app.messenger.find?.(person('USPA'), 'out_1')).toEqual(one)
    expect(await app.messenger.find?.(person('USPA'), 'out_2')).toEqual(long)
    expect(await app.messenger.find?.(person('UICSC'), 'out_1')).toBeUndefined()
    expect(await app.messenger.find?.(person('USPA'), 'out_3')).toBeUndefined()
  })

  it('reads a conversation once, however many lines are asked for; again when an answer was lost there', async () => {
    const { slack, app } = await stage()
    const looks = () => slack.calls.filter(({ method }) => method === 'conversations.history').length
    for (const line of ['out_1', 'out_2']) expect(await app.messenger.find?.(person('USPA'), line)).toBeUndefined()
    expect(looks()).toBe(1)
    slack.faults.next('chat.postMessage', { hangUp: 'after-doing-it' })
    await expect(app.messenger.post(person('USPA'), say('JUNIPER'), [], 'out_2')).rejects.toMatchObject({
      permanent: false,
    })
    expect(await app.messenger.find?.(person('USPA'), 'out_2')).toMatchObject({ platform: 'slack' })
    expect(looks()).toBe(2)
  })

  it('is looked for in direct conversations only: a channel is never read', async () => {
    const { app } = await stage()
    expect(app.messenger.finds?.(person('USPA'))).toBe(true)
    expect(app.messenger.finds?.(channel('CPARTNERS'))).toBe(false)
  })
})

describe('a message that cannot be delivered', () => {
  const posted: Posted = { platform: 'slack', tenant: 'T1', conversation: 'CPARTNERS', message: '1.1' }

  it('says for good: not in the channel, a closed account, a message that is gone, no such address', async () => {
    const { slack, app } = await stage()
    const { messenger } = app
    await expect(messenger.post(channel('CWITHOUT'), open('x'))).rejects.toMatchObject({ permanent: true })
    await expect(messenger.post(channel('CNONE'), open('x'))).rejects.toMatchObject({
      code: 'channel_not_found',
      permanent: true,
    })
    await slack.users.deactivate('USPA')
    await expect(messenger.post(person('USPA'), say('x'))).rejects.toMatchObject({ permanent: true })
    await expect(messenger.update(posted, open('x'))).rejects.toMatchObject({
      code: 'message_not_found',
      permanent: true,
    })
    const email = { kind: 'email', email: 'a@b.example', name: 'A' } as const
    await expect(messenger.post(email, say('x'))).rejects.toMatchObject({ code: 'wrong-door', permanent: true })
  })

  it('says when to try again: asked to wait, broken, or not there', async () => {
    const { slack, app } = await stage()
    slack.faults.next('chat.postMessage', { status: 429, retryAfter: 7 })
    slack.faults.next('chat.postMessage', { status: 503 })
    slack.faults.next('chat.postMessage', { error: 'internal_error' })
    slack.faults.next('chat.postMessage', { hangUp: true })
    const send = () => app.messenger.post(channel('CPARTNERS'), open('x'))
    await expect(send()).rejects.toMatchObject({ code: 'ratelimited', permanent: false, retryAfterMs: 7000 })
    await expect(send()).rejects.toMatchObject({ code: 'http-503', permanent: false })
    await expect(send()).rejects.toMatchObject({ code: 'internal_error', permanent: false })
    await expect(send()).rejects.toMatchObject({ code: 'unreachable', permanent: false })
    await expect(send()).resolves.toMatchObject({ conversation: 'CPARTNERS' })
  })

  it('does not hide that a person cannot be reached', async () => {
    const { slack, app } = await stage()
    slack.users.add({ id: 'UFAR', realName: 'Far', email: 'far@away.example', teamId: 'T9', isStranger: true })
    await expect(app.reach('UFAR')).rejects.toThrow()
    expect(await app.introductionOf('USPA')).toEqual({ email: 'priya@chscp.example', name: 'Priya Sampleton' })
  })
})
