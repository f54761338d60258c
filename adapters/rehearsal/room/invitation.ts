import { DateTime } from '../../../src/kernel/luxon.ts'
import type { Instant } from '../../../src/kernel/time.ts'

/** The little a calendar programme needs of an .ics file: what is on when, and how to answer. */

export interface Enclosure {
  readonly filename: string
  readonly contentType: string
  readonly content: string | Uint8Array
}

export interface Invitation {
  readonly method: 'REQUEST' | 'CANCEL' | 'PUBLISH'
  readonly uid: string
  readonly sequence: string
  readonly summary: string
  /** As the file writes it, with its parameters: `;TZID=Europe/London:20270225T140000`. */
  readonly start: string
  readonly organizer: string
}

export type Partstat = 'ACCEPTED' | 'TENTATIVE' | 'DECLINED'

/** What a calendar programme sends back when somebody answers an invitation. */
export interface CalendarAnswer {
  readonly from: string
  readonly subject: string
  /** An iTIP reply (RFC 5546). */
  readonly ics: string
}

const ANSWERS: Record<Partstat, string> = { ACCEPTED: 'Accepted', TENTATIVE: 'Tentative', DECLINED: 'Declined' }

/** The invitation among these enclosures, if there is one. */
export function readInvitation(enclosures: readonly Enclosure[]): Invitation | undefined {
  const file = enclosures.find(({ contentType, filename }) => /calendar/.test(contentType) || filename.endsWith('.ics'))
  if (!file) return undefined
  const lines = Buffer.from(file.content)
    .toString()
    .replace(/\r?\n[ \t]/g, '')
    .split(/\r?\n/)
  const event = lines.slice(lines.indexOf('BEGIN:VEVENT'))
  const valueIn = (where: readonly string[], name: string) =>
    where.find((line) => new RegExp(`^${name}[;:]`).test(line))?.slice(name.length) ?? ''
  const plain = (value: string) => value.slice(value.indexOf(':') + 1).replace(/\\([,;\\])/g, '$1')
  const method = plain(valueIn(lines, 'METHOD'))
  return {
    method: method === 'REQUEST' || method === 'CANCEL' ? method : 'PUBLISH',
    uid: plain(valueIn(event, 'UID')),
    sequence: plain(valueIn(event, 'SEQUENCE')) || '0',
    summary: plain(valueIn(event, 'SUMMARY')),
    start: valueIn(event, 'DTSTART'),
    organizer: valueIn(event, 'ORGANIZER'),
  }
}

/** The reply a calendar programme would send. */
export function replyTo(invitation: Invitation, address: string, partstat: Partstat, at: Instant): CalendarAnswer {
  const { uid, sequence, summary, start, organizer } = invitation
  const stamp = DateTime.fromISO(at, { zone: 'utc' }).toFormat("yyyyMMdd'T'HHmmss'Z'")
  const ics = [
    'BEGIN:VCALENDAR',
    'PRODID:-//Rehearsal//EN',
    'VERSION:2.0',
    'METHOD:REPLY',
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${stamp}`,
    ...(start ? [`DTSTART${start}`] : []),
    ...(organizer ? [`ORGANIZER${organizer}`] : []),
    `ATTENDEE;PARTSTAT=${partstat}:mailto:${address}`,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n')
  return { from: address, subject: `${ANSWERS[partstat]}: ${summary}`, ics }
}
