/** What a course puts before a group: an item of its next meeting, without being proposed by anybody (10.2.19). */
import { isRefusal } from '../../../kernel/result.ts'
import { propose } from '../../../meetings/agenda.ts'
import { isAhead } from '../../../meetings/meeting.ts'
import { groupsAt, holders } from '../../../partnership/partnership.ts'
import type { Course } from '../../../procedures/engine/course.ts'
import type { Step } from '../../../procedures/engine/procedure.ts'
import type { Ctx } from '../../ctx.ts'
import { openMeetings } from './on-meeting.ts'

/** Nothing where no meeting has been called yet: whoever calls it sees what is open on the case. */
export function ontoAgenda(ctx: Ctx, course: Course, { onAgenda }: Step, owed: string): void {
  const closing = course.past.at(-1)
  if (onAgenda === undefined || closing?.owed !== owed || closing.outcome !== onAgenda.outcome) return
  const groups = groupsAt(ctx.partnership, ctx.at).filter(({ kind }) => kind === onAgenda.of)
  const owner = holders(ctx.partnership, 'spa', ctx.at)[0]?.id ?? ctx.person.id
  for (const { id } of groups) {
    const next = openMeetings(ctx)
      .filter((one) => one.group.id === id && isAhead(one))
      .sort((a, b) => a.starts.localeCompare(b.starts))[0]
    const title = onAgenda.title(course)
    if (next === undefined || [...next.items.values()].some((item) => item.title === title)) continue
    const item = propose(next, { title, owner, purpose: 'decision', confidential: true }, { accepted: true })
    if (!isRefusal(item)) ctx.record(next.subject.id, undefined, item)
  }
}
