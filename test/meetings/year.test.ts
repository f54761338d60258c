/** A year of dates, and the warning when a group will not meet as often as it must. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { avoidances } from '../../src/calendar/cadence.ts'
import { isWorkingDay } from '../../src/calendar/working-calendar.ts'
import { leave, recordAsAnswered } from '../../src/meetings/attendance.ts'
import { overlap } from '../../src/meetings/call.ts'
import { wasHeld, watch } from '../../src/meetings/watch.ts'
import { planYear, type YearPlan } from '../../src/meetings/year.ts'
import type { Group, Partnership, Person, Seat } from '../../src/partnership/partnership.ts'
import { group, groupMembers } from '../../src/partnership/partnership.ts'
import { safeguarding, sure } from '../calendar/calendars.ts'
import { meetingsOf2027 } from '../calendar/meetings-of-2027.ts'
import { chscp, Played, refusal, slt } from './world.ts'

const setting = { partnership: chscp, calendar: safeguarding, at: '2026-11-21T10:00:00.000Z' }
const plan = sure(planYear(setting, 2027))
const dates = ({ proposals }: YearPlan, id: string) =>
  proposals.filter((one) => one.group === id).map(({ starts }) => starts.slice(0, 10))

describe('the year 2027', () => {
  it('has as many meetings as each group’s cadence', () => {
    const counts = Object.fromEntries(Object.keys(chscp.profile.groups).map((id) => [id, dates(plan, id).length]))
    expect(counts).toEqual({
      slt: 3,
      executive: 6,
      partnership: 3,
      'case-review': 8,
      quality: 6,
      learning: 6,
      'vulnerable-adolescents': 6,
      'early-help': 4,
      'rapid-review': 0,
    })
    expect(plan.unplaced).toEqual([])
  })

  it('is the wall planner, to the day and the hour', () => {
    const short = (id: string) => group(chscp, id).short
    const ours = plan.proposals.map(
      ({ starts, ends, group: id }) => `${starts.slice(0, 10)} ${short(id)} ${starts.slice(11)}-${ends.slice(11)}`,
    )
    expect(ours).toEqual(meetingsOf2027.map(({ date, group: name, time }) => `${date} ${name} ${time}`))
  })

  it('keeps away from the run-up to an election of its areas, and says so', () => {
    const elections = { keepAwayDays: 14, days: [{ on: '2027-05-06', says: 'City by-election' }] }
    const polled = { ...chscp, profile: { ...chscp.profile, elections } }
    const { proposals } = sure(planYear({ ...setting, partnership: polled }, 2027))
    expect(proposals.some(({ starts }) => starts.startsWith('2027-05-04'))).toBe(false)
    expect(proposals.find(({ starts }) => starts.startsWith('2027-05-11'))?.because).toBe(
      'moved from Tue 4 May 2027: it is in the run-up to the City by-election on Thu 6 May 2027',
    )
  })

  it('keeps each group’s weekday, time and reasons', () => {
    expect(plan.proposals.find(({ group: id }) => id === 'slt')).toEqual({
      group: 'slt',
      starts: '2027-02-25T14:00',
      ends: '2027-02-25T16:00',
      because: '4th Thursday of February 2027',
    })
  })

  it('keeps away from August, from eves of holidays and from Christmas', () => {
    for (const { starts } of plan.proposals) {
      const date = starts.slice(0, 10)
      expect(Object.values(avoidances).filter((one) => one.avoids(safeguarding, date))).toEqual([])
    }
  })

  it('does not ask again for what is in the calendar already, and moves around it', () => {
    const called = new Played(
      { ...slt, starts: '2027-02-18T14:00', ends: '2027-02-18T16:00' },
      { at: '2026-11-20T10:00' },
    ).meeting
    const rest = sure(planYear(setting, 2027, { taken: [called] }))
    expect(dates(rest, 'slt')).toEqual(['2027-06-24', '2027-10-21'])
  })

  it('says of what has passed that it has', () => {
    const late = sure(planYear({ ...setting, at: '2027-03-01T10:00:00.000Z' }, 2027))
    expect(dates(late, 'slt')).toEqual(['2027-06-24', '2027-10-21'])
    expect(late.unplaced).toContainEqual({ group: 'slt', because: 'Thu 25 Feb 2027 has passed' })
  })

  it('is refused for a year whose holidays nobody knows', () => {
    expect(refusal(planYear(setting, 2029)).code).toBe('calendar-unknown')
  })
})

/** Any partnership of up to twelve groups and sixty people. */
const anyPartnership: fc.Arbitrary<Partnership> = fc
  .array(
    fc.record({
      perYear: fc.integer({ min: 1, max: 8 }),
      hour: fc.constantFrom('09:30', '10:00', '14:00'),
      people: fc.uniqueArray(fc.integer({ min: 0, max: 59 }), { maxLength: 20 }),
      slots: fc.array(
        fc.record({
          week: fc.constantFrom(1, 2, 3, 4, -1),
          weekday: fc.integer({ min: 1, max: 5 }),
          month: fc.integer({ min: 1, max: 12 }),
        }),
        { maxLength: 8 },
      ),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((drawn): Partnership => {
    const people = new Map(
      Array.from({ length: 60 }, (_, n): [string, Person] => [
        `p${n}`,
        { id: `p${n}`, name: `Person ${n}`, agency: 'nhs', reach: ['slack'] },
      ]),
    )
    const groups = drawn.map(({ perYear, hour, slots }, n): Group => {
      const usual = { from: hour, to: `${Number(hour.slice(0, 2)) + 2}:00`, slots }
      const cadence = { perYear: slots.length || perYear, floor: 1, source: 'default' }
      return { ...group(chscp, 'quality'), id: `g${n}`, short: `G${n}`, usual, cadence, members: [{ ...memberLine }] }
    })
    const seats = drawn.flatMap(({ people: sat }, n) =>
      sat.map(
        (who): Seat => ({
          id: `p${who}/g${n}`,
          role: 'member',
          person: `p${who}`,
          agency: 'nhs',
          group: `g${n}`,
          from: '2026-01-01T00:00:00.000Z',
        }),
      ),
    )
    return { ...chscp, people, groups, seats }
  })
const memberLine = { role: 'member', agencies: [], votes: false, observer: false, ofTheArea: false, inScope: false }

describe('whatever the groups', () => {
  const planned = (partnership: Partnership) => sure(planYear({ ...setting, partnership }, 2027))

  it('no date is a day off, and every meeting is placed', () => {
    fc.assert(
      fc.property(anyPartnership, (partnership) => {
        const { proposals, unplaced } = planned(partnership)
        expect(proposals.every(({ starts }) => isWorkingDay(safeguarding, starts.slice(0, 10)))).toBe(true)
        expect(unplaced).toEqual([])
        const counts = partnership.groups.map(({ id }) => proposals.filter((one) => one.group === id).length)
        expect(counts).toEqual(partnership.groups.map(({ cadence }) => cadence?.perYear))
      }),
      { numRuns: 15 },
    )
  })

  it('nobody is in two places', () => {
    fc.assert(
      fc.property(anyPartnership, (partnership) => {
        const sits = new Map(
          partnership.groups.map(({ id }) => [
            id,
            new Set(groupMembers(partnership, id, setting.at).map(({ person }) => person.id)),
          ]),
        )
        const { proposals } = planned(partnership)
        for (const [index, one] of proposals.entries()) {
          for (const other of proposals.slice(index + 1)) {
            if (!overlap(one, other)) continue
            expect(sits.get(one.group)?.intersection(sits.get(other.group) as Set<string>).size).toBe(0)
            expect(one.group).not.toBe(other.group)
          }
        }
      }),
      { numRuns: 15 },
    )
  })
})

describe('a group that will not meet as often as it must', () => {
  const early = (starts: string, at = '2027-01-04T10:00') =>
    new Played({ group: 'early-help', starts: `${starts}T14:00`, ends: `${starts}T15:30` }, { at })
  const all = ['2027-02-09', '2027-05-11', '2027-09-07', '2027-12-07'].map((date) => early(date))
  const now = { ...setting, at: '2027-01-04T10:00:00.000Z' }
  const earlyHelp = group(chscp, 'early-help')
  const meetings = () => all.map(({ meeting }) => meeting)

  it('is not there while four are in the calendar', () => {
    expect(watch(now, earlyHelp, meetings())).toBeUndefined()
  })

  it('is noticed as soon as one is cancelled, with dates that would do instead', () => {
    const cancelled = early('2027-09-07').does('bm', [{ kind: 'cancelled', data: { reason: 'August' } }])
    const warning = watch(now, earlyHelp, [
      ...meetings().filter((one) => one.starts.slice(0, 7) !== '2027-09'),
      cancelled.meeting,
    ])
    expect(warning?.because).toBe(
      'Early Help (City) will have met 3 times in 2027, and its terms ask for 4: 0 held, 3 ahead. Not counted: Tue 7 Sep 2027 (cancelled).',
    )
    expect(warning?.free).toHaveLength(3)
  })

  it('is noticed when one was held without a quorum: that is no meeting held', () => {
    const played = early('2027-02-09').says('slt-nhs', 'attending').at('2027-02-09T15:45')
    played.does('bm', recordAsAnswered(played.meeting))
    const later = { ...now, at: played.meeting.at }
    const warning = watch(later, earlyHelp, [
      played.meeting,
      ...all.slice(1).map((one) => one.at('2027-02-09T15:45').meeting),
    ])
    expect(warning).toMatchObject({ held: 0, ahead: 3 })
    expect(warning?.because).toContain('Tue 9 Feb 2027 (inquorate)')
  })

  it('is noticed when one lost its quorum before its end', () => {
    const played = early('2027-02-09')
    for (const person of ['slt-col', 'lan-col', 'slt-nhs']) played.says(person, 'attending')
    played.at('2027-02-09T15:45')
    played.does('bm', recordAsAnswered(played.meeting))
    expect(wasHeld(played.meeting)).toBe(true)
    for (const seat of ['slt-col/chair/early-help', 'lan-col/member/early-help'])
      played.does('bm', leave(played.meeting, { seat, at: '2027-02-09T15:10:00.000Z' }))
    expect(wasHeld(played.meeting)).toBe(false)
    const later = { ...now, at: played.meeting.at }
    const rest = all.slice(1).map((one) => one.at('2027-02-09T15:45').meeting)
    expect(watch(later, earlyHelp, [played.meeting, ...rest])?.because).toContain(
      'Tue 9 Feb 2027 (quorum lost at 15:10)',
    )
  })

  it('is nobody’s trouble in a year that has no meeting in the calendar yet', () => {
    expect(watch({ ...setting, at: '2026-12-01T10:00:00.000Z' }, earlyHelp, meetings())).toBeUndefined()
  })

  it('is noticed when the partners leave too long between two meetings', () => {
    const sltOn = (date: string) =>
      new Played({ group: 'slt', starts: `${date}T14:00`, ends: `${date}T16:00` }, { at: '2027-01-04T10:00' }).meeting
    const warning = watch(now, group(chscp, 'slt'), [sltOn('2027-02-25'), sltOn('2027-09-23'), sltOn('2027-11-18')])
    expect(warning?.because).toBe('SLT meets on Thu 25 Feb 2027 and then not within 5 months.')
  })
})
