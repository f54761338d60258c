/**
 * Luxon, by its CommonJS door: BullMQ’s timetables come in by that one, and behind the other stands a second Luxon, with half a megabyte of its own to read at
 * every start and London’s clock to learn once more. Types are imported as usual; they cost nothing.
 */
import { createRequire } from 'node:module'
import type * as Luxon from 'luxon'

const luxon: typeof Luxon = createRequire(import.meta.url)('luxon')

export const { DateTime, Settings } = luxon
export type DateTime<IsValid extends boolean = boolean> = Luxon.DateTime<IsValid>
