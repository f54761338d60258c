/**
 * The fallback for those whom chat does not reach, and the way invitations come into a calendar. It tries once: the outbox knows when to try again.
 *
 * @example
 *   const mail = emailMessenger({ smtpUrl: 'smtps://user:secret@mail.chscp.example', from: 'Muster <muster@chscp.example>', clock, log })
 *   await mail.post({ kind: 'email', email: 'priya@chscp.example', name: 'Priya Sampleton', link }, message)
 */
import { createTransport, type SendMailOptions, type SentMessageInfo, type Transport } from 'nodemailer'
import type { Clock } from '../../src/kernel/time.ts'
import { type Address, DeliveryError, type Log, type Messenger } from '../../src/ports.ts'
import { compose, domainOf, type Mailbox } from './compose.ts'
import { failureOf } from './failure.ts'

export type EmailOptions = {
  /** Ours: `Muster <muster@chscp.example>`. What cannot be delivered comes back to it. */
  readonly from: string
  readonly clock: Clock
  readonly log: Log
} & (
  | {
      /** `smtp://…` with STARTTLS, which is insisted on anywhere but on this machine (`?requireTLS=false` lifts it), or `smtps://…`. */
      readonly smtpUrl: string
      readonly transport?: undefined
    }
  | { readonly smtpUrl?: string; readonly transport: Transport }
)

/** Throws when `from` is no address. */
export function emailMessenger(options: EmailOptions): Messenger {
  const { from, clock, log } = options
  domainOf(from)
  const mailer = mailerOf(options)
  return {
    platform: 'email',
    async post(to, message, attachments = [], line?: string) {
      const mailbox = mailboxOf(to)
      const mail = compose({
        from,
        to: mailbox,
        message,
        attachments,
        at: clock(),
        ...(line === undefined ? {} : { line }),
      })
      await send(mailer, mail, log)
      return { platform: 'email', tenant: 'email', conversation: mailbox.email, message: mail.messageId }
    },
    /** What has been read cannot be unsaid: a changed matter is said anew, by those who decide that it is worth a letter. */
    update: async () => {},
    /** Nor can a letter be recalled: whoever asks is told so. */
    remove: async () => 'mailed',
  }
}

type Mailer = { sendMail(mail: SendMailOptions): Promise<SentMessageInfo> }

async function send(mailer: Mailer, mail: SendMailOptions, log: Log): Promise<void> {
  try {
    const { rejected = [] } = await mailer.sendMail(mail)
    if (rejected.length === 0) return
  } catch (error) {
    const failure = failureOf(error)
    if (failure.code === 'smtp-sign-in') log.error({ code: failure.code }, 'no mail can be sent: check SMTP_URL')
    throw failure
  }
  throw new DeliveryError('rejected', 'the mail server refused the recipient', { permanent: true })
}

/** An address that could be read as two, or as a header of its own, is none. */
function mailboxOf(to: Address): Mailbox {
  if (to.kind !== 'email') throw new DeliveryError('wrong-door', 'e-mail goes to an address only', { permanent: true })
  if (!/^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\]+$/.test(to.email)) {
    throw new DeliveryError('no-such-address', 'that is no address mail can be sent to', { permanent: true })
  }
  return to
}

const PATIENCE = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 60_000 }

function mailerOf({ smtpUrl, transport }: EmailOptions): Mailer {
  // Whatever a message says, it never makes the server read a file or fetch a page.
  const closed = { disableFileAccess: true, disableUrlAccess: true }
  if (transport) return createTransport(transport, closed)
  return createTransport({ url: smtpUrl, requireTLS: !isThisMachine(smtpUrl), ...PATIENCE, ...closed })
}

function isThisMachine(smtpUrl: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(new URL(smtpUrl).hostname)
}
