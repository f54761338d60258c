/** Sums on one calendar come back at every fold and every card, and never change: they are done once. */
import type { WorkingCalendar } from './working-calendar.ts'

/** Wraps a sum on a calendar so that it is done once for each calendar and each `key` of what else it is given. */
export function remembered<Given extends readonly unknown[], Sum>(
  sum: (calendar: WorkingCalendar, ...given: Given) => Sum,
  key: (...given: Given) => string,
): (calendar: WorkingCalendar, ...given: Given) => Sum {
  const known = new WeakMap<WorkingCalendar, Map<string, Sum>>()
  return (calendar, ...given) => {
    const sums = known.get(calendar) ?? new Map<string, Sum>()
    known.set(calendar, sums)
    const name = key(...given)
    if (!sums.has(name)) sums.set(name, sum(calendar, ...given))
    return sums.get(name) as Sum
  }
}
