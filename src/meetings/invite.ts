/** A meeting as a calendar file: the invitation, its update and its end are one entry, by UID and SEQUENCE (FEATURES rows 62 and 63). */
import { type CalendarEvent, icsOf, type PartStat } from '../calendar/ics.ts'
import type { Instant } from '../kernel/time.ts'
import { holders } from '../partnership/partnership.ts'
import type { Attachment } from '../ports.ts'
import type { Answer } from './facts.ts'
import { isInvited, type Meeting, sequenceOf, titleOf, uidOf } from './meeting.ts'

/** The attachment to an invitation, a move or a cancellation. Without an address to answer to it is a plain entry. */
export function calendarFile(meeting: Meeting): Attachment {
  const event = eventOf(meeting)
  const method = event.organiser === undefined ? 'PUBLISH' : meeting.cancelled ? 'CANCEL' : 'REQUEST'
  return attached(`${meeting.subject.id}.ics`, method, icsOf(event, { method, now: meeting.at }))
}

/** Several meetings as one file, for a person's or a group's own calendar (row 64). */
export function calendarOf(meetings: readonly Meeting[], { now, name }: { now: Instant; name: string }): string {
  return icsOf(meetings.map(eventOf), { method: 'PUBLISH', now, name })
}

export function holdsFile(meetings: readonly Meeting[], { now, name }: { now: Instant; name: string }): Attachment {
  return attached('meetings.ics', 'PUBLISH', calendarOf(meetings, { now, name }))
}

function eventOf(meeting: Meeting): CalendarEvent {
  const { starts, ends, called, partnership } = meeting
  const organiser = organiserOf(meeting)
  return {
    uid: uidOf(meeting),
    sequence: sequenceOf(meeting),
    starts,
    ends,
    title: `${partnership.profile.partnership.short}: ${titleOf(meeting)}${isInvited(meeting) ? '' : ' (date held)'}`,
    ...(called.place === undefined ? {} : { place: called.place }),
    ...(called.link === undefined ? {} : { url: called.link }),
    ...(meeting.cancelled ? { cancelled: true } : {}),
    ...(organiser === undefined ? {} : { organiser }),
    attendees: meeting.members.flatMap(({ person, seat, observer }) =>
      person.email === undefined
        ? []
        : [
            {
              name: person.name,
              email: person.email,
              partstat: partstatOf(meeting.replies.get(seat.id)?.answer),
              optional: observer,
            },
          ],
    ),
  }
}

/** A calendar's answer goes to the support team, who call the meetings. */
function organiserOf({ partnership, at }: Meeting): CalendarEvent['organiser'] {
  const { email } = holders(partnership, 'support', at).find((person) => person.email !== undefined) ?? {}
  return email === undefined ? undefined : { name: `${partnership.profile.partnership.short} support team`, email }
}

function partstatOf(answer: Answer | undefined): PartStat {
  switch (answer) {
    case undefined:
      return 'NEEDS-ACTION'
    case 'attending':
      return 'ACCEPTED'
    case 'apologies':
      return 'DECLINED'
    case 'deputy':
      return 'DELEGATED'
    default:
      return answer satisfies never
  }
}

function attached(name: string, method: string, text: string): Attachment {
  return { name, type: `text/calendar; charset=utf-8; method=${method}`, base64: Buffer.from(text).toString('base64') }
}
