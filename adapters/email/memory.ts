/**
 * Mail that never leaves the house: each letter is built and read again as a mail programme would, then given to `deliver`. For the rehearsal room.
 *
 * @example emailMessenger({ transport: memoryTransport((mail) => postOffice.deliver(mail)), from, clock, log })
 */
import type { Transport } from 'nodemailer'
import PostalMime from 'postal-mime'

/** A letter as it arrives. */
export interface Arrived {
  readonly from: string
  readonly to: readonly string[]
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly attachments: readonly {
    readonly filename: string
    readonly contentType: string
    readonly content: Uint8Array
  }[]
}

export function memoryTransport(deliver: (mail: Arrived) => void): Transport {
  return {
    name: 'memory',
    version: '1',
    send({ message }, callback) {
      const envelope = message.getEnvelope()
      const info = { envelope, messageId: message.messageId(), accepted: [...envelope.to], rejected: [] }
      message
        .build()
        .then(arrivedFrom)
        .then((mail) => deliver({ ...mail, to: envelope.to }))
        .then(
          () => callback(null, info),
          (error: Error) => callback(error),
        )
    },
  }
}

async function arrivedFrom(raw: Uint8Array): Promise<Omit<Arrived, 'to'>> {
  const { from, subject = '', text = '', html = '', attachments } = await PostalMime.parse(raw)
  return {
    from: from?.address ?? '',
    subject,
    text,
    html,
    attachments: attachments.map(({ filename, mimeType, content }) => ({
      filename: filename ?? '',
      contentType: mimeType,
      content: new Uint8Array(Buffer.from(content as ArrayBuffer)),
    })),
  }
}
