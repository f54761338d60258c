/** The winter: the first items, a deputy, a task and finish group, the first Executive, a move. */
import { expect, it } from 'vitest'
import { answerOf } from '../post.ts'
import type { Told } from '../told.ts'

export function winter({ year, bm, card }: Told): void {
  it('begins on Christmas Eve, when Muster calls the first Executive’s items, and nobody hears a word over the holidays', async () => {
    await year.livesUntil('2027-01-04T08:00')
    expect(year.sent.filter(({ day }) => day === '2026-12-24').map(({ to }) => to)).toEqual(
      expect.arrayContaining(['slt-hac', 'slt-nhs', 'lay-c', '#C-executive']),
    )
    const days = year.sent.filter(({ day }) => day >= '2026-12-24').map(({ day }) => day)
    expect([...new Set(days)]).toEqual(['2026-12-24', '2026-12-30', '2026-12-31'])
  })

  it('a deputy comes from the member’s own agency, or not at all', () => {
    expect(answerOf(year.command('teams', 'slt-clp', 'muster deputy slt-clp pol-dis 2027-12-31 decides'))).toContain(
      "A deputy comes from the member's own organisation, City of London Police.",
    )
    const sent = year.say('teams', 'slt-nhs', {
      verb: 'meeting.reply',
      subject: 'executive-2027-01-19',
      input: { answer: 'deputy', deputy: 'elft' },
    })
    expect(answerOf(sent)).toContain('Chidi Mockwell works for another organisation')
  })

  it('the partners create a task and finish group, by votes from both platforms', async () => {
    await year.livesUntil('2027-01-11T10:00')
    bm(
      'muster group temporary-homes 2027-06-30 slt-nhs housing,elft,hcvs Look at how families in temporary homes are seen',
    )
    await year.rest()
    year.press('teams', 'slt-nhs', 'Agree', 'Temporary homes')
    year.press('slack', 'slt-hac', 'Agree', 'Temporary homes')
    expect(answerOf(year.press('teams', 'slt-clp', 'Agree', 'Temporary homes'))).toContain('Carried: 3 of 5 agree')
    await year.rest()
    expect(year.came('elft', 'Look at how families in temporary homes are seen')).toHaveLength(1)
    expect(bm('meetings call temporary-homes 2027-03-17 14:00')).toContain('Temporary homes')
  })

  it('the first Executive meets in Slack, in Teams and by mail, with the Met’s deputy, and agrees what is to be done', async () => {
    await year.livesUntil('2027-01-19T11:00')
    expect(card('bm', 'executive-2027-01-19')).toContain('Met Police, Kit Fixtureton: Deputy attended (Bo Standinsky)')
    expect(card('bm', 'executive-2027-01-19')).toContain('Toby Sitamet (no vote): Attended')
    expect(card('bm', 'executive-2027-01-19')).toMatch(/Quorate: .*police \(Met Police and City of London Police\)/)
    bm('meetings decided executive 2 The plan goes on as it is')
    expect(
      bm('meetings agreed executive 4 housing 2027-05-28 Send the list of temporary addresses to the panel'),
    ).toContain('Send the list of temporary addresses to the panel (Gil Nullman, by Fri 28 May 2027)')
    await year.livesUntil('2027-01-21T12:00')
    expect(year.came('housing', 'this action is yours to do. By Fri 28 May 2027')).toHaveLength(1)
    const [out] = year.sent.filter(({ to, key }) => to === 'lay-c' && key === 'executive-2027-01-19/actions/lay-c')
    expect(out).toMatchObject({ platform: 'email', day: '2027-01-21' })
    expect(out?.words).toContain('The plan goes on as it is')
  })

  it('a member proposes an item, the chair accepts it, and a moved meeting asks everybody again, showing what they had said', async () => {
    await year.livesUntil('2027-02-08T10:00')
    expect(answerOf(year.command('slack', 'slt-hac', 'meetings propose slt Funding for next year'))).toContain('SLT')
    await year.livesUntil('2027-02-19T11:00')
    expect(card('slt-nhs', 'slt-2027-02-25')).toContain('Funding for next year (Dana Demosworth, for discussion)')
    expect(card('slt-nhs', 'slt-2027-02-25')).toContain('Your answer: Attending')
    expect(bm('meetings move slt 2027-03-04 The commissioner is called away')).toContain(
      'Thu 4 Mar 2027, 14:00 to 16:00',
    )
    await year.rest()
    const asked = 'You said attending for Thu 25 Feb 2027; please confirm for Thu 4 Mar 2027.'
    expect(year.came('slt-nhs', asked)).toMatchObject([{ platform: 'teams', day: '2027-02-19' }])
    expect(year.came('slt-hac', asked)).toMatchObject([{ platform: 'slack' }])
    expect(year.came('slt-mps', 'You said deputy (Bo Standinsky) for Thu 25 Feb 2027; please confirm')).toHaveLength(1)
    expect(card('slt-nhs', 'slt-2027-02-25')).toContain('To be confirmed (attending for Thu 25 Feb 2027)')
  })

  it('the registered deputy speaks and votes for the Met, once', async () => {
    await year.livesUntil('2027-03-08T10:00')
    expect(card('spa', 'slt-2027-02-25')).toContain('Met Police, Kit Fixtureton: Deputy attended (Bo Standinsky)')
    const draft = year.command(
      'slack',
      'spa',
      'decisions put slt 2027-03-12 majority The risk register is looked at every month',
    )
    year.pressIn('slack', 'spa', draft, 'Open the vote')
    await year.rest()
    const [, number = ''] = /SLT decision (\d+) of 2027/.exec(answerOf(draft)) ?? []
    const seen = year.command('teams', 'slt-mps-dep', `decisions see ${number}`)
    year.pressIn('teams', 'slt-mps-dep', seen, 'Agree')
    expect(answerOf(year.press('teams', 'slt-mps', 'Object', 'The risk register'))).toContain('Bo Standinsky')
    year.press('slack', 'slt-hac', 'Agree', 'The risk register')
    expect(answerOf(year.press('teams', 'slt-nhs', 'Agree', 'The risk register'))).toContain('Carried: 3 of 5 agree')
    await year.rest()
  })
}
