/** What a senior adviser's desk might say on a Monday morning, with every kind of block. */
import {
  actions,
  divider,
  facts,
  heading,
  list,
  type Message,
  notice,
  progress,
  quiet,
  table,
  text,
} from '../../src/chat/words.ts'

const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 90" font-family="sans-serif" font-size="15"><rect x="150" y="12" width="400" height="22" rx="4" fill="#2c7485"/><text x="0" y="28">Health</text><rect x="150" y="50" width="240" height="22" rx="4" fill="#2c7485"/><text x="0" y="66">Housing</text></svg>'

export const home: Message = {
  summary: 'Your desk: 2 things owed',
  sensitivity: 'person',
  blocks: [
    heading('What you owe'),
    notice('warn', 'One of these has a statutory date within two working days.'),
    heading('JUNIPER: submit to the Panel'),
    facts([
      {
        label: 'Due',
        value: 'Tue 12 Jan 2027',
        note: '15 working days from Thu 17 Dec 2026 (day 0), skipping 25 and 28 Dec and 1 Jan. 19.13',
        tone: 'warn',
      },
      { label: 'With you since', value: 'Mon 4 Jan 2027', note: 'The ICSC agreed the draft' },
      { label: 'Agency returns', value: '9 of 9', tone: 'good' },
    ]),
    actions([
      {
        label: 'Fill in the submission',
        verb: 'form.open',
        subject: 'rr-2026-04',
        input: { owed: 'submit' },
        style: 'primary',
        opens: 'form',
      },
      { label: 'See the case', verb: 'matter.open', subject: 'rr-2026-04' },
      {
        label: 'Hand it over',
        verb: 'owed.hand-over',
        subject: 'rr-2026-04',
        version: 14,
        style: 'danger',
        confirm: {
          title: 'Hand JUNIPER to somebody else?',
          text: 'They are asked first; until they agree it stays with you.',
          yes: 'Yes, ask them',
          no: 'No, keep it',
        },
      },
    ]),
    heading('Practice audits, 2026/27'),
    progress('Audits returned', 7, 9),
    {
      kind: 'figure',
      svg,
      alt: 'Audits by agency',
      sentence: 'Health has returned five audits and Housing three.',
      table: {
        columns: ['Agency', 'Audits'],
        rows: [
          ['Health', '5'],
          ['Housing', '3'],
        ],
      },
    },
    table(
      'Still out',
      ['Agency', 'Due', 'Asked'],
      [
        ['Probation Service', 'Fri 15 Jan 2027', 'twice'],
        ['Hackney Housing', 'Fri 15 Jan 2027', 'once'],
      ],
    ),
    divider,
    text('Nothing else is waiting for you.'),
    list(['The next SLT is on Thu 25 Feb 2027 at 14:00', 'The Executive meets the week before']),
    quiet('As of Mon 21 Dec 2026 10:00.'),
  ],
}
