import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { errandId, errandsFor } from '../../jobs/errand.ts'
import { openQueue } from '../../jobs/queue.ts'
import { quiet } from './core.ts'

const now = '2027-03-27T12:00:00.000Z'
const persistence = { deliveryAttempts: 12, firstBackoff: 1_000 }

describe('what belongs in the queue', () => {
  test('whatever a key is made of, BullMQ accepts its id: no colon, not digits only', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (key, at) => {
        expect(errandId(key, at)).toMatch(/^e[0-9a-f]{40}$/)
      }),
    )
  })

  test('the same alarm at another moment is another errand; at the same moment it is the same', () => {
    expect(errandId('rr-KELP/T-2', now)).toBe(errandId('rr-KELP/T-2', now))
    expect(errandId('rr-KELP/T-2', now)).not.toBe(errandId('rr-KELP/T-2', '2027-03-28T12:00:00.000Z'))
    expect(errandId('a', 'bc')).not.toBe(errandId('ab', 'c'))
  })

  test('a day over the spring clock change is 23 hours of waiting for a 13:00 in London', () => {
    // 27 March 13:00 London is 13:00 UTC; 28 March 13:00 London is 12:00 UTC.
    const intended = { alarms: [{ key: 'k', at: '2027-03-28T12:00:00.000Z' }], outbox: [], refresh: [] }
    const [alarm] = errandsFor(intended, '2027-03-27T13:00:00.000Z', persistence).alarms
    expect(alarm!.opts!.delay).toBe(23 * 60 * 60_000)
  })

  test('a missed alarm is due at once, and one beyond a week is left out', () => {
    const intended = {
      alarms: [
        { key: 'missed', at: '2027-03-20T12:00:00.000Z' },
        { key: 'far', at: '2027-04-03T12:00:00.001Z' },
        { key: 'near', at: '2027-04-03T12:00:00.000Z' },
      ],
      outbox: [],
      refresh: [],
    }
    const { alarms } = errandsFor(intended, now, persistence)
    expect(alarms.map(({ data, opts }) => [data.key, opts!.delay])).toEqual([
      ['missed', 0],
      ['near', 7 * 24 * 60 * 60_000],
    ])
  })
})

describe('the address of the queue', () => {
  test('a wrong one is refused without repeating the password in it', async () => {
    const opening = openQueue('mysql://muster:hunter2@db/muster', { log: quiet })
    await expect(opening).rejects.toThrow(/must begin with redis:\/\//)
    await expect(opening).rejects.not.toThrow(/hunter2/)
  })
})
