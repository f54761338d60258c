/** A process that was ended between a post and writing it down: what its successor finds, and what it says once more. */
import { describe, expect, it, vi } from 'vitest'
import { createCore } from '../../src/app/core.ts'
import { say } from '../../src/chat/words.ts'
import { DeliveryError, type Messenger, type OutboxLine, type Posted } from '../../src/ports.ts'
import { gate } from '../jobs/until.ts'
import { aHouse, wordsOf } from '../stories/house.ts'
import { aReview, nilReturn, open, RR, scoping } from './review.ts'

type House = ReturnType<typeof aHouse>

const messenger = (house: House, platform: string) =>
  house.house.messengers.find((one) => one.platform === platform) as Messenger
const lineOf = (house: House, id: string) => house.store.read((tx) => tx.outbox.get(id)) as OutboxLine

function put(house: House, line: Partial<OutboxLine> & Pick<OutboxLine, 'to'>): string {
  const id = house.house.ids.id('out')
  const content = { message: say('JUNIPER: your return is due') }
  const at = house.clock()
  house.store.transaction((tx) =>
    tx.outbox.add({ id, key: `test/${id}`, content, statutory: false, notBefore: at, writtenAt: at, ...line }),
  )
  return id
}

type Post = Messenger['post']

/** Something happens around each post of a platform, until it is undone. */
function around(house: House, platform: string, wrap: (post: Post) => Post): () => void {
  const its = messenger(house, platform)
  const { post } = its
  Object.assign(its, { post: wrap(post) })
  return () => Object.assign(its, { post })
}

/** Slack remembers which line each post carried out, as the real one does; gives what it was asked. */
function slackCanBeAsked(house: House) {
  const posts = new Map<string, Posted>()
  around(house, 'slack', (post) => async (to, message, attachments, line = '') => {
    const posted = await post(to, message, attachments, line)
    posts.set(line, posted)
    return posted
  })
  const find = vi.fn(async (_to: unknown, line: string) => posts.get(line))
  Object.assign(messenger(house, 'slack'), { finds: () => true, find })
  return find
}

/** The process is ended right after the post: what it would have written down is not written. */
async function killedAfterPosting(house: House, id: string): Promise<void> {
  const store = vi.spyOn(house.store, 'transaction')
  const undo = around(house, 'slack', (post) => async (...all) => {
    const posted = await post(...all)
    store.mockImplementation(() => {
      throw new Error('the process has ended')
    })
    return posted
  })
  await expect(house.core.deliver(id)).rejects.toThrow('has ended')
  undo()
  store.mockRestore()
}

/** The next life of the process, a minute later. */
function restarted(house: House) {
  house.jump('2026-12-17T10:06')
  return createCore(house.house)
}

async function aHouseOnSlack() {
  const house = aHouse({ at: '2026-12-17T10:00' })
  house.jump('2026-12-17T10:05')
  house.say('slack', 'spa', { verb: 'hello' })
  const asked = slackCanBeAsked(house)
  return { house, asked }
}

describe('a message that was posted and not written down', () => {
  it('is found where the platform can be asked, and is not said again', async () => {
    const { house } = await aHouseOnSlack()
    const id = put(house, { to: { person: 'spa' } })
    await killedAfterPosting(house, id)
    expect(lineOf(house, id).status).toBe('waiting')
    await restarted(house).deliver(id)
    expect(house.letters).toHaveLength(1)
    expect(lineOf(house, id).status).toBe('sent')
    expect(house.store.read((tx) => tx.copies.of(id))).toHaveLength(1)
  })

  it('is found although the person has used another door since', async () => {
    const { house } = await aHouseOnSlack()
    const id = put(house, { to: { person: 'spa' } })
    await killedAfterPosting(house, id)
    const core = restarted(house)
    house.say('teams', 'spa', { verb: 'hello' })
    await core.deliver(id)
    expect(house.letters.map(({ platform }) => platform)).toEqual(['slack'])
  })

  it('to every door: only the doors that were not reached are used', async () => {
    const { house } = await aHouseOnSlack()
    const id = put(house, { to: { person: 'spa' }, statutory: true })
    await killedAfterPosting(house, id)
    await restarted(house).deliver(id)
    expect(house.letters.map(({ platform }) => platform).sort()).toEqual(['slack', 'teams'])
    expect(lineOf(house, id).status).toBe('sent')
  })

  it('becomes a live card: what it asked for was done meanwhile, and it says so', async () => {
    const house = await aReview({ scoped: true })
    slackCanBeAsked(house)
    const id = put(house, {
      to: { person: 'housing' },
      content: { card: 'task', subject: RR, input: { owed: 'returns/hackney-housing' } },
      unlessDone: { subject: RR, owed: 'returns/hackney-housing' },
    })
    await killedAfterPosting(house, id)
    const letter = house.letters.at(-1)
    house.fill('slack', 'housing', open(house, 'housing', 'returns/hackney-housing'), nilReturn)
    house.jump('2026-12-18T15:00')
    await createCore(house.house).deliver(id)
    expect(lineOf(house, id).status).toBe('sent')
    expect(letter && wordsOf(letter.message)).toContain('Done')
    expect(house.store.read((tx) => tx.copies.of(RR)).filter((copy) => copy.line === id)).toHaveLength(1)
  })

  it('in an attempt whose answer was lost is found by the next', async () => {
    const { house } = await aHouseOnSlack()
    const id = put(house, { to: { person: 'spa' } })
    const undo = around(house, 'slack', (post) => async (...all) => {
      await post(...all)
      throw new DeliveryError('unreachable', 'the answer was lost')
    })
    await expect(house.core.deliver(id)).rejects.toThrow('lost')
    undo()
    await house.core.deliver(id)
    expect(house.letters).toHaveLength(1)
  })
})

describe('a platform that can be asked', () => {
  it('is asked about what an earlier life wrote, and about nothing else', async () => {
    const { house, asked } = await aHouseOnSlack()
    const before = put(house, { to: { person: 'spa' } })
    const core = restarted(house)
    await core.deliver(put(house, { to: { person: 'spa' } }))
    expect(asked).not.toHaveBeenCalled()
    await core.deliver(before)
    expect(asked.mock.calls.map(([, line]) => line)).toEqual([before])
    expect(house.letters).toHaveLength(2)
  })

  it('and cannot answer now is waited for; but rather twice than never', async () => {
    const { house, asked } = await aHouseOnSlack()
    const id = put(house, { to: { person: 'spa' } })
    const core = restarted(house)
    asked.mockRejectedValue(new DeliveryError('unwell', 'Slack is unwell'))
    for (let attempt = 1; attempt <= 5; attempt += 1) await expect(core.deliver(id)).rejects.toThrow('unwell')
    expect(house.letters).toEqual([])
    await core.deliver(id)
    expect(house.letters).toHaveLength(1)
  })

  it('and may not be asked does not keep the message back', async () => {
    const { house, asked } = await aHouseOnSlack()
    const id = put(house, { to: { person: 'spa' } })
    asked.mockRejectedValue(new DeliveryError('missing_scope', 'not allowed', { permanent: true }))
    await restarted(house).deliver(id)
    expect(house.letters).toHaveLength(1)
  })
})

describe('several messages at once', () => {
  /** How many posts of a platform are under way at the same time, at most. */
  async function mostAtOnce(house: House, platform: string, people: readonly string[]): Promise<number> {
    let [now, most] = [0, 0]
    around(house, platform, (post) => async (...all) => {
      now += 1
      most = Math.max(most, now)
      await new Promise(setImmediate)
      const posted = await post(...all)
      now -= 1
      return posted
    })
    await Promise.all(people.map((person) => house.core.deliver(put(house, { to: { person } }))))
    expect(house.letters).toHaveLength(people.length)
    return most
  }

  it('go side by side where the platform can be asked afterwards', async () => {
    const house = aHouse({ at: '2026-12-17T10:00' })
    slackCanBeAsked(house)
    expect(await mostAtOnce(house, 'slack', ['bm', 'coord', 'slt-hac'])).toBe(3)
  })

  it('go one after the other where it cannot, so that an end leaves one in doubt and no more', async () => {
    const house = aHouse({ at: '2026-12-17T10:00' })
    expect(await mostAtOnce(house, 'teams', ['slt-nhs', 'slt-clp', 'hospital'])).toBe(1)
  })

  it('the same errand rung twice posts once', async () => {
    const house = aHouse({ at: '2026-12-17T10:00' })
    const id = put(house, { to: { person: 'bm' } })
    await Promise.all([house.core.deliver(id), house.core.deliver(id)])
    expect(house.letters).toHaveLength(1)
  })
})

it('a card that was on its way while its case changed is drawn again', async () => {
  const house = await aReview()
  const wait = gate()
  const onTheWay = gate()
  const undo = around(house, 'slack', (post) => async (...all) => {
    onTheWay.open()
    await wait.opened
    return post(...all)
  })
  const delivering = house.core.deliver(put(house, { to: { person: 'bm' }, content: { card: 'matter', subject: RR } }))
  await onTheWay.opened
  house.fill('slack', 'spa', open(house, 'spa', 'scope'), scoping)
  await house.core.refresh(RR)
  wait.open()
  await delivering
  undo()
  expect(house.core.intended().refresh).toContainEqual({ subject: RR })
})
