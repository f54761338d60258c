/** What follows from a vote: the box of a secret ballot is opened, a meeting's decision is confirmed, and what was decided is carried out. */
import { say } from '../../../chat/words.ts'
import { hasAllAnswered, readBox, withBallot } from '../../../decisions/ballot.ts'
import type { Ballot } from '../../../decisions/facts.ts'
import type { Motion } from '../../../decisions/motion.ts'
import { isRefusal, type Refusal } from '../../../kernel/result.ts'
import type { Confirmation } from '../../../meetings/facts.ts'
import type { Standing } from '../../../partnership/authority/may.ts'
import { holders } from '../../../partnership/partnership.ts'
import { asMuster } from '../../as-muster.ts'
import type { Ctx } from '../../ctx.ts'
import { carryOut } from '../changes.ts'
import { motionAt } from './on-motion.ts'

/** Where a motion's ballots are kept: sealed, and only as how many say what. */
const BOX = 'ballot-box'

/** Puts a ballot into the box. With the last one Muster opens it, in its own name: whose was the last says nothing then. */
export function putIntoBox(ctx: Ctx, { subject: { id } }: Motion, ballot: Ballot): void {
  const { vault } = ctx.tx
  vault.seal(id, BOX, withBallot(readBox(vault.open(id, BOX)), ballot))
  const motion = motionAt(ctx, id)
  if (!isRefusal(motion) && hasAllAnswered(motion)) asMuster(ctx, (own) => openBox(own, id))
}

/** Counts what is in the box, and empties it. What can no longer be carried out is brought to the support team: a count is not undone for that. */
export function openBox(ctx: Ctx, id: string): undefined {
  const count = readBox(ctx.tx.vault.open(id, BOX))
  ctx.tx.vault.forget(id, BOX)
  ctx.record(id, undefined, [{ kind: 'counted', data: count }])
  const hindered = conclude(ctx, id, undefined)
  if (hindered === undefined) return
  const words = `What was decided could not be carried out. ${hindered.sentence} ${hindered.next}`
  for (const person of holders(ctx.partnership, 'support', ctx.at))
    ctx.say({ key: `${id}/hindered/${person.id}`, to: { person: person.id }, content: { message: say(words) } })
}

/** Whoever withdraws a motion gets no count: what was in the box is gone. */
export function emptyBox(ctx: Ctx, { subject: { id } }: Motion): void {
  ctx.tx.vault.forget(id, BOX)
}

/** Once it is decided: the meeting it confirms learns of it, and what it says is carried out. */
export function conclude(ctx: Ctx, id: string, standing: Standing | undefined): Refusal | undefined {
  const motion = motionAt(ctx, id)
  if (isRefusal(motion) || motion.decided === undefined) return undefined
  const { carried } = motion.decided
  tellConfirmed(ctx, motion, carried ? 'carried' : 'not-carried')
  return carried ? carryOut(ctx, standing, motion.worded.changes ?? []) : undefined
}

/** The meeting whose decision this motion confirms learns how that ended. */
export function tellConfirmed(ctx: Ctx, { worded, subject }: Motion, outcome: Confirmation['outcome']): void {
  if (worded.confirms === undefined || worded.meeting === undefined) return
  const data: Confirmation = { decision: worded.confirms, motion: subject.id, outcome }
  ctx.record(worded.meeting, undefined, [{ kind: 'confirmation', data }])
}
