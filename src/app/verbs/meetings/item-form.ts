/** An item of the agenda by a form: opened by whoever sets the agenda, and on it once it is submitted. */
import type { Reply } from '../../../chat/intent.ts'
import { actions, say } from '../../../chat/words.ts'
import { isRefusal, type Refusal } from '../../../kernel/result.ts'
import { agendaOf, propose } from '../../../meetings/agenda.ts'
import { agendaPaper, itemIn } from '../../../meetings/item-form.ts'
import type { Meeting } from '../../../meetings/meeting.ts'
import type { Ctx, Handler } from '../../ctx.ts'
import { finished, type Intake, type Sheet } from '../../sheet.ts'
import { enter } from '../enter.ts'
import { meetingFor } from './on-meeting.ts'

/** Opens the form for the meeting it was pressed on, or for the next one of the group that was named. */
export const enterItem: Handler = (ctx) => {
  const found = meetingFor(ctx, 'meeting.item')
  if (isRefusal(found)) return found
  const { id, title } = found.meeting.subject
  const { form } = agendaPaper.entrances.item
  return enter(ctx, { procedure: agendaPaper.id, entrance: 'item', form, title: `An item for ${title}`, about: id })
}

/** Puts the item that the form describes on the agenda; a meeting that has begun meanwhile takes none, and the form is kept. */
export function submitItem(ctx: Ctx, sheet: Sheet, { about }: Intake): Reply | Refusal {
  const found = meetingFor({ ...ctx, intent: { ...ctx.intent, subject: about ?? '' } }, 'meeting.item')
  if (isRefusal(found)) return found
  const { meeting, standing } = found
  const item = itemIn(finished(ctx, sheet).answers, ctx.person.id)
  const facts = propose(meeting, item, { accepted: true })
  if (isRefusal(facts)) return facts
  ctx.tx.drafts.amend(sheet.draft.id, { status: 'submitted' })
  ctx.tx.subjects.amend(sheet.draft.subject, { open: false })
  const { id, title } = meeting.subject
  ctx.record(id, standing, facts)
  const after = ctx.matter(id)
  const added = isRefusal(after) ? undefined : agendaOf(after.state as Meeting).findLast(isProposed)
  const where = added === undefined ? 'on the agenda' : `item ${added.n} of the agenda, at ${added.starts}`
  return {
    kind: 'done',
    message: say(
      `${title}: “${item.title}” is ${where}.`,
      actions([{ label: 'Open the meeting', verb: 'matter.see', subject: id }]),
    ),
  }
}

const isProposed = ({ source }: ReturnType<typeof agendaOf>[number]) => source === 'proposed'
