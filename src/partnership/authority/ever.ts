/** Whether somebody could ever do what a verb says, in some case, area or group: what help speaks of, and never what a handler asks. */
import type { Instant } from '../../kernel/time.ts'
import { groupsAt } from '../groups.ts'
import { seatsOf } from '../seats.ts'
import type { Partnership } from '../types.ts'
import { mayAtAll } from './may.ts'
import type { About } from './standing.ts'
import { verbRule } from './verbs.ts'

/** Asks about everything that could be theirs: each of their agencies, areas and groups, and a thing that is their own. */
export function mayEver(p: Partnership, person: string, verb: string, at: Instant): boolean {
  if (verbRule(verb)?.open === 'everyone') return true
  const seats = seatsOf(p, person, at)
  const agencies = [...new Set(seats.map(({ agency }) => agency).filter((one) => one !== undefined))]
  const own: About = { agencies, owner: person, involved: [person], shared: true, released: true }
  return [undefined, ...groupsAt(p, at)].some((group) =>
    Object.keys(p.profile.areas).some((area) =>
      [undefined, ...agencies].some((agency) =>
        mayAtAll(
          p,
          person,
          verb,
          {
            ...own,
            area,
            ...(agency === undefined ? {} : { agency }),
            ...(group === undefined ? {} : { group: group.id }),
          },
          at,
        ),
      ),
    ),
  )
}
