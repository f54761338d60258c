import ical, { type VEvent } from 'node-ical'
import { describe, expect, test } from 'vitest'
import { type CalendarEvent, icsOf } from '../../src/calendar/ics.ts'

const now = '2026-11-21T10:00:00.000Z'

const slt: CalendarEvent = {
  uid: 'slt-2027-1@muster.example',
  sequence: 0,
  starts: '2027-02-25T14:00',
  ends: '2027-02-25T16:00',
  title: 'Strategic Leadership Team; first of three, 2027',
  place: 'Room 4, Town Hall',
  description: 'Papers are on the desk.\nApologies by Mon 22 Feb.',
  url: 'https://desk.example/meetings/slt-2027-1',
  organiser: { name: 'Support team', email: 'support@example.org' },
  attendees: [
    { name: 'Lan "Hackney" Council: children, families', email: 'lan@example.org' },
    { name: 'Observer', email: 'observer@example.org', partstat: 'ACCEPTED', optional: true },
  ],
}

/** Reads a file the way a calendar programme would. */
function read(icsText: string): VEvent[] {
  return Object.values(ical.sync.parseICS(icsText)).filter((part): part is VEvent => part?.type === 'VEVENT')
}

const unfolded = (icsText: string) => icsText.replaceAll('\r\n ', '').split('\r\n')

describe('an invitation', () => {
  const invitation = icsOf(slt, { method: 'REQUEST', now })

  test('reads back as it was meant, commas, quotes and new lines included', () => {
    const [event] = read(invitation)
    expect(event).toMatchObject({
      uid: slt.uid,
      sequence: 0,
      method: 'REQUEST',
      status: 'CONFIRMED',
      summary: slt.title,
      location: slt.place,
      description: slt.description,
    })
    expect(unfolded(invitation)).toContain(`URL;VALUE=URI:${slt.url}`)
    expect(event?.start.toISOString()).toBe('2027-02-25T14:00:00.000Z')
    expect(event?.end?.toISOString()).toBe('2027-02-25T16:00:00.000Z')
  })

  test('asks for an answer from those who have given none', () => {
    const attendees = unfolded(invitation).filter((line) => line.startsWith('ATTENDEE'))
    expect(attendees[0]).toContain('ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE')
    expect(attendees[1]).toContain('ROLE=OPT-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE')
    expect(unfolded(invitation)).toContain('ORGANIZER;CN="Support team":mailto:support@example.org')
  })

  test('is stamped in UTC with the moment it was given, so the same meeting makes the same file', () => {
    expect(unfolded(invitation)).toContain('DTSTAMP:20261121T100000Z')
    expect(icsOf(slt, { method: 'REQUEST', now })).toBe(invitation)
  })

  test('keeps to 75 octets a line and ends its last one', () => {
    const long = icsOf({ ...slt, title: '§ “Ünïcode” ✓ '.repeat(30) }, { method: 'REQUEST', now })
    expect(long.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
    expect(long.endsWith('END:VCALENDAR\r\n')).toBe(true)
    expect(read(long)[0]?.summary).toBe('§ “Ünïcode” ✓ '.repeat(30))
  })

  test('cannot be made to carry a line of its own through a title or a place', () => {
    const sly = icsOf(
      { ...slt, title: 'A\r\nATTENDEE:mailto:x@example.org', place: 'B\nEND:VEVENT' },
      { method: 'REQUEST', now },
    )
    expect(unfolded(sly).filter((line) => line.startsWith('ATTENDEE'))).toHaveLength(2)
    expect(read(sly)).toHaveLength(1)
  })
})

describe('a change updates the entry instead of making a second one', () => {
  test('the UID stays and the SEQUENCE rises', () => {
    const moved = read(
      icsOf({ ...slt, sequence: 1, starts: '2027-02-25T15:00', ends: '2027-02-25T17:00' }, { method: 'REQUEST', now }),
    )
    expect(moved[0]).toMatchObject({ uid: slt.uid, sequence: 1 })
  })

  test('a cancellation says so twice over, as calendars differ in where they look', () => {
    const [cancelled] = read(icsOf({ ...slt, sequence: 2 }, { method: 'CANCEL', now }))
    expect(cancelled).toMatchObject({ uid: slt.uid, sequence: 2, method: 'CANCEL', status: 'CANCELLED' })
  })
})

describe('the wall clock in London, whatever the clocks do', () => {
  test.each([
    ['Thu 25 Mar 2027, before they go forward', '2027-03-25T09:00', '2027-03-25T09:00:00.000Z'],
    ['Tue 30 Mar 2027, after', '2027-03-30T09:00', '2027-03-30T08:00:00.000Z'],
    ['Fri 29 Oct 2027, before they go back', '2027-10-29T09:00', '2027-10-29T08:00:00.000Z'],
    ['Mon 1 Nov 2027, after', '2027-11-01T09:00', '2027-11-01T09:00:00.000Z'],
  ])('%s', (_, starts, moment) => {
    const text = icsOf({ ...slt, starts, ends: starts.replace('T09', 'T11') }, { method: 'REQUEST', now })
    expect(unfolded(text)).toContain(`DTSTART;TZID=Europe/London:${starts.replace(/[-:]/g, '')}00`)
    expect(read(text)[0]?.start.toISOString()).toBe(moment)
  })

  test('the file brings London’s rule with it, for calendars that know no zones', () => {
    const lines = unfolded(icsOf(slt, { method: 'REQUEST', now }))
    const zone = lines.slice(lines.indexOf('BEGIN:VTIMEZONE'), lines.indexOf('END:VTIMEZONE'))
    expect(zone).toContain('TZID:Europe/London')
    expect(zone).toContain('RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU')
    expect(zone).toContain('RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU')
  })
})

describe('a feed', () => {
  const executive = { ...slt, uid: 'executive-2027-1@muster.example', cancelled: true }
  const feed = icsOf([slt, executive], { method: 'PUBLISH', now, name: 'Hackney, and the City' })

  test('carries every meeting, the cancelled one marked', () => {
    expect(read(feed).map(({ uid, status }) => [uid, status])).toEqual([
      [slt.uid, 'CONFIRMED'],
      [executive.uid, 'CANCELLED'],
    ])
    expect(unfolded(feed)).toContain('X-WR-CALNAME:Hackney\\, and the City')
  })

  test('tells no subscriber who else is invited', () => {
    expect(feed).not.toContain('ATTENDEE')
  })
})

describe('files that no calendar would understand are never made', () => {
  test.each<[string, CalendarEvent[]]>([
    ['an invitation to two meetings at once', [slt, { ...slt, uid: 'other@muster.example' }]],
    ['an invitation to none', []],
    ['an invitation nobody could answer to', [{ ...slt, organiser: undefined }]],
    ['an invitation to a cancelled meeting', [{ ...slt, cancelled: true }]],
    ['a meeting that ends before it starts', [{ ...slt, ends: '2027-02-25T13:00' }]],
  ])('%s', (_, events) => {
    expect(() => icsOf(events, { method: 'REQUEST', now })).toThrow()
  })
})
