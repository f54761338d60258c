/** What Muster does itself when its day has come: the same decision and the same consequences as somebody's press, recorded as Muster's own. */
import type { Owed } from '../chasing/owed.ts'
import { isRefusal } from '../kernel/result.ts'
import type { Matter } from '../matter.ts'
import { asMuster, MUSTER } from './as-muster.ts'
import { afterClosing } from './verbs/after-closing.ts'
import type { Work } from './work.ts'

/** Closes what is Muster's own to do; gives what became of it, for the alarm. A refusal leaves it undone, and says why. */
export function doItself(work: Work, matter: Matter, owed: Owed): string {
  const { subject, kind, state } = matter
  const outcome = owed.itself?.outcome
  if (outcome === undefined || kind.close === undefined) return 'nothing of its own to do'
  const facts = kind.close(state, { owed: owed.key, outcome, by: MUSTER.id, round: owed.round })
  if (isRefusal(facts)) return `not done: ${facts.code}`
  return asMuster(work, (ctx) => {
    if (facts.length > 0) ctx.record(subject.id, undefined, facts)
    const hindered = afterClosing(ctx, matter, owed.key, undefined)
    if (hindered) throw new Error(`${subject.id}/${owed.key}: ${hindered.sentence}`)
    return 'done by itself'
  })
}
