/** What every messenger promises about a message that must go, whatever platform is behind it. Run by each of them over its own wire. */
import { expect, it } from 'vitest'
import { type Message, say } from '../../src/chat/words.ts'
import type { Address, Messenger } from '../../src/ports.ts'

export interface Platform {
  readonly messenger: Messenger
  /** Somebody who can be written to. */
  readonly person: Address
  /** What that person reads there now. */
  reads(): string
  /** Somebody deletes the last message by hand. */
  deletesByHand(): void
  /** From now on the platform lets nothing be deleted. */
  forbidsDeleting(): void
  /** From now on the platform lets the bot change nothing of what it has said. */
  shutsTheBotOut(): Promise<void>
  /** The next time it is asked to delete, the platform is busy. */
  isBusy(): void
  close?(): Promise<void>
}

export const INSTEAD: Message = { ...say('Removed on Mon 17 Jan 2028 under the retention rule.'), sensitivity: 'open' }
const SAID = say('JUNIPER: your return is due')

/** A message long enough for several pages anywhere. */
const LONG: Message = {
  summary: 'JUNIPER',
  sensitivity: 'person',
  blocks: Array.from({ length: 400 }, (_, n) => ({
    kind: 'text',
    text: `JUNIPER line ${n} ${'of a long list '.repeat(12)}`,
  })),
}

export function takesMessagesAway(open: () => Promise<Platform>): void {
  const within = async (story: (platform: Platform) => Promise<void>) => {
    const platform = await open()
    try {
      await story(platform)
    } finally {
      await platform.close?.()
    }
  }

  it('a message that must go is deleted, and a second time it is said to be gone', () =>
    within(async ({ messenger, person, reads }) => {
      const posted = await messenger.post(person, SAID)
      expect(reads()).toContain('JUNIPER')
      expect(await messenger.remove(posted, INSTEAD)).toBe('deleted')
      expect(reads()).not.toContain('JUNIPER')
      expect(await messenger.remove(posted, INSTEAD)).toBe('gone')
    }))

  it('goes with every page of it', () =>
    within(async ({ messenger, person, reads }) => {
      const posted = await messenger.post(person, LONG)
      expect(reads()).toContain('JUNIPER line 399')
      expect(await messenger.remove(posted, INSTEAD)).toBe('deleted')
      expect(reads()).not.toContain('JUNIPER')
    }))

  it('that somebody has deleted by hand is said to be gone', () =>
    within(async ({ messenger, person, deletesByHand }) => {
      const posted = await messenger.post(person, SAID)
      deletesByHand()
      expect(await messenger.remove(posted, INSTEAD)).toBe('gone')
    }))

  it('is overwritten, every page of it, where the platform lets nothing be deleted', () =>
    within(async ({ messenger, person, forbidsDeleting, reads }) => {
      const posted = await messenger.post(person, LONG)
      forbidsDeleting()
      expect(await messenger.remove(posted, INSTEAD)).toBe('overwritten')
      expect(reads()).not.toContain('JUNIPER')
      expect(reads()).toContain('Removed on Mon 17 Jan 2028 under the retention rule.')
      expect(await messenger.remove(posted, INSTEAD)).toBe('overwritten')
    }))

  it('that can be neither deleted nor overwritten is said to stand, so that a person sees to it', () =>
    within(async ({ messenger, person, shutsTheBotOut }) => {
      const posted = await messenger.post(person, SAID)
      await shutsTheBotOut()
      expect(await messenger.remove(posted, INSTEAD)).toBe('stands')
    }))

  it('while the platform is busy it is not overwritten but asked again later', () =>
    within(async ({ messenger, person, isBusy, reads }) => {
      const posted = await messenger.post(person, SAID)
      isBusy()
      await expect(messenger.remove(posted, INSTEAD)).rejects.toMatchObject({ permanent: false, retryAfterMs: 1_000 })
      expect(reads()).toContain('JUNIPER')
      expect(await messenger.remove(posted, INSTEAD)).toBe('deleted')
    }))
}
