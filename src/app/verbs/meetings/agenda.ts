/** The agenda of a meeting: items proposed, accepted, declined, deferred to the next, and their papers. */
import { z } from 'zod'
import { isRefusal, type Result, refuse } from '../../../kernel/result.ts'
import { addPaper, decideOnItem, defer, mattersArising, propose } from '../../../meetings/agenda.ts'
import { type ItemProposed, purposes, type Unsigned } from '../../../meetings/facts.ts'
import { isAhead, type Meeting } from '../../../meetings/meeting.ts'
import type { Ctx, Handler } from '../../ctx.ts'
import { seeMeeting } from './call.ts'
import { clean, onMeeting, openMeetings, words } from './on-meeting.ts'

const ticked = z.literal('yes').optional()
const proposal = z.object({
  title: words,
  purpose: z.enum(purposes).default('discussion'),
  minutes: z.coerce.number().int().min(5).max(180).optional(),
  owner: z.string().optional(),
  area: z.string().optional(),
  confidential: ticked,
  unanimous: ticked,
  paper: ticked,
})

/** A member proposes an item; the chair is asked about it. */
export const proposeItem: Handler = (ctx) =>
  onMeeting(
    ctx,
    'meeting.propose-item',
    proposal,
    (meeting, wish) => clean(ctx, wish.title) ?? propose(meeting, itemOf(ctx, wish)),
  )

const onItem = z.object({ item: z.string(), outcome: z.enum(['accept', 'decline', 'defer']) })

/** The agenda: shown; an item accepted, declined or deferred; or, with a title, added outright by whoever sets it. */
export const setAgenda: Handler = (ctx) => {
  if (ctx.intent.input.item !== undefined) {
    return onMeeting(ctx, 'meeting.agenda', onItem, (meeting, { item, outcome }) =>
      outcome === 'defer' ? deferItem(ctx, meeting, item) : decideOnItem(meeting, item, outcome),
    )
  }
  if (ctx.intent.input.title === undefined) return seeMeeting(ctx)
  return onMeeting(
    ctx,
    'meeting.agenda',
    proposal,
    (meeting, wish) => clean(ctx, wish.title) ?? propose(meeting, itemOf(ctx, wish), { accepted: true }),
  )
}

/** What was not reached goes to the group's next meeting at once, or waits for it to be called. */
function deferItem(ctx: Ctx, meeting: Meeting, id: string): Result<readonly Unsigned[]> {
  const deferred = defer(meeting, id)
  if (isRefusal(deferred)) return deferred
  const next = openMeetings(ctx)
    .filter((one) => one.group.id === meeting.group.id && one.starts > meeting.starts && isAhead(one))
    .sort((a, b) => a.starts.localeCompare(b.starts))[0]
  const only = { ...meeting, deferred: new Set([id]) }
  if (next !== undefined) ctx.record(next.subject.id, undefined, mattersArising([only]))
  return deferred
}

const paper = z.object({ item: z.string(), title: words, url: z.url({ protocol: /^https$/ }) })

/** A paper is where it is kept, never what it says: Muster passes on the address. */
export const addMeetingPaper: Handler = (ctx) =>
  onMeeting(ctx, 'meeting.propose-item', paper, (meeting, wish) => {
    const owner = meeting.items.get(wish.item)?.owner
    if (
      owner !== undefined &&
      owner !== ctx.person.id &&
      isRefusal(ctx.may('meeting.agenda', { group: meeting.group.id }))
    ) {
      return refuse(
        'not-yours',
        "The paper for this item is its owner's to send.",
        'Send yours to them, or to the support team.',
      )
    }
    return clean(ctx, wish.title) ?? addPaper(meeting, { ...wish, owner: ctx.person.id })
  })

function itemOf(
  ctx: Ctx,
  { owner, confidential, unanimous, paper: wanted, minutes, area, ...rest }: z.output<typeof proposal>,
): Omit<ItemProposed, 'item'> {
  return {
    ...rest,
    owner: owner ?? ctx.person.id,
    ...(minutes === undefined ? {} : { minutes }),
    ...(area === undefined ? {} : { area }),
    ...(confidential ? { confidential: true as const } : {}),
    ...(unanimous ? { unanimous: true as const } : {}),
    ...(wanted ? { paper: true as const } : {}),
  }
}
