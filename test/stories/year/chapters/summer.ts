/** The summer: another vice-chair, the conference, the end of a group. */
import { expect, it } from 'vitest'
import { isRefusal } from '../../../../src/kernel/result.ts'
import { chairOf } from '../../../../src/partnership/partnership.ts'
import { lived } from '../planner.ts'
import type { Told } from '../told.ts'

export function summer({ year, bm, card, whenCame, minutes }: Told): void {
  /** Who would chair the safeguarding partners' meeting for the commissioner at a moment. */
  const viceChair = (at: string) => {
    const chair = chairOf(year.now(), 'slt', at, { away: ['icsc'] })
    return isRefusal(chair) ? chair.sentence : chair.person.name
  }

  it('Muster offers the vice-chair to the partner whose turn it is, three weeks before, and the partner takes it', async () => {
    await year.livesUntil('2027-06-03T10:00')
    // Papers for Tue 1 Jun had gone out on the Monday of the week before, for the bank holiday on 31 May.
    expect(lived(year, 'case-review-2027-06-01', 'papersOut').days).toEqual(['2027-05-24'])
    for (const group of ['SLT', 'Executive']) {
      expect(whenCame('slt-nhs', `Appointment: vice-chair of ${group}`)).toEqual(['2027-06-03 in teams'])
      year.press('teams', 'slt-nhs', 'I take it', `vice-chair of ${group}`)
    }
    await year.rest()
  })

  it('everybody is asked to the annual conference, wherever they are', async () => {
    await year.livesUntil('2027-06-17T10:00')
    expect(card('bm', 'executive-2027-06-10')).toContain('Quorate:')
    for (const [person, platform] of [
      ['lan-hac', 'slack'],
      ['rev', 'teams'],
      ['lay-c', 'email'],
      ['#C-partnership', 'slack'],
    ] as const)
      expect(whenCame(person, 'Annual conference: Wed 16 Jun 2027')).toContain(`2027-06-09 in ${platform}`)
  })

  it('the vice-chair goes from Hackney to the NHS on 24 June, and the NHS chairs that day', async () => {
    await year.livesUntil('2027-06-25T10:00')
    expect(viceChair('2027-06-23T12:00:00.000Z')).toBe('Dana Demosworth')
    expect(viceChair('2027-06-24T12:00:00.000Z')).toBe('Noor Exampleton')
    expect(minutes('slt-2027-06-24')).toContain('Chair: Noor Exampleton (vice-chair)')
  })

  it('the task and finish group has done its work: its last day brings the proposal, and the partners dissolve it', async () => {
    await year.livesUntil('2027-06-30T10:00')
    year.press('teams', 'slt-nhs', 'Propose dissolution')
    await year.rest()
    for (const [platform, person] of [
      ['slack', 'slt-hac'],
      ['slack', 'slt-col'],
      ['teams', 'slt-mps'],
    ] as const)
      year.press(platform, person, 'Agree', 'To dissolve Temporary homes')
    await year.rest()
    expect(year.came('elft', 'Temporary homes: dissolved')).toHaveLength(1)
    expect(bm('meetings call temporary-homes 2027-09-15')).toContain('There is no group called "temporary-homes".')
  })
}
