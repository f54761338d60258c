/** D-60: whoever plans the meetings hears in good time that the coming year is to be planned, once, and has the plan one press away. */
import { describe, expect, it } from 'vitest'
import { remindToPlan } from '../../src/app/plan-ahead.ts'
import { aHouse, buttonsOf, wordsOf } from '../stories/house.ts'

type House = ReturnType<typeof aHouse>

const reminders = (house: House, person = 'bm') =>
  house.letters.filter((one) => one.person === person && wordsOf(one.message).includes('are to be planned'))

async function livesUntil(from: string, ...days: readonly string[]): Promise<House> {
  const house = aHouse({ at: from, daily: true })
  for (const day of days) await house.until(day)
  return house
}

describe('the meetings of the coming year', () => {
  it('are asked of the support team on the first working morning of November, and once only', async () => {
    const house = await livesUntil('2026-10-28T10:00', '2026-10-31T12:00')
    expect(reminders(house)).toEqual([])
    await house.until('2026-11-02T08:30')
    expect([...reminders(house), ...reminders(house, 'coord')].map(({ at }) => at)).toEqual([
      '2026-11-02T08:00:00.000Z',
      '2026-11-02T08:00:00.000Z',
    ])
    expect(wordsOf(reminders(house)[0]?.message ?? expect.fail())).toContain(
      'The meetings of 2027 are to be planned: their dates are agreed by Sun 31 Jan 2027. None is in the calendar yet for SLT, Executive',
    )
    await house.until('2026-11-20T12:00')
    expect(reminders(house)).toHaveLength(1)
  })

  it('are one press away from there: the button proposes the dates', async () => {
    const house = await livesUntil('2026-10-30T10:00', '2026-11-02T08:30')
    const proposed = house.press('slack', 'bm', 'Propose dates for 2027')
    expect('message' in proposed && wordsOf(proposed.message)).toContain('Proposed meetings of 2027')
  })

  it('are not asked for where every group has its dates', async () => {
    const house = aHouse({ at: '2026-10-28T10:00', daily: true })
    const draft = house.command('slack', 'bm', 'meetings plan 2027')
    const [confirm] = 'message' in draft ? buttonsOf(draft.message) : []
    house.say('slack', 'bm', { verb: confirm?.verb ?? '', input: confirm?.input ?? {} })
    await house.until('2026-11-05T12:00')
    expect(reminders(house)).toEqual([])
  })

  it('are still asked for in January, where nobody has planned them, and no more once their day has passed', async () => {
    expect(reminders(await livesUntil('2027-01-04T09:00', '2027-01-06T09:00'))).toHaveLength(1)
    expect(reminders(await livesUntil('2027-02-01T09:00', '2027-02-03T09:00'))).toEqual([])
  })

  it('are not asked of those who cannot be reached yet, so that right after an installation nothing is lost; they hear it when they can', () => {
    const { house, store } = aHouse({ at: '2026-11-20T16:00' })
    const withoutMail = { ...house, messengers: house.messengers.filter(({ platform }) => platform !== 'email') }
    const [door] = store.transaction((tx) => {
      const doors = tx.doors.of('bm')
      for (const person of ['bm', 'coord']) for (const one of tx.doors.of(person)) tx.doors.remove(one)
      return doors
    })
    expect(remindToPlan(withoutMail).outbox).toEqual([])
    store.transaction((tx) => tx.doors.put(door ?? expect.fail()))
    expect(remindToPlan(withoutMail).outbox).toHaveLength(1)
    expect(remindToPlan(withoutMail).outbox).toEqual([])
  })
})
