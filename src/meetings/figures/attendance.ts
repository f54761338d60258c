/**
 * Attendance by agency over a year, in the four codes of an attendance matrix (DOMAIN 4.1), and how many meetings were quorate, quarter by quarter. It
 * counts seats, never people. A group that had members of several agencies at several meetings has a bar for each agency.
 *
 * @example
 *   attendanceByAgency(year, meetings, 'SLT').sentence
 *   // '3 meetings of SLT in 2027: 13 of 15 seats were filled, 2 of them by deputies. Least often: City of London Police, 1 of 3.'
 */
import { dayOf, plusDays, plusMonths } from '../../calendar/days.ts'
import { drawBars, type Part } from '../../chat/figures/bars.ts'
import { FILLS, PALETTE } from '../../chat/figures/svg.ts'
import type { Figure } from '../../chat/words.ts'
import { agency } from '../../partnership/partnership.ts'
import { type CountingYear, isWithin } from '../counting-year.ts'
import type { Code } from '../facts.ts'
import { isDeciding, type Meeting } from '../meeting.ts'
import { sayList, sayStart } from '../say.ts'
import { fateOf } from './fates.ts'

const PARTS: readonly Part[] = [
  { says: 'attended', fill: FILLS.solid, ink: PALETTE.paper },
  { says: 'deputy attended', fill: FILLS.bars, ink: PALETTE.ink },
  { says: 'apology', fill: FILLS.dots, ink: PALETTE.ink },
  { says: 'did not attend', fill: FILLS.stripes, ink: PALETTE.ink },
]

interface Attending {
  readonly agency: string
  /** As the parts are: attended, deputy attended, apology, did not attend. */
  readonly counts: readonly [number, number, number, number]
}

/** `of` is what the meetings are of: a group, or all that are seen. */
export function attendanceByAgency(year: CountingYear, meetings: readonly Meeting[], of: string): Figure {
  const recorded = meetings.filter((one) => isWithin(year, one) && isCounted(one))
  const rows = attendingIn(recorded)
  const observed = recorded.flatMap(seatsOf).filter(({ code }) => code === 'observer').length
  const sentence = sentenceOf(year, recorded.length, rows, observed, of)
  return {
    kind: 'figure',
    svg: drawBars(
      rows.map((row) => ({ label: row.agency, counts: row.counts, says: `${filled(row)} of ${asked(row)}` })),
      PARTS,
      { title: sentence, about: `Attendance in ${year.title}: ${of}`, shares: true },
    ),
    alt: `Bar chart of attendance by agency in ${year.title}: attended, deputy attended, apology, did not attend. The table says the same.`,
    sentence,
    table: {
      columns: ['Agency', 'Attended', 'Deputy attended', 'Apology', 'Did not attend', 'Represented'],
      rows: rows.map((row) => [row.agency, ...row.counts.map(String), `${filled(row)} of ${asked(row)}`]),
    },
  }
}

const FATES: readonly Part[] = [
  { says: 'quorate', fill: FILLS.solid, ink: PALETTE.paper },
  { says: 'inquorate', fill: FILLS.stripes, ink: PALETTE.ink },
  { says: 'cancelled', fill: FILLS.plain, ink: PALETTE.ink },
]

/** Whether it goes better or worse: the quorate, inquorate and cancelled meetings of each quarter. */
export function quorumByQuarter(year: CountingYear, meetings: readonly Meeting[], of: string): Figure {
  const ours = meetings.filter((one) => isWithin(year, one) && one.group.quorum !== undefined)
  const quarters = [0, 3, 6, 9].map((months) => {
    const from = plusMonths(year.from, months)
    const until = plusDays(plusMonths(year.from, months + 3), -1)
    const within = ours.filter((one) => isWithin({ from, until, title: '' }, one))
    const by = (fate: string) => within.filter((one) => fateOf(one) === fate)
    return {
      says: `${month(from)} to ${month(until)}`,
      held: by('held'),
      inquorate: by('inquorate'),
      cancelled: by('cancelled'),
    }
  })
  const total = (of: 'held' | 'inquorate' | 'cancelled') =>
    quarters.reduce((sum, quarter) => sum + quarter[of].length, 0)
  const [held, met] = [total('held'), total('held') + total('inquorate')]
  const sentence =
    met === 0
      ? `No meeting of ${year.title} has been recorded yet.`
      : `${held} of ${met} meetings in ${year.title} ${held === 1 ? 'was' : 'were'} quorate${total('cancelled') === 0 ? '' : `; ${total('cancelled')} more ${total('cancelled') === 1 ? 'was' : 'were'} cancelled`}.`
  return {
    kind: 'figure',
    svg: drawBars(
      quarters.map((quarter) => ({
        label: quarter.says,
        counts: [quarter.held.length, quarter.inquorate.length, quarter.cancelled.length],
        says:
          quarter.held.length + quarter.inquorate.length === 0
            ? 'none'
            : `${quarter.held.length} of ${quarter.held.length + quarter.inquorate.length}`,
      })),
      FATES,
      { title: sentence, about: `Quorum in ${year.title}: ${of}` },
    ),
    alt: `Bar chart of quorate, inquorate and cancelled meetings in each quarter of ${year.title}. The table says the same.`,
    sentence,
    table: {
      columns: ['Quarter', 'Quorate', 'Inquorate', 'Cancelled', 'Which were not quorate'],
      rows: quarters.map((quarter) => [
        quarter.says,
        ...[quarter.held, quarter.inquorate, quarter.cancelled].map(({ length }) => String(length)),
        quarter.inquorate.map(({ group, starts }) => `${group.short}, ${sayStart(starts)}`).join('; '),
      ]),
    },
  }
}

/** A meeting counts once it is over and somebody has said who was there. */
const isCounted = (meeting: Meeting) =>
  meeting.cancelled === undefined && isDeciding(meeting) && meeting.at >= meeting.endsAt && meeting.attendance.size > 0

/** The seats through which agencies take part. Whoever only observes, by role, is not missed; nor do the partnership's own offices speak for an agency. */
function seatsOf({
  attendance,
  members,
  partnership,
}: Meeting): readonly { readonly agency: string; readonly code: Code }[] {
  return members.flatMap(({ observer, seat }) => {
    const code = attendance.get(seat.id)?.code
    if (observer || seat.agency === undefined || code === undefined) return []
    return agency(partnership, seat.agency).asked ? [{ agency: seat.agency, code }] : []
  })
}

/** The agencies that were missing most often first; among equals by name. */
function attendingIn(meetings: readonly Meeting[]): readonly Attending[] {
  const [first] = meetings
  if (first === undefined) return []
  const byAgency = Map.groupBy(meetings.flatMap(seatsOf), (seat) => seat.agency)
  return [...byAgency]
    .map(([id, seats]): Attending => {
      const { name, short } = agency(first.partnership, id)
      const of = (...codes: readonly Code[]) => seats.filter(({ code }) => codes.includes(code)).length
      // Somebody who came without being able to speak for the seat left it empty (10.2.16).
      const counts = [of('attended'), of('deputy-attended'), of('apology'), of('did-not-attend', 'observer')] as const
      return { agency: short ?? name, counts }
    })
    .toSorted((a, b) => filled(a) / asked(a) - filled(b) / asked(b) || a.agency.localeCompare(b.agency))
}

const filled = ({ counts: [attended, deputy] }: Attending) => attended + deputy
const asked = ({ counts }: Attending) => counts.reduce((all, one) => all + one, 0)

function sentenceOf(
  { title }: CountingYear,
  meetings: number,
  rows: readonly Attending[],
  observed: number,
  of: string,
): string {
  const sum = (value: (row: Attending) => number) => rows.reduce((all, row) => all + value(row), 0)
  const [least] = rows
  if (least === undefined) return `No attendance of ${of} has been recorded in ${title} yet.`
  const deputies = sum(({ counts }) => counts[1])
  const lowest = rows.filter((row) => filled(row) / asked(row) === filled(least) / asked(least))
  const isFull = filled(least) === asked(least)
  return [
    `${meetings === 1 ? '1 meeting' : `${meetings} meetings`} of ${of} in ${title}: ${sum(filled)} of ${sum(asked)} seats were filled${deputies === 0 ? '' : `, ${deputies === 1 ? 'one of them by a deputy' : `${deputies} of them by deputies`}`}.`,
    isFull
      ? 'No agency was ever missing.'
      : `Least often: ${sayList(lowest.slice(0, 3).map((row) => `${row.agency}, ${filled(row)} of ${asked(row)}`))}.`,
    ...(observed === 0
      ? []
      : [
          `${observed === 1 ? 'One seat had' : `${observed} seats had`} somebody who could only observe, which counts as not attending.`,
        ]),
  ].join(' ')
}

const month = (date: string) => dayOf(date).setLocale('en-US').toFormat('LLL')
