/** A press on what a motion makes somebody owe besides a vote: the review of a decision on its day, and the opening of the box. */
import { plusMonths } from '../calendar/days.ts'
import { type Result, refuse } from '../kernel/result.ts'
import { sayDate, sayMoment } from '../kernel/time.ts'
import type { Wish } from '../matter.ts'
import type { Unsigned } from './facts.ts'
import { type Motion, nameIn, reviewOn } from './motion.ts'
import { COUNT, splitReview } from './owed.ts'

export function close(motion: Motion, { owed, outcome }: Wish): Result<readonly Unsigned[]> {
  // What was in the box is not known here: it is opened where the vault is.
  if (owed === COUNT) return []
  const day = splitReview(owed)
  if (day === undefined)
    return refuse('not-here', 'A vote is not given this way.', 'Open the motion and vote with its buttons.')
  if (reviewOn(motion) !== day) {
    const last = motion.reviews.at(-1)
    const by = last === undefined ? '' : ` by ${nameIn(motion, last.by)} on ${sayMoment(last.at)}`
    return refuse('already-done', `This was looked at again${by}.`, 'Nothing more is needed from you here.')
  }
  switch (outcome) {
    case 'stands':
      return [{ kind: 'reviewed', data: {} }]
    case 'again':
      return [{ kind: 'reviewed', data: { next: plusMonths(day, 12) } }]
    default:
      return refuse(
        'no-such-outcome',
        `"${outcome}" is not something that can be chosen here.`,
        'Open the motion and choose from its buttons.',
      )
  }
}

/** How a review went, in words. */
export function sayReview({ next }: Motion['reviews'][number]): string {
  return next === undefined ? 'It stands' : `It stands, and is looked at again on ${sayDate(next)}`
}
