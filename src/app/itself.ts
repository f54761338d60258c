/** What Muster does itself when its day has come: the same decision and the same consequences as somebody's press, recorded as Muster's own. */
import type { Owed } from '../chasing/owed.ts'
import type { Intent } from '../chat/intent.ts'
import { isRefusal } from '../kernel/result.ts'
import type { Matter } from '../matter.ts'
import type { Person } from '../partnership/partnership.ts'
import { type Ctx, createCtx } from './ctx.ts'
import { settle } from './settle.ts'
import { afterClosing } from './verbs/after-closing.ts'
import type { Work } from './work.ts'

/** Closes what is Muster's own to do; gives what became of it, for the alarm. A refusal leaves it undone, and says why. */
export function doItself(work: Work, { subject, kind, state }: Matter, owed: Owed): string {
  const outcome = owed.itself?.outcome
  if (outcome === undefined || kind.close === undefined) return 'nothing of its own to do'
  return asMuster(work, (ctx) => {
    const facts = kind.close?.(state, { owed: owed.key, outcome, by: MUSTER.id, round: owed.round }) ?? []
    if (isRefusal(facts)) return `not done: ${facts.code}`
    ctx.record(subject.id, undefined, facts)
    const hindered = afterClosing(ctx, { subject, kind, state, owed: [owed] }, owed.key, undefined)
    if (hindered) throw new Error(`${subject.id}/${owed.key}: ${hindered.sentence}`)
    return 'done by itself'
  })
}

/** A workbench of Muster's own, for what no person has asked for; whatever was touched is settled at the end. */
export function asMuster<Done>(work: Work, does: (ctx: Ctx) => Done): Done {
  const ctx = createCtx(work, OF_THE_CLOCK, MUSTER)
  const done = does(ctx)
  for (const [touched, before] of ctx.touched) settle(work, touched, before)
  return done
}

/** Signs what the clock did. It holds no seat, so there is nothing that it may. */
const MUSTER: Person = { id: 'muster', name: 'Muster', agency: 'none', reach: [] }

const OF_THE_CLOCK: Intent = {
  id: 'alarm',
  who: { platform: 'desk', tenant: 'muster', user: MUSTER.id },
  where: { platform: 'desk', tenant: 'muster', conversation: 'muster', kind: 'desk' },
  verb: 'muster.itself',
  input: {},
}
