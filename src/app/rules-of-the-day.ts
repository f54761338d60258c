/** What may change while the house is open: people, seats and groups, kept as facts of one subject; and one-off holidays, kept as a setting. */
import { z } from 'zod'

/** The subject whose facts are the changes of people, seats and groups. */
export const PARTNERSHIP = 'partnership'

/** The setting that holds the one-off holidays somebody has added. */
export const HOLIDAYS = 'holidays'

const list = z.array(z.object({ date: z.string(), name: z.string() }))

export interface OneOff {
  readonly date: string
  readonly name: string
}

export function readOneOffs(setting: string | undefined): readonly OneOff[] {
  return setting === undefined ? [] : list.parse(JSON.parse(setting))
}

/** The setting with one more day; the same day twice is one. */
export function withOneOff(setting: string | undefined, day: OneOff): string {
  const others = readOneOffs(setting).filter((one) => one.date !== day.date)
  return JSON.stringify([...others, day].sort((a, b) => a.date.localeCompare(b.date)))
}
