/** `mail`: for the partnership's mail server, which pipes what is sent to Muster's address into it. */
import { createHash } from 'node:crypto'
import { readMail } from '../../adapters/email/inbound.ts'
import { takeMail } from '../post.ts'
import type { Command } from './command.ts'
import { within } from './house.ts'

export const mailCommand: Command = {
  usage: 'mail < message',
  says: 'take in one e-mail: a calendar answer counts as a reply, a bounce is told to the support team; let the mail server check DMARC first',
  run: async (_args, _options, setting) => {
    const raw = await setting.stdin()
    const mail = await readMail(raw)
    const id = createHash('sha256').update(raw).digest('hex')
    const taken = within(setting, ({ core }) => takeMail(core, mail, id))
    const word = taken.kind === 'noted' ? taken.why : taken.kind === 'refusal' ? taken.refusal.sentence : 'recorded'
    return { json: { mail: mail.kind, taken: taken.kind, word }, lines: [`${mail.kind}: ${word}`] }
  },
}
