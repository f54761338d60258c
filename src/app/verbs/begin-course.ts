/** A new course: its number, its code word, its opening. */
import { dateOf } from '../../kernel/time.ts'
import type { Standing } from '../../partnership/authority/may.ts'
import type { Opened } from '../../procedures/engine/facts.ts'
import type { Procedure } from '../../procedures/engine/procedure.ts'
import type { Ctx } from '../ctx.ts'

/** Begins a course under a number and a code word; gives its id. Its first fact is its opening. */
export function beginCourse(
  ctx: Ctx,
  procedure: Procedure,
  standing: Standing,
  opened: Omit<Opened, 'procedure' | 'ref'>,
): string {
  const ref = nextRef(ctx, procedure)
  const id = ref.toLowerCase()
  ctx.begin({ id, kind: kindOf(procedure), title: procedure.matter === undefined ? codeWord(ctx) : ref })
  ctx.record(id, standing, [{ kind: 'opened', data: { ...opened, procedure: procedure.id, ref } }])
  return id
}

/** `RR-2026-04`: the number keeps the year in which it was given (10.2.8). */
export function nextRef(ctx: Ctx, procedure: Procedure): string {
  const stem = `${procedure.numbered}-${dateOf(ctx.at).slice(0, 4)}-`
  const taken = ctx.tx.subjects.all(kindOf(procedure)).filter((one) => one.id.startsWith(stem.toLowerCase())).length
  return `${stem}${String(taken + 1).padStart(2, '0')}`
}

const kindOf = ({ matter = 'case' }: Procedure) => matter

/** A neutral word by chance; one once used is never used again (PR-19). */
function codeWord(ctx: Ctx): string {
  const used = new Set(ctx.tx.subjects.all('case').map((one) => one.title))
  const free = ctx.partnership.profile.codeWords.filter((word) => !used.has(word))
  return free.length > 0 ? ctx.house.ids.pick(free) : ctx.house.ids.code()
}
