import { describe, expect, it, vi } from 'vitest'
import type { Reply } from '../../src/chat/intent.ts'
import type { Button, Message } from '../../src/chat/words.ts'
import { DeliveryError, type Messenger } from '../../src/ports.ts'
import { buttonsOf, wordsOf } from '../stories/house.ts'
import { aReview, type House, open, RR, scoping, title } from './review.ts'

const messenger = (house: House, platform: string) =>
  house.house.messengers.find((one) => one.platform === platform) as Messenger
const stale = (house: House) => house.store.read((tx) => tx.copies.stale())
const copies = (house: House) => house.store.read((tx) => tx.copies.of(RR))

/** The case changes, and nobody has drawn its cards again yet. */
async function changed(): Promise<House> {
  const house = await aReview()
  house.fill('slack', 'spa', open(house, 'spa', 'scope'), scoping)
  return house
}

describe('when a reminder comes', () => {
  const cards = (house: House, person: string) =>
    house.letters
      .filter((one) => one.person === person && one.platform !== 'email')
      .map((one) => ({ ...one, words: wordsOf(one.message) }))
      .filter(({ words }) => words.includes('Confirm the request has arrived') && !words.includes('What you owe'))

  it.each([
    ['housing', 'slack'],
    ['hospital', 'teams'],
  ])('%s has one card of it in %s, the newest; those above it are a line that says so', async (person, platform) => {
    const house = await aReview({ scoped: true })
    await house.until('2026-12-21T09:05')
    const asked = cards(house, person)
    expect(asked.map((one) => one.platform)).toEqual([platform, platform, platform])
    expect(asked.map(({ words }) => words.includes('A newer card of this is further down.'))).toEqual([
      true,
      true,
      false,
    ])
    expect(asked.map(({ words }) => words.includes('Received: not involved'))).toEqual([false, false, true])
    house.press(platform as 'slack', person, 'Received: not involved')
    await house.settle()
    expect(cards(house, person).map(({ words }) => words.includes('Done'))).toEqual([false, false, true])
  })
})

describe('a card that has been overtaken, where the client missed it and still shows its buttons', () => {
  /** Housing's oldest card of the request, with the button it had before two reminders took its place. */
  async function missed() {
    const house = await aReview({ scoped: true })
    await house.until('2026-12-21T09:05')
    const oldest = house.letters.find(
      ({ person, message }) => person === 'housing' && wordsOf(message).includes('A newer card of this'),
    )
    const full = oldest?.earlier.find((one) => buttonsOf(one).length > 0)
    if (oldest === undefined || full === undefined) throw new Error('nothing was overtaken')
    const button = buttonsOf(full).find(({ label }) => label === 'Received: not involved') as Button
    const { conversation, message } = oldest.posted
    const press = () => {
      // What this client shows, whatever was sent.
      oldest.message = full
      return house.say('slack', 'housing', {
        ...button,
        input: button.input ?? {},
        pressed: { conversation, message },
      })
    }
    return { house, oldest, press }
  }

  it('the press counts, is answered in private, and the card becomes the line it should have been', async () => {
    const { house, oldest, press } = await missed()
    const reply = press()
    expect([reply.kind, 'message' in reply && wordsOf(reply.message)]).toEqual([
      'message',
      expect.stringContaining('not involved'),
    ])
    await house.settle()
    expect(wordsOf(oldest.message)).toContain('A newer card of this is further down.')
    expect(buttonsOf(oldest.message)).toEqual([])
  })

  it('so it does where the press comes too late: who did it is said, and the card does not unfold', async () => {
    const { house, oldest, press } = await missed()
    house.press('slack', 'housing', 'Received: not involved')
    await house.settle()
    const reply = press()
    expect(reply.kind === 'refusal' && reply.refusal.sentence).toContain('already done by Gil Nullman')
    await house.settle()
    expect(wordsOf(oldest.message)).toContain('A newer card of this is further down.')
  })
})

describe('an answer, which no change reaches', () => {
  const at = (message: string) => ({ conversation: 'slack-spa', message })
  const words = (reply: Reply) => ('message' in reply ? wordsOf(reply.message) : '')

  it('says of when it is, and shows on a press, in its place, how it is now', async () => {
    const house = await aReview()
    const asked = house.command('slack', 'spa', `rapid-review ${title(house)}`)
    expect(words(asked)).toContain('As it stood on Thu 17 Dec 2026 17:05.')
    expect(words(asked)).toContain('Being scoped.')
    house.fill('slack', 'spa', open(house, 'spa', 'scope'), scoping)
    house.jump('2026-12-17T17:30')
    const again = buttonsOf((asked as { message: Message }).message).find(({ label }) => label === 'Look again')
    const looked = house.say('slack', 'spa', { ...(again as Button), input: again?.input ?? {}, pressed: at('answer') })
    expect(looked.kind).toBe('card')
    expect(words(looked)).toContain('As it stood on Thu 17 Dec 2026 17:30.')
    expect(words(looked)).not.toContain('Being scoped.')
  })

  it('is leafed through in its place; a live card stays, and the answer stands below it', async () => {
    const house = await aReview()
    const look = { verb: 'matter.see', subject: RR, input: { view: 'timeline' } }
    expect(house.say('slack', 'spa', { ...look, pressed: at('answer') }).kind).toBe('card')
    expect(house.press('slack', 'spa', 'Timeline').kind).toBe('message')
  })
})

describe('when a case changes', () => {
  it('every copy on both platforms shows it', async () => {
    const house = await changed()
    await house.settle()
    const cards = house.letters.filter((one) => one.message.summary.includes(title(house)) && one.earlier.length > 0)
    expect(new Set(cards.map((one) => one.platform))).toEqual(new Set(['slack', 'teams']))
    expect(stale(house)).toEqual([])
  })

  it('only what looks different is sent: drawn again without a change, nothing goes out', async () => {
    const house = await changed()
    await house.settle()
    const updates = house.house.messengers.map((one) => vi.spyOn(one, 'update'))
    house.store.transaction((tx) => tx.copies.touch(RR))
    await house.core.refresh(RR)
    expect(updates.flatMap((one) => one.mock.calls)).toEqual([])
    expect(stale(house)).toEqual([])
  })

  it('a copy that somebody has deleted is forgotten, and the others are still drawn', async () => {
    const house = await changed()
    const before = copies(house).length
    const gone = vi
      .spyOn(messenger(house, 'slack'), 'update')
      .mockRejectedValueOnce(new DeliveryError('message_not_found', 'gone', { permanent: true }))
    await house.core.refresh(RR)
    gone.mockRestore()
    expect(copies(house)).toHaveLength(before - 1)
    expect(stale(house)).not.toContain(RR)
  })

  it('trouble that may pass is thrown to be tried again, after all the others have been drawn', async () => {
    const house = await changed()
    const trouble = vi
      .spyOn(messenger(house, 'slack'), 'update')
      .mockRejectedValueOnce(new DeliveryError('rate', 'later', { retryAfterMs: 10 }))
    await expect(house.core.refresh(RR)).rejects.toMatchObject({ code: 'rate' })
    trouble.mockRestore()
    expect(stale(house)).toContain(RR)
    expect(house.letters.some((one) => one.platform === 'teams' && one.earlier.length > 0)).toBe(true)
    await house.core.refresh(RR)
    expect(stale(house)).not.toContain(RR)
  })

  it('a change while the cards are being drawn is not lost', async () => {
    const house = await changed()
    const slack = messenger(house, 'slack')
    const update = slack.update.bind(slack)
    let once = true
    vi.spyOn(slack, 'update').mockImplementation(async (...args) => {
      if (once) {
        once = false
        house.store.transaction((tx) => tx.copies.touch(RR))
      }
      return update(...args)
    })
    await house.core.refresh(RR)
    expect(stale(house)).toContain(RR)
  })

  it('a subject that is gone, or never was, is settled without a word', async () => {
    const house = await aReview()
    await house.core.refresh('no-such-case')
    house.store.transaction((tx) => tx.copies.touch('no-such-case'))
    await house.core.refresh('no-such-case')
    expect(stale(house)).not.toContain('no-such-case')
  })
})

it('a card is drawn for its viewer: a button to decide stands only on the copy of who may', async () => {
  const house = await aReview()
  const words = (person: string) =>
    house.letters
      .filter((one) => one.person === person)
      .map((one) => wordsOf(one.message))
      .join('\n')
  expect(words('spa')).toContain('[Scope')
  expect(words('slt-hac')).not.toContain('[Scope')
})

describe('a redrawing of which nobody knows whether it arrived', () => {
  /** The case changes, and back again; in between one copy in Slack was sent the other face, and that was not written down. */
  async function changedAndBack(lose: () => Promise<never>) {
    const house = await aReview()
    const slack = messenger(house, 'slack')
    const [copy] = copies(house).filter(({ posted }) => posted.platform === 'slack')
    const face = () => house.letters.find(({ posted }) => posted.message === copy?.posted.message)?.message
    const before = face()
    const state = house.store.read((tx) => tx.subjects.get(RR)?.title)
    house.store.transaction((tx) => tx.subjects.amend(RR, { title: 'ANOTHER' }))
    house.store.transaction((tx) => tx.copies.touch(RR))
    const { update } = slack
    const lost = vi.spyOn(slack, 'update').mockImplementation(async (...all) => {
      await update(...all)
      return lose()
    })
    await expect(house.core.refresh(RR)).rejects.toThrow('lost')
    lost.mockRestore()
    expect(face()).not.toEqual(before)
    house.store.transaction((tx) => tx.subjects.amend(RR, { title: state ?? '' }))
    await house.core.refresh(RR)
    expect(face()).toEqual(before)
    expect(stale(house)).not.toContain(RR)
  }

  it('since its answer was lost: the face it had before is sent again', () =>
    changedAndBack(async () => {
      throw new DeliveryError('unreachable', 'the answer was lost')
    }))

  it('since the process ended: the next one sends the face it had before', () =>
    changedAndBack(async () => {
      throw new Error('the process and all it knew was lost')
    }))
})
