/** An e-mail as it goes to the mail server: one person, one subject, text and page, and the meeting in a form calendars understand. */
import { createHash } from 'node:crypto'
import type { IcalAttachment, SendMailOptions } from 'nodemailer'
import type { Message } from '../../src/chat/words.ts'
import { dateOf, type Instant } from '../../src/kernel/time.ts'
import type { Address, Attachment } from '../../src/ports.ts'
import { letterOf } from './render/letter.ts'
import { renderPage } from './render/page.ts'
import { renderText } from './render/text.ts'

export type Mailbox = Extract<Address, { kind: 'email' }>

/** `from` is ours as it stands in the header, `Muster <muster@chscp.example>`; `at` is when it is sent. */
export interface Posting {
  readonly from: string
  readonly to: Mailbox
  readonly message: Message
  readonly attachments: readonly Attachment[]
  readonly at: Instant
  /** The outbox line it carries out. */
  readonly line?: string
}

export function compose(posting: Posting): SendMailOptions & { readonly messageId: string } {
  const { from, to, message, attachments, at } = posting
  const letter = letterOf(to, message)
  return {
    from,
    to: { name: letter.reader, address: to.email },
    subject: letter.subject,
    text: renderText(letter),
    html: renderPage(letter),
    ...enclosed(attachments),
    date: at,
    messageId: messageIdOf(posting),
    headers: HEADERS,
  }
}

/** No holiday note answers a machine (RFC 3834); Exchange asks in its own header. A notice that it did not arrive is still wanted. */
const HEADERS = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'OOF, AutoReply' }

/**
 * The same line, or the same posting on the same day, has the same id, so that a mailbox can show a repeated one once. A later reminder in the same words
 * has another: it must not be taken for the first.
 */
function messageIdOf({ from, to, message, attachments, at, line }: Posting): string {
  const said = JSON.stringify(
    line === undefined ? [to.email, to.link, message, attachments, dateOf(at)] : [to.email, line],
  )
  return `<${createHash('sha256').update(said).digest('hex').slice(0, 32)}@${domainOf(from)}>`
}

/** The domain of `Muster <muster@chscp.example>`. Throws when there is none: that is the configuration's mistake. */
export function domainOf(from: string): string {
  const domain = /@([\w.-]+)>?\s*$/.exec(from)?.[1]
  if (domain === undefined) throw new Error(`not an e-mail address to send from: ${from}`)
  return domain
}

/** The one invitation (or its end) goes as calendars expect it, so that Outlook offers to accept; all else is a file. */
function enclosed(attachments: readonly Attachment[]): Pick<SendMailOptions, 'attachments' | 'icalEvent'> {
  const invitation = attachments.find((file) => isCalendar(file) && methodOf(file) !== 'PUBLISH')
  const files = attachments.filter((file) => file !== invitation)
  return {
    ...(invitation ? { icalEvent: asEvent(invitation) } : {}),
    attachments: files.map((file) => ({
      filename: file.name,
      contentType: isCalendar(file) ? `text/calendar; charset=utf-8; method=${methodOf(file)}` : file.type,
      content: bytesOf(file),
    })),
  }
}

function asEvent(file: Attachment): IcalAttachment {
  return { method: methodOf(file), filename: file.name, content: bytesOf(file) }
}

function isCalendar({ type }: Attachment): boolean {
  return /^text\/calendar\b/i.test(type)
}

/** The method stands before the first event, so nothing an event says can be taken for it. */
function methodOf(file: Attachment): string {
  return /^METHOD:([A-Z]+)\s*$/im.exec(bytesOf(file).toString('utf8'))?.[1]?.toUpperCase() ?? 'PUBLISH'
}

const bytesOf = ({ base64 }: Attachment) => Buffer.from(base64, 'base64')
