/** Putting a motion: worded, looked at, opened; withdrawn or superseded, never edited (FEATURES 40, 45). */
import { type Refusal, type Result, refuse } from '../kernel/result.ts'
import { sayMoment } from '../kernel/time.ts'
import type { Setting } from '../matter.ts'
import { groupsAt } from '../partnership/partnership.ts'
import type { Unsigned, Worded } from './facts.ts'
import { type Motion, nameIn, stageOf } from './motion.ts'
import { votersAt } from './voters.ts'

/** A wording, when a vote on it could be held at all. */
export function word(setting: Setting, worded: Worded): Result<readonly Unsigned[]> {
  return cannotBePut(setting, worded) ?? [{ kind: 'worded', data: worded }]
}

/** Another wording of a draft. */
export function reword(motion: Motion, worded: Worded): Result<readonly Unsigned[]> {
  return frozen(motion) ?? word(motion, worded)
}

/** Opens the vote on exactly the words that were read; from then on they are frozen. */
export function open(motion: Motion, { read }: { read: string }): Result<readonly Unsigned[]> {
  const trouble = frozen(motion) ?? cannotBePut(motion, motion.worded)
  if (trouble) return trouble
  if (motion.hash !== read) {
    return refuse('out-of-date', 'The draft has been worded anew since.', 'Read it again and open the vote then.')
  }
  return [{ kind: 'opened', data: { hash: motion.hash } }]
}

export function withdraw(motion: Motion, reason: string): Result<readonly Unsigned[]> {
  const stage = stageOf(motion)
  if (stage === 'draft' || stage === 'open') return [{ kind: 'withdrawn', data: { reason } }]
  if (motion.withdrawn) {
    const { by, at } = motion.withdrawn
    return refuse(
      'already-done',
      `It was withdrawn by ${nameIn(motion, by)} on ${sayMoment(at)}.`,
      'Nothing more is needed from you here.',
    )
  }
  return refuse('decided', 'What has been decided is not withdrawn.', 'Put a motion that supersedes it.')
}

/** What a new motion takes the place of stays on record, with a word about what came after it. */
export function supersede(motion: Motion, by: string): Result<readonly Unsigned[]> {
  const stage = stageOf(motion)
  if (stage !== 'withdrawn' && stage !== 'superseded') return [{ kind: 'superseded', data: { motion: by } }]
  return refuse(
    'superseded',
    'That decision has been withdrawn or superseded already.',
    'Supersede the one that took its place.',
  )
}

function frozen(motion: Motion): Refusal | undefined {
  const stage = stageOf(motion)
  if (stage === 'draft') return undefined
  if (stage === 'withdrawn') return refuse('withdrawn', 'This motion was withdrawn.', 'Put a new one.')
  return refuse(
    'frozen',
    `Voting was opened on ${sayMoment(motion.opened?.at ?? motion.worded.at)}, and the words are frozen.`,
    'Withdraw it and put another, or put one that supersedes it.',
  )
}

function cannotBePut({ partnership, at }: Setting, worded: Worded): Refusal | undefined {
  const group = groupsAt(partnership, at).find(({ id }) => id === worded.group)
  if (group === undefined) {
    const names = groupsAt(partnership, at).map(({ id }) => id)
    return refuse('no-group', `There is no group called "${worded.group}".`, `The groups are ${names.join(', ')}.`)
  }
  if (worded.closes <= at) {
    return refuse('past', `${sayMoment(worded.closes)} has passed.`, 'Choose a closing time that people can keep.')
  }
  const { seats: named, ...everybody } = worded
  const able = votersAt({ partnership, worded: everybody }, at)
  if (able.length === 0) {
    return refuse(
      'nobody-votes',
      `${group.title} does not decide by votes.`,
      'Put the motion to a group whose seats vote, for example slt.',
    )
  }
  const strange = named?.find((id) => !able.some(({ seat }) => seat.id === id))
  if (strange !== undefined) {
    const seats = able.map(({ seat }) => seat.id).join(', ')
    return refuse('no-seat', `"${strange}" is not a seat that votes in ${group.short}.`, `The seats are ${seats}.`)
  }
  const voters = named ?? able
  const { rule, n } = worded
  if (rule === 'n-of-m' && (n === undefined || n < 1 || n > voters.length)) {
    return refuse(
      'how-many',
      `Say how many of the ${voters.length} seats must agree.`,
      `For example ${Math.max(1, voters.length - 1)}-of-${voters.length}.`,
    )
  }
  return undefined
}
