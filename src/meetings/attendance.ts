/** Who was there, seat by seat, in the codes of an attendance matrix (DOMAIN 4.1); who left, and who stepped aside. */
import { type Refusal, type Result, refuse } from '../kernel/result.ts'
import { type Instant, sayMoment } from '../kernel/time.ts'
import { type Member, personById } from '../partnership/partnership.ts'
import type { Answer, Code, Unsigned } from './facts.ts'
import { isDeciding, type Meeting } from './meeting.ts'
import { deputiesFor, seatLabel } from './replies.ts'
import { sayStart } from './say.ts'

export interface WasThere {
  readonly seat: string
  readonly code: Code
  /** Who came: the member, or somebody for them. */
  readonly person?: string
}

/**
 * Records one seat. Somebody who came for a member without being registered to, or without being one who may decide, was an observer
 * (10.2.16); a seat whose member is there needs no deputy (10.2.15).
 */
export function recordAttendance(meeting: Meeting, { seat: id, code, person }: WasThere): Result<readonly Unsigned[]> {
  const member = meeting.members.find(({ seat }) => seat.id === id)
  const shut = closedToRecords(meeting)
  if (shut) return shut
  if (member === undefined)
    return refuse('no-seat', 'There is no such seat in this meeting.', 'Choose a seat from the list.')
  if (code !== 'deputy-attended' && code !== 'observer') return [attendance(id, code, member.person.id)]
  const came = person ?? onlyDeputy(meeting, member)
  if (came === undefined || personById(meeting.partnership, came) === undefined) {
    return refuse(
      'who-came',
      `Say who came for ${seatLabel(meeting, member)}.`,
      'Choose the person who was in the room.',
    )
  }
  if (code === 'deputy-attended' && came !== member.person.id && meeting.attendance.get(id)?.code === 'attended') {
    return refuse(
      'one-voice',
      `${member.person.name} is recorded as there in person, and a seat has one voice.`,
      'Record the other person as an observer of another seat, or correct the first record.',
    )
  }
  const able = deputiesFor(meeting, member).some((one) => one.id === came)
  return [attendance(id, code === 'deputy-attended' && able ? 'deputy-attended' : 'observer', came)]
}

/** Everybody as they had answered; whoever had said nothing did not attend. Seats already recorded stay as they are. */
export function recordAsAnswered(meeting: Meeting): Result<readonly Unsigned[]> {
  const shut = closedToRecords(meeting)
  if (shut) return shut
  return meeting.members
    .filter(({ seat }) => !meeting.attendance.has(seat.id))
    .map((member) => {
      const given = meeting.replies.get(member.seat.id)
      const code = codeFor(given?.answer)
      return attendance(
        member.seat.id,
        code,
        code === 'deputy-attended' ? (given?.deputy ?? member.person.id) : member.person.id,
      )
    })
}

/** Whether everybody's presence has been recorded: what quorum and minutes rest on. */
export function isRecorded(meeting: Meeting): boolean {
  return !isDeciding(meeting) || meeting.members.every(({ seat }) => meeting.attendance.has(seat.id))
}

/** A seat leaves the room; what is decided from then on may be provisional (10.2.13). */
export function leave(meeting: Meeting, { seat, at }: { seat: string; at: Instant }): Result<readonly Unsigned[]> {
  const shut = closedToRecords(meeting)
  if (shut) return shut
  const { code } = meeting.attendance.get(seat) ?? {}
  if (code !== 'attended' && code !== 'deputy-attended' && code !== 'observer') {
    return refuse('not-there', 'That seat is not recorded as there.', 'Record the attendance first.')
  }
  if (at < meeting.startsAt || at > meeting.endsAt) {
    return refuse(
      'not-then',
      `${sayMoment(at)} is not within the meeting.`,
      'Give a time between its beginning and its end.',
    )
  }
  return [{ kind: 'left', data: { seat, at } }]
}

/** A member's own conflict of interest in an item: they step aside from it, and their agency does not chair it. */
export function declareConflict(
  meeting: Meeting,
  { item, person }: { item: string; person: string },
): Result<readonly Unsigned[]> {
  if (meeting.conflicts.some((one) => one.item === item && one.person === person)) {
    return refuse('already-done', 'You have declared this already.', 'Nothing more is needed from you here.')
  }
  return [{ kind: 'conflict-declared', data: { item, person } }]
}

/** "Attended", "Deputy attended", as the minutes and the matrix word it. */
export function sayCode(code: Code | undefined): string {
  switch (code) {
    case undefined:
      return 'Not recorded'
    case 'attended':
      return 'Attended'
    case 'deputy-attended':
      return 'Deputy attended'
    case 'apology':
      return 'Apology'
    case 'did-not-attend':
      return 'Did not attend'
    case 'observer':
      return 'Observed'
    default:
      return code satisfies never
  }
}

function closedToRecords(meeting: Meeting): Refusal | undefined {
  if (meeting.cancelled) return refuse('cancelled', 'This meeting was cancelled.', 'There is nothing to record.')
  if (meeting.at < meeting.startsAt) {
    return refuse(
      'not-begun',
      `The meeting begins on ${sayStart(meeting.starts)}.`,
      'Record who is there once it has begun.',
    )
  }
  const approved = meeting.marks.get('minutes-approved')
  return (
    approved &&
    refuse(
      'minutes-approved',
      `The minutes were approved on ${sayMoment(approved.at)}.`,
      'Ask the chair to have the correction noted in the next minutes.',
    )
  )
}

function onlyDeputy(meeting: Meeting, member: Member): string | undefined {
  const able = deputiesFor(meeting, member)
  return able.length === 1 ? able[0]?.id : undefined
}

function codeFor(answer: Answer | undefined): Code {
  switch (answer) {
    case undefined:
      return 'did-not-attend'
    case 'attending':
      return 'attended'
    case 'deputy':
      return 'deputy-attended'
    case 'apologies':
      return 'apology'
    default:
      return answer satisfies never
  }
}

function attendance(seat: string, code: Code, person: string): Unsigned {
  return { kind: 'attendance', data: { seat, code, person } }
}
