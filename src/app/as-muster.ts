/** A workbench of Muster's own, for what no person has asked for: the clock has struck, or enough has been said. */
import type { Intent } from '../chat/intent.ts'
import type { Person } from '../partnership/partnership.ts'
import { type Ctx, createCtx } from './ctx.ts'
import { settle } from './settle.ts'
import type { Work } from './work.ts'

/** Does it in Muster's own name, and settles whatever it touched. */
export function asMuster<Done>(work: Work, does: (ctx: Ctx) => Done): Done {
  const ctx = createCtx(work, OF_THE_CLOCK, MUSTER)
  const done = does(ctx)
  for (const [touched, before] of ctx.touched) settle(work, touched, before)
  return done
}

/** Signs what the clock did. It holds no seat, so there is nothing that it may. */
export const MUSTER: Person = { id: 'muster', name: 'Muster', agency: 'none', reach: [] }

const OF_THE_CLOCK: Intent = {
  id: 'alarm',
  who: { platform: 'desk', tenant: 'muster', user: MUSTER.id },
  where: { platform: 'desk', tenant: 'muster', conversation: 'muster', kind: 'desk' },
  verb: 'muster.itself',
  input: {},
}
