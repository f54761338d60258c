/** The vice-chair goes round by itself: proposed on its day to whoever is next, chased, passed on, and proposed again a year later (14.3, D-34). */
import { describe, expect, it } from 'vitest'
import { holders } from '../../src/partnership/partnership.ts'
import { type LivingHouse, livingHouse, words } from './house.ts'

const viceChair = (house: LivingHouse, group: string) =>
  holders(house.now(), 'vice-chair', house.clock(), { group }).map(({ id }) => id)

/** A house that has been started, as every one is. */
function started(at: string): LivingHouse {
  const house = livingHouse(at)
  house.core.realign()
  return house
}

const proposals = (house: LivingHouse) =>
  house.store.read((tx) => tx.subjects.all('appointment').map(({ title }) => title))

describe('the vice-chair', () => {
  it('of the SLT and of the Executive is proposed three weeks before the year ends, to the partner whose turn it is', async () => {
    const house = started('2027-05-20T10:00')
    await house.until('2027-06-03T08:59')
    expect(house.reads('slt-nhs')).not.toContain('is proposed as vice-chair')
    await house.until('2027-06-03T09:30')
    expect(house.reads('slt-nhs', 'teams')).toContain(
      'Noor Exampleton is proposed as vice-chair from Thu 24 Jun 2027 until Sat 24 Jun 2028.',
    )
    expect(house.reads('slt-nhs', 'teams')).toContain('Proposed by: Muster')
    expect(proposals(house)).toEqual(['Appointment: vice-chair of SLT', 'Appointment: vice-chair of Executive'])
    house.press('teams', 'slt-nhs', 'I take it', 'vice-chair of SLT')
    house.press('teams', 'slt-nhs', 'I take it', 'vice-chair of Executive')
    await house.until('2027-06-23T12:00')
    expect(viceChair(house, 'slt')).toEqual(['slt-hac'])
    await house.until('2027-06-24T12:00')
    expect([viceChair(house, 'slt'), viceChair(house, 'executive')]).toEqual([['slt-nhs'], ['slt-nhs']])
  })

  it('is proposed to the next where that partner passes it on', async () => {
    const house = started('2027-06-01T10:00')
    await house.until('2027-06-03T09:30')
    house.press('teams', 'slt-nhs', 'Decline, pass it on', 'vice-chair of SLT')
    await house.settle()
    house.press('teams', 'slt-mps', 'I take it', 'vice-chair of SLT')
    await house.until('2027-06-24T12:00')
    expect(viceChair(house, 'slt')).toEqual(['slt-mps'])
  })

  it('who does not answer is reminded, and the adviser hears of it', async () => {
    const house = started('2027-06-01T10:00')
    await house.until('2027-06-11T12:00')
    expect(house.reads('slt-nhs')).toContain('Say whether you take this seat')
    expect(house.reads('spa')).toContain('Appointment: vice-chair of SLT')
    expect(proposals(house)).toHaveLength(2)
  })

  it('is proposed again in the next year, when the one after that is next', async () => {
    const house = started('2027-06-01T10:00')
    await house.until('2027-06-03T09:30')
    house.press('teams', 'slt-nhs', 'I take it', 'vice-chair of SLT')
    house.jump('2028-06-05T09:30')
    await house.settle()
    expect(house.reads('slt-mps', 'teams')).toContain(
      'Kit Fixtureton is proposed as vice-chair from Sat 24 Jun 2028 until Sun 24 Jun 2029.',
    )
  })

  it('is proposed at once when the one in the chair has left', async () => {
    const house = started('2027-02-22T10:00')
    house.command('slack', 'bm', 'muster left Dana Demosworth')
    await house.settle()
    expect(house.reads('slt-nhs', 'teams')).toContain('Noor Exampleton is proposed as vice-chair from Mon 22 Feb 2027')
  })

  it('is not proposed a second time where the support team was sooner', async () => {
    const house = started('2027-06-01T10:00')
    house.command('slack', 'spa', 'muster rotate slt 2027-06-24')
    await house.until('2027-06-03T12:00')
    expect(proposals(house)).toEqual(['Appointment: vice-chair of SLT', 'Appointment: vice-chair of Executive'])
  })

  it('whom nobody can follow is brought to the support team', async () => {
    const house = started('2027-06-01T10:00')
    for (const seat of ['slt-nhs', 'slt-mps', 'slt-clp', 'slt-col'])
      house.command('slack', 'spa', `muster seat end ${seat}/slt-member`)
    await house.until('2027-06-03T12:00')
    expect(house.reads('bm')).toContain('No safeguarding partner can be the next vice-chair of SLT.')
    expect(proposals(house)).toEqual(['Appointment: vice-chair of Executive'])
  })

  it('and the day of the next proposal can be looked up by members', () => {
    const house = started('2027-02-22T10:00')
    expect(words(house.command('slack', 'spa', 'muster seats slt'))).toContain('[Vice-chair of SLT]')
    const seen = words(house.say('slack', 'slt-col', { verb: 'matter.see', subject: 'vice-chair-slt' }))
    expect(seen).toContain('Vice-chair: Dana Demosworth (until Thu 24 Jun 2027)')
    expect(seen).toContain(
      'Muster proposes the next on Thu 3 Jun 2027 (15 working days before Thu 24 Jun 2027 (day 0)).',
    )
  })
})
