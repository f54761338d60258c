/** Draws a year of meetings: a line of time for each group; behind all of them today, the bank holidays, and what one keeps away from where one can. */
import { avoidances, electionRunUps } from '../../calendar/cadence.ts'
import { plusDays } from '../../calendar/days.ts'
import { type Axis, axis, ticks, todayLine } from '../../chat/figures/axis.ts'
import {
  cross,
  disc,
  key,
  type Mark,
  type Meaning,
  moved,
  patch,
  ring,
  square,
  triangle,
} from '../../chat/figures/marks.ts'
import { BELOW_HEADING, box, MARGIN, PALETTE, picture, rule, WIDTH, widthOf, words } from '../../chat/figures/svg.ts'
import { dateOf, type LocalDate } from '../../kernel/time.ts'
import type { Setting } from '../../matter.ts'
import type { CountingYear } from '../counting-year.ts'
import { count, type Fate, fates, type GroupYear, isShort, SAYS } from './fates.ts'

const LANE = 42
const SMALL = 12

const MARKS: Readonly<Record<Fate, Mark>> = {
  ahead: ring,
  held: disc,
  unrecorded: square,
  inquorate: triangle,
  cancelled: cross,
}

export function drawYear(lanes: readonly GroupYear[], setting: Setting, year: CountingYear, title: string): string {
  const line = axis(year.from, year.until, MARGIN, WIDTH - MARGIN)
  const top = BELOW_HEADING + 34
  const bottom = top + lanes.length * LANE
  const meaning = key(meaningsIn(lanes, setting, year), bottom + 6)
  return picture({ title, about: `Meetings in ${year.title}`, height: bottom + 14 + meaning.height }, [
    ...spans(
      line,
      ({ from, until }) => box(line.x(from), top - 6, line.x(until) - line.x(from), bottom - top + 6, PALETTE.faint),
      setting,
    ),
    ...todayLine(line, dateOf(setting.at), BELOW_HEADING + 8, bottom),
    ...ticks(line, BELOW_HEADING + 24, bottom, { most: 12, withYear: false }),
    ...Object.keys(setting.calendar.holidays)
      .filter((date) => date >= year.from && date <= year.until)
      .map((date) => holiday(line.x(date), top - 6, bottom)),
    ...lanes.map((lane, place) => drawLane(lane, line, top + place * LANE)),
    ...meaning.parts,
  ])
}

/** Only what is in this picture is explained. */
function meaningsIn(lanes: readonly GroupYear[], setting: Setting, { from, until }: CountingYear): readonly Meaning[] {
  const all = lanes.flatMap(({ meetings }) => meetings)
  const polls = setting.partnership.profile.elections.days.some(({ on }) => on >= from && on <= until)
  return [
    ...fates
      .filter((fate) => all.some((one) => one.fate === fate))
      .map((fate) => ({ mark: MARKS[fate], says: SAYS[fate] })),
    ...(all.some((one) => one.from !== undefined)
      ? [{ mark: (x: number, y: number) => moved(x - 7, x + 7, y + 5), says: 'moved' }]
      : []),
    { mark: patch(PALETTE.faint), says: polls ? 'August, run-up to elections' : 'August' },
    { mark: (x, y) => holiday(x, y - 6, y + 6), says: 'bank holiday' },
  ]
}

function drawLane(lane: GroupYear, { x }: Axis, y: number): string {
  const { floor, meetings, short } = lane
  const need = floor === undefined ? '' : isShort(lane) ? `, needs ${floor}: too few` : `, needs ${floor}`
  const says = `${count(lane, 'held')} held, ${count(lane, 'ahead')} ahead${need}`
  const at = y + 28
  const wide = widthOf(says, SMALL) + 6
  return [
    // What stands behind everything stays behind the words too.
    box(MARGIN, y + 1, widthOf(short) + 6, 16, PALETTE.paper),
    box(WIDTH - MARGIN - wide, y + 1, wide, 16, PALETTE.paper),
    words(MARGIN, y + 13, short, { weight: 'bold' }),
    words(WIDTH - MARGIN, y + 13, says, {
      anchor: 'end',
      size: SMALL,
      ...(isShort(lane) ? { weight: 'bold', ink: PALETTE.bad } : { ink: PALETTE.quiet }),
    }),
    rule([MARGIN, at], [WIDTH - MARGIN, at]),
    ...meetings.map(({ date, from }) => (from === undefined ? '' : moved(x(from), x(date), at))),
    ...meetings.map(({ date, fate }) => MARKS[fate](x(date), at)),
  ].join('')
}

const holiday = (x: number, top: number, bottom: number) => rule([x, top], [x, bottom], { dashed: true })

/** The stretches of the year from which meetings are kept away, each from its first day to the day after its last. */
function spans(
  { from, to }: Axis,
  draw: (span: { readonly from: LocalDate; readonly until: LocalDate }) => string,
  { calendar, partnership }: Setting,
): readonly string[] {
  const kept = [avoidances.august, ...electionRunUps(partnership.profile.elections)]
  const drawn: string[] = []
  let began: LocalDate | undefined
  for (let date = from; date <= to; date = plusDays(date, 1)) {
    const away = kept.some((one) => one.avoids(calendar, date))
    if (away) began ??= date
    if (began === undefined || (away && date < to)) continue
    drawn.push(draw({ from: began, until: date }))
    began = undefined
  }
  return drawn
}
