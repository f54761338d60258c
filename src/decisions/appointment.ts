/**
 * A seat that is offered and not given yet: it waits for a second hand (DOMAIN 6, rule 3), or for the yes of whoever is to hold it (10.2.46). The
 * seat itself is given where changes are carried out; this remembers who proposed it and who answered.
 */
import type { Obligor, Owed } from '../chasing/owed.ts'
import { actions, type Button, facts, heading, type Message, notice, text } from '../chat/words.ts'
import { type Refusal, refuse } from '../kernel/result.ts'
import { dateOf, type Instant, type LocalDate, sayDate, sayMoment } from '../kernel/time.ts'
import type { MatterKind, News, Setting } from '../matter.ts'
import { whoMay } from '../partnership/authority/may.ts'
import { personById, roleTitle, type Seat } from '../partnership/partnership.ts'
import type { Fact, Subject } from '../ports.ts'
import { limitOn } from './limit.ts'

export type Offered = {
  readonly seat: Seat
  readonly change: 'seat-given' | 'vice-chair-rotated'
  /**
   * `second-hand`: two people give it, and the second must confirm; `approval`: whoever may give it must confirm what somebody else proposed;
   * `acceptance`: whoever is to hold it says yes.
   */
  readonly waits: 'second-hand' | 'approval' | 'acceptance'
  readonly because: string
  readonly answerBy: LocalDate
  /** The group whose members may see it. */
  readonly group: string
}

export const outcomes = ['agreed', 'declined'] as const
export type Outcome = (typeof outcomes)[number]

export interface Appointment extends Setting {
  readonly subject: Subject
  readonly offered: Offered & { readonly by: string; readonly at: Instant }
  readonly answered?: { readonly by: string; readonly at: Instant; readonly outcome: Outcome }
}

export const appointmentKind: MatterKind<Appointment> = {
  kind: 'appointment',
  see: 'meeting.see',
  state: appointmentOf,
  owed: owedOf,
  ended: ({ answered }) => answered !== undefined,
  about: ({ offered: { group } }) => ({ kind: 'appointment', group }),
  face,
  mayClose: ({ offered: { waits } }) => (waits === 'acceptance' ? 'meeting.reply' : 'seat.give'),
  news,
}

/** The fact an answer leaves; only whoever it waits for can give it, and never the one who proposed it. */
export function answer(
  { offered, answered, partnership, at }: Appointment,
  { by, outcome }: { readonly by: string; readonly outcome: Outcome },
): { readonly kind: Outcome; readonly data: Record<string, never> } | Refusal {
  const name = (id: string) => personById(partnership, id)?.name ?? 'Muster'
  if (answered) {
    return refuse(
      'already-done',
      `${name(answered.by)} ${answered.outcome === 'agreed' ? 'said yes' : 'said no'} on ${sayMoment(answered.at)}.`,
      'Nothing more is needed from you here.',
    )
  }
  if (offered.waits === 'second-hand' && (by === offered.by || by === offered.seat.person)) {
    const others = secondHands({ offered, partnership, at }).map(name)
    return refuse(
      'second-hand',
      `Two people give this seat, and you are ${by === offered.by ? 'the first' : 'the one who is to hold it'}.`,
      others.length === 0 ? 'Somebody else must be able to give it first.' : `Ask ${others.join(' or ')}.`,
    )
  }
  if (offered.waits === 'acceptance' && by !== offered.seat.person) {
    return refuse('not-yours', `That is for ${name(offered.seat.person)} to say.`, 'They have a card about it.')
  }
  return { kind: outcome, data: {} }
}

function appointmentOf(subject: Subject, told: readonly Fact[], setting: Setting): Appointment {
  const [first, second] = told
  if (first?.kind !== 'offered') throw new Error(`${subject.id} does not begin with an offer`)
  const offered = { ...(first.data as Offered), by: first.by, at: first.at }
  if (second === undefined) return { ...setting, subject, offered }
  return { ...setting, subject, offered, answered: { by: second.by, at: second.at, outcome: second.kind as Outcome } }
}

function owedOf(appointment: Appointment): readonly Owed[] {
  const { subject, offered, answered, calendar } = appointment
  const limit = limitOn(calendar, offered.answerBy, { says: 'An answer is due', how: 'as asked', since: offered.at })
  return [
    {
      subject: subject.id,
      key: 'answer',
      round: 1,
      step: 'answer',
      what: offered.waits === 'acceptance' ? 'Say whether you take this seat' : 'Confirm that this seat is given',
      obligor: obligorOf(appointment),
      status: answered ? 'done' : 'open',
      openedAt: offered.at,
      ...(limit === undefined ? {} : { limit }),
      statutory: false,
      urgent: false,
      does: [],
      ...(answered ? { closed: answered } : {}),
    },
  ]
}

function obligorOf(appointment: Appointment): Obligor {
  const { offered, partnership } = appointment
  if (offered.waits === 'acceptance') {
    return { label: personById(partnership, offered.seat.person)?.name ?? 'the member', people: [offered.seat.person] }
  }
  const label = offered.waits === 'approval' ? 'whoever may give it' : 'a second hand'
  return { label, people: secondHands(appointment) }
}

/** Whoever else may give such a seat. */
function secondHands({
  offered,
  partnership,
  at,
}: Pick<Appointment, 'offered' | 'partnership' | 'at'>): readonly string[] {
  return whoMay(partnership, 'seat.give', { role: offered.seat.role }, at)
    .map(({ person }) => person.id)
    .filter((id) => id !== offered.by && id !== offered.seat.person)
}

function face(appointment: Appointment, viewer: string | undefined): Message {
  const { subject, offered, answered, partnership } = appointment
  const { seat, because } = offered
  const name = (id: string) => personById(partnership, id)?.name ?? 'Muster'
  const mine = viewer !== undefined && answered === undefined && obligorOf(appointment).people.includes(viewer)
  const until = seat.to === undefined ? '' : ` until ${sayDate(dateOf(seat.to))}`
  return {
    summary: `${subject.title}: ${answered ? (answered.outcome === 'agreed' ? 'agreed' : 'declined') : mine ? 'your answer is asked for' : 'waiting'}`,
    sensitivity: 'group',
    blocks: [
      heading(subject.title),
      text(
        `${name(seat.person)} is proposed as ${roleTitle(partnership, seat.role)} from ${sayDate(dateOf(seat.from))}${until}.`,
      ),
      answered
        ? notice(
            answered.outcome === 'agreed' ? 'good' : 'neutral',
            `${name(answered.by)} said ${answered.outcome === 'agreed' ? 'yes' : 'no'} on ${sayMoment(answered.at)}.`,
          )
        : notice('warn', waiting(appointment)),
      facts([
        ['Why', because],
        ['Proposed by', name(offered.by), sayMoment(offered.at)],
        ['Answer by', sayDate(offered.answerBy)],
      ]),
      ...(mine ? [actions(buttonsFor(appointment))] : []),
    ],
  }
}

function waiting({ offered: { seat, waits }, partnership }: Appointment): string {
  switch (waits) {
    case 'second-hand':
      return 'Two people give this seat; the second has not confirmed yet.'
    case 'approval':
      return 'Proposed; whoever may give this seat has not confirmed it yet.'
    case 'acceptance':
      return `Waiting for ${personById(partnership, seat.person)?.name ?? 'the member'}.`
    default:
      return waits satisfies never
  }
}

function buttonsFor({ subject, offered }: Appointment): Button[] {
  const press = (label: string, outcome: Outcome, style: Button['style']): Button => ({
    label,
    verb: 'seat.answer',
    subject: subject.id,
    version: subject.version,
    input: { outcome },
    style: style ?? 'plain',
  })
  return offered.waits !== 'acceptance'
    ? [press('Confirm', 'agreed', 'primary'), press('Do not confirm', 'declined', 'danger')]
    : [press('I take it', 'agreed', 'primary'), press('Decline, pass it on', 'declined', 'plain')]
}

/** Whoever proposed it and whoever is to hold it hear the answer, but for whoever gave it: their card says so already. */
function news(before: Appointment | undefined, after: Appointment): News[] {
  if (after.answered === undefined || before?.answered !== undefined) return []
  const { by, seat } = after.offered
  const people = after.answered.outcome === 'agreed' ? [by, seat.person] : [by]
  const others = people.filter((id) => id !== after.answered?.by)
  return others.length === 0 ? [] : [{ key: 'answered', people: [...new Set(others)], card: 'matter' }]
}
