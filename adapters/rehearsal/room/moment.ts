import { DateTime } from '../../../src/kernel/luxon.ts'
import type { Instant } from '../../../src/kernel/time.ts'

/** The moment of a Slack timestamp, such as `1797525600.000100`. */
export function momentOf(ts: string): Instant {
  return DateTime.fromSeconds(Number(ts), { zone: 'utc' }).toISO() as Instant
}
