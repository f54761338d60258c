/** The wall planner beside what was lived: on which day what went out, to whom, and whether anything was missed or said twice. */
import { plusDays } from '../../../src/calendar/days.ts'
import { type LocalDate, sayDate } from '../../../src/kernel/time.ts'
import { groupMembers, heldAt } from '../../../src/partnership/partnership.ts'
import { meetingsOf2027, type PlannedMeeting } from '../../calendar/meetings-of-2027.ts'
import type { Sent } from './post.ts'
import type { Year } from './world.ts'

export const groupsByName: Readonly<Record<string, string>> = {
  SLT: 'slt',
  Executive: 'executive',
  'Partnership event': 'partnership',
  'Case Review': 'case-review',
  'Quality Assurance': 'quality',
  'Training, L&D': 'learning',
  'Vulnerable Adolescents': 'vulnerable-adolescents',
  'Early Help (City)': 'early-help',
}

/** Who writes the paper that the business manager asks for in each group. */
const PAPERS_FROM: Readonly<Record<string, string>> = {
  slt: 'slt-nhs',
  executive: 'hospital',
  partnership: 'spa',
  'case-review': 'pol-dis',
  quality: 'schools-h',
  learning: 'hospital',
  'vulnerable-adolescents': 'elft',
  'early-help': 'lan-col',
}

/** On the day items are called for a paper is asked for each meeting; for an event's programme a week before it is due. */
export function papersAsked(): ReadonlyMap<LocalDate, readonly string[]> {
  const asked = meetingsOf2027.map((row) => {
    const group = groupsByName[row.group] as string
    const day = row.called === '-' ? plusDays(row.papersIn, -7) : row.called
    return [day, `meetings ask ${group} ${PAPERS_FROM[group]} A report on progress`] as const
  })
  return new Map([...Map.groupBy(asked, ([day]) => day)].map(([day, all]) => [day, all.map(([, says]) => says)]))
}

export const idOf = ({ group, date }: PlannedMeeting) => `${groupsByName[group]}-${date}`

/** The columns of the planner that go out to people, as the house names what it sends. */
const columns = {
  called: (id: string) => new RegExp(`^${id}/called~1/`),
  papersIn: (id: string) => new RegExp(`^${id}/paper/item-\\d+/T@`),
  papersOut: (id: string) => new RegExp(`^${id}/agenda/(?!T)`),
  deputies: (id: string) => new RegExp(`^${id}/reply/.*/T@`),
  quorum: (id: string) => new RegExp(`^${id}/forecast~\\d/`),
  actions: (id: string) => new RegExp(`^${id}/actions/(?!T)`),
  minutes: (id: string) => new RegExp(`^${id}/minutes/`),
} as const
export type Column = keyof typeof columns

/** One cell as it was lived. */
export interface Lived {
  readonly days: readonly LocalDate[]
  /** People, each once for each message. */
  readonly people: readonly string[]
}

export function lived(year: Year, id: string, column: Column): Lived {
  const found = year.sent.filter(({ key, to }) => columns[column](id).test(key) && !to.startsWith('#'))
  return { days: [...new Set(found.map(({ day }) => day))], people: found.map(({ to }) => to).sort() }
}

/** Whom a meeting's messages go to: the members on its day; of an event everybody with a seat. */
export function audience(year: Year, { group, date }: PlannedMeeting): readonly string[] {
  const partnership = year.now()
  const at = `${date}T12:00:00.000Z`
  const seated =
    group === 'Partnership event'
      ? partnership.seats.filter((seat) => heldAt(partnership, seat, at)).map(({ person }) => person)
      : groupMembers(partnership, groupsByName[group] as string, at).map(({ person }) => person.id)
  return [...new Set(seated)].sort()
}

/** A meeting that was moved keeps the days that had come before, and has its new ones after. */
export type Moved = Readonly<Record<string, Partial<PlannedMeeting>>>

/** What is different between the planner and the year, in words; nothing when all came as planned. */
export function differences(year: Year, moved: Moved): readonly string[] {
  return meetingsOf2027.flatMap((row) => {
    const id = idOf(row)
    const planned = { ...row, ...moved[id] }
    const whole = audience(year, planned)
    const isEvent = row.group === 'Partnership event'
    const everybody = (people: readonly string[]) => people.join() === whole.join()
    const checks: readonly [Column, LocalDate | '-', (people: readonly string[]) => boolean][] = [
      // An event is not called for: its invitation is its programme.
      ['called', isEvent ? planned.papersOut : planned.called, everybody],
      ['papersIn', planned.papersIn, (people) => people.length === 1],
      ['papersOut', isEvent ? '-' : planned.papersOut, everybody],
      ['deputies', planned.deputies, (people) => people.length === 1],
      // The support team, and whoever chairs, where somebody can.
      ['quorum', planned.quorum, (people) => people.includes('bm') && people.includes('coord') && people.length <= 3],
      ['actions', planned.actions, everybody],
      ['minutes', planned.minutes, everybody],
    ]
    return checks.flatMap(([column, day, rightPeople]) => {
      const { days, people } = lived(year, id, column)
      const on = days.join(', ') || 'never'
      if (day === '-') return people.length === 0 ? [] : [`${id} ${column}: ${on}, and nothing was planned`]
      if (on !== day) return [`${id} ${column}: planned for ${sayDate(day)}, lived on ${on}`]
      return rightPeople(people) ? [] : [`${id} ${column}: to ${people.join(' ') || 'nobody'}`]
    })
  })
}

/** How many messages came on each day. */
export function perDay(sent: readonly Sent[]): ReadonlyMap<LocalDate, number> {
  return new Map([...Map.groupBy(sent, ({ day }) => day)].map(([day, all]) => [day, all.length]))
}

/** What came to one person twice on one day, word for word as far as a glance goes: its heading and what it is about. */
export function twice(sent: readonly Sent[]): readonly string[] {
  const glance = ({ to, day, words }: Sent) => `${to} on ${day}: ${words.split('\n').slice(0, 3).join(' / ')}`
  return [...Map.groupBy(sent, glance)].filter(([, all]) => all.length > 1).map(([said]) => said)
}
