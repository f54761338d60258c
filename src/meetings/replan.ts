/** A year that was proposed, with some of its dates put elsewhere by whoever looks it over before it is confirmed. */
import { isRefusal, type Result, refuse } from '../kernel/result.ts'
import { type LocalDate, londonInstant, sayDate } from '../kernel/time.ts'
import type { Setting } from '../matter.ts'
import { group, groupMembers } from '../partnership/partnership.ts'
import { slotFor, type Taken } from './call.ts'
import { dayOfMeeting } from './say.ts'
import type { DateProposed, YearPlan } from './year.ts'

export interface DateMoved {
  readonly group: string
  readonly from: LocalDate
  readonly to: LocalDate
  /** London's clock, HH:mm; the group's usual time when not said. */
  readonly time?: string | undefined
}

/** The plan with one date put elsewhere; refused, with the next free dates, where the group could not meet then. */
export function moveInPlan(
  setting: Setting,
  plan: YearPlan,
  { group: id, from, to, time }: DateMoved,
  taken: readonly Taken[],
): Result<YearPlan> {
  const moved = plan.proposals.find((one) => one.group === id && dayOfMeeting(one.starts) === from)
  if (moved === undefined) {
    const own = plan.proposals.filter((one) => one.group === id).map(({ starts }) => sayDate(dayOfMeeting(starts)))
    const next =
      own.length === 0 ? 'Say "meetings plan" and the year to see it.' : `Proposed for it: ${own.join(', ')}.`
    return refuse('not-proposed', `No meeting of ${id} is proposed for ${sayDate(from)}.`, next)
  }
  const others = plan.proposals.filter((one) => one !== moved)
  const wanted = { group: id, date: to, ...(time === undefined ? {} : { from: time }) }
  const slot = slotFor(setting, wanted, [...taken, ...others.map((one) => asTaken(setting, one))])
  if (isRefusal(slot)) return slot
  const placed = { ...moved, ...slot, because: `put here by hand; proposed for ${sayDate(from)}` }
  return { ...plan, proposals: [...others, placed].toSorted((a, b) => a.starts.localeCompare(b.starts)) }
}

/** The plan with all that was put elsewhere; what is no longer possible, or no longer proposed, is left where it was. */
export function withMoves(
  setting: Setting,
  plan: YearPlan,
  moves: readonly DateMoved[],
  taken: readonly Taken[],
): YearPlan {
  return moves.reduce((now, one) => {
    const moved = moveInPlan(setting, now, one, taken)
    return isRefusal(moved) ? now : moved
  }, plan)
}

function asTaken({ partnership }: Setting, { group: id, starts, ends }: DateProposed): Taken {
  const members = groupMembers(partnership, id, londonInstant(starts))
  return {
    subject: { id: `${id}-${starts}` } as Taken['subject'],
    starts,
    ends,
    group: group(partnership, id),
    members,
  }
}
