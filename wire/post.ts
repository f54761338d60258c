/** Mail in: the answer of a calendar becomes an intent like any other, and a bounce is told to the support team. */
import type { Inbound } from '../adapters/email/inbound.ts'
import type { Core } from '../src/app/core.ts'
import type { Reply } from '../src/chat/intent.ts'

/**
 * Hands one piece of mail to the core; gives its reply, or a word on why there is none. `id` is the same for the same mail, so that a mail server
 * may hand it over twice. The mail server must have refused forged senders (DMARC) before.
 */
export function takeMail(
  core: Core,
  mail: Inbound,
  id: string,
): Reply | { readonly kind: 'noted'; readonly why: string } {
  switch (mail.kind) {
    case 'calendar-reply': {
      const who = { platform: 'email', tenant: 'email', user: mail.from } as const
      if (!core.doors.knows(who)) core.doors.introduce(who, { email: mail.from })
      return core.handle({
        id: `email/${id}`,
        who,
        where: { platform: 'email', tenant: 'email', conversation: mail.from, kind: 'direct' },
        verb: 'meeting.reply-in-calendar',
        // A meeting's calendar entry is named after it: `mtg-…@muster`.
        subject: mail.uid.split('@')[0] ?? '',
        input: { uid: mail.uid, sequence: mail.sequence, partstat: mail.partstat },
      })
    }
    case 'bounce':
      return {
        kind: 'noted',
        why: core.bounced(mail.recipient, mail.message) ? 'the support team is told' : 'no such letter was sent',
      }
    case 'other':
      return { kind: 'noted', why: mail.why }
    default:
      return mail satisfies never
  }
}
