/** The year at a glance, and attendance by agency: pictures, sentences and tables that say the same, of what the person who asks may see. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plusDays } from '../../src/calendar/days.ts'
import type { Figure } from '../../src/chat/words.ts'
import { leave, recordAsAnswered, recordAttendance } from '../../src/meetings/attendance.ts'
import { yearBeginning } from '../../src/meetings/counting-year.ts'
import { attendanceByAgency, quorumByQuarter } from '../../src/meetings/figures/attendance.ts'
import { yearAtAGlance } from '../../src/meetings/figures/year.ts'
import type { Meeting } from '../../src/meetings/meeting.ts'
import type { Partnership } from '../../src/partnership/partnership.ts'
import { group } from '../../src/partnership/partnership.ts'
import { safeguarding } from '../calendar/calendars.ts'
import { aHouse, figureIn, labelsOf, refusalIn, wordsOf } from './asking.ts'
import { chscp, Played, seat } from './world.ts'

const YEAR = yearBeginning(chscp, 2027)
const NOW = '2027-07-12T10:00'
const ofTheSlt = (date: string) =>
  new Played({ group: 'slt', starts: `${date}T14:00`, ends: `${date}T16:00` }, { at: '2027-01-04T10:00' })

/** Everybody says yes but for those who do not, and it is written down as answered. */
function met(
  date: string,
  but: Readonly<Record<string, 'attending' | 'apologies' | 'deputy' | 'nothing'>> = {},
): Played {
  const meeting = ofTheSlt(date)
  for (const person of ['icsc', 'spa', 'slt-hac', 'slt-col', 'slt-nhs', 'slt-mps', 'slt-clp']) {
    const said = but[person] ?? 'attending'
    if (said !== 'nothing') meeting.says(person, said, said === 'deputy' ? `${person}-dep` : undefined)
  }
  meeting.at(`${date}T17:00`)
  return meeting.does('bm', recordAsAnswered(meeting.meeting))
}
const seen = (...all: readonly Played[]): readonly Meeting[] => all.map((one) => one.at(NOW).meeting)
const glance = (meetings: readonly Meeting[], partnership: Partnership = chscp) =>
  yearAtAGlance(
    { partnership, calendar: safeguarding, at: '2027-07-12T09:00:00.000Z' },
    YEAR,
    [group(chscp, 'slt')],
    meetings,
  )
const marksIn = ({ svg }: Figure) => (svg.match(/<circle [^>]*r="5(\.5)?"|<path d="M[\d.]+ [\d.]+l/g) ?? []).length

describe('the year at a glance', () => {
  it('says what became of every date: held, inquorate, cancelled, moved, not written down, still ahead', () => {
    const moved = ofTheSlt('2027-09-23').does('bm', [
      { kind: 'moved', data: { starts: '2027-10-21T14:00', ends: '2027-10-21T16:00', reason: 'the room' } },
    ])
    const figure = glance(
      seen(
        met('2027-02-25'),
        met('2027-03-18', { 'slt-nhs': 'apologies' }),
        ofTheSlt('2027-04-22').does('bm', [{ kind: 'cancelled', data: { reason: 'the heating' } }]),
        ofTheSlt('2027-06-24'),
        moved,
      ),
    )
    expect(figure.sentence).toBe(
      '5 meetings in 2027: 1 held, 1 ahead, 1 not recorded, 1 inquorate, 1 cancelled. One was moved. SLT will not meet as often as its terms ask.',
    )
    expect(figure.table.rows).toEqual([
      [
        'SLT',
        '3',
        '1',
        '1',
        '1 not recorded, 1 inquorate, 1 cancelled',
        'Thu 25 Feb 2027 (held); Thu 18 Mar 2027 (inquorate); Thu 22 Apr 2027 (cancelled); Thu 24 Jun 2027 (not recorded); Thu 21 Oct 2027, moved from Thu 23 Sep 2027',
      ],
    ])
    expect(figure.svg).toContain(`<title>${figure.sentence}</title>`)
    expect(figure.svg).toContain('1 held, 1 ahead, needs 3: too few')
    for (const says of ['held', 'ahead', 'inquorate', 'cancelled', 'not recorded', 'moved', 'bank holiday', 'today'])
      expect(figure.svg).toContain(`>${says}</text>`)
  })

  it('a meeting that lost its quorum on the way does not count as held', () => {
    const lost = met('2027-02-25')
    lost.does('bm', leave(lost.meeting, { seat: seat.nhs, at: '2027-02-25T15:00:00.000Z' }))
    expect(glance(seen(lost)).table.rows[0]?.slice(2, 5)).toEqual(['0', '0', '1 inquorate'])
  })

  it('is content when every group meets as often as its terms ask, and says so when nothing is planned', () => {
    const all = seen(met('2027-02-25'), met('2027-06-24'), ofTheSlt('2027-10-21'))
    expect(glance(all).sentence).toBe(
      '3 meetings in 2027: 2 held, 1 ahead. Every group meets as often as its terms ask.',
    )
    expect(glance([]).sentence).toBe('No meeting of 2027 is in the calendar.')
  })

  it('leaves out the meetings of other years, and counts by the financial year where the partnership does', () => {
    const financial = {
      ...chscp,
      profile: {
        ...chscp.profile,
        settings: { ...chscp.profile.settings, meetingsCountedBy: 'financial-year' as const },
      },
    }
    const year = yearBeginning(financial, 2027)
    expect(year).toEqual({ from: '2027-04-01', until: '2028-03-31', title: '2027/28' })
    const setting = { partnership: financial, calendar: safeguarding, at: '2027-07-12T09:00:00.000Z' }
    const meetings = seen(met('2027-02-25'), met('2027-06-24'), ofTheSlt('2028-02-24'))
    expect(yearAtAGlance(setting, year, [group(financial, 'slt')], meetings).sentence).toContain(
      '2 meetings in 2027/28: 1 held, 1 ahead.',
    )
  })

  it('draws one mark for each meeting, on the line and within the picture, whatever the dates', () => {
    const days = fc.uniqueArray(
      fc.integer({ min: 0, max: 364 }).map((n) => plusDays('2027-01-01', n)),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(days, (dates) => {
        const figure = glance(seen(...dates.map((date) => ofTheSlt(date))))
        const legend = new Set(dates.map((date) => (date < '2027-07-12' ? 'not recorded' : 'ahead'))).size
        const squares = (figure.svg.match(/<rect [^>]*width="10" height="10"/g) ?? []).length
        expect(marksIn(figure) + squares).toBe(dates.length + legend)
        for (const [, x] of figure.svg.matchAll(/<circle cx="([\d.]+)"/g)) expect(Number(x)).toBeLessThanOrEqual(480)
      }),
      { numRuns: 40 },
    )
  })
})

describe('attendance by agency', () => {
  const three = () =>
    seen(
      met('2027-02-25', { 'slt-mps': 'deputy', 'slt-clp': 'apologies' }),
      met('2027-04-22', { 'slt-nhs': 'nothing', 'slt-clp': 'apologies' }),
      met('2027-06-24'),
    )

  it('counts the four codes, those who were missing most often first; chair and adviser speak for no agency', () => {
    const figure = attendanceByAgency(YEAR, three(), 'SLT')
    expect(figure.table.rows).toEqual([
      ['City of London Police', '1', '0', '2', '0', '1 of 3'],
      ['NHS', '2', '0', '0', '1', '2 of 3'],
      ['City of London Corporation', '3', '0', '0', '0', '3 of 3'],
      ['Hackney Council', '3', '0', '0', '0', '3 of 3'],
      ['Met Police', '2', '1', '0', '0', '3 of 3'],
    ])
    expect(figure.sentence).toBe(
      '3 meetings of SLT in 2027: 12 of 15 seats were filled, one of them by a deputy. Least often: City of London Police, 1 of 3.',
    )
    for (const [agency, , , , , says] of figure.table.rows) {
      expect(figure.svg).toContain(`>${agency}</text>`)
      expect(figure.svg).toContain(`>${says}</text>`)
    }
  })

  it('somebody who came without being able to speak for the seat left it empty (10.2.16)', () => {
    const meeting = ofTheSlt('2027-02-25').at('2027-02-25T17:00')
    const junior = recordAttendance(meeting.meeting, { seat: seat.city, code: 'deputy-attended', person: 'lan-col' })
    meeting.does('bm', junior)
    const figure = attendanceByAgency(YEAR, seen(meeting), 'SLT')
    expect(figure.table.rows).toEqual([['City of London Corporation', '0', '0', '0', '1', '0 of 1']])
    expect(figure.sentence).toContain('One seat had somebody who could only observe, which counts as not attending.')
  })

  it('every seat that was written down is counted once', () => {
    const answers = fc.constantFrom('attending' as const, 'apologies' as const, 'nothing' as const)
    const who = ['slt-hac', 'slt-col', 'slt-nhs', 'slt-mps', 'slt-clp'] as const
    fc.assert(
      fc.property(fc.array(fc.tuple(answers, answers, answers, answers, answers), { maxLength: 3 }), (rounds) => {
        const meetings = rounds.map((said, n) => {
          const but = who.map((person, place) => [person, said[place] ?? 'nothing'] as const)
          const missing = but.filter(([, answer]) => answer !== 'attending')
          return met(['2027-02-25', '2027-04-22', '2027-06-24'][n] ?? '', Object.fromEntries(missing))
        })
        const { table } = attendanceByAgency(YEAR, seen(...meetings), 'SLT')
        const all = table.rows.flatMap((row) => row.slice(1, 5)).reduce((sum, cell) => sum + Number(cell), 0)
        expect(all).toBe(rounds.length * 5)
      }),
      { numRuns: 25 },
    )
  })

  it('says, quarter by quarter, how many meetings were quorate, and which were not', () => {
    const figure = quorumByQuarter(
      YEAR,
      seen(
        met('2027-02-25', { 'slt-nhs': 'apologies' }),
        met('2027-06-24'),
        ofTheSlt('2027-05-20').does('bm', [{ kind: 'cancelled', data: { reason: 'the heating' } }]),
      ),
      'SLT',
    )
    expect(figure.sentence).toBe('1 of 2 meetings in 2027 was quorate; 1 more was cancelled.')
    expect(figure.table.rows).toEqual([
      ['Jan to Mar', '0', '1', '0', 'SLT, Thu 25 Feb 2027'],
      ['Apr to Jun', '1', '0', '1', ''],
      ['Jul to Sep', '0', '0', '0', ''],
      ['Oct to Dec', '0', '0', '0', ''],
    ])
    expect(quorumByQuarter(YEAR, [], 'SLT').sentence).toBe('No meeting of 2027 has been recorded yet.')
  })
})

describe('asked for by a command', () => {
  const house = () => {
    const opened = aHouse({ at: '2027-01-20T10:00' })
    opened.command('slack', 'bm', 'meetings call slt 2027-02-25 14:00')
    opened.command('slack', 'bm', 'meetings call quality 2027-03-02 10:00')
    return opened
  }

  it('comes in Slack, in Teams and on the desk, with the groups this person may see and no others', () => {
    const asked = house()
    for (const [platform, person] of [
      ['slack', 'slt-hac'],
      ['teams', 'slt-nhs'],
      ['desk', 'icsc'],
    ] as const) {
      expect(wordsOf(asked.command(platform, person, 'meetings year 2027'))).toContain('2 meetings in 2027: 2 ahead.')
    }
    const contact = figureIn(asked.command('slack', 'housing', 'meetings year'))
    const groups = contact.table.rows.map(([group]) => group)
    expect(groups).not.toContain('SLT')
    expect(groups).toContain('Executive')
    expect(contact.svg).not.toContain('>SLT<')
  })

  it('a review’s own meeting is in nobody’s year', () => {
    const asked = house()
    const called = wordsOf(asked.command('slack', 'spa', 'meetings call rapid-review 2027-02-10 10:00'))
    expect(called).toContain('Wed 10 Feb 2027')
    expect(wordsOf(asked.command('slack', 'spa', 'meetings year 2027'))).not.toContain('10 Feb')
    expect(wordsOf(asked.command('slack', 'spa', 'meetings attendance 2027'))).not.toContain('Rapid Review')
  })

  it('is a press away from the list of meetings', () => {
    expect(labelsOf(house().command('slack', 'bm', 'meetings'))).toContain('The year at a glance')
  })

  it('leads on to attendance and to the years before and after; one group’s attendance is for those who see its meetings', () => {
    const asked = house()
    expect(labelsOf(asked.command('slack', 'bm', 'meetings year 2027'))).toEqual([
      'Attendance by agency',
      '2026',
      '2028',
    ])
    expect(wordsOf(asked.command('teams', 'slt-nhs', 'meetings attendance slt'))).toContain(
      'No attendance of SLT has been recorded in 2027 yet.',
    )
    expect(refusalIn(asked.command('slack', 'housing', 'meetings attendance slt')).code).toBe('not-yours')
    expect(refusalIn(asked.command('slack', 'bm', 'meetings attendance slt last')).code).toBe('year-unclear')
    expect(refusalIn(asked.command('slack', 'bm', 'meetings attendance nonsense')).code).toBe('no-group')
  })
})
