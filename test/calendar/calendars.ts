/** The two calendars of the partnership, as the tests use them. */

import { bankHolidays } from '../../src/calendar/working-calendar.ts'
import { isRefusal, type Result } from '../../src/kernel/result.ts'

const years = [2026, 2027, 2028]

/** What safeguarding counts by. */
export const safeguarding = bankHolidays({ region: 'england-and-wales', years })

/** What freedom of information counts by: Scotland alone was given Mon 15 Jun 2026 (C-9). */
export const foi = bankHolidays({
  region: 'any-uk',
  years,
  extra: [{ date: '2026-06-15', name: 'One-off bank holiday (Scotland)' }],
})

/** Takes the value out of a result that cannot be a refusal here. */
export function sure<T>(result: Result<T>): T {
  if (isRefusal(result)) throw new Error(`refused: ${result.code}: ${result.sentence}`)
  return result
}
