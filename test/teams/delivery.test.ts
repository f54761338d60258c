import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { failureOf } from '../../adapters/teams/send/failure.ts'
import { type Message, say, table, text } from '../../src/chat/words.ts'
import { type Address, DeliveryError, type KnownDoor } from '../../src/ports.ts'
import { ANNA, BRAM, CHAIRS, createHouse, HOST_TENANT, type House, populate, REVIEWS } from './house.ts'

let house: House
beforeEach(async () => {
  house = await createHouse()
  populate(house.world)
})
afterEach(async () => {
  expect(house.world.problems).toEqual([])
  await house.close()
})

const reminder: Message = {
  summary: 'JUNIPER: your return',
  sensitivity: 'person',
  blocks: [text('It is due on Tue 12 Jan 2027.')],
}
const notice: Message = { ...reminder, sensitivity: 'group' }

const to = (user: string, reach?: string): Address => {
  const at = '2026-12-17T16:40:00.000Z'
  const door: KnownDoor = {
    platform: 'teams',
    tenant: HOST_TENANT,
    user,
    person: user,
    how: 'email',
    since: at,
    lastUsed: at,
  }
  return { kind: 'person', name: user, door: reach === undefined ? door : { ...door, reach } }
}
const place = (conversation: string, kind: 'channel' | 'group'): Address => ({
  kind: 'place',
  place: { platform: 'teams', tenant: HOST_TENANT, conversation, kind },
})
const last = (person: string) => house.world.seenBy(person).at(-1)!
const failing = (delivery: Promise<unknown>): Promise<unknown> =>
  delivery.then(
    () => 'delivered',
    (error) => error,
  )

describe('a message to a person', () => {
  it('reaches who has Muster, whether or not they ever spoke to it', async () => {
    const posted = await house.messenger.post(to('oid-anna'), reminder)
    expect(last(ANNA)).toMatchObject({ notification: 'JUNIPER: your return', message: { id: posted.message } })
    await house.world.as(ANNA).dm('help')
    house.introduced.push({ door: { platform: 'teams', tenant: HOST_TENANT, user: 'oid-anna' }, who: { email: 'a' } })
    await house.world.as(ANNA).dm('help')
    const again = await house.messenger.post(to('oid-anna', house.reaches.get('oid-anna')), reminder)
    expect(again.conversation).toBe(posted.conversation)
  })

  it('is drawn again where it stands', async () => {
    const posted = await house.messenger.post(to('oid-anna'), reminder)
    await house.messenger.update(posted, say('Done.'))
    expect(house.world.seenBy(ANNA).map(({ words }) => words)).toEqual(['Done.'])
  })

  it('who does not have Muster cannot be reached, and trying again would not help', async () => {
    const error = await failing(house.messenger.post(to('oid-bram'), reminder))
    expect(error).toMatchObject({ code: 'not-installed', permanent: true })
    expect(error).toBeInstanceOf(DeliveryError)
  })

  it('who took Muster away is no longer written to by the old way in', async () => {
    const { reach } = await house.messenger.post(to('oid-anna'), reminder)
    await house.world.as(ANNA).uninstall()
    expect(await failing(house.messenger.post(to('oid-anna', reach), reminder))).toMatchObject({
      code: 'not-installed',
    })
  })

  it('a file is named, since Teams takes none', async () => {
    const file = { name: 'meeting.ics', type: 'text/calendar', base64: '' }
    await house.messenger.post(to('oid-anna'), reminder, [file])
    expect(last(ANNA).words).toContain('meeting.ics: Teams takes no files')
  })
})

describe('a message to a place', () => {
  it('begins a thread of a channel, and is updated in it', async () => {
    const posted = await house.messenger.post(place(REVIEWS, 'channel'), notice)
    expect(posted).toMatchObject({ conversation: REVIEWS, message: last(BRAM).message.id })
    await house.messenger.update(posted, { ...notice, blocks: [text('Closed')] })
    expect(last(BRAM).words).toBe('Closed')
  })

  it('is said in a group chat', async () => {
    await house.messenger.post(place(CHAIRS, 'group'), notice)
    expect(last(BRAM).words).toContain('Tue 12 Jan 2027')
  })

  it('what is for one person never stands in a channel, whoever asks for it', async () => {
    expect(await failing(house.messenger.post(place(REVIEWS, 'channel'), reminder))).toMatchObject({
      code: 'too-sensitive',
      permanent: true,
    })
    expect(house.world.seenBy(ANNA)).toEqual([])
  })
})

describe('a message of many pages', () => {
  const register = (lines: number): Message => ({
    ...notice,
    blocks: [
      table(
        'Register',
        ['What', 'How'],
        Array.from({ length: lines }, (_, n) => [`Decision ${n}`, 'made by the commissioner']),
      ),
    ],
  })
  const pages = () => house.world.seenBy(BRAM).map(({ words }) => words)

  it('is posted whole, and shrinks and grows without being said twice', async () => {
    const posted = await house.messenger.post(place(REVIEWS, 'channel'), register(900))
    const before = pages().length
    expect(before).toBeGreaterThan(1)
    await house.messenger.update(posted, register(3))
    expect(pages().slice(1)).toEqual(Array(before - 1).fill('This page is no longer needed.'))
    await house.messenger.update(posted, register(3000))
    await house.messenger.update(posted, register(3000))
    expect(pages()).toHaveLength(before)
    expect(pages().at(-1)).toContain('Ask for it again to see all of it.')
  })
})

describe('a bad day of Teams', () => {
  it.each([
    [429, 'http-429', false],
    [412, 'http-412', false],
    [502, 'http-502', false],
    [504, 'http-504', false],
    [400, 'http-400', true],
    [404, 'http-404', true],
    [403, 'http-403', true],
    [413, 'http-413', true],
  ])('%i: whether it is worth trying again', (statusCode, code, permanent) => {
    expect(failureOf({ statusCode })).toMatchObject({ code, permanent })
  })

  it('is told over the wire: gone is gone', async () => {
    house.world.next('createConversation', { status: 404 })
    expect(await failing(house.messenger.post(to('oid-anna'), reminder))).toMatchObject({
      code: 'http-404',
      permanent: true,
    })
  })

  it('when it asks to wait, the outbox is told how long', async () => {
    house.world.next('createConversation', { status: 429, retryAfter: 1 }, 9)
    expect(await failing(house.messenger.post(to('oid-anna'), reminder))).toMatchObject({
      code: 'http-429',
      permanent: false,
      retryAfterMs: 1000,
    })
  })

  it('when nobody answers it is worth trying again', async () => {
    const reach = { serviceUrl: 'http://127.0.0.1:9/', conversation: 'a:oid-anna', tenant: HOST_TENANT }
    const error = await failing(house.messenger.post(to('oid-anna', JSON.stringify(reach)), reminder))
    expect(error).toMatchObject({ code: 'unreachable', permanent: false })
  })
})
