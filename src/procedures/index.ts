/** Every procedure the partnership follows, by its id. */
import type { Procedure } from './engine/procedure.ts'
import { rapidReview } from './rapid-review/index.ts'

export const procedures: Readonly<Record<string, Procedure>> = Object.fromEntries(
  [rapidReview].map((one) => [one.id, one]),
)
