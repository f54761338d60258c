import { z } from 'zod'
import { explain } from '../kit/explain.ts'
import { type Refused, refused } from '../refusal.ts'
import type { Json, State } from '../state.ts'

/** One method of the Web API: what it takes, what it does, what it answers (`ok: true` is added on the way out). */
export type Method = (state: State, args: Json) => Json | Refused

/**
 * Describes a method by the arguments it takes.
 *
 * @example 'api.test': method({}, () => ({}))
 */
export function method<Shape extends z.ZodRawShape>(
  shape: Shape,
  run: (state: State, args: z.infer<z.ZodObject<Shape>>) => Json | Refused,
): Method {
  const schema = z.object(shape)
  return (state, args) => {
    const parsed = schema.safeParse(args)
    return parsed.success ? run(state, parsed.data) : refused('invalid_arguments', explain(parsed.error, ''))
  }
}

export const paging = { limit: z.coerce.number().int().min(1).max(1000).default(100), cursor: z.string().optional() }

/** One page of a list, and where the next one starts. */
export function page<T>(items: readonly T[], { limit, cursor }: { limit: number; cursor?: string | undefined }) {
  const start = Number(cursor || 0)
  const next = start + limit < items.length ? String(start + limit) : ''
  return { items: items.slice(start, start + limit), response_metadata: { next_cursor: next } }
}
