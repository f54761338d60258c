/**
 * Meetings as calendar files. The same meeting keeps its UID for life, and each change raises its SEQUENCE, so that a calendar
 * updates the entry it has instead of making a second one.
 *
 * @example
 *   icsOf(meeting, { method: 'REQUEST', now })                     // an invitation, or its update
 *   icsOf({ ...meeting, sequence: 3 }, { method: 'CANCEL', now })  // takes it out of the calendar again
 *   icsOf(meetings, { method: 'PUBLISH', now, name: 'CHSCP' })     // a feed to subscribe to
 */
import ical, {
  escape as escaped,
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  type ICalEventData,
  ICalEventStatus,
} from 'ical-generator'
import { DateTime } from '../kernel/luxon.ts'
import { type Instant, LONDON, type LocalDateTime, londonInstant } from '../kernel/time.ts'

/** How a person stands towards an invitation, in iCalendar's own words. */
export type PartStat = 'NEEDS-ACTION' | 'ACCEPTED' | 'DECLINED' | 'TENTATIVE' | 'DELEGATED'

export interface CalendarAttendee {
  readonly name: string
  readonly email: string
  /** NEEDS-ACTION when absent. */
  readonly partstat?: PartStat
  /** Invited, but not needed for the meeting: observers and those in attendance. */
  readonly optional?: boolean
}

export interface CalendarEvent {
  /** Stable for the life of the meeting. */
  readonly uid: string
  /** Raised by one with every change, the cancellation included. */
  readonly sequence: number
  /** Wall-clock times in London. */
  readonly starts: LocalDateTime
  readonly ends: LocalDateTime
  readonly title: string
  readonly place?: string
  readonly description?: string
  readonly url?: string
  readonly cancelled?: boolean
  readonly organiser?: { readonly name: string; readonly email: string }
  readonly attendees?: readonly CalendarAttendee[]
}

export interface IcsOptions {
  method: 'REQUEST' | 'CANCEL' | 'PUBLISH'
  /** Becomes DTSTAMP: which of two files is the newer. */
  now: Instant
  /** The name a subscriber sees above a feed. */
  name?: string
}

/**
 * The text of an .ics file. A REQUEST or CANCEL carries one meeting with its organiser, as RFC 5546 asks, and throws otherwise; a
 * PUBLISH carries any number and names no attendees.
 */
export function icsOf(events: CalendarEvent | readonly CalendarEvent[], { method, now, name }: IcsOptions): string {
  const list = [events].flat()
  if (method !== 'PUBLISH') assertInvitation(list, method)
  const calendar = ical({
    method: ICalCalendarMethod[method],
    prodId: { company: 'Muster', product: 'Calendar', language: 'EN' },
    // Naming the zone here would make the library write DTSTAMP in local time; each event names it instead.
    timezone: { name: null, generator: () => LONDON_VTIMEZONE },
    ...(name === undefined ? {} : { name: escaped(name, false) }),
  })
  for (const event of list) calendar.createEvent(entryOf(event, method, now))
  return `${calendar.toString()}\r\n`
}

function entryOf(event: CalendarEvent, method: IcsOptions['method'], now: Instant): ICalEventData {
  if (event.ends <= event.starts) throw new Error(`a meeting ends after it starts: ${event.uid}`)
  const cancelled = event.cancelled || method === 'CANCEL'
  return {
    id: event.uid,
    sequence: event.sequence,
    stamp: DateTime.fromISO(now, { zone: 'utc' }),
    start: DateTime.fromISO(londonInstant(event.starts), { zone: LONDON }),
    end: DateTime.fromISO(londonInstant(event.ends), { zone: LONDON }),
    timezone: LONDON,
    summary: event.title,
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    location: event.place ?? null,
    description: event.description ?? null,
    url: event.url ?? null,
    organizer: event.organiser ?? null,
    attendees: method === 'PUBLISH' ? [] : (event.attendees ?? []).map(invitationOf),
  }
}

function invitationOf({ name, email, partstat = 'NEEDS-ACTION', optional = false }: CalendarAttendee) {
  return {
    name,
    email,
    status: ICalAttendeeStatus[partstat === 'NEEDS-ACTION' ? 'NEEDSACTION' : partstat],
    role: optional ? ICalAttendeeRole.OPT : ICalAttendeeRole.REQ,
    rsvp: partstat === 'NEEDS-ACTION',
  }
}

function assertInvitation(events: readonly CalendarEvent[], method: 'REQUEST' | 'CANCEL'): void {
  const [event, ...others] = events
  if (!event || others.length > 0) throw new Error(`a ${method} carries one meeting, not ${events.length}`)
  if (!event.organiser) throw new Error(`nobody to answer to: ${event.uid} has no organiser`)
  if (event.cancelled && method === 'REQUEST') throw new Error(`an invitation to a cancelled meeting: ${event.uid}`)
}

/** London's rule since 1996: forward at 01:00 UTC on the last Sunday of March, back at 01:00 UTC on the last Sunday of October. */
const LONDON_VTIMEZONE = `BEGIN:VTIMEZONE
TZID:${LONDON}
BEGIN:DAYLIGHT
DTSTART:19960331T010000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZOFFSETFROM:+0000
TZOFFSETTO:+0100
TZNAME:BST
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T020000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
TZNAME:GMT
END:STANDARD
END:VTIMEZONE`
