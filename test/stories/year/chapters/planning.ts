/** November 2026: the dates of 2027 are planned. */
import { expect, it } from 'vitest'
import { sayDate } from '../../../../src/kernel/time.ts'
import { meetingsOf2027 } from '../../../calendar/meetings-of-2027.ts'
import { fileIn } from '../mail.ts'
import { answerOf, messageOf } from '../post.ts'
import { startsIn, type Told } from '../told.ts'

const nameOf = ({ group, date }: { group: string; date: string }) =>
  group === 'Partnership event' && date.startsWith('2027-06') ? 'Annual conference' : group
const wallPlanner = meetingsOf2027.map(
  (row) => `${sayDate(row.date)} | ${row.time.replace('-', ' to ')} | ${nameOf(row)}`,
)

export function planning({ year, bm }: Told): void {
  /** Makes a channel that of a group. */
  const channel = (group: string) =>
    year.say('slack', 'coord', {
      verb: 'command',
      where: { platform: 'slack', tenant: 'T', conversation: `C-${group}`, kind: 'channel' },
      input: { command: 'muster', text: `here ${group}` },
    })
  /** The plan as a table shows it: date, time, group. */
  const planRows = () => {
    const { blocks } = messageOf(year.command('slack', 'bm', 'meetings plan 2027'))
    return blocks.flatMap((block) =>
      block.kind === 'table' ? block.rows.map((row) => row.slice(0, 3).join(' | ')) : [],
    )
  }

  it('is proposed as the wall planner has it, looked over, put right and confirmed', async () => {
    for (const group of ['slt', 'executive', 'partnership']) channel(group)
    expect(planRows()).toEqual(wallPlanner)
    expect(bm('meetings plan move executive 2027-11-16 2027-11-23')).toContain(
      'Tue 23 Nov 2027 | 10:00 to 12:30 | Executive | put here by hand; proposed for Tue 16 Nov 2027',
    )
    expect(planRows()).not.toEqual(wallPlanner)
    bm('meetings plan move executive 2027-11-23 2027-11-16')
    expect(planRows()).toEqual(wallPlanner)
    const plan = year.command('slack', 'bm', 'meetings plan 2027')
    expect(answerOf(year.pressIn('slack', 'bm', plan, 'Put them in the calendar'))).toContain('42 meetings of 2027')
    await year.rest()
  })

  it('is in everybody’s hands the same day, in Slack, in Teams and by mail, with the right London times', () => {
    for (const [person, platform, dates] of [
      ['slt-hac', 'slack', 12],
      ['slt-nhs', 'teams', 30],
      ['lay-c', 'email', 9],
    ] as const) {
      const summary = `Your ${dates} meetings of 2027. Please keep the dates free; invitations follow.`
      expect(year.came(person)).toMatchObject([{ platform, summary }])
    }
    const held = year.came('lay-c')[0]?.letter
    expect(
      held &&
        startsIn(fileIn(held))
          .map(({ starts }) => starts)
          .sort(),
    ).toEqual([
      '2027-01-19T10:00:00.000Z',
      '2027-03-10T09:30:00.000Z',
      '2027-03-16T10:00:00.000Z',
      '2027-05-18T09:00:00.000Z',
      '2027-06-16T08:30:00.000Z',
      '2027-07-20T09:00:00.000Z',
      '2027-09-21T09:00:00.000Z',
      '2027-10-06T08:30:00.000Z',
      '2027-11-16T10:00:00.000Z',
    ])
  })

  it('has traps in its bank holidays and their eves, and whoever steps into one is shown the next free dates', () => {
    expect(bm('meetings call slt 2027-03-26')).toBe(
      'Fri 26 Mar 2027 is a bank holiday (Good Friday). Free dates: Tue 30 Mar 2027, Wed 31 Mar 2027, Thu 1 Apr 2027.',
    )
    expect(bm('meetings call slt 2027-03-25')).toContain('is the eve of a bank holiday. Free dates: Tue 30 Mar 2027')
    expect(bm('meetings move case-review 2027-05-31 It suits better')).toContain('Mon 31 May 2027 is a bank holiday')
    expect(bm('meetings call executive 2027-12-28')).toContain('Free dates: Wed 29 Dec 2027')
    expect(bm('meetings call quality 2027-01-19 11:00')).toContain('would also be at Executive, Tue 19 Jan 2027')
    expect(bm('meetings call slt 2026-11-20')).toContain('Fri 20 Nov 2026 has passed')
  })
}
