/**
 * What people type in a meeting and around it: an item by its number on the agenda, a person by name, a time by the clock on the wall. Each becomes
 * the same wish as a press would.
 *
 * @example
 *   meetings decided slt 5 The risk register is agreed      // the fifth item of the SLT's meeting that has begun, decided now
 *   meetings left slt stubbsample 15:20                     // whoever held that seat left at 15:20
 */
import { z } from 'zod'
import type { Reply } from '../../../chat/intent.ts'
import { isRefusal, type Refusal, type Result, refuse } from '../../../kernel/result.ts'
import { timeOf } from '../../../kernel/time.ts'
import { agendaOf } from '../../../meetings/agenda.ts'
import { isAhead, type Meeting } from '../../../meetings/meeting.ts'
import type { Ctx, Handler } from '../../ctx.ts'
import { personCalled } from '../people.ts'
import { read } from '../read.ts'
import { addMeetingPaper, setAgenda } from './agenda.ts'
import { openMeetings } from './on-meeting.ts'
import { attendance, conflict, recordAction, recordDecision } from './records.ts'

/** Puts an item on the next agenda and asks somebody for its paper. */
export const askForPaper: Handler = (ctx) => {
  const wish = read(z.object({ group: z.string(), who: z.string(), title: z.string() }), ctx.intent.input)
  if (isRefusal(wish)) return wish
  const owner = personCalled(ctx, wish.who)
  if (isRefusal(owner)) return owner
  return about(ctx, next(ctx, wish.group), setAgenda, () => ({ title: wish.title, owner: owner.id, paper: 'yes' }))
}

const onItem = z.object({ group: z.string(), item: z.string() })

/** The address of a paper, for an item of the next meeting. */
export const sendPaper: Handler = (ctx) => onItsItem(ctx, next, addMeetingPaper)

/** What was decided on an item; a time before the words is when, where that is not now. */
export const sayDecided: Handler = (ctx) => onItsItem(ctx, begun, recordDecision, timed)

/** What somebody has agreed to do. */
export const sayAgreed: Handler = (ctx) => {
  const owner = personCalled(ctx, String(ctx.intent.input.who ?? ''))
  return isRefusal(owner) ? owner : onItsItem(ctx, begun, recordAction, () => ({ owner: owner.id }))
}

/** An item that was not reached comes back at the next meeting. */
export const sayNotReached: Handler = (ctx) => onItsItem(ctx, begun, setAgenda, () => ({ outcome: 'defer' }))

/** Stepping aside from an item, before the meeting or in it. */
export const sayConflict: Handler = (ctx) =>
  onItsItem(ctx, (c, group) => underWay(c, group) ?? next(c, group), conflict)

/** Somebody has left the room: now, or at a time of the meeting's day. */
export const sayLeft: Handler = (ctx) => {
  const wish = read(z.object({ group: z.string(), who: z.string(), time: z.string().optional() }), ctx.intent.input)
  if (isRefusal(wish)) return wish
  const person = personCalled(ctx, wish.who)
  if (isRefusal(person)) return person
  const meeting = begun(ctx, wish.group)
  const holds = ({ seat, person: member }: Meeting['members'][number]) =>
    (meeting?.attendance.get(seat.id)?.person ?? member.id) === person.id
  const seat = meeting?.members.find(holds)?.seat.id
  return about(ctx, meeting, attendance, () => ({ seat: seat ?? '', left: wish.time ?? timeOf(ctx.at) }))
}

type Finding = (ctx: Ctx, group: string) => Meeting | undefined
type More = (wish: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>

function onItsItem(ctx: Ctx, find: Finding, handler: Handler, more: More = () => ({})): Reply | Refusal {
  const wish = read(onItem, ctx.intent.input)
  if (isRefusal(wish)) return wish
  const meeting = find(ctx, wish.group)
  const item = meeting && itemCalled(meeting, wish.item)
  if (isRefusal(item)) return item
  return about(ctx, meeting, handler, () => ({ ...ctx.intent.input, item, ...more(ctx.intent.input) }))
}

/** Hands the wish on, as a press on that meeting would have brought it. */
function about(ctx: Ctx, meeting: Meeting | undefined, handler: Handler, input: () => object): Reply | Refusal {
  if (meeting === undefined) return noneSuch
  const intent = { ...ctx.intent, subject: meeting.subject.id, input: { ...input() } }
  return handler({ ...ctx, intent })
}

const noneSuch = refuse(
  'no-such-matter',
  'No meeting of that group is in the calendar for which this could be said.',
  'Say "meetings" for the list.',
)

/** An item by its number on the agenda, or by its id. */
function itemCalled(meeting: Meeting, said: string): Result<string> {
  const items = agendaOf(meeting)
  const found = items.find(({ id, n }) => id === said || String(n) === said)
  if (found !== undefined) return found.id
  return refuse('no-item', `The agenda has no item ${said}.`, `Its items are numbered from 1 to ${items.length}.`)
}

/** "14:50 The register is agreed" was decided at 14:50. */
function timed({ says }: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const [, when, words] = /^(\d\d:\d\d)\s+(.+)$/s.exec(String(says ?? '')) ?? []
  return when === undefined ? {} : { when, says: words }
}

const next: Finding = (ctx, group) => meetingsOfGroup(ctx, group).find(isAhead)

const underWay: Finding = (ctx, group) =>
  meetingsOfGroup(ctx, group).find(
    ({ cancelled, startsAt, endsAt }) => !cancelled && startsAt <= ctx.at && ctx.at < endsAt,
  )

/** The one that is under way, or the last that was. */
const begun: Finding = (ctx, group) =>
  meetingsOfGroup(ctx, group).findLast(({ cancelled, startsAt }) => !cancelled && startsAt <= ctx.at)

function meetingsOfGroup(ctx: Ctx, group: string): readonly Meeting[] {
  return openMeetings(ctx)
    .filter((meeting) => meeting.group.id === group.toLowerCase())
    .toSorted((a, b) => a.starts.localeCompare(b.starts))
}
