/**
 * Timeliness across reviews, as a picture, a sentence and a table (FEATURES rows 66 and 68): for each clock how often it was kept, missed, or still runs.
 * What is published holds back small numbers (PR-18).
 *
 * @example
 *   timelinessOf(courses)                              // for members
 *   timelinessOf(courses, { smallNumbersBelow: 5 })    // for publication
 */
import type { Limit } from '../chasing/owed.ts'
import { drawBars } from '../chat/figures/bars.ts'
import { FILLS, PALETTE } from '../chat/figures/svg.ts'
import type { Figure } from '../chat/words.ts'
import { dateOf, type Instant } from '../kernel/time.ts'
import { type Course, isLate } from '../procedures/engine/course.ts'

/** The clocks that law and guidance set, and the one by which agencies answer: what an annual report measures. */
const CLOCKS: readonly string[] = ['D-01', 'D-02', 'D-10', 'D-13', 'D-15', 'D-18', 'D-21']

export interface Kept {
  readonly rule: string
  readonly says: string
  readonly year: string
  readonly inTime: number
  readonly late: number
  readonly running: number
}

const PARTS = [
  { says: 'in time', fill: FILLS.solid, ink: PALETTE.paper },
  { says: 'late', fill: FILLS.stripes, ink: PALETTE.ink },
  { says: 'running', fill: FILLS.plain, ink: PALETTE.ink },
]

/** A count, or that there are too few to say. */
type Shown = Kept | (Omit<Kept, 'inTime' | 'late' | 'running'> & { readonly tooFew: true })

export function timelinessOf(courses: readonly Course[], how: { readonly smallNumbersBelow?: number } = {}): Figure {
  const rows = keptIn(courses).map((row): Shown => (isTooFew(row, how.smallNumbersBelow) ? tooFew(row) : row))
  const counted = rows.flatMap((row) => ('tooFew' in row ? [] : [row]))
  const inTime = sum(counted, 'inTime')
  const done = inTime + sum(counted, 'late')
  const heldBack = rows.length - counted.length
  const sentence = [
    done === 0
      ? 'There is nothing to compare yet.'
      : `${inTime} of ${done} limits were kept${heldBack > 0 ? ' among those that can be shown' : ''}.`,
    ...(heldBack === 0
      ? []
      : [`${heldBack === 1 ? 'One row is' : `${heldBack} rows are`} held back: fewer than ${how.smallNumbersBelow}.`]),
  ].join(' ')
  const few = `fewer than ${how.smallNumbersBelow}`
  return {
    kind: 'figure',
    svg: drawBars(
      rows.map((row) => ({
        label: `${row.year}  ${row.says}`,
        ...('tooFew' in row
          ? { counts: [], says: few }
          : { counts: [row.inTime, row.late, row.running], says: shareOf(row) }),
      })),
      PARTS,
      { title: sentence, about: 'How reviews have kept their limits' },
    ),
    alt: 'For each year and clock, how many limits were kept, missed, or still run. The table says the same.',
    sentence,
    table: {
      columns: ['Year', 'Clock', 'Rule', 'In time', 'Late', 'Running'],
      rows: rows.map((row) => [
        row.year,
        row.says,
        row.rule,
        ...('tooFew' in row ? [few, few, few] : [row.inTime, row.late, row.running].map(String)),
      ]),
    },
  }
}

/** One row for each financial year and clock that ran in it; the year is that in which the clock began (10.2.8). */
export function keptIn(courses: readonly Course[]): readonly Kept[] {
  const measured = courses.flatMap(measuresOf)
  const groups = Map.groupBy(
    measured,
    ({ limit, year }) => `${year} ${String(CLOCKS.indexOf(limit.rule.id)).padStart(2, '0')}`,
  )
  return [...groups]
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([, all]) => {
      const [{ limit, year }] = all as [Measure]
      const count = (standing: Measure['standing']) => all.filter((one) => one.standing === standing).length
      return {
        rule: limit.rule.id,
        says: limit.rule.says,
        year,
        inTime: count('in time'),
        late: count('late'),
        running: count('running'),
      }
    })
}

interface Measure {
  readonly limit: Limit
  readonly year: string
  readonly standing: 'in time' | 'late' | 'running'
}

/** A thing done again counts once, and as it was first done in this round; one that is open and overdue is late already. */
function measuresOf(course: Course): readonly Measure[] {
  return course.owed.flatMap(({ closed, key, limit }): Measure[] => {
    if (limit === undefined || !CLOCKS.includes(limit.rule.id)) return []
    const late = closed === undefined ? course.at > limit.limitAt : isLate(course, { owed: key, limit, ...closed })
    return [
      {
        limit,
        year: financialYear(limit.from.at),
        standing: late ? 'late' : closed === undefined ? 'running' : 'in time',
      },
    ]
  })
}

/** "2026/27": from the first of April. */
export function financialYear(at: Instant): string {
  const [year, month] = dateOf(at).split('-').map(Number) as [number, number]
  const first = month < 4 ? year - 1 : year
  return `${first}/${String((first + 1) % 100).padStart(2, '0')}`
}

/** A row is held back whole: a small count could otherwise be worked out from the others. Nought tells nobody apart. */
function isTooFew({ inTime, late, running }: Kept, below: number | undefined): boolean {
  return below !== undefined && [inTime, late, running].some((count) => count > 0 && count < below)
}

const shareOf = ({ inTime, late }: Kept) =>
  inTime + late === 0 ? 'none ended yet' : `${inTime} of ${inTime + late} in time`
const tooFew = ({ rule, says, year }: Kept): Shown => ({ rule, says, year, tooFew: true })
const sum = (rows: readonly Kept[], of: 'inTime' | 'late') => rows.reduce((total, row) => total + row[of], 0)
