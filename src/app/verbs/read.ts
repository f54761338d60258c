/** Reads untrusted input through a handler's own schema. */
import type { z } from 'zod'
import { type Result, refuse } from '../../kernel/result.ts'

/** The input as the schema says; a refusal when somebody, or something, sent what no button of ours sends. */
export function read<Shape extends z.ZodType>(shape: Shape, input: unknown): Result<z.output<Shape>> {
  const parsed = shape.safeParse(input)
  if (parsed.success) return parsed.data
  return refuse(
    'input-unclear',
    'Muster could not make sense of what came with that press.',
    'Open the card again and press its button there.',
  )
}
