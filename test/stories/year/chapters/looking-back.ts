/** January 2028: the year looked back on, against the wall planner and from where everybody sat. */
import { expect, it } from 'vitest'
import { isQuiet } from '../../../../src/chasing/quiet.ts'
import { meetingsOf2027 } from '../../../calendar/meetings-of-2027.ts'
import { differences, idOf, perDay, twice } from '../planner.ts'
import { MOVED, type Told } from '../told.ts'

const WORKING_DAYS = 253

export function lookingBack({ year, minutes }: Told): void {
  it('ends with every meeting held, minuted and closed, and with each date of the wall planner lived on its day', async () => {
    await year.livesUntil('2028-01-14T12:00')
    const closed = year.store.read((tx) =>
      tx.subjects.all('meeting').map(({ id, open }) => `${id}${open ? ' is open' : ''}`),
    )
    const extra = ['executive-2027-06-10', 'temporary-homes-2027-03-17']
    expect(closed.sort()).toEqual([...meetingsOf2027.map(idOf), ...extra].sort())
    // A move after the papers went out: what came before stands as planned, what came after is counted from the new day.
    const moved = { deputies: '2027-03-01', quorum: '2027-03-02', actions: '2027-03-08', minutes: '2027-03-18' }
    expect(differences(year, { [MOVED]: moved })).toEqual([])
  })

  it('has had Toby Sitamet, who has e-mail only, at every Executive: by his calendar’s answers and by the links in his letters', () => {
    const answers = meetingsOf2027
      .filter(({ group }) => group === 'Executive')
      .map((row) =>
        year.store
          .read((tx) => tx.journal.of(idOf(row)))
          .filter(({ by }) => by === 'lay-c')
          .map(({ verb }) => verb),
      )
    const [byCalendar, overLink] = [['meeting.reply-in-calendar'], ['meeting.reply']]
    expect(answers).toEqual([byCalendar, overLink, byCalendar, overLink, byCalendar, overLink])
    for (const row of meetingsOf2027.filter(({ group }) => group === 'Executive'))
      expect(minutes(idOf(row))).toContain('Lay Member | Toby Sitamet | Attended')
  })

  it('has disturbed nobody at night, at a weekend or on a bank holiday, and has said nothing twice', () => {
    const { chase } = year.partnership.profile
    const disturbing = year.sent.filter(({ at }) => isQuiet(at, chase.quiet, year.house.calendar()))
    expect(disturbing.map(({ at, to, summary }) => `${at} ${to}: ${summary}`)).toEqual([])
    expect(twice(year.sent)).toEqual([])
  })

  it('has sent nobody more in a day, or in the year, than they would put up with', () => {
    // As lived: members had from 42 to 235 messages in the year, the two of the support team some 660 each, of which a third are morning digests.
    const support = ['bm', 'coord']
    for (const [to, all] of Map.groupBy(year.sent, (one) => one.to)) {
      if (to.startsWith('#')) continue
      const [most = 0, , , fourth = 0] = [...perDay(all).values()].sort((a, b) => b - a)
      const bearable = support.includes(to)
        ? most <= 7 && all.length < 3 * WORKING_DAYS
        : most <= 6 && fourth <= 4 && all.length < WORKING_DAYS
      expect({ to, inTheYear: all.length, most, bearable }).toMatchObject({ bearable: true })
    }
  })
}
