import { DateTime } from 'luxon'
import { z } from 'zod'
import { isRefusal, type Result, refuse } from '../../../src/kernel/result.ts'
import { dateOf, type Instant, londonInstant, timeOf } from '../../../src/kernel/time.ts'
import type { Stage } from './stage.ts'

/** Moving the clock, forwards only: what has happened in the rehearsal cannot be unhappened. */

export const move = z.union([
  z.strictObject({ by: z.enum(['hour', 'morning', 'working-day']) }),
  z.strictObject({ to: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/) }),
])
export type Move = z.infer<typeof move>

const MORNING = '09:00'

/** Moves the rehearsal's clock; gives the new time, or says why not. */
export function moveClock(
  { clock, nextWorkingDay }: Pick<Stage, 'clock' | 'nextWorkingDay'>,
  wish: Move,
): Result<Instant> {
  const now = clock.now()
  const wanted = momentOf(wish, now, nextWorkingDay)
  if (isRefusal(wanted)) return wanted
  if (wanted <= now)
    return refuse(
      'backwards',
      'The clock only moves forward.',
      'Start the rehearsal again to begin from an earlier day.',
    )
  clock.moveTo(wanted)
  return wanted
}

function momentOf(wish: Move, now: Instant, nextWorkingDay: Stage['nextWorkingDay']): Result<Instant> {
  if ('to' in wish) {
    const there = DateTime.fromISO(wish.to)
    return there.isValid
      ? londonInstant(wish.to)
      : refuse('no-moment', `${wish.to} is no date and time.`, 'Choose another.')
  }
  if (wish.by === 'hour') return DateTime.fromISO(now, { zone: 'utc' }).plus({ hours: 1 }).toISO() as Instant
  const today = dateOf(now)
  const at = (date: string) => londonInstant(`${date}T${MORNING}`)
  if (wish.by === 'morning') return timeOf(now) < MORNING ? at(today) : at(dayAfter(today))
  const next = nextWorkingDay(today)
  if (next) return at(next)
  return refuse(
    'calendar-unknown',
    'The working days after this one are not known.',
    'Add the bank holidays of next year.',
  )
}

const dayAfter = (date: string) => DateTime.fromISO(date, { zone: 'utc' }).plus({ days: 1 }).toISODate() as string
