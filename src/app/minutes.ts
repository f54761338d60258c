/** Takes the minutes of a meeting as they stand: drafted from its agenda, attendance, decisions and actions. The document is made from them afterwards. */
import { isRefusal, type Result, refuse } from '../kernel/result.ts'
import type { Meeting } from '../meetings/meeting.ts'
import { type Minutes, minutesOf } from '../meetings/minutes.ts'
import { may } from '../partnership/authority/may.ts'
import type { House } from './house.ts'
import { loadMatter } from './work.ts'

export interface MinutesWanted {
  readonly subject: string
  /** Who asks; nobody at the command line. */
  readonly person?: string
}

/** The minutes; confidential items only for whoever writes them. Refused for those who may not see the meeting. */
export function takeMinutes(house: House, { subject, person }: MinutesWanted): Result<Minutes> {
  return house.store.read((tx) => {
    const at = house.clock()
    const matter = loadMatter({ house, tx, at }, subject)
    if (isRefusal(matter)) return matter
    if (matter.subject.kind !== 'meeting')
      return refuse('no-such-meeting', 'That is not a meeting.', 'Say "meetings" for the list.')
    const about = matter.kind.about(matter.state)
    const asked = (verb: string) =>
      person === undefined ? undefined : may(house.partnership(), person, verb, about, at)
    const seen = asked('meeting.see')
    if (isRefusal(seen)) return seen
    return minutesOf(matter.state as Meeting, { confidential: !isRefusal(asked('meeting.minutes')) })
  })
}
