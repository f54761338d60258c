/** What happened at a meeting: who was there, who left, who stepped aside, what was decided and agreed. */
import { z } from 'zod'
import { actions, type Button, heading, type Message, table, text } from '../../../chat/words.ts'
import { isRefusal } from '../../../kernel/result.ts'
import { londonInstant } from '../../../kernel/time.ts'
import { declareConflict, leave, recordAsAnswered, recordAttendance, sayCode } from '../../../meetings/attendance.ts'
import { agreeAction, decide } from '../../../meetings/decisions.ts'
import { type Code, codes } from '../../../meetings/facts.ts'
import { type Meeting, nameIn } from '../../../meetings/meeting.ts'
import { deputiesFor, seatLabel } from '../../../meetings/replies.ts'
import { dayOfMeeting, sayStart } from '../../../meetings/say.ts'
import type { Handler } from '../../ctx.ts'
import { clean, meetingFor, onMeeting, words } from './on-meeting.ts'

const clock = z.string().regex(/^\d\d:\d\d$/)
const presence = z.object({
  all: z.literal('as-answered').optional(),
  seat: z.string().optional(),
  code: z.enum(codes).optional(),
  person: z.string().optional(),
  /** When they left, London's clock. */
  left: clock.optional(),
})

/** The attendance, to look at and to record: everybody as they had answered, then seat by seat where it was otherwise. */
export const attendance: Handler = (ctx) => {
  const { input } = ctx.intent
  if (input.all !== undefined || input.code !== undefined || input.left !== undefined) {
    const recorded = onMeeting(
      ctx,
      'meeting.attendance',
      presence,
      (meeting, { all, seat = '', code, person, left }) => {
        if (all !== undefined) return recordAsAnswered(meeting)
        if (left !== undefined) return leave(meeting, { seat, at: momentIn(meeting, left) })
        return recordAttendance(meeting, { seat, code: code as Code, ...(person === undefined ? {} : { person }) })
      },
    )
    if (isRefusal(recorded)) return recorded
  }
  const found = meetingFor(ctx, 'meeting.attendance')
  if (isRefusal(found)) return found
  const { meeting } = found
  const chosen = meeting.members.find(({ seat }) => seat.id === input.seat)
  const shown =
    chosen === undefined || input.code !== undefined || input.left !== undefined
      ? sheet(meeting)
      : choices(meeting, chosen)
  return { kind: 'message', message: shown }
}

function sheet(meeting: Meeting): Message {
  const rows = meeting.members.map(({ seat, person }) => {
    const there = meeting.attendance.get(seat.id)
    return [seatLabel(meeting, { seat }), nameIn(meeting, there?.person ?? person.id), sayCode(there?.code)]
  })
  const open = meeting.members.some(({ seat }) => !meeting.attendance.has(seat.id))
  const button = (label: string, input: Record<string, string>): Button => ({
    label,
    verb: 'meeting.attendance',
    subject: meeting.subject.id,
    input,
  })
  return {
    summary: `${meeting.group.short}: attendance`,
    sensitivity: 'group',
    blocks: [
      heading(`${meeting.group.title}, ${sayStart(meeting.starts)}: attendance`),
      table('Who was there', ['Seat', 'Person', 'Attendance'], rows),
      actions([
        ...(open
          ? [{ ...button('Everybody as they answered', { all: 'as-answered' }), style: 'primary' as const }]
          : []),
        ...meeting.members.map((member) => button(`Change: ${seatLabel(meeting, member)}`, { seat: member.seat.id })),
      ]),
    ],
  }
}

function choices(meeting: Meeting, member: Meeting['members'][number]): Message {
  const seat = member.seat.id
  const button = (label: string, input: Record<string, string>): Button => ({
    label,
    verb: 'meeting.attendance',
    subject: meeting.subject.id,
    input: { seat, ...input },
  })
  const deputies = deputiesFor(meeting, member)
  return {
    summary: `${meeting.group.short}: attendance`,
    sensitivity: 'group',
    blocks: [
      heading(`${seatLabel(meeting, member)}: ${member.person.name}`),
      text(`Recorded: ${sayCode(meeting.attendance.get(seat)?.code)}.`),
      actions([
        button('Attended', { code: 'attended' }),
        ...deputies.map(({ id, name }) => button(`Deputy attended: ${name}`, { code: 'deputy-attended', person: id })),
        button('Apology', { code: 'apology' }),
        button('Did not attend', { code: 'did-not-attend' }),
        button('Observed', { code: 'observer', person: member.person.id }),
      ]),
    ],
  }
}

/** Stepping aside from an item is a member's own word. */
export const conflict: Handler = (ctx) =>
  onMeeting(ctx, 'meeting.reply', z.object({ item: z.string() }), (meeting, { item }) =>
    declareConflict(meeting, { item, person: ctx.person.id }),
  )

const decided = z.object({ item: z.string(), says: words, when: clock.optional() })

export const recordDecision: Handler = (ctx) =>
  onMeeting(
    ctx,
    'meeting.minutes',
    decided,
    (meeting, { item, says, when }) =>
      clean(ctx, says) ??
      decide(meeting, { item, says, ...(when === undefined ? {} : { when: momentIn(meeting, when) }) }),
  )

const agreed = z.object({ item: z.string(), says: words, owner: z.string(), due: z.iso.date().optional() })

export const recordAction: Handler = (ctx) =>
  onMeeting(
    ctx,
    'meeting.minutes',
    agreed,
    (meeting, { item, says, owner, due }) =>
      clean(ctx, says) ?? agreeAction(meeting, { item, says, owner, ...(due === undefined ? {} : { due }) }),
  )

function momentIn(meeting: Meeting, time: string) {
  return londonInstant(`${dayOfMeeting(meeting.starts)}T${time}`)
}
