/** What the handlers of every kind of matter do, once it is found and they may: read what came, decide, record, and show it as it is now. */
import type { z } from 'zod'
import type { Reply } from '../../chat/intent.ts'
import { isRefusal, type Refusal, type Result } from '../../kernel/result.ts'
import type { Standing } from '../../partnership/authority/may.ts'
import type { Fact, Subject } from '../../ports.ts'
import { asItStood, drawCard } from '../cards.ts'
import type { Ctx } from '../ctx.ts'
import { read } from './read.ts'

export function onMatter<State extends { readonly subject: Pick<Subject, 'id'> }, Shape extends z.ZodType>(
  ctx: Ctx,
  found: { readonly state: State; readonly standing: Standing },
  shape: Shape,
  decide: (state: State, wish: z.output<Shape>) => Result<readonly Pick<Fact, 'kind' | 'data'>[]>,
): Reply | Refusal {
  const wish = read(shape, ctx.intent.input)
  if (isRefusal(wish)) return wish
  const facts = decide(found.state, wish)
  if (isRefusal(facts)) return facts
  const { id } = found.state.subject
  ctx.record(id, found.standing, facts)
  return faceOf(ctx, id)
}

/** The pressed card's new face, or the matter's where nothing was pressed. */
export function faceOf(ctx: Ctx, id: string, input: Readonly<Record<string, string>> = {}): Reply {
  const message = drawCard(ctx, { card: 'matter', subject: id, input }, ctx.person.id)
  if (message === undefined) return { kind: 'nothing' }
  return ctx.intent.pressed === undefined
    ? { kind: 'message', message: asItStood(message, ctx.at, id) }
    : { kind: 'card', message }
}
