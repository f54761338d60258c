/** What every chapter asks of the year: what somebody reads, when it came, what was minuted. */
import { sync as calendar, type VEvent } from 'node-ical'
import { takeMinutes } from '../../../src/app/minutes.ts'
import { isRefusal } from '../../../src/kernel/result.ts'
import type { Instant } from '../../../src/kernel/time.ts'
import { wordsOf } from '../house.ts'
import { answerOf } from './post.ts'
import type { Year } from './world.ts'

/** The one meeting of the planner that is moved, by the date it was planned for. */
export const MOVED = 'slt-2027-02-25'

export type Told = ReturnType<typeof telling>

export function telling(year: Year) {
  return {
    year,
    /** The business manager types something; what she is answered. */
    bm: (said: string) => answerOf(year.command('slack', 'bm', said)),
    /** A meeting's card as somebody reads it at the desk now. */
    card: (person: string, subject: string) => answerOf(year.say('desk', person, { verb: 'meeting.see', subject })),
    /** On which days something came to somebody, and where. */
    whenCame: (to: string, about: string) => year.came(to, about).map(({ day, platform }) => `${day} in ${platform}`),
    /** The moments at which messages of a kind went out. */
    moments: (key: RegExp): readonly Instant[] => [
      ...new Set(year.sent.filter((one) => key.test(one.key)).map(({ at }) => at)),
    ],
    minutes: (subject: string) => {
      const taken = takeMinutes(year.house, { subject })
      return isRefusal(taken) ? taken.sentence : wordsOf({ summary: '', sensitivity: 'group', blocks: taken.blocks })
    },
  }
}

/** The entries of a calendar file, as a calendar reads them. */
export function startsIn(ics: string): readonly { readonly uid: string; readonly starts: Instant }[] {
  return Object.values(calendar.parseICS(ics))
    .filter((one): one is VEvent => one?.type === 'VEVENT')
    .map((event) => ({ uid: event.uid, starts: event.start.toISOString() }))
}
