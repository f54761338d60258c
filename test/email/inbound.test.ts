/** What comes back by mail: who accepts, what did not arrive, and all the letters that must change nothing. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Inbound, readMail } from '../../adapters/email/inbound.ts'

const mail = (headers: readonly string[], body: string) => [...headers, 'MIME-Version: 1.0', body].join('\r\n')

const reply = (more: { attendee?: string; partstat?: string; method?: string } = {}) =>
  [
    'BEGIN:VCALENDAR',
    'PRODID:-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN',
    'VERSION:2.0',
    `METHOD:${more.method ?? 'REPLY'}`,
    'BEGIN:VEVENT',
    'UID:meeting-7@chscp.example',
    'SEQUENCE:2',
    'DTSTAMP:20261218T090000Z',
    'DTSTART;TZID=Europe/London:20270225T140000',
    'ORGANIZER;CN=Muster:mailto:muster@chscp.example',
    `ATTENDEE;PARTSTAT=${more.partstat ?? 'ACCEPTED'};CN="Sam; Fictitious":mailto:${more.attendee ?? 'sam@police.example'}`,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n')

/** As Outlook sends it: words, and the calendar part in base64. */
function answered({ from = 'Sam Fictitious <sam@police.example>', headers = [] as string[], ics = reply() } = {}) {
  return mail(
    [
      `From: ${from}`,
      'To: muster@chscp.example',
      'Subject: Accepted: Executive',
      ...headers,
      'Content-Type: multipart/alternative; boundary="b1"',
    ],
    [
      '',
      '--b1',
      'Content-Type: text/plain; charset="us-ascii"',
      '',
      'I shall be there.',
      '--b1',
      'Content-Type: text/calendar; charset="utf-8"; method=REPLY',
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from(ics).toString('base64').replaceAll(/.{76}/g, '$&\r\n'),
      '--b1--',
      '',
    ].join('\r\n'),
  )
}

const accepted: Inbound = {
  kind: 'calendar-reply',
  from: 'sam@police.example',
  uid: 'meeting-7@chscp.example',
  sequence: 2,
  partstat: 'ACCEPTED',
}
const other = (why: string) => ({ kind: 'other', why })

describe('an answer from a calendar', () => {
  it('counts, whatever the letters of the address', async () => {
    expect(await readMail(answered())).toEqual(accepted)
    expect(await readMail(Buffer.from(answered({ from: '"S. F." <Sam@Police.Example>' })))).toEqual(accepted)
    const declined = answered({ ics: reply({ partstat: 'DECLINED', attendee: 'SAM@police.example' }) })
    expect(await readMail(declined)).toEqual({ ...accepted, partstat: 'DECLINED' })
  })

  it('counts as Gmail sends it: in quoted-printable, and again as a file', async () => {
    const gmail = mail(
      ['From: sam@police.example', 'To: muster@chscp.example', 'Content-Type: multipart/mixed; boundary=x'],
      [
        '',
        '--x',
        'Content-Type: text/calendar; charset=UTF-8; method=REPLY',
        'Content-Transfer-Encoding: quoted-printable',
        '',
        reply().replaceAll('=', '=3D'),
        '--x',
        'Content-Type: application/ics; name=invite.ics',
        'Content-Transfer-Encoding: base64',
        '',
        Buffer.from(reply()).toString('base64'),
        '--x--',
      ].join('\r\n'),
    )
    expect(await readMail(gmail)).toEqual(accepted)
  })

  it('for somebody else does not count', async () => {
    expect(await readMail(answered({ from: 'mallory@elsewhere.example' }))).toEqual(other('for-another'))
    const dressedUp = '"sam@police.example" <mallory@elsewhere.example>'
    expect(await readMail(answered({ from: dressedUp }))).toEqual(other('for-another'))
    for (const from of [
      'sam@police.example, mallory@elsewhere.example',
      '<sam@police.example> <mallory@elsewhere.example>',
      '=?utf-8?q?sam=40police.example?=',
      '=?utf-8?q?x=3Csam=40police.example=3E?= <mallory@elsewhere.example>',
      '',
    ])
      expect(await readMail(answered({ from }))).toEqual(other('for-another'))
    const two = answered({ headers: ['From: mallory@elsewhere.example'] })
    expect(await readMail(two)).toEqual(other('for-another'))
    expect(await readMail(answered({ from: '"sam@police.example" <sam@police.example>' }))).toEqual(accepted)
  })

  it('whose sender is disowned by their own domain does not count', async () => {
    const headers = [
      'Authentication-Results: mx.chscp.example; spf=softfail; dmarc=fail (p=NONE) header.from=police.example',
    ]
    expect(await readMail(answered({ headers }))).toEqual(other('forged'))
  })

  it('that is an invitation, or does not say who answered, changes nothing', async () => {
    expect(await readMail(answered({ ics: reply({ method: 'REQUEST' }) }))).toEqual(other('not-an-answer'))
    expect(await readMail(answered({ ics: reply({ partstat: 'PERHAPS' }) }))).toEqual(other('unclear-answer'))
  })
})

describe('a letter that did not arrive', () => {
  const notice = (
    fields: readonly string[],
    returned = 'Message-ID: <0a1b@chscp.example>\r\nSubject: JUNIPER: action for you',
  ) =>
    mail(
      [
        'From: MAILER-DAEMON@mx.chscp.example',
        'Auto-Submitted: auto-replied',
        'Content-Type: multipart/report; report-type=delivery-status; boundary=r',
      ],
      [
        '',
        '--r',
        'Content-Type: text/plain',
        '',
        'I am sorry to have to inform you that your message could not be delivered.',
        '--r',
        'Content-Type: message/delivery-status',
        '',
        'Reporting-MTA: dns; mx.chscp.example',
        '',
        ...fields,
        '',
        '--r',
        'Content-Type: text/rfc822-headers',
        '',
        returned,
        '',
        '--r--',
      ].join('\r\n'),
    )

  it('is known by its recipient, its reason and its own id', async () => {
    const fields = [
      'Final-Recipient: rfc822; Sam@Police.example',
      'Action: failed',
      'Status: 5.1.1',
      'Diagnostic-Code: smtp; 550 5.1.1',
      ' user unknown',
    ]
    expect(await readMail(notice(fields))).toEqual({
      kind: 'bounce',
      recipient: 'sam@police.example',
      status: '5.1.1',
      permanent: true,
      message: '<0a1b@chscp.example>',
    })
  })

  it('and is still being tried, is not yet lost; given up, it is, whatever the reason', async () => {
    const fields = (action: string) => [
      'Final-Recipient: RFC822;sam@police.example',
      `Action: ${action}`,
      'Status: 4.4.7',
    ]
    expect(await readMail(notice(fields('delayed')))).toMatchObject({ status: '4.4.7', permanent: false })
    expect(await readMail(notice(fields('failed')))).toMatchObject({ status: '4.4.7', permanent: true })
  })

  it('is known by the address we wrote to, where it was forwarded', async () => {
    const fields = [
      'Original-Recipient: rfc822;sam@police.example',
      'Final-Recipient: rfc822;box17@inner.example',
      'Action: failed',
      'Status: 5.2.2',
    ]
    expect(await readMail(notice(fields, 'Subject: x'))).toEqual({
      kind: 'bounce',
      recipient: 'sam@police.example',
      status: '5.2.2',
      permanent: true,
    })
  })

  it('a notice that it did arrive is no bounce', async () => {
    const fields = ['Final-Recipient: rfc822; sam@police.example', 'Action: delivered', 'Status: 2.0.0']
    expect(await readMail(notice(fields))).toEqual(other('not-an-answer'))
  })
})

describe('any other letter', () => {
  it('changes nothing', async () => {
    const words = mail(['From: sam@police.example', 'Content-Type: text/plain'], '\r\nMETHOD:REPLY\r\nStatus: 5.1.1')
    expect(await readMail(words)).toEqual(other('not-an-answer'))
    expect(await readMail('')).toEqual(other('not-an-answer'))
    expect(await readMail(Buffer.alloc(6_000_000, 'x'))).toEqual(other('unreadable'))
    const nested = Array.from(
      { length: 60 },
      (_, n) => `Content-Type: multipart/mixed; boundary=b${n}\r\n\r\n--b${n}\r\n`,
    ).join('')
    expect(await readMail(nested)).toEqual(other('unreadable'))
  })

  it('never throws, however it is broken', async () => {
    const whole = answered()
    const broken = fc
      .tuple(fc.nat(whole.length), fc.nat(80), fc.string({ unit: 'binary' }))
      .map(([at, length, put]) => whole.slice(0, at) + put + whole.slice(at + length))
    await fc.assert(
      fc.asyncProperty(broken, async (raw) => {
        const read = await readMail(raw)
        if (read.kind === 'calendar-reply') expect(read.from).toMatch(/^[^\s@]+@[^\s@]+$/)
        else expect(read.kind).toBe('other')
      }),
    )
  })
})
