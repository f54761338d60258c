/** Which seats may vote on a motion. A person who holds two of them has one vote all the same (10.2.17): the group's members say from which. */
import type { Instant } from '../kernel/time.ts'
import { type Agency, groupMembers, type Member, type Partnership, partners } from '../partnership/partnership.ts'
import type { Worded } from './facts.ts'

interface Asking {
  readonly partnership: Partnership
  readonly worded: Worded
}

/** The seats that may vote at a moment, in the order of the group. A seat that has ended votes no more, and its vote no longer counts. */
export function votersAt({ partnership, worded: { group, seats, rule } }: Asking, at: Instant): readonly Member[] {
  const own = new Set(partners(partnership).map(({ id }) => id))
  return groupMembers(partnership, group, at).filter(
    ({ seat, voting }) =>
      voting &&
      (seats === undefined || seats.includes(seat.id)) &&
      (rule !== 'unanimous' || own.has(seat.agency ?? '')),
  )
}

/** The safeguarding partners for whom nobody can vote: while there is one, nothing can be unanimous (10.2.45). */
export function partnersWithoutVote(motion: Asking, at: Instant): readonly Agency[] {
  if (motion.worded.rule !== 'unanimous') return []
  const seated = votersAt(motion, at).map(({ seat }) => seat.agency)
  return partners(motion.partnership).filter(({ id }) => !seated.includes(id))
}
