/** What a group left over and what it still waits for come onto its next agenda by themselves (FEATURES row 18; D-28). */
import { agendaLines } from '../../../actions/list.ts'
import { mattersArising } from '../../../meetings/agenda.ts'
import { decisionsArising } from '../../../meetings/decisions.ts'
import type { Unsigned } from '../../../meetings/facts.ts'
import type { Meeting } from '../../../meetings/meeting.ts'
import type { Ctx } from '../../ctx.ts'
import { actionsForAgenda } from '../actions.ts'
import { meetingsOf } from './on-meeting.ts'

/** Records what has come up since it was last looked at, and how the open actions stand; nothing when there is nothing to look back on. */
export function lookBack(ctx: Ctx, meeting: Meeting): void {
  const { id } = meeting.group
  const earlier = meetingsOf(ctx, id)
  const arising = [...mattersArising(earlier, meeting), ...decisionsArising(earlier, meeting)]
  const actions = agendaLines(actionsForAgenda(ctx, id), id)
  const facts: Unsigned[] =
    actions.length > 0 || isDone(meeting) ? [...arising, { kind: 'looked-back', data: { actions } }] : [...arising]
  if (facts.length > 0) ctx.record(meeting.subject.id, undefined, facts)
}

/** There were some when it was last looked at, and there are none any more. */
const isDone = ({ lookedBack }: Meeting) => (lookedBack?.actions ?? []).length > 0
