/**
 * A date put to a poll. Every date is judged as if the meeting were held then with those who said they can: so the answer is chosen by who must be
 * there, not by head count (FEATURES row 4).
 *
 * @example
 *   bestOf(poll)
 *   // { best: { index: 1, slot: { starts: '2027-03-04T14:00', … }, … },
 *   //   because: 'Thu 4 Mar 2027: quorate … Wed 3 Mar 2027 has more who can (6 to 4), but police is missing.' }
 */
import { type Refusal, type Result, refuse } from '../../kernel/result.ts'
import { type Instant, sayMoment } from '../../kernel/time.ts'
import type { Setting } from '../../matter.ts'
import type { Slot } from '../../meetings/call.ts'
import type { MeetingFact, Replied } from '../../meetings/facts.ts'
import { type Meeting, meetingOf, seatsIn } from '../../meetings/meeting.ts'
import { presentAt, type Quorum, quorumOf, votersAt } from '../../meetings/quorum.ts'
import { standsInFor } from '../../meetings/replies.ts'
import { inside, sayList, saySpan } from '../../meetings/say.ts'
import type { Member } from '../../partnership/partnership.ts'
import type { Fact, Subject } from '../../ports.ts'

export type Asked = {
  readonly group: string
  readonly slots: readonly Slot[]
  readonly closes: Instant
}

/** The dates on which a seat can be filled; a later answer takes the place of an earlier one. `deputy`: who comes for the member. */
export type Answered = {
  readonly seat: string
  readonly person: string
  readonly can: readonly number[]
  readonly deputy?: string
}

export type Chosen = { readonly slot: number; readonly meeting: string }

export type PollFact = Pick<Fact, 'at' | 'by'> &
  (
    | { readonly kind: 'asked'; readonly data: Asked }
    | { readonly kind: 'answered'; readonly data: Answered }
    | { readonly kind: 'chosen'; readonly data: Chosen }
  )
export type Unsigned = PollFact extends infer One ? (One extends PollFact ? Omit<One, 'at' | 'by'> : never) : never

interface Stamp {
  readonly by: string
  readonly at: Instant
}

export interface Poll extends Setting {
  readonly subject: Subject
  readonly asked: Asked & Stamp
  readonly answers: ReadonlyMap<string, Answered & Stamp>
  readonly chosen?: Chosen & Stamp
  /** One for each date: the meeting as it would be, with these answers. */
  readonly meetings: readonly Meeting[]
}

export function pollOf(subject: Subject, told: readonly Fact[], setting: Setting): Poll {
  const [first, ...rest] = told as unknown as readonly PollFact[]
  if (first?.kind !== 'asked') throw new Error(`${subject.id} does not begin with its dates`)
  const asked = { ...first.data, by: first.by, at: first.at }
  const answers = new Map<string, Answered & Stamp>()
  let chosen: (Chosen & Stamp) | undefined
  for (const { kind, data, by, at } of rest) {
    if (kind === 'answered') answers.set(data.seat, { ...data, by, at })
    if (kind === 'chosen') chosen = { ...data, by, at }
  }
  const meetings = asked.slots.map((slot, index) => meetingIf(subject, asked, slot, repliesTo(answers, index), setting))
  return { ...setting, subject, asked, answers, meetings, ...(chosen === undefined ? {} : { chosen }) }
}

export function isOpen({ chosen, at, asked }: Poll): boolean {
  return chosen === undefined && at < asked.closes
}

/** The seats that are asked: everybody's but observers'. */
export function membersOf({ meetings: [first] }: Poll): readonly Member[] {
  return (first?.members ?? []).filter(({ observer }) => !observer)
}

/** Seats that have not said anything. */
export function awaited(poll: Poll): readonly Member[] {
  return membersOf(poll).filter(({ seat }) => !poll.answers.has(seat.id))
}

export interface Prospect {
  readonly index: number
  readonly slot: Slot
  readonly quorum: Quorum
  /** Seats that could be filled, and those of them that vote. */
  readonly can: number
  readonly voting: number
}

/** Every date as the answers leave it, in the order asked. */
export function prospectsOf({ meetings, asked }: Poll): readonly Prospect[] {
  return meetings.map((meeting, index) => ({
    index,
    slot: asked.slots[index] as Slot,
    quorum: quorumOf(meeting, { by: 'replies' }),
    can: presentAt(meeting, { by: 'replies' }).filter(({ member }) => !member.observer).length,
    voting: votersAt(meeting, { by: 'replies' }).length,
  }))
}

/** The date to choose, and why: quorate before full, then who votes, then who comes, then the earlier. */
export function bestOf(poll: Poll): { readonly best: Prospect; readonly because: string } {
  const ranked = prospectsOf(poll).toSorted(
    (a, b) =>
      Number(b.quorum.met) - Number(a.quorum.met) ||
      a.quorum.missing.length - b.quorum.missing.length ||
      b.voting - a.voting ||
      b.can - a.can ||
      a.slot.starts.localeCompare(b.slot.starts),
  )
  const best = ranked[0] as Prospect
  const lead = `${saySpan(best.slot)}: ${inside(best.quorum.because)}`
  const fuller = ranked.filter(({ can, quorum }) => can > best.can && !quorum.met && best.quorum.met)
  const why = fuller.map(
    ({ slot, can, quorum }) =>
      `${saySpan(slot)} has more who can (${can} to ${best.can}), but ${sayList(quorum.missing.map(({ need }) => need))} ${quorum.missing.length === 1 ? 'is' : 'are'} missing.`,
  )
  return {
    best,
    because: [best.quorum.met ? lead : `No date is quorate yet. The nearest is ${lead}`, ...why].join(' '),
  }
}

/** What an answer leaves for every seat somebody holds, or stands in for. */
export function answerPoll(poll: Poll, person: string, can: readonly number[]): Result<readonly Unsigned[]> {
  const shut = closed(poll)
  if (shut) return shut
  const [first] = poll.meetings
  const own = first === undefined ? [] : seatsIn(first, person).filter(({ observer }) => !observer)
  const standing = first === undefined || own.length > 0 ? [] : standsInFor(first, person)
  const seats = [...own, ...standing]
  if (seats.length === 0) {
    return refuse(
      'not-a-member',
      `You hold no seat that is asked about these dates.`,
      'If that is wrong, tell the support team.',
    )
  }
  const dates = [...new Set(can)].filter((index) => index in poll.asked.slots).toSorted((a, b) => a - b)
  return seats.map(({ seat }) => ({
    kind: 'answered',
    data: { seat: seat.id, person, can: dates, ...(standing.length === 0 ? {} : { deputy: person }) },
  }))
}

/** What somebody has said so far. */
export function saidBy(poll: Poll, person: string): Answered | undefined {
  return [...poll.answers.values()].find((one) => one.person === person)
}

export function choose(poll: Poll, chosen: Chosen): Result<readonly Unsigned[]> {
  if (poll.chosen) return closed(poll) as Refusal
  return chosen.slot in poll.asked.slots
    ? [{ kind: 'chosen', data: chosen }]
    : refuse('no-such-date', 'That is not one of the dates.', 'Open the poll and choose from its buttons.')
}

/** The answers to the chosen date, as those of the meeting: nobody who said that they can is asked again. */
export function repliesTo(answers: Poll['answers'], index: number): readonly (Replied & Stamp)[] {
  return [...answers.values()].map(({ seat, person, can, deputy, by, at }) => {
    const answer = !can.includes(index) ? 'apologies' : deputy === undefined ? 'attending' : 'deputy'
    return { seat, person, answer, by, at, ...(answer === 'deputy' && deputy !== undefined ? { deputy } : {}) }
  })
}

function closed({ chosen, asked, at }: Poll): Refusal | undefined {
  if (chosen) {
    const slot = asked.slots[chosen.slot] as Slot
    return refuse(
      'already-done',
      `${saySpan(slot)} was chosen on ${sayMoment(chosen.at)}.`,
      'Open the meeting to say whether you are coming.',
    )
  }
  return at < asked.closes
    ? undefined
    : refuse('closed', `Answers closed on ${sayMoment(asked.closes)}.`, 'The support team chooses the date now.')
}

function meetingIf(
  subject: Subject,
  asked: Asked & Stamp,
  slot: Slot,
  replies: readonly (Replied & Stamp)[],
  setting: Setting,
): Meeting {
  const called: MeetingFact = { kind: 'called', by: asked.by, at: asked.at, data: { group: asked.group, ...slot } }
  const replied = replies.map(({ by, at, ...data }): MeetingFact => ({ kind: 'replied', by, at, data }))
  return meetingOf(subject, [called, ...replied] as readonly Fact[], setting)
}
