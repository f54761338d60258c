/**
 * A vote on a motion. It belongs to a seat, and is given by its member or by the deputy who may decide; a later one takes the place of an earlier one
 * until the motion is decided (10.2.15, 10.2.18).
 *
 * @example
 *   castVote(motion, { person: 'slt-mps-dep', vote: 'agree', read: motion.hash })
 *   // [{ kind: 'voted', data: { seat: 'slt-mps/slt-member', person: 'slt-mps-dep', vote: 'agree', read: '3f…' } }]
 */
import { isRefusal, type Refusal, type Result, refuse } from '../kernel/result.ts'
import { sayMoment } from '../kernel/time.ts'
import { deputiesOf, type Member } from '../partnership/partnership.ts'
import type { Unsigned, Vote } from './facts.ts'
import { type Motion, nameIn, stageOf } from './motion.ts'
import { resultOf } from './result.ts'
import { votersAt } from './voters.ts'

export interface Voting {
  readonly person: string
  readonly vote: Vote
  /** Why they object: no objection without one. */
  readonly reason?: string
  /** The hash of what they had before them. */
  readonly read: string
}

export function castVote(motion: Motion, { person, vote, reason, read }: Voting): Result<readonly Unsigned[]> {
  const trouble = closedToVotes(motion) ?? otherText(motion, read)
  if (trouble) return trouble
  const member = seatToVote(motion, person)
  if (isRefusal(member)) return member
  const given = motion.votes.get(member.seat.id)
  if (given?.person === person && given.vote === vote && given.reason === reason) {
    return refuse(
      'already-done',
      `You said so on ${sayMoment(given.at)}, and it counts.`,
      'Nothing more is needed from you here.',
    )
  }
  const doubled = oneVoice(motion, member, person)
  if (doubled) return doubled
  if (vote === 'object' && reason === undefined) {
    return refuse(
      'reason-missing',
      'An objection comes with its reason.',
      'Press "Object" and choose one, or say it in your own words.',
    )
  }
  return [
    { kind: 'voted', data: { seat: member.seat.id, person, vote, ...(reason === undefined ? {} : { reason }), read } },
  ]
}

/** The seat somebody votes from: their own before one they stand in for; a refusal says what is missing. */
export function seatToVote(motion: Motion, person: string): Result<Member> {
  const voters = votersAt(motion, motion.at)
  const own = voters.find((one) => one.person.id === person)
  if (own !== undefined) return own
  const deputising = voters.flatMap((member) =>
    deputiesOf(motion.partnership, member.seat, motion.at)
      .filter((deputy) => deputy.person.id === person)
      .map(({ seat }) => ({ member, mayDecide: seat.mayDecide === true })),
  )
  const able = deputising.find(({ mayDecide }) => mayDecide)
  if (able !== undefined) return able.member
  if (deputising.length > 0) {
    return refuse(
      'may-not-decide',
      'You are a registered deputy, but not one who may decide.',
      'Ask the member to vote, or the support team to register you as one who may decide.',
    )
  }
  return refuse(
    'no-vote',
    `You hold no seat that votes on this in ${motion.group.title}.`,
    'If that is wrong, tell the support team.',
  )
}

/** A refusal when nobody can vote any more, or yet; it says what became of the motion. */
export function closedToVotes(motion: Motion): Refusal | undefined {
  const stage = stageOf(motion)
  if (stage === 'open' && motion.at < motion.worded.closes) return undefined
  if (stage === 'open') {
    return refuse(
      'closed',
      `Voting closed on ${sayMoment(motion.worded.closes)}.`,
      'The ballots are being counted, and everybody hears what they came to.',
    )
  }
  if (stage === 'draft') {
    return refuse('not-open', 'Voting has not been opened.', 'Whoever drafted it opens it when the words are right.')
  }
  return refuse(
    'closed',
    `Voting is over. ${resultOf(motion).because}`,
    'If it must be decided anew, ask for a motion that supersedes this one.',
  )
}

/** A refusal when somebody had other words before them than those put to the vote. */
export function otherText({ hash }: Motion, read: string): Refusal | undefined {
  if (hash === read) return undefined
  return refuse(
    'out-of-date',
    'That card showed other words than those put to the vote.',
    'Open the motion again and vote there.',
  )
}

/** A deputy speaks where the member has not; and nobody votes from two seats. */
function oneVoice(motion: Motion, { seat }: Member, person: string): Refusal | undefined {
  const given = motion.votes.get(seat.id)
  if (given !== undefined && given.person !== person && given.person === seat.person) {
    return refuse(
      'one-voice',
      `${nameIn(motion, given.person)} has voted for this seat in person, and a seat has one vote.`,
      'Only they can change it.',
    )
  }
  const elsewhere = [...motion.votes.values()].some((one) => one.person === person && one.seat !== seat.id)
  if (!elsewhere) return undefined
  return refuse(
    'one-voice',
    'You have voted from another seat, and a person has one vote.',
    'The other seat needs its own member or deputy.',
  )
}
