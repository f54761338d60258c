/** A limit that a person has set: a closing time, an agreed day. It explains itself as a counted one does, and is chased by the same ladder. */
import { due } from '../calendar/rules.ts'
import type { WorkingCalendar } from '../calendar/working-calendar.ts'
import type { Limit } from '../chasing/owed.ts'
import { isRefusal } from '../kernel/result.ts'
import { dateOf, type Instant, sayDate, sayMoment } from '../kernel/time.ts'
import type { Rule } from '../partnership/profile.ts'

interface Set {
  /** What the limit is for: "The vote closes". */
  readonly says: string
  /** By whom it was set: "as put to the vote". */
  readonly how: string
  /** When it was set. */
  readonly since: Instant
}

/** Until the end of a day. Undefined where the calendar does not reach (10.2.41): no reminder can be counted then. */
export function limitOn(calendar: WorkingCalendar, date: string, { says, how, since }: Set): Limit | undefined {
  const day = due(calendar, { kind: 'calendar-days-after', n: 0 }, date)
  if (isRefusal(day)) return undefined
  const { target: _, ...counted } = day
  const rule: Rule = {
    id: 'set',
    says,
    count: 'same day',
    from: 'set',
    level: 'local',
    source: how,
    calendar: 'england-and-wales',
    internalTarget: false,
    repeats: false,
  }
  return {
    ...counted,
    because: `${sayDate(date)}, ${how}`,
    rule,
    from: { event: 'set', at: since },
  }
}

/** Until a moment of a day. */
export function limitAt(calendar: WorkingCalendar, moment: Instant, set: Set): Limit | undefined {
  const day = limitOn(calendar, dateOf(moment), set)
  return day && { ...day, limitAt: moment, cutOff: moment, because: `${sayMoment(moment)}, ${set.how}` }
}
