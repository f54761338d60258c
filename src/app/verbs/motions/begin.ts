/** A motion's beginning: a subject of its own, numbered within its year. Whatever is to be decided by votes begins here. */
import type { Worded } from '../../../decisions/facts.ts'
import { open, word } from '../../../decisions/put.ts'
import { isRefusal, type Refusal, type Result } from '../../../kernel/result.ts'
import { dateOf } from '../../../kernel/time.ts'
import type { Standing } from '../../../partnership/authority/may.ts'
import type { Ctx } from '../../ctx.ts'
import { settingOf } from '../meetings/on-meeting.ts'
import { motionAt } from './on-motion.ts'

/** Begins a motion; with `opened` the vote is open at once. Gives its id. */
export function beginMotion(
  ctx: Ctx,
  standing: Standing,
  worded: Worded,
  { opened = false }: { readonly opened?: boolean } = {},
): Result<string> {
  const facts = word(settingOf(ctx), worded)
  if (isRefusal(facts)) return facts
  const year = dateOf(ctx.at).slice(0, 4)
  const n = 1 + ctx.tx.subjects.all('motion').filter(({ id }) => id.startsWith(`decision-${year}-`)).length
  const id = `decision-${year}-${n}`
  const group = ctx.partnership.groups.find((one) => one.id === worded.group)
  ctx.begin({ id, kind: 'motion', title: `${group?.short ?? worded.group} decision ${n} of ${year}` })
  ctx.record(id, standing, facts)
  if (opened) openNow(ctx, standing, id)
  return id
}

function openNow(ctx: Ctx, standing: Standing, id: string): Refusal | undefined {
  const motion = motionAt(ctx, id)
  const facts = isRefusal(motion) ? motion : open(motion, { read: motion.hash })
  if (isRefusal(facts)) return facts
  ctx.record(id, standing, facts)
  return undefined
}
