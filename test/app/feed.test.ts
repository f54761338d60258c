import { describe, expect, it } from 'vitest'
import { hashOfSecret } from '../../src/app/secrets.ts'
import { aHouse } from '../stories/house.ts'
import { aReview, title } from './review.ts'

type House = ReturnType<typeof aHouse>

function secretFor(house: House, target: string, person = 'slt-hac'): string {
  const secret = house.house.ids.secret()
  house.store.transaction((tx) =>
    tx.links.add({
      hash: hashOfSecret(secret),
      purpose: 'calendar',
      person,
      target,
      expiresAt: '2027-12-31T00:00:00.000Z',
      once: false,
    }),
  )
  return secret
}

describe('a private calendar feed', () => {
  it('carries the meetings of its person, and never a case', async () => {
    const house = await aReview()
    expect(house.command('slack', 'bm', 'meetings call slt 2027-02-25 14:00').kind).not.toBe('refusal')
    const feed = house.core.calendars(secretFor(house, 'mine'))
    expect(feed?.ics).toContain('BEGIN:VCALENDAR')
    expect(feed?.ics).toMatch(/DTSTART[^\n]*20270225T14/)
    expect(feed?.ics).not.toContain(title(house))
    const outside = house.core.calendars(secretFor(house, 'mine', 'hcvs'))
    expect(outside?.ics).not.toContain('20270225T14')
  })

  it('of a group carries that group’s meetings alone', () => {
    const house = aHouse({ at: '2026-12-17T10:00' })
    house.command('slack', 'bm', 'meetings call slt 2027-02-25 14:00')
    expect(house.core.calendars(secretFor(house, 'group/slt'))?.ics).toContain('20270225T14')
    expect(house.core.calendars(secretFor(house, 'group/executive'))?.ics).not.toContain('20270225T14')
  })

  it('opens with its own secret only: not a guess, not one taken back, not a session', () => {
    const house = aHouse({ at: '2026-12-17T10:00' })
    const secret = secretFor(house, 'mine')
    expect(house.core.calendars('guess')).toBeUndefined()
    house.store.transaction((tx) => tx.links.revoke('slt-hac', 'calendar'))
    expect(house.core.calendars(secret)).toBeUndefined()
  })
})
