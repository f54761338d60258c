import { z } from 'zod'
import { DeliveryError } from '../../src/ports.ts'

const refusal = z.object({
  code: z.string().optional(),
  responseCode: z.number().optional(),
  /** nodemailer's reading of the reply: 5yz is for good, but for 503, which only says that the order of commands was wrong. */
  permanent: z.boolean().optional(),
})

/** Refused while the recipient or the message was handed over. Anywhere else (sign-in, TLS, greeting) it is not about this letter. */
const ABOUT_THIS_LETTER = new Set(['EENVELOPE', 'EMESSAGE'])

/** What went wrong with the mail server, in the messenger's words; never with the address or the server's own words, which may hold one. */
export function failureOf(error: unknown): DeliveryError {
  if (error instanceof DeliveryError) return error
  const { code = '', responseCode, permanent = false } = refusal.safeParse(error).data ?? {}
  const cause = error
  if (code === 'EAUTH' || code === 'ENOAUTH') {
    return new DeliveryError('smtp-sign-in', 'the mail server does not let us in', { cause })
  }
  if (responseCode !== undefined) {
    const forGood = permanent && ABOUT_THIS_LETTER.has(code)
    return new DeliveryError(`smtp-${responseCode}`, `the mail server answered ${responseCode}`, {
      permanent: forGood,
      cause,
    })
  }
  if (ABOUT_THIS_LETTER.has(code)) {
    return new DeliveryError('no-such-address', 'that is no address mail can be sent to', { permanent: true, cause })
  }
  return new DeliveryError('unreachable', 'the mail server could not be reached', { cause })
}
