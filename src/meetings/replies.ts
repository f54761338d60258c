/**
 * Who is coming. A seat has one answer: its member's, or that of the deputy registered for it. A later answer takes the place of an earlier one
 * until the meeting starts.
 *
 * @example
 *   reply(meeting, { person: 'slt-mps', answer: 'deputy', deputy: 'slt-mps-dep' })
 *   // [{ kind: 'replied', data: { seat: 'slt-mps/slt-member', person: 'slt-mps', answer: 'deputy', deputy: 'slt-mps-dep' } }]
 */
import { type Refusal, type Result, refuse } from '../kernel/result.ts'
import { sayMoment } from '../kernel/time.ts'
import { agency, deputiesOf, type Member, type Person, personById, roleTitle } from '../partnership/partnership.ts'
import type { Answer, Unsigned } from './facts.ts'
import { isAhead, type Meeting, nameIn, seatsIn, uidOf } from './meeting.ts'
import { inside, sayStart } from './say.ts'

export interface Answering {
  /** Who presses. */
  readonly person: string
  readonly answer: Answer
  /** The deputy they send; left out where only one is registered. */
  readonly deputy?: string
  /** The round of dates they saw. */
  readonly round?: number
}

/** What an answer leaves on record; a refusal, in a kind sentence, when it cannot be taken. */
export function reply(meeting: Meeting, said: Answering): Result<readonly Unsigned[]> {
  const shut = closedToAnswers(meeting, said.round)
  if (shut) return shut
  const own = seatsIn(meeting, said.person)
  if (own.length > 0) return answerFor(meeting, own, said)
  const standing = standsInFor(meeting, said.person)
  return standing.length > 0 ? answerAsDeputy(standing, said) : notAMember(meeting)
}

/** The deputies a seat may send: registered for it, of the same organisation, and trusted to decide (DOMAIN 4.1, 10.2.15). */
export function deputiesFor(meeting: Meeting, { seat }: Member): readonly Person[] {
  return deputiesOf(meeting.partnership, seat, meeting.startsAt)
    .filter((deputy) => deputy.seat.mayDecide === true && deputy.seat.agency === seat.agency)
    .map((deputy) => deputy.person)
}

/** The seats for which a person is registered to stand in. */
export function standsInFor(meeting: Meeting, person: string): readonly Member[] {
  return meeting.members.filter((member) => deputiesFor(meeting, member).some((one) => one.id === person))
}

/** What a seat is called in a list: its agency where it speaks for one, its role where it does not. */
export function seatLabel(meeting: Pick<Meeting, 'partnership'>, { seat }: Pick<Member, 'seat'>): string {
  const of = seat.agency === undefined ? undefined : agency(meeting.partnership, seat.agency)
  if (of?.asked) return of.short ?? of.name
  const title = roleTitle(meeting.partnership, seat.role)
  return title.charAt(0).toUpperCase() + title.slice(1)
}

/** How a seat stands, in words: "Attending", "Deputy (Bo Standinsky)", "No answer yet". */
export function sayReply(meeting: Meeting, { seat }: Pick<Member, 'seat'>): string {
  const given = meeting.replies.get(seat.id)
  const before = meeting.earlier.get(seat.id)
  if (given) return sayAnswer(meeting, given)
  return before === undefined
    ? 'No answer yet'
    : `To be confirmed (${inside(sayAnswer(meeting, before))} for ${sayStart(before.to)})`
}

function sayAnswer(
  meeting: Pick<Meeting, 'partnership'>,
  { answer, deputy }: { answer: Answer; deputy?: string },
): string {
  switch (answer) {
    case 'attending':
      return 'Attending'
    case 'apologies':
      return 'Apologies'
    case 'deputy':
      return deputy === undefined ? 'Deputy' : `Deputy (${nameIn(meeting, deputy)})`
    default:
      return answer satisfies never
  }
}

/** "You said attending for Thu 25 Feb 2027; please confirm for Thu 4 Mar 2027." Nothing when the date stands, or was never answered. */
export function pleaseConfirm(meeting: Meeting, person: string): string | undefined {
  const seat = seatsIn(meeting, person).find((one) => !meeting.replies.has(one.seat.id))
  const before = seat && meeting.earlier.get(seat.seat.id)
  if (before === undefined) return undefined
  return `You said ${inside(sayAnswer(meeting, before))} for ${sayStart(before.to)}; please confirm for ${sayStart(meeting.starts)}.`
}

/** A calendar's own answer (Outlook's "Accept") as ours; an answer to an older date of the meeting does not count. */
export function answerInCalendar(
  meeting: Meeting,
  { uid, sequence, partstat }: { readonly uid: string; readonly sequence: number; readonly partstat: string },
): Result<Answer> {
  if (uid !== uidOf(meeting))
    return refuse('other-meeting', 'That calendar answer is about another meeting.', OPEN_THE_CARD)
  if (sequence < meeting.moves.length) return outOfDate(meeting)
  if (partstat === 'ACCEPTED') return 'attending'
  if (partstat === 'DECLINED') return 'apologies'
  return refuse(
    'answer-open',
    'Your calendar said neither yes nor no, so your seat counts as not answered.',
    'Press Attending, Apologies or Send a deputy on the meeting card.',
  )
}

const OPEN_THE_CARD = 'Open the meeting card and answer there.'

function closedToAnswers(meeting: Meeting, round: number | undefined): Refusal | undefined {
  if (meeting.cancelled) {
    return refuse(
      'cancelled',
      `This meeting was cancelled on ${sayMoment(meeting.cancelled.at)}.`,
      'Nothing more is needed from you here.',
    )
  }
  if (!isAhead(meeting)) {
    return refuse(
      'begun',
      `This meeting began on ${sayStart(meeting.starts)}, so answers are closed.`,
      'Tell the support team who was there, and they will record it.',
    )
  }
  return round !== undefined && round !== meeting.round ? outOfDate(meeting) : undefined
}

function outOfDate(meeting: Meeting): Refusal {
  return refuse('out-of-date', `The meeting has moved to ${sayStart(meeting.starts)} since.`, OPEN_THE_CARD)
}

function answerFor(meeting: Meeting, own: readonly Member[], said: Answering): Result<readonly Unsigned[]> {
  const { person, answer } = said
  if (answer !== 'deputy') return own.map(({ seat }) => replied({ seat: seat.id, person, answer }))
  const sent = deputySent(meeting, own, said.deputy)
  if ('refused' in sent) return sent
  // A deputy speaks for the seats they are registered for; from any other seat of the same person these are apologies.
  return own.map((member) =>
    deputiesFor(meeting, member).some((one) => one.id === sent.id)
      ? replied({ seat: member.seat.id, person, answer, deputy: sent.id })
      : replied({ seat: member.seat.id, person, answer: 'apologies' }),
  )
}

/** A deputy may say yes or no for the seat they stand in for; nobody sends a deputy's deputy. */
function answerAsDeputy(seats: readonly Member[], { person, answer }: Answering): Result<readonly Unsigned[]> {
  if (answer === 'deputy') {
    return refuse(
      'deputys-deputy',
      'A deputy cannot send a deputy.',
      'Say apologies, and the member can find somebody else.',
    )
  }
  return seats.map(({ seat }) =>
    answer === 'attending'
      ? replied({ seat: seat.id, person, answer: 'deputy', deputy: person })
      : replied({ seat: seat.id, person, answer }),
  )
}

function deputySent(meeting: Meeting, own: readonly Member[], named: string | undefined): Result<Person> {
  const able = own.flatMap((member) => deputiesFor(meeting, member))
  const chosen = named === undefined && able.length === 1 ? able[0] : able.find((one) => one.id === named)
  return chosen ?? noSuchDeputy(meeting, own, named)
}

/** Says which of the conditions is missing, since each has another remedy (DOMAIN 4.1, 10.2.16). */
function noSuchDeputy(meeting: Meeting, own: readonly Member[], named: string | undefined): Refusal {
  const { partnership, startsAt } = meeting
  const person = named === undefined ? undefined : personById(partnership, named)
  const next = 'Ask the support team to register a deputy of your own organisation who may decide, or send apologies.'
  if (person === undefined) return refuse('no-deputy', 'No deputy who may decide is registered for your seat.', next)
  const registered = own
    .flatMap(({ seat }) => deputiesOf(partnership, seat, startsAt))
    .some((one) => one.person.id === person.id)
  if (!own.some(({ seat }) => seat.agency === person.agency)) {
    return refuse(
      'other-agency',
      `${person.name} works for another organisation, and a deputy comes from your own.`,
      next,
    )
  }
  if (!registered) return refuse('not-registered', `${person.name} is not registered as the deputy of your seat.`, next)
  return refuse('may-not-decide', `${person.name} is registered as your deputy, but not as one who may decide.`, next)
}

function notAMember(meeting: Meeting): Refusal {
  return refuse(
    'not-a-member',
    `You hold no seat in ${meeting.group.title} on that day.`,
    'If that is wrong, tell the support team.',
  )
}

function replied(data: Extract<Unsigned, { kind: 'replied' }>['data']): Unsigned {
  return { kind: 'replied', data }
}
