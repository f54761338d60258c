/** The spring: an action, Easter, a quorum that is lost and what becomes of it. */
import { expect, it } from 'vitest'
import { lived } from '../planner.ts'
import { answerOf } from '../post.ts'
import type { Told } from '../told.ts'

export function spring({ year, moments, bm, card }: Told): void {
  const pollId = () => year.store.read((tx) => tx.subjects.all('poll')[0]?.id ?? '')

  it('the next Executive looks back on what is still open, and an action changes hands with the other’s consent', async () => {
    await year.livesUntil('2027-03-16T10:30')
    expect(card('slt-nhs', 'executive-2027-03-16')).toContain(
      'by Fri 28 May 2027, not started): Send the list of temporary addresses to the panel',
    )
    await year.livesUntil('2027-04-06T10:00')
    expect(year.came('housing', 'Reminder: Say how it stands').length).toBeGreaterThan(0)
    year.press('slack', 'housing', 'At risk')
    const [, number = ''] = /(2027-\d+)/.exec(answerOf(year.command('slack', 'housing', 'actions mine'))) ?? []
    year.command('slack', 'housing', `actions hand ${number} probation`)
    await year.rest()
    expect(answerOf(year.press('teams', 'probation', 'I take it over'))).toContain('Owner: Ros Testerly')
    await year.livesUntil('2027-05-12T10:00')
    year.press('teams', 'probation', 'Done', 'temporary addresses')
    year.command('teams', 'probation', `actions evidence ${number} Minutes of the housing board, item 4`)
    await year.rest()
    year.press('slack', 'icsc', 'Accept the evidence')
    await year.rest()
    expect(year.came('probation', 'Done, evidence accepted.')).toHaveLength(1)
  })

  it('before and after Easter the clocks of Muster and of London are the same', () => {
    // Thu 25 Mar is winter time, Tue 30 Mar summer time; both are nine o'clock in London.
    expect(moments(/^quality-2027-04-01\/reply\/.*\/T@/)).toEqual(['2027-03-25T09:00:00.000Z'])
    expect(moments(/^quality-2027-04-01\/forecast/)).toEqual(['2027-03-30T08:00:00.000Z'])
    // Five working days before Thu 1 Apr, over Good Friday and Easter Monday.
    expect(lived(year, 'quality-2027-04-01', 'papersOut').days).toEqual(['2027-03-23'])
  })

  it('an Executive loses its quorum at 11:40: what it decides then is provisional, and it does not count as held', async () => {
    await year.livesUntil('2027-05-18T11:52')
    for (const person of ['kit', 'robin']) bm(`meetings left executive ${person} 11:40`)
    expect(bm('meetings decided executive 2 The priorities of next year are agreed')).toContain(
      'Quorum was lost at 11:40',
    )
    expect(card('slt-nhs', 'executive-2027-05-18')).toContain('Provisional')
    await year.livesUntil('2027-05-19T10:00')
    expect(year.came('bm', 'Executive will have met 5 times in 2027')).toMatchObject([
      { at: '2027-05-19T07:00:00.000Z' },
    ])
    expect(bm('meetings watch')).toContain('Not counted: Tue 18 May 2027 (quorum lost at 11:40).')
  })

  it('what was decided without a quorum is confirmed by those who vote, in Slack and in Teams', async () => {
    const meeting = year.say('slack', 'bm', { verb: 'meeting.see', subject: 'executive-2027-05-18' })
    year.pressIn('slack', 'bm', meeting, 'Put one decision to be confirmed')
    await year.rest()
    const about = 'The priorities of next year are agreed'
    for (const [platform, person] of [
      ['slack', 'slt-hac'],
      ['slack', 'slt-col'],
      ['slack', 'hcvs'],
      ['teams', 'slt-nhs'],
      ['teams', 'slt-mps'],
      ['teams', 'elft'],
    ] as const)
      year.press(platform, person, 'Agree', about)
    expect(answerOf(year.press('teams', 'probation', 'Agree', about))).toContain('Carried: 7 of 12 agree')
    await year.rest()
    expect(card('slt-nhs', 'executive-2027-05-18')).not.toContain('Provisional')
  })

  it('a sixth Executive is found by a poll that asks who must be there, not how many can', async () => {
    await year.livesUntil('2027-05-20T10:00')
    bm('meetings poll executive 2027-06-08,2027-06-10')
    await year.rest()
    const can = (platform: 'slack' | 'teams' | 'desk', person: string, dates: string) =>
      year.say(platform, person, { verb: 'poll.answer', subject: pollId(), input: { can: dates } })
    const police = ['slt-mps', 'slt-clp']
    const few = ['slt-hac', 'slt-nhs', 'icsc', 'elft', 'probation', 'lay-c']
    for (const { to } of year.sent.filter(({ key }) => key.startsWith(`${pollId()}/answer/`)))
      can('desk', to, police.includes(to) ? '1' : few.includes(to) ? '0,1' : '0')
    await year.rest()
    const poll = year.say('slack', 'bm', { verb: 'matter.see', subject: pollId() })
    expect(answerOf(poll)).toMatch(
      /Thu 10 Jun 2027, 10:00 to 12:30: quorate.*Tue 8 Jun 2027.* has more who can \(\d+ to 8\), but police is missing/,
    )
    for (const person of ['slt-col', 'housing', 'schools-h', 'hospital', 'cafcass', 'hcvs', 'spa', 'lay-h'])
      year.ways.answers.set(`executive-2027-06-10/${person}`, 'Apologies')
    await year.livesUntil('2027-05-24T10:00')
    year.pressIn('slack', 'bm', poll, 'Call it for Thu 10 Jun 2027')
    await year.rest()
    expect(bm('meetings watch')).toContain('Every group meets as often as its terms ask.')
  })
}
