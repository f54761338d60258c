/**
 * The year at a glance: for every group when it met, when it will, what came of it, and whether that is as often as its terms ask. The picture, its
 * sentence and its table say the same.
 *
 * @example
 *   yearAtAGlance({ partnership, calendar, at }, yearBeginning(partnership, 2027), groups, meetings).sentence
 *   // '42 meetings in 2027: 10 held, 31 ahead, 1 cancelled. 2 were moved. Early Help (City) will not meet the 4 times its terms ask for.'
 */
import type { Figure } from '../../chat/words.ts'
import { sayDate } from '../../kernel/time.ts'
import type { Setting } from '../../matter.ts'
import type { Group } from '../../partnership/partnership.ts'
import { type CountingYear, isWithin } from '../counting-year.ts'
import type { Meeting } from '../meeting.ts'
import { dayOfMeeting, sayList } from '../say.ts'
import { count, type Dated, fateOf, fates, type GroupYear, isShort, SAYS } from './fates.ts'
import { drawYear } from './year-svg.ts'

/** `meetings`: all that are known; those of other groups and years are left out. */
export function yearAtAGlance(
  setting: Setting,
  year: CountingYear,
  groups: readonly Group[],
  meetings: readonly Meeting[],
): Figure {
  const lanes = groups.map((group) => laneOf(group, year, meetings))
  const sentence = sentenceOf(lanes, year)
  return {
    kind: 'figure',
    svg: drawYear(lanes, setting, year, sentence),
    alt: `Calendar of ${year.title}: for each group the dates on which it met or will meet, and what became of each. The table says the same.`,
    sentence,
    table: {
      columns: ['Group', 'Minimum', 'Held', 'Ahead', 'Not counted', 'Dates'],
      rows: lanes.map((lane) => [
        lane.short,
        lane.floor === undefined ? '' : String(lane.floor),
        String(count(lane, 'held')),
        String(count(lane, 'ahead')),
        UNCOUNTED.filter((fate) => count(lane, fate) > 0)
          .map((fate) => `${count(lane, fate)} ${SAYS[fate]}`)
          .join(', '),
        lane.meetings.map(sayDated).join('; '),
      ]),
    },
  }
}

const UNCOUNTED = ['unrecorded', 'inquorate', 'cancelled'] as const

function laneOf({ cadence, id, short }: Group, year: CountingYear, meetings: readonly Meeting[]): GroupYear {
  const own = meetings
    .filter((one) => one.group.id === id && isWithin(year, one))
    .toSorted((a, b) => a.starts.localeCompare(b.starts))
  return { short, ...(cadence === undefined ? {} : { floor: cadence.floor }), meetings: own.map(dated) }
}

function dated(meeting: Meeting): Dated {
  const date = dayOfMeeting(meeting.starts)
  const first = meeting.moves[0]
  const from = first === undefined ? date : dayOfMeeting(first.from)
  return { date, fate: fateOf(meeting), ...(from === date ? {} : { from }) }
}

function sentenceOf(lanes: readonly GroupYear[], { title }: CountingYear): string {
  const all = lanes.flatMap(({ meetings }) => meetings)
  if (all.length === 0) return `No meeting of ${title} is in the calendar.`
  const said = fates
    .map((fate) => [all.filter((one) => one.fate === fate).length, SAYS[fate]] as const)
    .filter(([many]) => many > 0)
    .map(([many, says]) => `${many} ${says}`)
  const moved = all.filter(({ from }) => from !== undefined).length
  const short = lanes.filter(isShort)
  return [
    `${all.length === 1 ? '1 meeting' : `${all.length} meetings`} in ${title}: ${said.join(', ')}.`,
    ...(moved === 0 ? [] : [moved === 1 ? 'One was moved.' : `${moved} were moved.`]),
    short.length === 0
      ? 'Every group meets as often as its terms ask.'
      : `${sayList(short.map((lane) => lane.short))} will not meet as often as ${short.length === 1 ? 'its' : 'their'} terms ask.`,
  ].join(' ')
}

const sayDated = ({ date, fate, from }: Dated) =>
  `${sayDate(date)}${fate === 'ahead' ? '' : ` (${SAYS[fate]})`}${from === undefined ? '' : `, moved from ${sayDate(from)}`}`
