/** E-mail out: over SMTP where it is set up, into the rehearsal's letter boxes in a rehearsal, and not at all otherwise. */

import { type Inbound, readMail } from '../adapters/email/inbound.ts'
import { memoryTransport } from '../adapters/email/memory.ts'
import { emailMessenger } from '../adapters/email/messenger.ts'
import type { CalendarAnswer, Rehearsal } from '../adapters/rehearsal/index.ts'
import type { Clock } from '../src/kernel/time.ts'
import type { Log, Messenger } from '../src/ports.ts'
import type { Environment } from './environment.ts'

export function openMail(
  { SMTP_URL, MAIL_FROM }: Environment,
  clock: Clock,
  log: Log,
  rehearsal: Rehearsal | undefined,
): Messenger | undefined {
  const sender = { from: MAIL_FROM, clock, log }
  if (rehearsal)
    return emailMessenger({ ...sender, transport: memoryTransport((mail) => rehearsal.mail.deliver(mail)) })
  return SMTP_URL === undefined ? undefined : emailMessenger({ ...sender, smtpUrl: SMTP_URL })
}

/** What a calendar answers in the rehearsal, as the mail it would be, read by the same reader. */
export function readCalendarAnswer({ from, subject, ics }: CalendarAnswer): Promise<Inbound> {
  const lines = [
    `From: <${from}>`,
    `Subject: ${subject.replace(/\s+/g, ' ')}`,
    'MIME-Version: 1.0',
    'Content-Type: text/calendar; method=REPLY; charset=utf-8',
    '',
    ics,
  ]
  return readMail(lines.join('\r\n'))
}
