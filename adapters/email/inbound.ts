/**
 * What comes back by mail and counts: the answer of somebody's calendar to an invitation, and the notice that a letter did not arrive. All else is
 * for people, and is neither kept nor answered (PR-3).
 *
 * Who a letter is from is only as true as the mail server's checks: it must refuse forged senders (DMARC) before it hands a letter on.
 *
 * @example await readMail(stdin) // { kind: 'calendar-reply', from: 'sam@chscp.example', uid: 'meeting-7@chscp', sequence: 2, partstat: 'ACCEPTED' }
 */
import PostalMime, { type Attachment, addressParser, type Email } from 'postal-mime'
import type { PartStat } from '../../src/calendar/ics.ts'
import { readReply } from '../../src/calendar/ics-reply.ts'
import { isRefusal } from '../../src/kernel/result.ts'
import { type Bounce, readStatus, returnedId } from './bounce.ts'

export type Inbound =
  | {
      readonly kind: 'calendar-reply'
      /** In lower case; the sender, and the one the calendar file answers for. */
      readonly from: string
      readonly uid: string
      readonly sequence: number
      readonly partstat: PartStat
    }
  /** `message` is the id of the letter it returns, as `post` gave it: a notice about a letter we never sent is somebody's invention. */
  | ({ readonly kind: 'bounce'; readonly message?: string } & Bounce)
  /** `why` is a code, for the log. */
  | {
      readonly kind: 'other'
      readonly why: 'unreadable' | 'forged' | 'not-an-answer' | 'unclear-answer' | 'for-another'
    }

/** Reads one whole message as the mail server hands it over (RFC 5322). Never throws, whatever it is given. */
export async function readMail(raw: string | Uint8Array): Promise<Inbound> {
  const mail = await parsed(raw)
  if (mail === undefined) return other('unreadable')
  return bounceIn(mail) ?? replyIn(mail)
}

/** Far below what a person's calendar or a mail server sends, far above what could hurt. */
const MOST_BYTES = 5_000_000
const LIMITS = { maxNestingDepth: 20, maxHeadersSize: 200_000, forceRfc822Attachments: true }

async function parsed(raw: string | Uint8Array): Promise<Email | undefined> {
  if (raw.length > MOST_BYTES) return undefined
  try {
    return await PostalMime.parse(raw, LIMITS)
  } catch {
    return undefined
  }
}

function bounceIn({ attachments }: Email): Inbound | undefined {
  const report = attachments.find(({ mimeType }) => mimeType === 'message/delivery-status')
  if (report === undefined) return undefined
  const bounce = readStatus(textOf(report))
  if (bounce === undefined) return other('not-an-answer')
  const returned = attachments.find(
    ({ mimeType }) => mimeType === 'message/rfc822' || mimeType === 'text/rfc822-headers',
  )
  const message = returned && returnedId(textOf(returned))
  return { kind: 'bounce', ...bounce, ...(message ? { message } : {}) }
}

function replyIn(mail: Email): Inbound {
  const file = mail.attachments.find(({ mimeType }) => mimeType === 'text/calendar' || mimeType === 'application/ics')
  if (file === undefined) return other('not-an-answer')
  if (isForged(mail)) return other('forged')
  const reply = readReply(textOf(file))
  if (isRefusal(reply)) return other(reply.code === 'not-a-reply' ? 'not-an-answer' : 'unclear-answer')
  const { uid, sequence, email, partstat } = reply
  // Nobody answers for another: a deputy has a seat of their own.
  if (senderOf(mail) !== email) return other('for-another')
  return { kind: 'calendar-reply', from: email, uid, sequence, partstat }
}

/** The only sender there is. A letter with two has none, nor has one that wears somebody else's address as its name. */
function senderOf({ headers }: Email): string | undefined {
  const written = headers.filter(({ key }) => key === 'from').map(({ value }) => value)
  const [sender, ...more] = addressParser(written.join(', '), { flatten: true })
  const address = sender?.address?.toLowerCase()
  const name = sender?.name.toLowerCase() ?? ''
  return more.length > 0 || (name.includes('@') && name !== address) ? undefined : address
}

/** The mail server let it through, but says that the sender's domain disowns it. */
function isForged({ headers }: Email): boolean {
  return headers.some(({ key, value }) => key === 'authentication-results' && /\bdmarc\s*=\s*fail\b/i.test(value))
}

function textOf({ content }: Attachment): string {
  return typeof content === 'string' ? content : Buffer.from(content as ArrayBuffer).toString('utf8')
}

function other(why: Extract<Inbound, { kind: 'other' }>['why']): Inbound {
  return { kind: 'other', why }
}
