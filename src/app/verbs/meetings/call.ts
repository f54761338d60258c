/** Meetings: called, listed, seen, answered, moved, cancelled. */
import { z } from 'zod'
import { actions, type Button, facts, heading, type Message, quiet, say } from '../../../chat/words.ts'
import { isRefusal } from '../../../kernel/result.ts'
import { hoursAfter } from '../../../kernel/time.ts'
import { mattersArising } from '../../../meetings/agenda.ts'
import { calledFact, cancel, groupCalled, move, type Slot, slotFor, type Wanted } from '../../../meetings/call.ts'
import { close } from '../../../meetings/decide.ts'
import { answers, choices, type Unsigned } from '../../../meetings/facts.ts'
import { type Meeting, shortOf } from '../../../meetings/meeting.ts'
import { quorumOf } from '../../../meetings/quorum.ts'
import { answerInCalendar, reply } from '../../../meetings/replies.ts'
import { clockOf, dayOfMeeting, saySpan, sayStart } from '../../../meetings/say.ts'
import type { Standing } from '../../../partnership/authority/may.ts'
import type { Ctx, Handler } from '../../ctx.ts'
import { hashOfSecret } from '../../secrets.ts'
import { faceOf } from '../on-matter.ts'
import { read } from '../read.ts'
import { clean, meetingFor, meetingsOf, onMeeting, openMeetings, settingOf, words } from './on-meeting.ts'

const date = z.string().regex(/^\d{4}-\d\d-\d\d$/)
const time = z.string().regex(/^\d\d:\d\d$/)
const called = z.object({
  group: z.string().min(1),
  date,
  time: time.optional(),
  to: time.optional(),
  place: words.optional(),
  link: z.url({ protocol: /^https$/ }).optional(),
  area: z.string().optional(),
  reason: words.optional(),
})

/** Puts a meeting on a date and invites its members; a date that cannot be is refused with the next free ones. */
export const callMeeting: Handler = (ctx) => {
  const wish = read(called, ctx.intent.input)
  if (isRefusal(wish)) return wish
  const group = groupCalled(settingOf(ctx), wish.group)
  if (isRefusal(group)) return group
  const standing = ctx.may('meeting.call', { kind: 'meeting', group: group.id })
  if (isRefusal(standing)) return standing
  const unclean = clean(ctx, wish.place, wish.reason)
  if (unclean) return unclean
  const wanted: Wanted = {
    group: group.id,
    date: wish.date,
    ...(wish.time === undefined ? {} : { from: wish.time }),
    ...(wish.to === undefined ? {} : { to: wish.to }),
    ...(wish.area === undefined ? {} : { matter: { area: wish.area } }),
    ...(wish.reason === undefined ? {} : { shortNotice: wish.reason }),
  }
  const slot = slotFor(settingOf(ctx), wanted, openMeetings(ctx))
  if (isRefusal(slot)) return slot
  const { place, link } = wish
  const more = { ...(place === undefined ? {} : { place }), ...(link === undefined ? {} : { link }) }
  const id = beginMeeting(ctx, standing, slot, wanted, more, mattersArising(meetingsOf(ctx, group.id)))
  return faceOf(ctx, id)
}

/** Begins a meeting as a subject of its own; `arising` is what was left over at the group's earlier ones. */
export function beginMeeting(
  ctx: Ctx,
  standing: Standing,
  slot: Slot,
  wanted: Wanted,
  more: Parameters<typeof calledFact>[2] = {},
  arising: readonly Unsigned[] = [],
): string {
  const id = freeId(ctx, `${wanted.group}-${dayOfMeeting(slot.starts)}`)
  ctx.begin({ id, kind: 'meeting', title: titleFor(ctx, wanted.group, slot, more.name) })
  ctx.record(id, standing, [calledFact(slot, wanted, more), ...arising])
  return id
}

/** `slt-2027-02-25`; a second meeting called for the same day, once the first was cancelled or moved away, is `slt-2027-02-25-no2`. */
function freeId(ctx: Ctx, stem: string): string {
  let id = stem
  for (let n = 2; ctx.tx.subjects.get(id) !== undefined; n += 1) id = `${stem}-no${n}`
  return id
}

/** The next meetings this person may see. */
export const listMeetings: Handler = (ctx) => {
  const group =
    typeof ctx.intent.input.group === 'string' && ctx.intent.input.group !== ''
      ? groupCalled(settingOf(ctx), ctx.intent.input.group)
      : undefined
  if (isRefusal(group)) return group
  const ahead = openMeetings(ctx)
    .filter(
      (meeting) =>
        (group === undefined || meeting.group.id === group.id) && meeting.at < meeting.endsAt && maySee(ctx, meeting),
    )
    .sort((a, b) => a.starts.localeCompare(b.starts))
    .slice(0, 12)
  return {
    kind: 'message',
    message: ahead.length === 0 ? say('No meeting is in the calendar that you take part in.') : listOf(ahead),
  }
}

function listOf(meetings: readonly Meeting[]): Message {
  const rows = meetings.map((meeting) => ({
    label: shortOf(meeting),
    value: saySpan(meeting),
    note: quorumOf(meeting, { by: 'replies' }).because,
  }))
  const buttons = meetings.map(
    (meeting): Button => ({
      label: `${shortOf(meeting)}, ${sayStart(meeting.starts)}`,
      verb: 'meeting.see',
      subject: meeting.subject.id,
    }),
  )
  return {
    summary: `${meetings.length} meetings ahead`,
    sensitivity: 'person',
    blocks: [
      heading('Meetings'),
      facts(rows),
      actions(buttons),
      actions([
        { label: 'The year at a glance', verb: 'meeting.year' },
        { label: 'Attendance by agency', verb: 'meeting.attended' },
      ]),
    ],
  }
}

export const seeMeeting: Handler = (ctx) => {
  const found = meetingFor(ctx, 'meeting.see')
  return isRefusal(found)
    ? found
    : faceOf(ctx, found.meeting.subject.id, ctx.intent.input.change === undefined ? {} : { change: 'yes' })
}

const answering = z.object({
  answer: z.enum(answers),
  deputy: z.string().optional(),
  round: z.coerce.number().int().optional(),
})

/** Attending, apologies, or a deputy: for every seat this person holds, or stands in for. */
export const replyToMeeting: Handler = (ctx) =>
  onMeeting(ctx, 'meeting.reply', answering, (meeting, { answer, deputy, round }) =>
    reply(meeting, {
      person: ctx.person.id,
      answer,
      ...(deputy === undefined ? {} : { deputy }),
      ...(round === undefined ? {} : { round }),
    }),
  )

const moving = z.object({
  date: date.optional(),
  time: time.optional(),
  to: time.optional(),
  reason: words,
  shortNotice: words.optional(),
})

/** Another date or time: everybody is told, and asked again. */
export const moveMeeting: Handler = (ctx) =>
  onMeeting(ctx, 'meeting.move', moving, (meeting, wish) => {
    const unclean = clean(ctx, wish.reason, wish.shortNotice)
    if (unclean) return unclean
    const wanted: Wanted = {
      group: meeting.group.id,
      moving: meeting.subject.id,
      date: wish.date ?? dayOfMeeting(meeting.starts),
      from: wish.time ?? clockOf(meeting.starts),
      ...(wish.to === undefined ? (wish.time === undefined ? { to: clockOf(meeting.ends) } : {}) : { to: wish.to }),
      ...(wish.shortNotice === undefined ? {} : { shortNotice: wish.shortNotice }),
    }
    const slot = slotFor(meeting, wanted, openMeetings(ctx))
    if (isRefusal(slot)) return slot
    const moved = move(meeting, slot, wish.reason)
    if (!isRefusal(moved))
      ctx.tx.subjects.amend(meeting.subject.id, { title: titleFor(ctx, meeting.group.id, slot, meeting.called.name) })
    return moved
  })

export const cancelMeeting: Handler = (ctx) =>
  onMeeting(
    ctx,
    'meeting.cancel',
    z.object({ reason: words }),
    (meeting, { reason }) => clean(ctx, reason) ?? cancel(meeting, reason),
  )

/** What becomes of a meeting that will not be quorate: the chair's choice. */
export const chooseForecast: Handler = (ctx) =>
  onMeeting(ctx, 'meeting.move', z.object({ choice: z.enum(choices) }), (meeting, { choice }) =>
    close(meeting, { owed: 'forecast', outcome: choice, by: ctx.person.id }),
  )

const inCalendar = z.object({ uid: z.string(), sequence: z.coerce.number().int(), partstat: z.string() })

/** The answer somebody's calendar sent by mail counts as their own (FEATURES row 65). */
export const replyInCalendar: Handler = (ctx) =>
  onMeeting(ctx, 'meeting.reply', inCalendar, (meeting, file) => {
    const answer = answerInCalendar(meeting, file)
    return isRefusal(answer) ? answer : reply(meeting, { person: ctx.person.id, answer })
  })

/** Private addresses for a calendar: of this one meeting, and of all of this person's, which stays up to date by itself (FEATURES row 64). */
export const sendCalendar: Handler = (ctx) => {
  const found = ctx.intent.subject === undefined ? undefined : meetingFor(ctx, 'meeting.see')
  if (isRefusal(found)) return found
  const one = found && {
    label: 'This meeting',
    verb: 'desk.opened',
    url: calendarLink(ctx, `meeting/${found.meeting.subject.id}`),
  }
  const all = { label: 'All my meetings', verb: 'desk.opened', url: calendarLink(ctx, `person/${ctx.person.id}`) }
  return {
    kind: 'message',
    message: say(
      found
        ? `${shortOf(found.meeting)}, ${saySpan(found.meeting)}: for your calendar.`
        : 'Your meetings, for your calendar.',
      actions(one ? [one, all] : [all]),
      quiet(
        'Subscribe to "All my meetings" and it follows every change. The addresses are yours alone: whoever has them sees your meetings.',
      ),
    ),
  }
}

const FEED_DAYS = 400

function calendarLink(ctx: Ctx, target: string): string {
  const token = ctx.house.ids.secret()
  const expiresAt = hoursAfter(ctx.at, FEED_DAYS * 24)
  ctx.tx.links.add({
    hash: hashOfSecret(token),
    purpose: 'calendar',
    person: ctx.person.id,
    target,
    expiresAt,
    once: false,
  })
  return `${ctx.house.baseUrl}/calendar/${token}.ics`
}

function maySee(ctx: Ctx, meeting: Meeting): boolean {
  return !isRefusal(ctx.may('meeting.see', { kind: 'meeting', group: meeting.group.id }))
}

function titleFor(ctx: Ctx, groupId: string, slot: Slot, name: string | undefined): string {
  const group = ctx.partnership.groups.find((one) => one.id === groupId)
  return `${name ?? group?.short ?? groupId}, ${sayStart(slot.starts)}`
}
