/** The autumn: somebody leaves, and the clocks go back. */
import { expect, it } from 'vitest'
import { londonInstant } from '../../../../src/kernel/time.ts'
import { meetingsOf2027 } from '../../../calendar/meetings-of-2027.ts'
import { buttonsOf } from '../../house.ts'
import { idOf } from '../planner.ts'
import { messageOf } from '../post.ts'
import { MOVED, startsIn, type Told } from '../told.ts'

export function autumn({ year, moments, bm, card, minutes }: Told): void {
  it('a leaver is asked nothing more; the vacancy costs a quorum, until the seat is given to somebody', async () => {
    await year.livesUntil('2027-08-27T10:00')
    bm('muster left probation')
    await year.livesUntil('2027-09-21T10:00')
    expect(year.sent.filter(({ to, day }) => to === 'probation' && day > '2027-08-27')).toEqual([])
    const subject = 'vulnerable-adolescents-2027-09-23'
    const [forecast] = year.sent.filter(({ to, key }) => to === 'bm' && key.startsWith(`${subject}/forecast`))
    expect(forecast?.words).toContain('Not quorate by the answers so far: the chair is missing')
    expect(forecast?.words).toContain('No Vulnerable Adolescents seat for National Probation Service.')
    year.command('slack', 'spa', 'muster seat give housing vice-chair 2028-09-01 vulnerable-adolescents')
    await year.livesUntil('2027-09-24T10:00')
    expect(minutes(subject)).toContain('Chair: Gil Nullman (vice-chair)')
    expect(card('bm', subject)).toContain('Quorate: the chair (Gil Nullman)')
  })

  it('over both clock changes every meeting stands in people’s calendars at its London time', async () => {
    await year.livesUntil('2027-11-04T12:00')
    // The last call for items before 31 October, and the first after it.
    expect(moments(/^vulnerable-adolescents-2027-11-18\/called~1\//)).toEqual(['2027-10-28T08:00:00.000Z'])
    expect(moments(/^learning-2027-11-24\/called~1\//)).toEqual(['2027-11-03T09:00:00.000Z'])
    const links = messageOf(year.command('slack', 'spa', 'meetings calendar'))
    const url = buttonsOf(links).find(({ label }) => label === 'All my meetings')?.url ?? ''
    const feed = year.core.calendars(/([^/]+)\.ics$/.exec(url)?.[1] ?? '')
    const starts = new Map(startsIn(feed?.ics ?? '').map((event) => [event.uid, event.starts]))
    for (const row of meetingsOf2027) {
      const date = idOf(row) === MOVED ? '2027-03-04' : row.date
      expect(`${row.group} ${starts.get(`${idOf(row)}@muster`)}`).toBe(
        `${row.group} ${londonInstant(`${date}T${row.time.slice(0, 5)}`)}`,
      )
    }
  })
}
