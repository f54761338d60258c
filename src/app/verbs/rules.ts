/** The rules of the day, changed while the house is open: a bank holiday at short notice, and the profile read anew. */
import { z } from 'zod'
import { kindOfDay } from '../../calendar/working-calendar.ts'
import { quiet, say, text } from '../../chat/words.ts'
import { isRefusal, refuse } from '../../kernel/result.ts'
import { dateOf, sayDate } from '../../kernel/time.ts'
import type { Handler } from '../ctx.ts'
import { HOLIDAYS, withOneOff } from '../rules-of-the-day.ts'
import { read } from './read.ts'

const day = z.object({ date: z.string(), name: z.string().trim().min(1).max(80) })

/** Adds a one-off bank holiday. From the next moment every limit is counted anew; whoever's date moves is told (1.1, V18). */
export const holiday: Handler = (ctx) => {
  const allowed = ctx.may('muster.holiday')
  if (isRefusal(allowed)) return allowed
  const wish = read(day, ctx.intent.input)
  if (isRefusal(wish)) return wish
  const { date, name } = wish
  if (!z.iso.date().safeParse(date).success) {
    return refuse('no-such-date', `"${date}" is not a date.`, 'Write it as year, month and day: 2027-01-04.')
  }
  if (date < dateOf(ctx.at)) {
    return refuse(
      'date-past',
      `${sayDate(date)} has passed, and what was due by then stands.`,
      'Give today or a day to come.',
    )
  }
  const kind = kindOfDay(ctx.house.calendar(), date)
  if (isRefusal(kind)) return kind
  if (kind !== 'working-day') {
    return refuse('day-off-already', `${sayDate(date)} is not a working day anyway.`, 'Nothing needs to be added.')
  }
  ctx.tx.settings.set(HOLIDAYS, withOneOff(ctx.tx.settings.get(HOLIDAYS), { date, name }))
  ctx.tx.journal.append({ at: ctx.at, by: ctx.person.id, as: allowed.as, verb: 'muster.holiday', detail: { date } })
  return {
    kind: 'message',
    message: say(
      `${sayDate(date)} is now a day off: ${name}.`,
      text('Every date that moves because of it is told to whoever owes it, the old one and the new one.'),
    ),
  }
}

/** Reads the profile and its people again. Open matters keep the edition they began under; a profile with a fault changes nothing. */
export const reload: Handler = (ctx) => {
  const allowed = ctx.may('muster.reload')
  if (isRefusal(allowed)) return allowed
  const title = ctx.house.reload()
  if (isRefusal(title)) return title
  ctx.tx.journal.append({ at: ctx.at, by: ctx.person.id, as: allowed.as, verb: 'muster.reload', detail: {} })
  return { kind: 'message', message: say(`${title} has been read again.`, quiet('Open matters keep their edition.')) }
}
