/** A motion, told to the rest of the house as a matter. */
import type { MatterKind, News } from '../matter.ts'
import { chairOf, holders } from '../partnership/partnership.ts'
import { motionFace, motionTask } from './card.ts'
import { type Motion, motionOf, reviewOn, stageOf, tallyOf } from './motion.ts'
import { owedOf, REVIEW } from './owed.ts'
import { close } from './review.ts'

export const motionKind: MatterKind<Motion> = {
  kind: 'motion',
  see: 'motion.see',
  state: motionOf,
  owed: owedOf,
  // Carried with a day on which it is looked at again, it waits for that day.
  ended: (motion) => !['draft', 'open'].includes(stageOf(motion)) && reviewOn(motion) === undefined,
  // A draft is its author's alone: without a group nobody is a member of it.
  about: (motion) =>
    stageOf(motion) === 'draft'
      ? { kind: 'motion', owner: motion.worded.by }
      : { kind: 'motion', group: motion.group.id },
  face: motionFace,
  task: motionTask,
  close,
  mayClose: (_, { step }) => (step === REVIEW ? 'motion.put' : 'motion.vote'),
  news: (before, after) => [...opening(before, after), ...objection(before, after), ...outcome(before, after)],
}

/** Those who may vote are asked each by themselves; the group sees the mirror in its channel, and whoever chairs has the card. */
function opening(before: Motion | undefined, after: Motion): News[] {
  if (after.opened === undefined || before?.opened !== undefined) return []
  const voters = new Set(tallyOf(after).voters.map(({ person }) => person.id))
  return [
    { key: 'opened', people: chairs(after).filter((id) => !voters.has(id)), groups: [after.group.id], card: 'matter' },
  ]
}

/** An objection to what must be unanimous is the commissioner's to bring together (29.2). */
function objection(before: Motion | undefined, after: Motion): News[] {
  if (after.worded.rule !== 'unanimous' || after.worded.secret || stageOf(after) !== 'open') return []
  const count = (motion: Motion | undefined) => (motion === undefined ? 0 : tallyOf(motion).by.object.length)
  if (count(after) === 0 || count(before) > 0) return []
  const people = holders(after.partnership, 'icsc', after.at).map(({ id }) => id)
  return [{ key: 'objection', people, card: 'matter' }]
}

function outcome(before: Motion | undefined, after: Motion): News[] {
  const over = stageOf(after)
  if (after.opened === undefined || over === 'open' || (before !== undefined && stageOf(before) === over)) return []
  const people = [...tallyOf(after).voters.map(({ person }) => person.id), ...chairs(after), after.opened.by]
  return [{ key: over, people: [...new Set(people)], groups: [after.group.id], card: 'matter' }]
}

function chairs({ partnership, group, at }: Motion): readonly string[] {
  const chair = chairOf(partnership, group.id, at)
  return 'refused' in chair ? [] : [chair.person.id]
}
