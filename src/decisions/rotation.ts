/**
 * The yearly turn of a group's vice-chair (14.3, 14.5; D-34): whose year it is, when it ends, and the day on which Muster proposes the next by itself.
 * The order and who is next are the partnership's to know; the offer itself is an appointment.
 */
import { earlierOf, plusMonths } from '../calendar/days.ts'
import { due, parseCount } from '../calendar/rules.ts'
import type { Limit, Owed } from '../chasing/owed.ts'
import { facts, heading, type Message, text } from '../chat/words.ts'
import { isRefusal } from '../kernel/result.ts'
import { dateOf, type Instant, type LocalDate, londonInstant, sayDate } from '../kernel/time.ts'
import type { MatterKind, Setting } from '../matter.ts'
import { type Group, group, personById, rule, type Seat } from '../partnership/partnership.ts'
import type { Fact, Subject } from '../ports.ts'

/** How long a year is, and how long before its end the next is proposed. */
const YEAR = 'D-34'
const PROPOSE = 'D-34-propose'

export interface Rotation extends Setting {
  readonly subject: Subject
  readonly group: Group
  /** The last seat there is, whether it has begun or not; none where nobody has ever been appointed. */
  readonly last?: Seat
  /** The first day without it. */
  readonly ends?: LocalDate
  /** The ends for which the next has been proposed, and when. */
  readonly proposed: ReadonlyMap<LocalDate, Instant>
}

export type Proposed = { readonly ends: LocalDate }

export const rotationKind: MatterKind<Rotation> = {
  kind: 'rotation',
  see: 'meeting.see',
  state: rotationOf,
  owed: owedOf,
  ended: () => false,
  about: (rotation) => ({ kind: 'rotation', group: rotation.group.id }),
  face,
  close: ({ ends }) => (ends === undefined ? [] : [{ kind: 'proposed', data: { ends } satisfies Proposed }]),
  mayClose: () => 'seat.give',
  news: () => [],
}

/** The subject under which the turns of a group's vice-chair are kept. */
export const rotationId = (group: string) => `vice-chair-${group}`

/** Whether the vice-chair of a group goes round, rather than being elected. */
export const rotates = ({ viceChair }: Group): boolean => viceChair !== undefined && 'order' in viceChair

function rotationOf(subject: Subject, told: readonly Fact[], setting: Setting): Rotation {
  const [first, ...rest] = told
  if (first?.kind !== 'watched') throw new Error(`${subject.id} does not begin with its group`)
  const of = group(setting.partnership, (first.data as { group: string }).group)
  const last = setting.partnership.seats
    .filter((seat) => seat.role === 'vice-chair' && seat.group === of.id && seat.deputyFor === undefined)
    .toSorted((a, b) => a.from.localeCompare(b.from))
    .at(-1)
  return {
    ...setting,
    subject,
    group: of,
    ...(last === undefined ? {} : { last, ends: endOf(setting, last) }),
    proposed: new Map(
      rest.filter(({ kind }) => kind === 'proposed').map(({ data, at }) => [(data as Proposed).ends, at]),
    ),
  }
}

/** A year from its first day, or the day it ends or its holder leaves, where that comes sooner. */
function endOf({ partnership }: Setting, { from, to, person }: Seat): LocalDate {
  const count = parseCount(rule(partnership, YEAR).count)
  if (isRefusal(count) || count.kind !== 'months-after') throw new Error(`${YEAR} is not counted in months`)
  const year = plusMonths(dateOf(from), count.n)
  const left = personById(partnership, person)?.left
  const sooner = [to, left].flatMap((moment) => (moment === undefined ? [] : [dateOf(moment)]))
  return sooner.reduce(earlierOf, year)
}

function owedOf(rotation: Rotation): readonly Owed[] {
  const { subject, ends, last, proposed, partnership } = rotation
  const limit = ends === undefined ? undefined : limitFor(rotation, ends)
  if (ends === undefined || last === undefined || limit === undefined) return []
  const at = proposed.get(ends)
  return [
    {
      subject: subject.id,
      key: `propose/${ends}`,
      round: 1,
      step: 'propose',
      what: 'Propose the next vice-chair',
      obligor: { label: 'Muster', people: [] },
      status: at === undefined ? 'open' : 'done',
      openedAt: last.from,
      limit,
      statutory: false,
      urgent: false,
      silent: true,
      itself: { at: londonInstant(`${limit.limit}T${partnership.profile.chase.hour}`), outcome: 'proposed' },
      does: [],
      ...(at === undefined ? {} : { closed: { at, by: 'muster', outcome: 'proposed' } }),
    },
  ]
}

/** None where the calendar does not reach (10.2.41): it is counted once it does. */
function limitFor({ partnership, calendar }: Rotation, ends: LocalDate): Limit | undefined {
  const by = rule(partnership, PROPOSE)
  const count = parseCount(by.count)
  if (isRefusal(count)) throw new Error(`${by.id}: ${count.sentence}`)
  const sum = due(calendar, count, ends)
  return isRefusal(sum) ? undefined : { ...sum, rule: by, from: { event: by.from, at: londonInstant(`${ends}T00:00`) } }
}

function face(rotation: Rotation): Message {
  const { subject, group: of, last, ends, partnership, proposed } = rotation
  const [owed] = owedOf(rotation)
  const name = last === undefined ? 'Nobody yet' : (personById(partnership, last.person)?.name ?? last.person)
  const next =
    ends !== undefined && proposed.has(ends)
      ? 'The next has been proposed, and is asked.'
      : owed?.limit === undefined
        ? 'Say "muster rotate" and the group to propose one.'
        : `Muster proposes the next on ${sayDate(owed.limit.limit)} (${owed.limit.because}).`
  return {
    summary: subject.title,
    sensitivity: 'group',
    blocks: [
      heading(subject.title),
      facts([
        ['Vice-chair', name, last === undefined || ends === undefined ? undefined : `until ${sayDate(ends)}`],
        ['Rotates', `yearly among the safeguarding partners (${sourceOf(of)})`],
      ]),
      text(next),
    ],
  }
}

const sourceOf = ({ viceChair, source }: Group) => viceChair?.source ?? source
