import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createMovableClock, createRehearsal } from '../../../adapters/rehearsal/index.ts'
import { openRoom, PEOPLE, type RoomStage, wordsOf } from './stage.ts'

let room: RoomStage
beforeEach(async () => {
  room = await openRoom()
})
afterEach(() => room.close())

describe('everybody can be played', () => {
  it('each person has the tabs by which they can be reached, and no others', async () => {
    const tabs = async (id: string) => [...(await room.see(id)).matchAll(/data-tab="(\w+)"/g)].map(([, tab]) => tab)
    expect(await tabs('spa')).toEqual(['slack', 'teams', 'email', 'desk'])
    expect(await tabs('bm')).toEqual(['slack', 'email', 'desk'])
    expect(await tabs('slt-nhs')).toEqual(['teams', 'email', 'desk'])
    expect(await tabs('lay-c')).toEqual(['email', 'desk'])
  })

  it('the page lists them all, with what they are', async () => {
    const page = wordsOf(await (await fetch(room.origin)).text())
    for (const { name, role } of PEOPLE) expect(page).toContain(`${name} ${role}`)
  })

  it('everybody of a group is in its channel on their own platform', async () => {
    expect(wordsOf(await room.see('bm', { tab: 'slack' }))).toContain('# slt')
    expect(wordsOf(await room.see('slt-nhs', { tab: 'teams' }))).toContain('Strategic Leadership Team')
    expect(wordsOf(await room.see('housing', { tab: 'slack' }))).not.toContain('# slt')
  })

  it('a person who is not in Slack cannot be made to act there', async () => {
    const { status, body } = await room.act({ do: 'slack.home', person: 'slt-nhs' })
    expect(status).toBe(409)
    expect(body.sentence).toBe('Noor Exampleton is not in Slack.')
  })

  it('two handles that would share an account are refused', () => {
    const clock = createMovableClock(() => '2026-12-17T16:40:00.000Z')
    const person = (id: string) => ({ ...PEOPLE[0], id, reach: ['slack' as const] })
    const options = { clock, wallClock: clock.now, random: () => 'x', groups: [], nextWorkingDay: () => undefined }
    expect(() => createRehearsal({ ...options, people: [person('a-b'), person('ab')] })).toThrow('ab')
  })
})

describe('what waits for whom', () => {
  const badges = async () => wordsOf(await (await fetch(`${room.origin}/room/roster`)).text())

  it('a letter waits until it is looked at', async () => {
    room.rehearsal.mail.deliver({ to: 'toby.sitamet@lay.example', subject: 'Hello', text: 'Hello' })
    expect(await badges()).toContain('1 unread')
    await room.see('lay-c')
    expect(await badges()).not.toContain('unread')
  })

  it('what a person writes themselves never waits for them', async () => {
    await room.act({ do: 'slack.say', person: 'bm', channel: 'C0SLT', words: 'Minutes are out' })
    const [before, after] = (await badges()).split('Jo Mockford')
    expect(before).toContain('1 unread')
    expect(after).not.toContain('unread')
  })
})

describe('telling open pages', () => {
  it('the stream says that something has changed, and what time it is now', async () => {
    const cut = new AbortController()
    const response = await fetch(`${room.origin}/room/stream`, { signal: cut.signal })
    const text = response.body!.pipeThrough(new TextDecoderStream()).getReader()
    let heard = ''
    const until = async (wanted: string) => {
      while (!heard.includes(wanted)) heard += (await text.read()).value ?? ''
    }
    await until('event: moved')
    room.rehearsal.mail.deliver({ to: 'toby.sitamet@lay.example', subject: 'Hello', text: 'Hello' })
    await until('event: changed')
    room.rehearsal.clock.moveTo('2027-01-04T09:00:00.000Z')
    await until('{"now":"2027-01-04T09:00:00.000Z"}')
    cut.abort()
    expect(heard.match(/event: changed/g)).toHaveLength(1)
  })

  it('moving the clock moves both worlds', async () => {
    const headers = { 'content-type': 'application/json' }
    const body = JSON.stringify({ to: '2027-01-04T09:00' })
    expect((await fetch(`${room.origin}/room/clock`, { method: 'POST', headers, body })).status).toBe(200)
    await room.act({ do: 'slack.home', person: 'bm' })
    expect(room.rehearsal.slack.deliveries.at(-1)?.at).toMatch(/^2027-01-04T09:00/)
    const back = await fetch(`${room.origin}/room/clock`, {
      method: 'POST',
      headers,
      body: '{"to":"2026-01-01T09:00"}',
    })
    expect(back.status).toBe(409)
  })
})
