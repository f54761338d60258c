/** Whoever has e-mail only: what comes back from their calendar, and their way to the desk by the link in a letter. */
import { readMail } from '../../../adapters/email/inbound.ts'
import type { Reply } from '../../../src/chat/intent.ts'
import type { Message } from '../../../src/chat/words.ts'
import { isRefusal } from '../../../src/kernel/result.ts'
import { takeMail } from '../../../wire/post.ts'
import type { Letter } from '../house.ts'
import { type House, messageOf, type Sent } from './post.ts'

/** The calendar file that came with a letter, as text. */
export function fileIn({ attachments = [] }: Letter): string {
  const [file] = attachments
  if (file === undefined) throw new Error('no calendar file came with that letter')
  return Buffer.from(file.base64, 'base64').toString()
}

/** Accepts or declines as Outlook does: a letter from the member's own address, with the invitation's UID and SEQUENCE. */
export async function answerByCalendar(house: House, { letter }: Sent, answer: string): Promise<Reply> {
  const file = fileIn(letter)
  const line = (name: string) => new RegExp(`^${name}:(.*)$`, 'm').exec(file.replaceAll('\r', ''))?.[1] ?? ''
  const accepted = answer === 'Attending'
  const calendar = [
    'BEGIN:VCALENDAR',
    'PRODID:-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN',
    'VERSION:2.0',
    'METHOD:REPLY',
    'BEGIN:VEVENT',
    `UID:${line('UID')}`,
    `SEQUENCE:${line('SEQUENCE')}`,
    'DTSTAMP:20270101T090000Z',
    `ATTENDEE;PARTSTAT=${accepted ? 'ACCEPTED' : 'DECLINED'}:mailto:${letter.person}`,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]
  const mail = [
    `From: Toby Sitamet <${letter.person}>`,
    'To: muster@chscp.example',
    `Subject: ${accepted ? 'Accepted' : 'Declined'}`,
    'MIME-Version: 1.0',
    'Content-Type: text/calendar; charset="utf-8"; method=REPLY',
    '',
    ...calendar,
  ]
  const reply = takeMail(house.core, await readMail(mail.join('\r\n')), letter.posted.message)
  if (reply.kind === 'noted') throw new Error(`the mail was not taken: ${reply.why}`)
  return reply
}

/** Opens the personal link of a letter, once, and gives the matter it leads to as the desk shows it. */
export function matterOverLink(
  house: House,
  { link = '' }: Letter,
): { readonly person: string; readonly matter: Message } {
  const entered = house.core.access.enter(link.split('/').at(-1) ?? '')
  if (isRefusal(entered)) throw new Error(`the link "${link}" does not open: ${entered.sentence}`)
  const person = house.core.access.personOf(entered.session)?.person ?? ''
  const subject = /^\/desk\/matter\/(.+)$/.exec(entered.target)?.[1]
  if (subject === undefined) throw new Error(`the link leads to ${entered.target}`)
  return { person, matter: messageOf(house.say('desk', person, { verb: 'matter.see', subject })) }
}
