/** The desk with what it shows and gives away, and the other pages people open in a browser. */
import type { RequestHandler } from 'express'
import { aboutRouter } from '../adapters/web/about.ts'
import { calendarRouter } from '../adapters/web/calendar.ts'
import { deskRouter } from '../adapters/web/desk.ts'
import { nowhere } from '../adapters/web/nowhere.ts'
import { takeEvidence } from '../src/app/evidence.ts'
import { takeMinutes } from '../src/app/minutes.ts'
import type { Handle } from '../src/chat/intent.ts'
import { isRefusal } from '../src/kernel/result.ts'
import type { Log } from '../src/ports.ts'
import { fileOf } from './evidence.ts'
import type { Household } from './household.ts'
import { minutesFile } from './minutes.ts'

export interface Pages {
  /** To be mounted at `/desk`. */
  readonly desk: RequestHandler
  /** To be mounted at `/calendar`. */
  readonly calendar: RequestHandler
  /** `/privacy` and `/terms`. */
  readonly about: RequestHandler
  /** Whatever else is asked for, or failed. */
  readonly nowhere: (fault?: unknown) => RequestHandler
}

export function openPages({ core, house }: Household, handle: Handle, log: Log): Pages {
  const { baseUrl, clock, ids } = house
  const partnership = () => house.partnership().profile.partnership.name
  return {
    desk: deskRouter({
      handle,
      access: core.access,
      baseUrl,
      clock,
      log,
      ids,
      csrfSecret: ids.secret(),
      partnership,
      evidence: async (wanted) => {
        const pack = takeEvidence(house, wanted)
        return isRefusal(pack) ? pack : fileOf(pack)
      },
      minutes: async (wanted) => {
        const minutes = takeMinutes(house, wanted)
        return isRefusal(minutes) ? minutes : minutesFile(wanted.subject, minutes)
      },
    }),
    calendar: calendarRouter({ calendars: core.calendars, clock }),
    about: aboutRouter({ partnership, ids, baseUrl }),
    nowhere: nowhere({ partnership, ids, baseUrl, log }),
  }
}
