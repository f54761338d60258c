import { describe, expect, it, vi } from 'vitest'
import { DeliveryError, type Messenger, type OutboxLine } from '../../src/ports.ts'
import { aHouse, wordsOf } from '../stories/house.ts'
import { aReview, nilReturn, open, RR, title } from './review.ts'

type House = ReturnType<typeof aHouse>

/** Puts a line into the outbox, as a handler would. */
function put(house: House, line: Partial<OutboxLine> & Pick<OutboxLine, 'to'>): string {
  const id = house.house.ids.id('out')
  house.store.transaction((tx) =>
    tx.outbox.add({
      id,
      key: `test/${id}`,
      content: { message: { summary: 'A word', sensitivity: 'person', blocks: [] } },
      statutory: false,
      notBefore: house.clock(),
      writtenAt: house.clock(),
      ...line,
    }),
  )
  return id
}

const lineOf = (house: House, id: string) => house.store.read((tx) => tx.outbox.get(id)) as OutboxLine
const platformsReached = (house: House) => house.letters.map((letter) => letter.platform)
const messenger = (house: House, platform: string) =>
  house.house.messengers.find((one) => one.platform === platform) as Messenger

/** Makes a platform fail in passing: a queue would try again. */
function fails(house: House, platform: string, how: { permanent?: boolean; retryAfterMs?: number } = {}) {
  return vi.spyOn(messenger(house, platform), 'post').mockImplementation(async () => {
    throw new DeliveryError('unwell', `${platform} is unwell`, how)
  })
}

/** Tries like the queue: until it succeeds or has been tried so often. */
async function tried(house: House, id: string, attempts: number): Promise<number> {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    try {
      await house.core.deliver(id)
      return attempt
    } catch (error) {
      if (error instanceof DeliveryError && error.permanent) break
    }
  }
  await house.core.undeliverable(id, 'tried in vain')
  return attempts
}

describe('a message to a person', () => {
  it('goes to the one door they used last', async () => {
    const house = aHouse({ at: '2026-12-17T10:00' })
    house.jump('2026-12-17T10:05')
    house.say('teams', 'spa', { verb: 'hello' })
    await house.core.deliver(put(house, { to: { person: 'spa' } }))
    expect(platformsReached(house)).toEqual(['teams'])
    house.jump('2026-12-17T10:10')
    house.say('slack', 'spa', { verb: 'hello' })
    await house.core.deliver(put(house, { to: { person: 'spa' } }))
    expect(platformsReached(house)).toEqual(['teams', 'slack'])
  })

  it('climbs to the other platform, then to mail, when a door is closed for good', async () => {
    const house = aHouse({ at: '2026-12-17T10:00' })
    house.say('slack', 'spa', { verb: 'hello' })
    house.down.add('slack')
    await house.core.deliver(put(house, { to: { person: 'spa' } }))
    expect(platformsReached(house)).toEqual(['teams'])
    house.down.add('teams')
    await house.core.deliver(put(house, { to: { person: 'spa' } }))
    expect(platformsReached(house)).toEqual(['teams', 'email'])
  })

  it('waits for trouble that passes, but not for ever: then it goes another way', async () => {
    const house = aHouse({ at: '2026-12-17T10:00' })
    house.jump('2026-12-17T10:05')
    house.say('slack', 'spa', { verb: 'hello' })
    fails(house, 'slack')
    const id = put(house, { to: { person: 'spa' } })
    await expect(house.core.deliver(id)).rejects.toMatchObject({ permanent: false })
    expect(house.letters).toEqual([])
    expect(await tried(house, id, 12)).toBeLessThan(12)
    expect(platformsReached(house)).toEqual(['teams'])
    expect(lineOf(house, id).status).toBe('sent')
  })

  it('waits as long as a platform says that it is busy, and doubles nothing elsewhere', async () => {
    const house = aHouse({ at: '2026-12-17T10:00' })
    house.jump('2026-12-17T10:05')
    house.say('slack', 'spa', { verb: 'hello' })
    const busy = fails(house, 'slack', { retryAfterMs: 1000 })
    const id = put(house, { to: { person: 'spa' } })
    for (let again = 0; again < 30; again += 1) await expect(house.core.deliver(id)).rejects.toThrow('unwell')
    busy.mockRestore()
    await house.core.deliver(id)
    expect(platformsReached(house)).toEqual(['slack'])
  })

  it('reached in no way is told to the support team at once, without a word of what it was about', async () => {
    const house = await aReview()
    for (const platform of ['slack', 'teams', 'email'] as const) house.down.add(platform)
    const ring = vi.spyOn(house.house.bell, 'ring')
    const id = put(house, { to: { person: 'slt-nhs' }, content: { card: 'matter', subject: RR } })
    await tried(house, id, 3)
    expect(lineOf(house, id).status).toBe('undeliverable')
    expect(ring.mock.calls.some(([what]) => (what.outbox?.length ?? 0) > 0)).toBe(true)
    house.down.clear()
    await house.settle()
    expect(house.reads('bm')).toContain('Muster could not reach Noor Exampleton')
    expect(
      house.letters
        .filter((one) => wordsOf(one.message).includes('could not reach'))
        .map((one) => one.person)
        .sort(),
    ).toEqual(['bm', 'coord'])
    expect(
      house
        .reads('bm')
        .split('---')
        .find((words) => words.includes('could not reach')),
    ).not.toContain(title(house))
  })

  it('whoever has answered from their calendar is reached as before: in chat where they are there, else by mail with a link', async () => {
    const house = aHouse({ at: '2027-01-20T10:00' })
    for (const person of ['slt-nhs', 'lay-c']) {
      const email = house.partnership.people.get(person)?.email ?? ''
      house.core.doors.introduce({ platform: 'email', tenant: 'email', user: email }, { email })
      put(house, { to: { person } })
    }
    await house.settle()
    expect(house.letters.map(({ platform, link }) => [platform, link !== undefined])).toEqual([
      ['teams', false],
      ['email', true],
    ])
  })

  it('a group that has no channel is told of once, not with every word that was meant for it', async () => {
    const house = await aReview()
    for (const day of ['2026-12-21', '2026-12-22']) {
      await house.until(`${day}T10:00`)
      await tried(house, put(house, { to: { group: 'slt' } }), 1)
      await house.settle()
    }
    const told = house.letters.filter((one) => wordsOf(one.message).includes('could not reach the channel'))
    expect(told.map(({ person }) => person).sort()).toEqual(['bm', 'coord'])
  })

  it('that nobody was reached is not said for ever: when the support team cannot be reached either, it ends', async () => {
    const house = aHouse({ at: '2026-12-17T10:00' })
    for (const platform of ['slack', 'teams', 'email'] as const) house.down.add(platform)
    put(house, { to: { person: 'slt-nhs' } })
    await house.settle()
    const lines = house.store.read((tx) => tx.outbox.about('bm'))
    expect(lines.map((one) => one.status)).toEqual(['undeliverable'])
    expect(house.store.read((tx) => tx.outbox.waiting('9999'))).toEqual([])
  })

  it('who has none of the platforms is reached by mail, with a personal link', async () => {
    const house = aHouse({ at: '2026-12-17T10:00' })
    const post = vi.spyOn(messenger(house, 'email'), 'post')
    const byMail = [...house.partnership.people.values()].find((one) => one.reach.every((way) => way === 'email'))
    if (byMail === undefined) throw new Error('everybody is on a platform')
    await house.core.deliver(put(house, { to: { person: byMail.id } }))
    expect(post.mock.calls[0]?.[0]).toMatchObject({ kind: 'email', link: expect.stringMatching(/\/desk\/in\/.{20,}/) })
  })
})

describe('what the law sets a clock for', () => {
  it('goes to every door of the person, but not also by mail', async () => {
    const house = aHouse({ at: '2026-12-17T10:00' })
    await house.core.deliver(put(house, { to: { person: 'spa' }, statutory: true }))
    expect(platformsReached(house).sort()).toEqual(['slack', 'teams'])
  })

  it('does not wait at one door for trouble at another, and tries that one again', async () => {
    const house = aHouse({ at: '2026-12-17T10:00' })
    house.jump('2026-12-17T10:05')
    house.say('slack', 'spa', { verb: 'hello' })
    const unwell = fails(house, 'slack')
    const id = put(house, { to: { person: 'spa' }, statutory: true })
    await expect(house.core.deliver(id)).rejects.toMatchObject({ permanent: false })
    expect(platformsReached(house)).toEqual(['teams'])
    unwell.mockRestore()
    await house.core.deliver(id)
    expect(platformsReached(house)).toEqual(['teams', 'slack'])
  })

  it('that reached one door is not reported as undelivered', async () => {
    const house = aHouse({ at: '2026-12-17T10:00' })
    fails(house, 'slack')
    const id = put(house, { to: { person: 'spa' }, statutory: true })
    await tried(house, id, 12)
    expect(lineOf(house, id)).toMatchObject({ status: 'sent' })
    expect(house.store.read((tx) => tx.outbox.about('bm'))).toEqual([])
  })
})

describe('a crash', () => {
  it('after one door of several posts again only at the others', async () => {
    const house = aHouse({ at: '2026-12-17T10:00' })
    const id = put(house, { to: { person: 'spa' }, statutory: true })
    const crash = vi.spyOn(messenger(house, 'teams'), 'post').mockRejectedValueOnce(new Error('the process died'))
    await expect(house.core.deliver(id)).rejects.toThrow('died')
    crash.mockRestore()
    await house.core.deliver(id)
    await house.core.deliver(id)
    expect(platformsReached(house).sort()).toEqual(['slack', 'teams'])
  })

  it('after the post was written down doubles nothing', async () => {
    const house = aHouse({ at: '2026-12-17T10:00' })
    const id = put(house, { to: { person: 'spa' } })
    await house.core.deliver(id)
    house.store.transaction((tx) => tx.outbox.mark(id, 'waiting', house.clock(), ''))
    await house.core.deliver(id)
    expect(house.letters).toHaveLength(1)
    expect(lineOf(house, id).status).toBe('sent')
  })
})

describe('a channel', () => {
  const channel = { platform: 'slack', tenant: 'T', conversation: 'C-SLT', kind: 'channel' } as const

  it('never hears what is for one person, however it was addressed', async () => {
    const house = aHouse({ at: '2026-12-17T10:00' })
    house.store.transaction((tx) => tx.doors.bind('slt', channel))
    for (const to of [{ group: 'slt' }, { place: channel }] as const) {
      const id = put(house, { to })
      await expect(house.core.deliver(id)).rejects.toMatchObject({ permanent: true })
    }
    expect(house.letters).toEqual([])
  })

  it('hears what is for the group, on every platform it is bound on', async () => {
    const house = aHouse({ at: '2026-12-17T10:00' })
    house.store.transaction((tx) => {
      tx.doors.bind('slt', channel)
      tx.doors.bind('slt', { ...channel, platform: 'teams', conversation: '19:slt' })
    })
    await house.core.deliver(
      put(house, { to: { group: 'slt' }, content: { message: { summary: 'x', sensitivity: 'group', blocks: [] } } }),
    )
    expect(platformsReached(house).sort()).toEqual(['slack', 'teams'])
  })

  it('that nobody has bound is told to the support team with the words that bind it', async () => {
    const house = aHouse({ at: '2026-12-17T10:00' })
    put(house, { to: { group: 'slt' }, content: { message: { summary: 'x', sensitivity: 'group', blocks: [] } } })
    await house.settle()
    expect(house.reads('bm')).toContain('muster here slt')
  })
})

describe('what is done', () => {
  it('between the ring and the delivery is not asked for', async () => {
    const house = await aReview({ scoped: true })
    house.jump('2026-12-30T09:00')
    for (const alarm of house.core.intended().alarms.filter((one) => one.at <= house.clock()))
      await house.core.alarm(alarm.key)
    const waiting = house.core.intended().outbox.length
    expect(waiting).toBeGreaterThan(0)
    const nil = house.fill('slack', 'housing', open(house, 'housing', 'returns/hackney-housing'), nilReturn)
    expect(nil.kind).toBe('done')
    const before = house.letters.length
    await house.settle()
    const reminders = house.letters
      .slice(before)
      .filter((one) => one.person === 'housing' && wordsOf(one.message).includes('Agency return'))
    expect(reminders).toEqual([])
  })
})

describe('a letter that comes back', () => {
  it('is believed only when we sent it, and the support team is told once', async () => {
    const house = aHouse({ at: '2026-12-17T10:00' })
    house.down.add('slack')
    house.down.add('teams')
    await house.core.deliver(put(house, { to: { person: 'slt-nhs' } }))
    house.down.clear()
    const [letter] = house.letters
    const { conversation = '', message = '' } = letter?.posted ?? {}
    expect(house.core.bounced(conversation, 'invented')).toBe(false)
    expect(house.core.bounced('somebody@else.example', message)).toBe(false)
    expect(house.core.bounced(conversation, message)).toBe(true)
    expect(house.core.bounced(conversation, message)).toBe(false)
    await house.settle()
    expect(house.reads('bm')).toContain('Muster could not reach Noor Exampleton')
  })
})
