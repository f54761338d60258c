/** Every command, family by family: in this order `help` prints them. */
import { actions } from './actions.ts'
import type { Command } from './command.ts'
import { decisions } from './decisions.ts'
import { meetings } from './meetings.ts'
import { muster } from './muster.ts'
import { rapidReview } from './rapid-review.ts'

export const families = ['rapid-review', 'meetings', 'actions', 'decisions', 'muster'] as const

export const commands: readonly Command[] = [...rapidReview, ...meetings, ...actions, ...decisions, ...muster]
