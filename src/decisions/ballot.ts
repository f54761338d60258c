/**
 * A secret ballot. It goes into a box that only ever holds how many ballots say what; beside it is kept who has answered. So nothing that is kept says
 * who voted how, a ballot cannot be taken out again, and the box is opened when everybody has answered or voting has closed (FEATURES row 46).
 *
 * @example
 *   castBallot(motion, { person: 'slt-nhs', vote: 'object', read: motion.hash })
 *   // { facts: [{ kind: 'answered', data: { seat: 'slt-nhs/slt-member', person: 'slt-nhs', read: '3f…' } }], ballot: 'object' }
 */
import { z } from 'zod'
import { isRefusal, type Result, refuse } from '../kernel/result.ts'
import { sayMoment } from '../kernel/time.ts'
import { type Ballot, ballots, type Count, type Unsigned } from './facts.ts'
import { type Motion, nameIn, tallyOf } from './motion.ts'
import { closedToVotes, otherText, seatToVote, type Voting } from './vote.ts'

export interface Cast {
  readonly facts: readonly Unsigned[]
  readonly ballot: Ballot
}

/** What a ballot leaves on record, and what goes into the box. */
export function castBallot(motion: Motion, { person, vote, read }: Voting): Result<Cast> {
  const trouble = closedToVotes(motion) ?? otherText(motion, read)
  if (trouble) return trouble
  const member = seatToVote(motion, person)
  if (isRefusal(member)) return member
  const ballot = ballots.find((one) => one === vote)
  if (ballot === undefined)
    return refuse('no-such-vote', 'A ballot says agree, object or abstain.', 'Vote whenever you are ready.')
  const given = motion.answered.get(member.seat.id)
  if (given !== undefined) {
    return refuse(
      'already-done',
      `${given.person === person ? 'You have' : `${nameIn(motion, given.person)} has`} answered for this seat on ${sayMoment(given.at)}.`,
      'Nobody can say which ballot it was, so it cannot be changed.',
    )
  }
  if ([...motion.answered.values()].some((one) => one.person === person)) {
    return refuse(
      'one-voice',
      'You have answered from another seat, and a person has one vote.',
      'The other seat needs its own member or deputy.',
    )
  }
  return { facts: [{ kind: 'answered', data: { seat: member.seat.id, person, read } }], ballot }
}

/** Nobody is waited for any more. */
export function hasAllAnswered(motion: Motion): boolean {
  return tallyOf(motion).silent.length === 0
}

const box = z.object({ agree: z.number(), object: z.number(), abstain: z.number() })

/** What is in the box, from what is kept of it; nothing is kept of an empty one. */
export function readBox(kept: unknown): Count {
  return typeof kept === 'string' ? box.parse(JSON.parse(kept)) : { agree: 0, object: 0, abstain: 0 }
}

/** The box with one ballot more, to be kept. */
export function withBallot(count: Count, ballot: Ballot): string {
  return JSON.stringify({ ...count, [ballot]: count[ballot] + 1 })
}
