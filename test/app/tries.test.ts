import { describe, expect, it } from 'vitest'
import { aHouse } from '../stories/house.ts'

describe('a link code cannot be guessed by going on guessing', () => {
  const stranger = { platform: 'slack', tenant: 'T', user: 'U-stranger' } as const
  const where = { platform: 'slack', tenant: 'T', conversation: 'D1', kind: 'direct' } as const
  let n = 0

  it('after five wrong codes even the right one waits an hour', async () => {
    // Given a code made for the lay member
    const house = aHouse({ at: '2026-12-17T10:00' })
    const made = house.say('slack', 'spa', { verb: 'muster.link', input: {} })
    const code = JSON.stringify(made).match(/[A-Z]+-\d{4}/)?.[0] ?? ''
    expect(code).not.toBe('')
    const guess = (said: string) => {
      n += 1
      return house.core.handle({
        id: `guess-${n}`,
        who: stranger,
        where,
        verb: 'command',
        input: { command: 'muster', text: `link ${said}` },
      })
    }

    // When somebody guesses five times
    for (const wrong of ['OAK-0001', 'OAK-0002', 'OAK-0003', 'OAK-0004', 'OAK-0005']) {
      expect(guess(wrong)).toMatchObject({ kind: 'refusal', refusal: { code: 'code-unknown' } })
    }

    // Then the sixth is not looked at, until an hour has passed
    expect(guess(code)).toMatchObject({ kind: 'refusal', refusal: { code: 'too-many-tries' } })
    house.jump('2026-12-17T11:05')
    expect(guess('OAK-0006')).toMatchObject({ kind: 'refusal', refusal: { code: 'code-unknown' } })
  })
})
