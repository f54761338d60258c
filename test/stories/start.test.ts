import { describe, expect, it } from 'vitest'
import { aHouse, wordsOf } from './house.ts'
import { notificationForHackney } from './main-job/answers.ts'

describe('the SPA starts a Rapid Review with "/rapid-review start"', () => {
  it('opens the case under a code word, and its card says every clock with its sum and source', async () => {
    // Given the notification of Thursday afternoon, recorded on the authority's written confirmation
    const house = aHouse({ at: '2026-12-17T17:05' })
    const form = house.command('slack', 'spa', 'rapid-review start')
    const done = house.fill('slack', 'spa', form, notificationForHackney)
    expect(done.kind).toBe('done')

    // When everything has been delivered
    await house.settle()
    const card = house.letters.find(
      (letter) => letter.person === 'spa' && wordsOf(letter.message).includes('RR-2026-01'),
    )
    const words = card === undefined ? '' : wordsOf(card.message)

    // Then the clocks run from the day it was sent, over Christmas, and say so
    expect(words).toContain('Tue 12 Jan 2027')
    expect(words).toContain('15 working days from Thu 17 Dec 2026 (day 0), skipping 25 and 28 Dec and 1 Jan')
    expect(words).toContain('D-15, guidance, 19.13')
    expect(words).toMatch(/limit was Fri 18 Dec 2026/)
    // … under a code word of the profile, never anything of the case
    const title = house.store.read((tx) => tx.subjects.all('case')[0]?.title)
    expect(house.partnership.profile.codeWords).toContain(title)
    expect(words).toContain(`${title}`)
  })

  it('tells all five safeguarding partners, the commissioner, the adviser and the support team, wherever they are', async () => {
    const house = aHouse({ at: '2026-12-17T17:05' })
    house.fill('slack', 'spa', house.command('slack', 'spa', 'rapid-review start'), notificationForHackney)
    await house.settle()
    const told = new Set(
      house.letters.filter(({ message }) => wordsOf(message).includes('RR-2026-01')).map(({ person }) => person),
    )
    for (const person of ['slt-hac', 'slt-col', 'slt-nhs', 'slt-mps', 'slt-clp', 'icsc', 'spa', 'bm', 'coord']) {
      expect(told, person).toContain(person)
    }
    expect(told).not.toContain('lead-h')
    expect(told).not.toContain('lay-h')
  })

  it('stops chasing what has been done', async () => {
    const house = aHouse({ at: '2026-12-17T17:05' })
    house.fill('slack', 'spa', house.command('slack', 'spa', 'rapid-review start'), notificationForHackney)
    await house.until('2026-12-22T09:30')
    const reminders = house.letters.filter(
      ({ person, message }) => person === 'lan-hac' && wordsOf(message).includes('Notify the Panel'),
    )
    expect(reminders.filter(({ message }) => message.summary.includes('action for you'))).toEqual([])
  })
})
