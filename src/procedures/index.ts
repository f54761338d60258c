/** Every procedure the partnership follows, by its id. */
import { amendment } from './amendment/index.ts'
import { dispute } from './dispute/index.ts'
import type { Procedure } from './engine/procedure.ts'
import { incident } from './incident/index.ts'
import { rapidReview } from './rapid-review/index.ts'
import { sectionEleven } from './section-11/index.ts'

export const procedures: Readonly<Record<string, Procedure>> = Object.fromEntries(
  [rapidReview, incident, sectionEleven, amendment, dispute].map((one) => [one.id, one]),
)
