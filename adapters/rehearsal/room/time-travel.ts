import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { DateTime } from '../../../src/kernel/luxon.ts'
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

/** How long to wait at one moment for what is due then, and how often to look. */
const PATIENCE_MS = 10_000
const LOOK_EVERY_MS = 25

/**
 * Moves the rehearsal's clock; gives the new time, or says why not. On the way it stops at every moment at which something is due, until that is done: days
 * pass as they would, and nothing comes late for having been leapt over.
 */
export async function moveClock(
  stage: Pick<Stage, 'clock' | 'nextWorkingDay' | 'agenda'>,
  wish: Move,
): Promise<Result<Instant>> {
  const { clock, nextWorkingDay, agenda } = stage
  const now = clock.now()
  const wanted = momentOf(wish, now, nextWorkingDay)
  if (isRefusal(wanted)) return wanted
  if (wanted <= now)
    return refuse(
      'backwards',
      'The clock only moves forward.',
      'Start the rehearsal again to begin from an earlier day.',
    )
  if (onTheWay.has(clock)) return refuse('on-the-way', 'The clock is on its way already.', 'Wait until it has arrived.')
  onTheWay.add(clock)
  try {
    await rest(agenda)
    for (let next = agenda.nextDue(wanted); next !== undefined && next < wanted; next = agenda.nextDue(wanted)) {
      clock.moveTo(next)
      await rest(agenda)
    }
    clock.moveTo(wanted)
  } finally {
    onTheWay.delete(clock)
  }
  return wanted
}

const onTheWay = new WeakSet<Stage['clock']>()

async function rest({ isAtRest }: Stage['agenda']): Promise<void> {
  for (let waited = 0; waited < PATIENCE_MS && !isAtRest(); waited += LOOK_EVERY_MS) await pause(LOOK_EVERY_MS)
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
