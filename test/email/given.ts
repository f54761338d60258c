/** What the stories of this room begin with. */
import { type CalendarEvent, icsOf } from '../../src/calendar/ics.ts'
import type { Message } from '../../src/chat/words.ts'
import { actions, divider, facts, heading, list, notice, progress, quiet, table, text } from '../../src/chat/words.ts'
import type { Address, Attachment, Log } from '../../src/ports.ts'

export const NOW = '2026-12-17T16:40:00.000Z'
export const FROM = 'Muster <muster@chscp.example>'
export const LINK = 'https://desk.chscp.example/in/q7Hk2m_x9'

export const priya = (more: { link?: string; email?: string; name?: string } = {}): Address => ({
  kind: 'email',
  email: 'priya@chscp.example',
  name: 'Priya Sampleton',
  ...more,
})

/** A log that remembers. */
export function rememberingLog(): Log & { readonly lines: readonly (readonly [string, unknown])[] } {
  const lines: (readonly [string, unknown])[] = []
  return {
    lines,
    info: (fields, words) => void lines.push([words, fields]),
    warn: (fields, words) => void lines.push([words, fields]),
    error: (fields, words) => void lines.push([words, fields]),
  }
}

/** One of every block. */
export const everything: Message = {
  summary: 'JUNIPER: action for you',
  sensitivity: 'person',
  blocks: [
    heading('JUNIPER: send the rapid review to the Panel'),
    notice('warn', 'Due in 3 working days.'),
    facts([
      [
        'Submit to the Panel',
        'Tue 12 Jan 2027',
        '15 working days from Thu 17 Dec 2026 (day 0), skipping 25 and 28 Dec and 1 Jan. 19.13.',
      ],
      { label: 'Safety plan', value: 'not confirmed by Housing', tone: 'bad' },
      ['Lead', 'Priya Sampleton (SPA)'],
    ]),
    actions([
      { label: 'Acknowledge', verb: 'case.acknowledge', subject: 'rr-2026-01', style: 'primary' },
      { label: 'Ask for more time', verb: 'case.extend', subject: 'rr-2026-01' },
      { label: 'Panel guidance', verb: 'open', url: 'https://www.gov.example/panel?a=1&b=2' },
    ]),
    divider,
    heading('Where it stands'),
    progress('Agency returns', 5, 7),
    list(['Scoping agreed', 'Meeting held', 'Draft with the ICSC'], true),
    table(
      'Agency returns',
      ['Agency', 'State', 'Returned'],
      [
        ['Housing', 'overdue', ''],
        ['Police', 'returned', 'Mon 21 Dec 2026'],
        ['Health', 'returned', 'Tue 22 Dec 2026'],
      ],
    ),
    {
      kind: 'figure',
      svg: '<svg xmlns="http://www.w3.org/2000/svg"/>',
      alt: 'Two bars',
      sentence: 'Four of five reviews this year were on time.',
      table: {
        columns: ['Quarter', 'On time'],
        rows: [
          ['Q1', '2 of 2'],
          ['Q2', '2 of 3'],
        ],
      },
    },
    list(['Nothing here is about a person', 'Details are on the desk']),
    text('Read it first.\nThen decide.\n\nBoth on the desk.'),
    quiet('Code words mean nothing outside the partnership.'),
  ],
}

const panel: CalendarEvent = {
  uid: 'meeting-7@chscp.example',
  sequence: 2,
  starts: '2027-02-25T14:00',
  ends: '2027-02-25T16:00',
  title: 'Executive; February, 2027',
  place: 'Town Hall, Room 102',
  organiser: { name: 'Muster', email: 'muster@chscp.example' },
  attendees: [{ name: 'Priya Sampleton', email: 'priya@chscp.example' }],
}

export const fileOf = (name: string, type: string, content: string): Attachment => ({
  name,
  type,
  base64: Buffer.from(content).toString('base64'),
})

export const invitation = (method: 'REQUEST' | 'CANCEL' | 'PUBLISH'): Attachment =>
  fileOf('executive.ics', 'text/calendar', icsOf(panel, { method, now: NOW }))
