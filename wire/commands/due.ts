import { z } from 'zod'
import { due, parseCount } from '../../src/calendar/rules.ts'
import type { Region } from '../../src/calendar/working-calendar.ts'
import { isRefusal, type Result } from '../../src/kernel/result.ts'
import { londonInstant, sayDate, sayMoment } from '../../src/kernel/time.ts'
import { calendarsIn } from '../calendars.ts'
import { folderOf } from '../profiles.ts'
import { type Command, Misused } from './command.ts'

/** `due "15 working days" 2026-12-17`: the date, and the sum behind it. */
export const dueCommand: Command = {
  usage: 'due "<count>" <date> [--calendar any-uk]',
  says: 'when something is due, and why; for example: due "15 working days" 2026-12-17',
  run: ([words = '', start = ''], options, { environment }) => {
    const region = (options.calendar ?? 'england-and-wales') as Region
    if (!['england-and-wales', 'any-uk'].includes(region))
      throw new Misused('--calendar is england-and-wales or any-uk.')
    if (!z.union([z.iso.date(), z.iso.datetime({ local: true, precision: -1 })]).safeParse(start).success)
      throw new Misused('The date is written as 2026-12-17, or 2026-12-24T17:00 for a count in hours.')
    const count = sure(parseCount(words))
    const counted = sure(due(calendarsIn(folderOf(environment))(region, []), count, momentOf(start)))
    const { because, limit, limitAt, target } = counted
    const inHours = count.kind === 'hours-after'
    // A month's limit may fall on a day off: then the day to work to is part of the answer (C-7). The day earlier of C-5 is a habit, not a date.
    const working = count.kind === 'months-after' && target ? { target } : {}
    const json = { due: inHours ? limitAt : limit, because, ...working }
    const lines = [
      `${inHours ? sayMoment(limitAt) : sayDate(limit)}: ${because}`,
      ...(working.target ? [`Work to ${sayDate(working.target)}.`] : []),
    ]
    return { json, lines }
  },
}

function momentOf(start: string): string {
  return start.includes('T') ? londonInstant(start) : start
}

function sure<T>(result: Result<T>): T {
  if (isRefusal(result)) throw new Misused(`${result.sentence} ${result.next}`)
  return result
}
