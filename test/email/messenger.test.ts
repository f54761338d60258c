/** Letters over a real mail server: what arrives, what is asked to wait, and what never will arrive. */
import nodeIcal from 'node-ical'
import PostalMime from 'postal-mime'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { emailMessenger } from '../../adapters/email/messenger.ts'
import { heading, type Message, say } from '../../src/chat/words.ts'
import { DeliveryError } from '../../src/ports.ts'
import { freePort } from '../peers/redis.ts'
import { type SmtpPeer, startSmtp } from '../peers/smtp.ts'
import { everything, FROM, fileOf, invitation, LINK, NOW, priya, rememberingLog } from './given.ts'

let smtp: SmtpPeer
beforeAll(async () => {
  smtp = await startSmtp()
})
afterAll(() => smtp.close())

let log: ReturnType<typeof rememberingLog>
let now: string
beforeEach(() => {
  log = rememberingLog()
  now = NOW
})
const messenger = (smtpUrl = smtp.url) => emailMessenger({ smtpUrl, from: FROM, clock: () => now, log })

async function arrived() {
  const mail = smtp.taken.at(-1)
  if (!mail) throw new Error('nothing has arrived')
  const raw = mail.raw.toString('utf8')
  const parsed = await PostalMime.parse(mail.raw)
  const header = (name: string) => parsed.headers.filter(({ key }) => key === name).map(({ value }) => value)
  return { ...parsed, envelope: mail, raw, header, text: parsed.text ?? '', html: parsed.html ?? '' }
}

async function failureOf(work: Promise<unknown>): Promise<DeliveryError> {
  const thrown = await work.then(
    () => undefined,
    (error: unknown) => error,
  )
  if (!(thrown instanceof DeliveryError)) throw new Error(`not a delivery error: ${thrown}`)
  return thrown
}

describe('a letter', () => {
  it('says everything the card says, in words and as a page', async () => {
    const posted = await messenger().post(priya({ link: LINK }), everything)
    const letter = await arrived()
    expect(letter.subject).toBe('JUNIPER: action for you')
    expect(letter.from).toMatchObject({ name: 'Muster', address: 'muster@chscp.example' })
    expect(letter.to).toMatchObject([{ name: 'Priya Sampleton', address: 'priya@chscp.example' }])
    expect(letter.envelope).toMatchObject({ from: 'muster@chscp.example', to: ['priya@chscp.example'] })
    expect(letter.text).toMatchInlineSnapshot(`
      "Muster for Priya Sampleton

      JUNIPER: send the rapid review to the Panel
      ===========================================

      Attention: Due in 3 working days.

      Submit to the Panel: Tue 12 Jan 2027
          15 working days from Thu 17 Dec 2026 (day 0), skipping 25 and 28 Dec and 1 Jan. 19.13.
      Safety plan: Problem: not confirmed by Housing
      Lead: Priya Sampleton (SPA)

      What you can do:
      * Acknowledge
      * Ask for more time
      Panel guidance:
      https://www.gov.example/panel?a=1&b=2

      ------------------------------------------------------------------------

      Where it stands
      ---------------

      Agency returns: 5 of 7

      1. Scoping agreed
      2. Meeting held
      3. Draft with the ICSC

      Agency returns
      Agency   State     Returned
      -------  --------  ---------------
      Housing  overdue
      Police   returned  Mon 21 Dec 2026
      Health   returned  Tue 22 Dec 2026

      Four of five reviews this year were on time.

      Quarter  On time
      -------  -------
      Q1       2 of 2
      Q2       2 of 3

      * Nothing here is about a person
      * Details are on the desk

      Read it first.
      Then decide.

      Both on the desk.

      Code words mean nothing outside the partnership.

      Answer on the desk (personal link, works once):
      https://desk.chscp.example/in/q7Hk2m_x9
      The link is for you alone. Please do not forward it.

      -- 
      Muster wrote this message by itself, and nobody reads an answer to it. An invitation can be answered in your calendar.
      Please never write about a child or a family by e-mail. Muster is not a reporting line: in immediate danger call 999.

      "
    `)
    for (const words of ['Attention:', 'Due in 3 working days.', '15 working days from', 'Acknowledge', '5 of 7', 'Q2'])
      expect(letter.html).toContain(words)
    expect(posted).toEqual({
      platform: 'email',
      tenant: 'email',
      conversation: 'priya@chscp.example',
      message: letter.messageId,
    })
  })

  it('is answered on the desk, since mail has no buttons; a button that opens a page stays a link', async () => {
    await messenger().post(priya({ link: LINK }), everything)
    const { html, text } = await arrived()
    expect(html).toContain(`href="${LINK}"`)
    expect(html).toContain('href="https://www.gov.example/panel?a=1&amp;b=2"')
    expect(html).not.toMatch(/<(button|form|input|img|script|link|iframe)\b/)
    expect(text.match(new RegExp(LINK, 'g'))).toHaveLength(1)
  })

  it('that asks nothing carries no personal link; one that asks without a link says where to answer', async () => {
    await messenger().post(priya({ link: LINK }), say('The review was submitted.'))
    expect((await arrived()).raw).not.toContain('q7Hk2m')
    await messenger().post(priya(), everything)
    expect((await arrived()).text).toContain('Please answer in Slack or Teams')
  })

  it('does not repeat a message that only says its summary', async () => {
    await messenger().post(priya(), say('The review was submitted.'))
    expect((await arrived()).text.match(/The review was submitted\./g)).toHaveLength(1)
  })

  it('asks holiday notes to keep quiet, wants to hear when it does not arrive, and watches nobody', async () => {
    await messenger().post(priya({ link: LINK }), everything)
    const letter = await arrived()
    expect(letter.header('auto-submitted')).toEqual(['auto-generated'])
    expect(letter.header('x-auto-response-suppress')).toEqual(['OOF, AutoReply'])
    expect(letter.header('disposition-notification-to')).toEqual([])
    expect(letter.html.match(/(src|background)=/g)).toBeNull()
    expect(letter.html).not.toContain('url(')
  })

  it('carries the time of the house, and an id that is the same only for the same posting', async () => {
    const first = await messenger().post(priya(), everything)
    const again = await messenger().post(priya(), everything)
    const letter = await arrived()
    now = '2026-12-18T09:00:00.000Z'
    const tomorrow = await messenger().post(priya(), everything)
    const other = await messenger().post(priya({ link: LINK }), everything)
    expect(letter.date).toBe(NOW)
    expect(first.message).toMatch(/^<[0-9a-f]{32}@chscp\.example>$/)
    expect(again.message).toBe(first.message)
    expect(new Set([first, tomorrow, other].map(({ message }) => message)).size).toBe(3)
  })

  it('sent once more for the same line, with another personal link and another day on it, is the same letter', async () => {
    const first = await messenger().post(priya({ link: LINK }), everything, [], 'out_1')
    now = '2026-12-18T09:00:00.000Z'
    const again = await messenger().post(priya({ link: `${LINK}-anew` }), everything, [], 'out_1')
    const other = await messenger().post(priya({ link: LINK }), everything, [], 'out_2')
    expect(again.message).toBe(first.message)
    expect(other.message).not.toBe(first.message)
  })

  it('cannot be changed once it is sent, and is not sent again', async () => {
    const posted = await messenger().post(priya(), everything)
    const before = smtp.taken.length
    await messenger().update(posted, say('Something else'))
    expect(smtp.taken).toHaveLength(before)
  })
})

describe('an invitation', () => {
  it.each(['REQUEST', 'CANCEL'] as const)(
    'as a %s is offered to the calendar, and is a file as well',
    async (method) => {
      await messenger().post(priya(), say('Executive: invitation'), [invitation(method)])
      const { raw, attachments } = await arrived()
      expect(raw).toContain(`Content-Type: text/calendar; charset=utf-8; method=${method}`)
      const [offered, file] = attachments
      expect(offered).toMatchObject({ mimeType: 'text/calendar', method, disposition: null })
      expect(file).toMatchObject({ mimeType: 'application/ics', filename: 'executive.ics', disposition: 'attachment' })
      for (const part of [offered, file]) {
        const calendar = nodeIcal.sync.parseICS(Buffer.from(part?.content as ArrayBuffer).toString('utf8'))
        const event = Object.values(calendar).find((each) => each?.type === 'VEVENT')
        expect(event).toMatchObject({ uid: 'meeting-7@chscp.example', summary: 'Executive; February, 2027', method })
        expect((event as { start: Date }).start.toISOString()).toBe('2027-02-25T14:00:00.000Z')
      }
    },
  )

  it('to nobody in particular is only a file', async () => {
    await messenger().post(priya(), say('The year in one file'), [
      invitation('PUBLISH'),
      fileOf('minutes of March.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'PK…'),
    ])
    const { raw, attachments } = await arrived()
    expect(raw).toMatch(/text\/calendar; charset=utf-8; method=PUBLISH/)
    expect(attachments.map(({ filename, disposition }) => [filename, disposition])).toEqual([
      ['executive.ics', 'attachment'],
      ['minutes of March.docx', 'attachment'],
    ])
  })
})

describe('a letter that is not taken', () => {
  const send = () => messenger().post(priya({ link: LINK }), everything)

  it.each([
    ['sender', 451],
    ['recipient', 450],
    ['message', 452],
    ['greeting', 421],
  ] as const)('at the %s with %d is tried again later', async (moment, code) => {
    smtp.refuse(moment, code)
    expect(await failureOf(send())).toMatchObject({ permanent: false, code: `smtp-${code}` })
    await expect(send()).resolves.toMatchObject({ platform: 'email' })
  })

  it.each([
    ['sender', 553],
    ['recipient', 550],
    ['message', 554],
  ] as const)('at the %s with %d never will be', async (moment, code) => {
    smtp.refuse(moment, code)
    expect(await failureOf(send())).toMatchObject({ permanent: true, code: `smtp-${code}` })
  })

  it('because the server does not want us is not the fault of the one it is for', async () => {
    smtp.refuse('greeting', 554)
    expect(await failureOf(send())).toMatchObject({ permanent: false, code: 'smtp-554' })
    const signedIn = messenger(smtp.url.replace('//', '//muster:old-secret@'))
    smtp.refuse('sign-in', 535)
    expect(await failureOf(signedIn.post(priya(), everything))).toMatchObject({
      permanent: false,
      code: 'smtp-sign-in',
    })
    expect(log.lines).toEqual([['no mail can be sent: check SMTP_URL', { code: 'smtp-sign-in' }]])
  })

  it('because nobody is there, or hangs up, is tried again', async () => {
    const nobody = messenger(`smtp://127.0.0.1:${await freePort()}`)
    expect(await failureOf(nobody.post(priya(), everything))).toMatchObject({ permanent: false, code: 'unreachable' })
    smtp.hangUp()
    expect(await failureOf(send())).toMatchObject({ permanent: false, code: 'unreachable' })
  })

  it('does not say in its error to whom it was', async () => {
    smtp.refuse('recipient', 550)
    expect((await failureOf(send())).message).not.toContain('priya')
  })

  it('is refused before it leaves when the address is not one, or is not for mail at all', async () => {
    const before = smtp.taken.length
    const place = { platform: 'slack', tenant: 'T1', conversation: 'C1', kind: 'channel' } as const
    expect(await failureOf(messenger().post({ kind: 'place', place }, everything))).toMatchObject({
      code: 'wrong-door',
    })
    for (const email of ['', 'priya', 'a@b, c@d', 'a@b\r\nBcc: c@d', '"a@b"@c', '<a@b>', 'a@b@c']) {
      const failure = await failureOf(messenger().post(priya({ email }), everything))
      expect(failure).toMatchObject({ permanent: true, code: 'no-such-address' })
    }
    expect(smtp.taken).toHaveLength(before)
  })

  it('is never handed in clear to a server elsewhere, unless that is how it is set up', async () => {
    // Any address but the three names of this machine counts as elsewhere.
    const elsewhere = await startSmtp('127.0.0.2')
    try {
      const failure = await failureOf(messenger(elsewhere.url).post(priya(), everything))
      expect(failure).toMatchObject({ permanent: false, cause: { code: 'ETLS' } })
      expect(elsewhere.taken).toEqual([])
      await messenger(`${elsewhere.url}?requireTLS=false`).post(priya(), everything)
      expect(elsewhere.taken).toHaveLength(1)
    } finally {
      await elsewhere.close()
    }
  })
})

describe('hostile words', () => {
  const hostile = '<script>alert(1)</script> & "quoted" \'single\' <img src=x onerror=alert(2)>'
  const written: Message = { ...everything, blocks: [heading(hostile), ...say(hostile).blocks] }

  it('are shown as they were typed', async () => {
    await messenger().post(priya({ name: hostile }), written)
    const { html, text } = await arrived()
    expect(html).not.toMatch(/<(script|img)/)
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;quoted&quot; &#39;single&#39;')
    expect(text).toContain(hostile)
  })

  it('cannot add a header', async () => {
    const summary = 'JUNIPER\r\nBcc: spy@elsewhere.example\nX-Evil: 1\r\n\r\nbody'
    await messenger().post(priya({ name: 'Priya\r\nCc: spy@elsewhere.example' }), { ...say('x'), summary })
    const letter = await arrived()
    expect(letter.subject).toBe('JUNIPER Bcc: spy@elsewhere.example X-Evil: 1 body')
    expect(letter.envelope.to).toEqual(['priya@chscp.example'])
    for (const name of ['bcc', 'cc', 'x-evil']) expect(letter.header(name)).toEqual([])
  })

  it('cannot make a link to anything but a page of the web', async () => {
    const urls = ['javascript:alert(1)', 'data:text/html,x', 'https://a.example/"onclick="x', 'file:///etc/passwd']
    const buttons = urls.map((url, n) => ({ label: `Open ${n}`, verb: 'open', url }))
    await messenger().post(priya(), { ...say('Look'), blocks: [{ kind: 'actions', buttons }] })
    const { html, text } = await arrived()
    expect(html).not.toContain('<a ')
    for (const { label } of buttons) for (const drawn of [html, text]) expect(drawn).toContain(label)
  })

  it('cannot make the server read a file or fetch a page', async () => {
    const file = {
      name: '../../etc/passwd',
      type: 'text/plain',
      base64: Buffer.from('file:///etc/passwd').toString('base64'),
    }
    await messenger().post(priya(), say('x'), [file])
    const { attachments } = await arrived()
    expect(Buffer.from(attachments[0]?.content as ArrayBuffer).toString()).toBe('file:///etc/passwd')
  })
})

it('a wrong sender is found when the house is opened', () => {
  expect(() => emailMessenger({ smtpUrl: smtp.url, from: 'Muster', clock: () => NOW, log })).toThrow(
    /not an e-mail address/,
  )
})
